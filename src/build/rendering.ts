import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createUrls } from '../core/route/urls.ts';
import type { Site } from '../core/site/site.ts';
import { digestOf } from './folder.ts';
import type { FullLane } from './full-lane.ts';
import { readFacts, type PageFacts } from './page-facts.ts';
import { readPage, type PageText, type WordsByDigest } from './page-text.ts';
import { loadProgram, type PageProgram, type ProgramPlace } from './program.ts';
import { setStage } from './stage.ts';

/** Where Astro works. */
export interface AstroPlace {
  readonly site: Pick<Site, 'address'>;
  /** Folder that gets the pages and their assets. */
  readonly out: string;
  /** Folder for Astro's and Vite's own caches. */
  readonly cache: string;
}

/** What a rendering needs besides its pages. */
export interface RenderPlace extends AstroPlace {
  readonly fullLane: FullLane;
  /** Where the program of the pages is kept; there is none for pages that bring code of their own. */
  readonly program: ProgramPlace | undefined;
}

/** A page that has been rendered. */
export interface RenderedPage {
  readonly route: string;
  /** Path of its HTML, from the folder of the rendering. */
  readonly file: string;
  /** Of its bytes. */
  readonly digest: string;
  readonly facts: PageFacts;
}

/** What came of a rendering beside its pages. */
export interface Rendered {
  /** Paths of the assets that pages use, from the folder: styles, scripts, fonts. */
  readonly assets: readonly string[];
  /** Paths of the modules that were read for it. */
  readonly modules: readonly string[];
}

/** A rendering at work. */
export interface Rendering {
  /** Takes pages. */
  readonly add: (pages: readonly PageText[]) => void;
  /** Settled when all pages are rendered that were added; none comes after that. */
  readonly finish: () => Promise<Rendered>;
}

/** What a rendering begins with. */
export interface RenderingStart {
  readonly place: RenderPlace;
  readonly words: WordsByDigest;
  /** Routes of all pages that may come. */
  readonly routes: readonly string[];
  /** Hears of pages as they are ready. */
  readonly onPages: (pages: readonly RenderedPage[]) => void;
  /** Hears how many pages are begun with, where none is ready before all are. */
  readonly onCount: (count: number) => void;
  /** Hears of a fault, after which no page comes. */
  readonly onFault: (fault: unknown) => void;
}

/**
 * Begins to render pages into an empty folder. One at a time in a process, whose working folder is the project's:
 * that is where the code of the pages looks for packages.
 */
export function beginRendering(start: RenderingStart): Rendering {
  const { program } = start.place;
  return program === undefined ? renderWithAstro(start) : renderWith(loadProgram(program), start);
}

const textDecoder = new TextDecoder();

/** Renders each page with a kept program as soon as it comes; only once in a process. */
function renderWith(
  loading: Promise<PageProgram>,
  { place, words, routes, onPages, onFault }: RenderingStart,
): Rendering {
  const urls = createUrls(place.site, {});
  const waiting = new Map<string, PageText>();
  setStage(new Map(routes.map((route) => [route, () => readPage(given(waiting, route), words)])));
  let count = 0;
  const renderOne = async ({ render }: PageProgram, page: PageText): Promise<RenderedPage> => {
    const { route } = page;
    waiting.set(route, page);
    const html = await render(urls.absolute(route).replace(/\/?$/, '/'));
    waiting.delete(route);
    const file = `${String((count += 1))}.html`;
    writeFileSync(join(place.out, file), html);
    return { route, file, digest: digestOf(html), facts: readFacts(textDecoder.decode(html)) };
  };
  let work = loading.then((program) => {
    mkdirSync(place.out, { recursive: true });
    for (const asset of program.assets) put(join(place.out, asset), readFileSync(join(program.assetsFolder, asset)));
    return program;
  });
  const add = (pages: readonly PageText[]): void => {
    work = work.then(async (program) => {
      const rendered: RenderedPage[] = [];
      for (const page of pages) rendered.push(await renderOne(program, page));
      onPages(rendered);
      return program;
    });
    work.catch(onFault);
  };
  // No code of anybody else's is in a kept program.
  return { add, finish: async () => ({ assets: (await work).assets, modules: [] }) };
}

function given(waiting: ReadonlyMap<string, PageText>, route: string): PageText {
  const page = waiting.get(route);
  if (page === undefined) throw new Error(`The page ${route} is rendered before it has come.`);
  return page;
}

/** Has Astro render all pages when they are there; it bundles their code before. */
function renderWithAstro({ place, words, onPages, onCount, onFault }: RenderingStart): Rendering {
  const pages: PageText[] = [];
  const { promise: ready, resolve: go } = Promise.withResolvers<undefined>();
  const staged = ready.then(() => new Map(pages.map((page) => [page.route, () => readPage(page, words)])));
  let count = 0;
  const onRender = (): void => {
    count += 1;
    if (count % 16 === 0) onCount(count);
  };
  const rendering = import('./astro.ts').then(({ buildPages }) => buildPages(staged, place, onRender));
  rendering.catch(onFault);
  return {
    add: (more) => void pages.push(...more),
    finish: async () => {
      go(undefined);
      const rendered = await rendering;
      onPages(pages.map(({ route }) => builtPage(place.out, route)));
      return rendered;
    },
  };
}

/** A page as Astro has left it, in a folder of its own. */
function builtPage(out: string, route: string): RenderedPage {
  const file = join(route, 'index.html');
  const html = readFileSync(join(out, file), 'utf8');
  return { route, file, digest: digestOf(html), facts: readFacts(html) };
}

function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
