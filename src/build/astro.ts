import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type AstroInlineConfig } from 'astro';
import type { Page } from '../core/library/page.ts';
import type { Site } from '../core/site/site.ts';
import { outputFile } from '../core/route/table.ts';
import { projectRoot } from './project.ts';
import { setStage } from './stage.ts';

/** Where Astro works. */
export interface AstroPlace {
  readonly site: Site;
  /** Folder that gets the pages and their assets. */
  readonly out: string;
  /** Folder for Astro's and Vite's own caches. */
  readonly cache: string;
}

/** Settings that differ from site to site; the rest stands in `astro.config.mjs`. */
export function astroSettings({ site, out, cache }: AstroPlace): AstroInlineConfig {
  const address = new URL(site.address);
  return {
    root: projectRoot,
    site: address.href,
    base: address.pathname,
    outDir: out,
    cacheDir: join(cache, 'astro'),
    publicDir: join(cache, 'no-public-files'),
    logLevel: 'error',
    vite: { cacheDir: join(cache, 'vite'), logLevel: 'error' },
  };
}

/** Renders pages with Astro. Gives the names of the assets they use: styles, scripts, fonts. */
export async function renderPages(pages: readonly Page[], place: AstroPlace): Promise<string[]> {
  setStage(pages);
  await build(astroSettings(place));
  for (const page of pages) await straighten(page, place.out);
  const assets = await readdir(join(place.out, '_astro'), { recursive: true, withFileTypes: true }).catch(() => []);
  return assets
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(place.out.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Astro makes a folder of every page; `sv/404.html` is to be a file. */
async function straighten({ route }: Page, out: string): Promise<void> {
  if (route === '' || route.endsWith('/')) return;
  const folder = join(out, route);
  const draft = `${folder}.draft`;
  await rename(join(folder, 'index.html'), draft);
  await rm(folder, { recursive: true });
  await rename(draft, join(out, outputFile(route)));
}
