import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fillSlots } from '../core/essay/slot.ts';
import type { Content } from '../core/library/content.ts';
import type { AnyDocument } from '../core/library/knowledge.ts';
import type { Page } from '../core/library/page.ts';
import { outputFile } from '../core/route/table.ts';
import { slotsKey } from './body-key.ts';
import { digestOf, type Folder } from './folder.ts';
import { codeDigest, cutFullLane, fullLaneOf, moduleOf } from './full-lane.ts';
import { asModuleFaults } from './module-fault.ts';
import type { KeptFiles } from './kept-file.ts';
import { PageWriter, type PageText } from './page-text.ts';
import type { Counter } from './progress.ts';
import { programFolder } from './program.ts';
import type { RenderingPlan } from './renderer.ts';
import { renderedFile } from './rendering.ts';
import { readSealed, writeSealed } from './sealed.ts';
import type { SiteWork } from './site.ts';

/**
 * What a rendering of these documents' pages needs to begin.
 * @param state folder that keeps what is known between builds
 * @param template digest of our own code, by which the program of the pages is kept; without it none is
 */
export function renderingPlan(
  { site, words }: Content,
  documents: readonly AnyDocument[],
  folder: Folder,
  state: string,
  template: string | undefined,
): RenderingPlan {
  const { address } = site;
  const fullLane = fullLaneOf(documents, words, folder);
  const program =
    template === undefined || fullLane.documents.length > 0
      ? undefined
      : { folder: programFolder(state), key: digestOf(`${template} ${address}`) };
  return { site: { address }, cache: state, fullLane, program, words: new PageWriter(words).words };
}

/** What came of a site's pages. */
export interface WrittenPages {
  /** Pages that were rendered now; the rest was taken over. */
  readonly rendered: number;
  /** The HTML of documents of the full lane, with open slots. */
  readonly fragments: ReadonlyMap<AnyDocument, string>;
}

/** Renders the pages that have changed and takes over the rest. */
export async function writePages(work: SiteWork, onProgress: Counter): Promise<WrittenPages> {
  const { library, staging } = work;
  const ledger = new Ledger(work);
  const assets = assetsOf(work.previous);
  const stale = await handOver(work, ledger, assets);
  const isFirst = assets.length === 0;
  if (stale.length === 0) for (const asset of assets) staging.keep(asset);
  else {
    const made = await takeRendered(work, ledger, stale, onProgress);
    // Styles and scripts have names made of their content: other names mean that every page refers to the wrong ones.
    // Other files from elsewhere mean that what the kept pages are made of has another key.
    const moved = made.moved || made.assets.join() !== assets.join();
    if (!isFirst && stale.length < library.pages.length && moved) {
      const all = await handOver(work, ledger, []);
      await takeRendered(work, ledger, all, onProgress);
      return { rendered: all.length, fragments: ledger.fragments };
    }
  }
  const fresh = new Set(stale);
  for (const page of library.pages) if (!fresh.has(page)) ledger.keep(page);
  return { rendered: stale.length, fragments: ledger.fragments };
}

/** Deletes what was kept of documents that are none any more, or say something else now. */
export async function pruneFragments(work: SiteWork): Promise<void> {
  const used = new Set(work.library.knowledge.documents.map((document) => basename(fragmentFile(work, document))));
  const names = (await readdir(work.state)).filter((name) => /^full-.*\.html$/.test(name) && !used.has(name));
  await Promise.all(names.map((name) => rm(join(work.state, name), { force: true })));
}

/** What is known of the pages of a build: their keys, and the documents that some of them render themselves. */
class Ledger {
  readonly fragments = new Map<AnyDocument, string>();
  readonly #writer: PageWriter;
  readonly #work: SiteWork;
  readonly #modules: ReadonlyMap<string, AnyDocument>;
  /** Digest of what a page shows, by its route. */
  readonly #texts = new Map<string, string>();

  constructor(work: SiteWork) {
    const { content, documents } = work.library.knowledge;
    this.#work = work;
    this.#writer = new PageWriter(content.words);
    this.#modules = new Map(documents.filter(({ lane }) => lane === 'full').map((one) => [one.file, one]));
  }

  /** The text of a page, which is noted for its key. */
  text(page: Page): string {
    const text = this.#writer.text(page);
    this.#texts.set(page.route, digestOf(text));
    return text;
  }

