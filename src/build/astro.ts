import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type AstroInlineConfig } from 'astro';
import { collectFaults, FullLaneError, setFullLane, type FullLane } from './full-lane.ts';
import { collectModules } from './outside.ts';
import { keepProgram, type ProgramPlace } from './program.ts';
import { projectRoot } from './project.ts';
import type { AstroPlace, Rendered, RenderPlace } from './rendering.ts';
import { setStage, type StagePages } from './stage.ts';

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

/** Has Astro bundle the code of the site's own pages, and keeps it: it renders none. */
export async function bundleProgram(place: AstroPlace, program: ProgramPlace): Promise<Rendered> {
  const nobody: FullLane = { documents: [], words: {} };
  return keepProgram(program, place.out, () => runBuild(place, nobody, Promise.resolve(new Map()), () => undefined));
}

/**
 * Renders pages with Astro into an empty folder; their code is bundled while they are still awaited.
 * One at a time in a process, whose working folder is the project's: that is where the bundle looks for packages.
 */
export function buildPages(pages: Promise<StagePages>, place: RenderPlace, onRender: () => void): Promise<Rendered> {
  return runBuild(place, place.fullLane, pages, onRender);
}

async function runBuild(
  place: AstroPlace,
  lane: FullLane,
  pages: Promise<StagePages>,
  onRender: () => void,
): Promise<Rendered> {
  await mkdir(place.out, { recursive: true });
  setStage(pages, onRender);
  setFullLane(lane);
  const settings = astroSettings(place);
  // What goes wrong is thrown, and told once by whoever asked.
  const quiet = { ...settings, logLevel: 'silent', vite: { ...settings.vite, logLevel: 'silent' } } as const;
  let modules: ReadonlySet<string> = new Set();
  const faults = await collectFaults(async () => {
    modules = await collectModules(() => build(quiet));
  });
  if (faults.length > 0) throw new FullLaneError(faults);
  return { assets: await assetsIn(place.out), modules: [...modules] };
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
