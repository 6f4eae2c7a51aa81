import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type AstroInlineConfig } from 'astro';
import type { Site } from '../core/site/site.ts';
import { collectFaults, FullLaneError, setFullLane, type FullLane } from './full-lane.ts';
import { collectModules } from './outside.ts';
import { keepProgram, type ProgramPlace } from './program.ts';
import { projectRoot } from './project.ts';
import { setStage, type StagePages } from './stage.ts';

/** Where Astro works. */
export interface AstroPlace {
  readonly site: Pick<Site, 'address'>;
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
    base: decodeURI(address.pathname),
    outDir: out,
    cacheDir: join(cache, 'astro'),
    publicDir: join(cache, 'no-public-files'),
    logLevel: 'error',
    vite: { cacheDir: join(cache, 'vite'), logLevel: 'error' },
  };
}

/** What a rendering needs besides. */
export interface RenderPlace extends AstroPlace {
  readonly fullLane: FullLane;
  /** Where the code of the pages is kept, if it is. */
  readonly program: ProgramPlace | undefined;
}

/** What came of a rendering. */
export interface Rendered {
  /** Paths of the assets that pages use, from the folder: styles, scripts, fonts. */
  readonly assets: readonly string[];
  /** Paths of the modules that were read for it. */
  readonly modules: readonly string[];
  /** True when it was done with a kept program: a process renders with one only once. */
  readonly isKept: boolean;
}

/**
 * Renders pages with Astro into an empty folder; the code of the site is bundled while the pages are still awaited,
 * and kept where the place says so.
 */
export async function buildPages(
  pages: Promise<StagePages>,
  place: RenderPlace,
  onRender: () => void,
): Promise<Rendered> {
  const { program, out } = place;
  const render = (): Promise<Rendered> => renderOnce(pages, place, onRender);
  return program === undefined ? render() : keepProgram(program, out, render);
}

async function renderOnce(pages: Promise<StagePages>, place: RenderPlace, onRender: () => void): Promise<Rendered> {
  await mkdir(place.out, { recursive: true });
  setStage(pages, onRender);
  setFullLane(place.fullLane);
  const settings = astroSettings(place);
  // What goes wrong is thrown, and told once by whoever asked.
  const quiet = { ...settings, logLevel: 'silent', vite: { ...settings.vite, logLevel: 'silent' } } as const;
  let modules: ReadonlySet<string> = new Set();
  const faults = await collectFaults(async () => {
    modules = await collectModules(() => build(quiet));
  });
  if (faults.length > 0) throw new FullLaneError(faults);
  return { assets: await assetsIn(place.out), modules: [...modules], isKept: false };
}

async function assetsIn(out: string): Promise<string[]> {
  const assets = await readdir(join(out, '_astro'), { recursive: true, withFileTypes: true }).catch(() => []);
  return assets
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(out.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