  /** A page as it is sent to whoever renders it. */
  send(page: Page, text: string): PageText {
    return this.#writer.send(page, text);
  }

  /** The key of a page whose text was asked for: a digest of all that the page depends on. */
  key(page: Page): string {
    const { template, library } = this.#work;
    const document = this.document(page);
    const own =
      document === undefined ? [] : [codeKey(this.#work), document.digest, slotsKey(library, document, 'page')];
    const parts = [template, library.knowledge.site.address, this.#texts.get(page.route) ?? '', ...own];
    return digestOf(parts.join('\0'));
  }

  /** The document that a page renders itself. */
  document(page: Page): AnyDocument | undefined {
    return this.#modules.get(moduleOf(page) ?? '');
  }

  /** True when the last output holds the page as it would be rendered now. */
  isKept(page: Page): boolean {
    const document = this.document(page);
    const isWhole = this.#work.staging.has(outputFile(page.route), this.key(page));
    return isWhole && (document === undefined || keptFragment(this.#work, document) !== '');
  }

  /** Takes a page over. */
  keep(page: Page): void {
    this.#work.staging.keep(outputFile(page.route));
    const document = this.document(page);
    if (document !== undefined) this.fragments.set(document, keptFragment(this.#work, document));
  }
}

/** Hands pages over to be rendered: those that have changed, or all when the assets of the last output are not there. */
async function handOver(work: SiteWork, ledger: Ledger, assets: readonly string[]): Promise<Page[]> {
  const { library, staging, renderer, plan } = work;
  const hasAssets = assets.length > 0 && assets.every((asset) => staging.has(asset, 'asset'));
  const stale: Page[] = [];
  for (const page of library.pages) {
    const text = ledger.text(page);
    if (hasAssets && ledger.isKept(page)) continue;
    if (stale.length === 0) await renderer.begin(plan);
    stale.push(page);
    await renderer.add(ledger.send(page, text));
  }
  return stale;
}

/** Renders what was handed over and takes it into the output. */
async function takeRendered(
  work: SiteWork,
  ledger: Ledger,
  pages: readonly Page[],
  onProgress: Counter,
): Promise<{ assets: readonly string[]; moved: boolean }> {
  const { staging, renderer, folder } = work;
  const count = (done: number): void => {
    onProgress(Math.min(done, pages.length), pages.length);
  };
  const { assets, modules } = await renderer.render(count).catch((fault: unknown) => {
    throw asModuleFaults(fault, folder);
  });
  const moved = work.outside.take(new Set(modules), folder);
  for (const asset of assets) staging.take(join(renderer.folder, asset), asset, 'asset');
  for (const page of pages) {
    const rendered = join(renderer.folder, renderedFile(page.route));
    const document = ledger.document(page);
    if (document !== undefined) ledger.fragments.set(document, await fillPage(work, document, rendered));
    staging.take(rendered, outputFile(page.route), ledger.key(page));
  }
  return { assets, moved };
}

/** Fills the slots that Astro has left open in a page of the full lane; gives the fragment with its slots. */
async function fillPage(work: SiteWork, document: AnyDocument, rendered: string): Promise<string> {
  const parts = cutFullLane(await readFile(rendered, 'utf8'));
  if (parts === undefined) throw new Error(`${rendered} does not hold the text of ${document.file}.`);
  const filled = fillSlots(parts.fragment, work.library.fillers(document, 'page'));
  await writeFile(rendered, parts.before + filled + parts.after);
  writeSealed(fragmentFile(work, document), parts.fragment);
  return parts.fragment;
}

function keptFragment(work: SiteWork, document: AnyDocument): string {
  return readSealed(fragmentFile(work, document)) ?? '';
}

/** Says all that code of the folder can depend on, beside the document that imports it. */
function codeKey({ folder, outside }: SiteWork): string {
  return codeDigest(folder) + outside.digest;
}

function fragmentFile(work: SiteWork, document: AnyDocument): string {
  return join(work.state, `full-${digestOf(document.digest + codeKey(work)).slice(0, 24)}.html`);
}

function assetsOf(files: KeptFiles): string[] {
  return Object.keys(files)
    .filter((file) => files[file]?.key === 'asset')
    .sort();
}
