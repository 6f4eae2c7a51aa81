import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type AstroInlineConfig } from 'astro';
import type { Page } from '../core/library/page.ts';
import type { Site } from '../core/site/site.ts';
import { outputFile } from '../core/route/table.ts';
import { collectFaults, FullLaneError, setFullLane, type FullLane } from './full-lane.ts';
import { collectModules } from './outside.ts';
import type { Counter } from './progress.ts';
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
  readonly onProgress: Counter;
}

/** What came of a rendering. */
export interface Rendered {
  /** Names of the assets that pages use: styles, scripts, fonts. */
  readonly assets: string[];
  /** Paths of the modules that were read for it. */
  readonly modules: ReadonlySet<string>;
}

/** The renderings of this process: they share the stage and the working folder, so each waits for the one before. */
let turns: Promise<unknown> = Promise.resolve();
let count = 0;

/** Renders pages with Astro into `out`, which may hold an earlier rendering and nothing else. */
export function renderPages(pages: readonly Page[], place: RenderPlace): Promise<Rendered> {
  const turn = turns.then(() => renderInTurn(pages, place));
  turns = turn.catch(() => undefined);
  return turn;
}

async function renderInTurn(pages: readonly Page[], place: RenderPlace): Promise<Rendered> {
  const workshop = join(place.cache, 'render');
  // What is left of a rendering that has failed may still be at work there for a moment.
  await rm(workshop, { recursive: true, force: true, maxRetries: 10 });
  // The code of the pages is imported from below this folder, and a process imports an address only once.
  const made = join(workshop, `${String(process.pid)}-${String((count += 1))}`);
  await mkdir(made, { recursive: true });
  setStage(pages, (count) => place.onProgress(Math.min(count, pages.length), pages.length));
  setFullLane(place.fullLane);
  const settings = astroSettings({ ...place, out: made });
  // What goes wrong is thrown, and told once by whoever asked.
  const quiet = { ...settings, logLevel: 'silent', vite: { ...settings.vite, logLevel: 'silent' } } as const;
  let modules: ReadonlySet<string> = new Set();
  const faults = await collectFaults(async () => {
    modules = await collectModules(() => inProject(() => build(quiet)));
  });
  if (faults.length > 0) throw new FullLaneError(faults);
  for (const page of pages) await straighten(page, made);
  for (const name of await readdir(made)) await move(join(made, name), join(place.out, name));
  await rm(workshop, { recursive: true });
  return { assets: await assetsIn(place.out), modules };
}

/** Variables that Vite and Astro take for settings of their own; those of whoever builds must not change a page. */
const settled = ['NODE_ENV', 'PROD', 'DEV', 'MODE', 'SSR', 'SITE', 'BASE_URL', 'ASSETS_PREFIX'] as const;

/**
 * Runs a build of Astro in our own folder and in the same environment whoever calls:
 * Astro puts the code of pages below the working folder, where our packages must be found.
 */
async function inProject<T>(work: () => Promise<T>): Promise<T> {
  const folder = process.cwd();
  const before = settled.map((name) => [name, process.env[name]] as const);
  for (const name of settled) Reflect.deleteProperty(process.env, name);
  process.env['NODE_ENV'] = 'production';
  process.chdir(projectRoot);
  try {
    return await work();
  } finally {
    process.chdir(folder);
    Reflect.deleteProperty(process.env, 'NODE_ENV');
    for (const [name, value] of before) if (value !== undefined) process.env[name] = value;
  }
}

/** Puts a file or a folder into the place of another, also on another disk. */
async function move(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await rename(from, to).catch(() => cp(from, to, { recursive: true }));
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

/** Astro makes a folder of every page; `sv/404.html` is to be a file. */
async function straighten({ route }: Page, out: string): Promise<void> {
  if (route === '' || route.endsWith('/')) return;
  const folder = join(out, route);
  const draft = `${folder}.draft`;
  await rename(join(folder, 'index.html'), draft);
  await rm(folder, { recursive: true });
  await rename(draft, join(out, outputFile(route)));
}
