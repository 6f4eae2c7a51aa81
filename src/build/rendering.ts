import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createUrls } from '../core/route/urls.ts';
import type { Rendered, RenderPlace } from './astro.ts';
import { loadProgram, type PageProgram } from './program.ts';
import { setStage, type StagePages } from './stage.ts';

/** True when a kept program was loaded here: what it has been told of the pages once, it does not ask again. */
let isSpent = false;

/**
 * Renders pages into an empty folder: with the kept program where there is one, else with Astro. What takes long to
 * load or to bundle is done while the pages are still awaited. One at a time in a process, whose working folder is
 * the project's: that is where a bundle looks for packages.
 */
export async function renderPages(
  pages: Promise<StagePages>,
  place: RenderPlace,
  onRender: () => void,
): Promise<Rendered> {
  const program = place.program && !isSpent ? await loadProgram(place.program) : undefined;
  if (program !== undefined) {
    isSpent = true;
    return renderKept(program, pages, place, onRender);
  }
  const { buildPages } = await import('./astro.ts');
  return buildPages(pages, place, onRender);
}

/** Where the page of a route lies among the rendered ones: a folder is made of each. */
export function renderedFile(route: string): string {
  return join(route, 'index.html');
}

async function renderKept(
  { assets, assetsFolder, render }: PageProgram,
  pages: Promise<StagePages>,
  { site, out }: RenderPlace,
  onRender: () => void,
): Promise<Rendered> {
  setStage(pages, onRender);
  const urls = createUrls(site, {});
  for (const route of (await pages).keys()) {
    const address = urls.absolute(route).replace(/\/?$/, '/');
    put(join(out, renderedFile(route)), await render(address));
  }
  for (const asset of assets) put(join(out, asset), readFileSync(join(assetsFolder, asset)));
  // No code of anybody's else is in a kept program.
  return { assets, modules: [], isKept: true };
}

function put(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
