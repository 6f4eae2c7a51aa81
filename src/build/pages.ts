import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fillSlots } from '../core/essay/slot.ts';
import type { Content } from '../core/library/content.ts';
import type { AnyDocument } from '../core/library/knowledge.ts';
import type { Page } from '../core/library/page.ts';
import { outputFile } from '../core/route/table.ts';
import type { Site } from '../core/site/site.ts';
import { slotsKey } from './body-key.ts';
import type { KnownFile } from './check.ts';
import { ChangedFile, digestOf, type Folder } from './folder.ts';
import { codeDigest, cutFullLane, fullLaneOf, moduleOf } from './full-lane.ts';
import { asModuleFaults } from './module-fault.ts';
import type { KeptFiles } from './kept-file.ts';
import { readFacts } from './page-facts.ts';
import { PageWriter, type PageText } from './page-text.ts';
import type { Counter } from './progress.ts';
import type { RenderingListener } from './render-worker.ts';
import type { ProgramPlan, RenderingPlan } from './renderer.ts';
import type { RenderedPage } from './rendering.ts';
import { readSealed, writeSealed } from './sealed.ts';
import type { SiteWork } from './site.ts';

/**
 * What a rendering of these documents' pages needs to begin.
 * @param state folder that keeps what is known between builds
 * @param template digest of our own code
 * @param isCold true when nothing that an earlier build has left is of use
 */
export function renderingPlan(
  { site, words }: Content,
  documents: readonly AnyDocument[],
  folder: Folder,
  state: string,
  template: string,
  isCold: boolean,
): RenderingPlan {
  const fullLane = fullLaneOf(documents, words, folder);
  const { program, ...rest } = programPlan(site, state, template, isCold);
  const known = { ...rest, fullLane, words: new PageWriter(words).words };
  return fullLane.documents.length === 0 ? { ...known, program } : known;
}

/** What the code of pages is bundled from that bring none of their own. */
export function programPlan({ address }: Site, state: string, template: string, isCold: boolean): ProgramPlan {
  return { site: { address }, cache: state, program: { key: digestOf(`${template} ${address}`), isKept: !isCold } };
}

/** What came of a site's pages. */
export interface WrittenPages {
  /** Pages that were rendered now; the rest was taken over. */
  readonly rendered: number;
  /** The HTML of documents of the full lane, with open slots. */
  readonly fragments: ReadonlyMap<AnyDocument, string>;
  /** What the rendered pages say, by their file. */
  readonly facts: ReadonlyMap<string, KnownFile>;
}

/** Renders the pages that have changed and takes over the rest. */
export async function writePages(work: SiteWork, onProgress: Counter): Promise<WrittenPages> {
  const { library, staging } = work;
  const ledger = new Ledger(work);
  const assets = assetsOf(work.previous);
  const { stale, ...made } = await render(work, ledger, assets, onProgress);
  const isFirst = assets.length === 0;
  if (stale.length === 0) for (const asset of assets) staging.keep(asset);
  // Styles and scripts have names made of their content: other names mean that every page refers to the wrong ones.
  // Other files from elsewhere mean that what the kept pages are made of has another key.
  const moved = stale.length > 0 && (made.moved || made.assets.join() !== assets.join());
  if (!isFirst && stale.length < library.pages.length && moved) {
    await render(work, ledger, [], onProgress);
    return ledger.written(library.pages.length);
  }
  const fresh = new Set(stale);
  for (const page of library.pages) if (!fresh.has(page)) ledger.keep(page);
  return ledger.written(stale.length);
}

/** Deletes what was kept of documents that are none any more, or say something else now. */
export async function pruneFragments(work: SiteWork): Promise<void> {
  const used = new Set(work.library.knowledge.documents.map((document) => basename(fragmentFile(work, document))));
  const names = (await readdir(work.state)).filter((name) => /^full-.*\.html$/.test(name) && !used.has(name));
  await Promise.all(names.map((name) => rm(join(work.state, name), { force: true })));
}

/** What is known of the pages of a build: their keys, and the documents that some of them render themselves. */
class Ledger {
  readonly #fragments = new Map<AnyDocument, string>();
  readonly #facts = new Map<string, KnownFile>();
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
    if (document !== undefined) this.#fragments.set(document, keptFragment(this.#work, document));
  }

  /** Takes a rendered page into the output; one of the full lane when it is known what else it depends on. */
  take(page: Page, rendered: RenderedPage): void {
    const { staging, renderer } = this.#work;
    const document = this.document(page);
    const path = join(renderer.folder, rendered.file);
    const { digest, facts } = document === undefined ? rendered : this.#fill(document, path);
    const file = outputFile(page.route);
    staging.take(path, file, this.key(page), digest);
    this.#facts.set(file, { digest, facts });
  }

  /** What has come of all pages. */
  written(rendered: number): WrittenPages {
    return { rendered, fragments: this.#fragments, facts: this.#facts };
  }

  /** Fills the slots that Astro has left open in a page of the full lane, and keeps its fragment with them. */
  #fill(document: AnyDocument, path: string): Pick<RenderedPage, 'digest' | 'facts'> {
    const parts = cutFullLane(readFileSync(path, 'utf8'));
    if (parts === undefined) throw new Error(`${path} does not hold the text of ${document.file}.`);
    const filled = fillSlots(parts.fragment, this.#work.library.fillers(document, 'page'));
    const html = parts.before + filled + parts.after;
    writeFileSync(path, html);
    writeSealed(fragmentFile(this.#work, document), parts.fragment);
    this.#fragments.set(document, parts.fragment);
    return { digest: digestOf(html), facts: readFacts(html) };
  }
}

/**
 * Renders pages and takes them into the output as they come: those that have changed, or all when the assets of the
 * last output are not there.
 */
async function render(
  work: SiteWork,
  ledger: Ledger,
  assets: readonly string[],
  onProgress: Counter,
): Promise<{ stale: readonly Page[]; assets: readonly string[]; moved: boolean }> {
  const { library, staging, renderer, plan, outside, folder } = work;
  const hasAssets = assets.length > 0 && assets.every((asset) => staging.has(asset, 'asset'));
  const stale: Page[] = [];
  const desk = new Desk(ledger, library.pages, (done) => {
    onProgress(Math.min(done, stale.length), stale.length);
  });
  try {
    for (const page of library.pages) {
      const text = ledger.text(page);
      if (hasAssets && ledger.isKept(page)) continue;
      if (stale.length === 0) await renderer.open(plan, [...desk.routes], desk);
      stale.push(page);
      await renderer.add(ledger.send(page, text));
    }
    if (stale.length === 0) return { stale, assets, moved: false };
    const made = await renderer.finish();
    const modules = new Set(made.modules);
    // Who renders has read them again, and what is not the same by now is told.
    for (const file of folder.files.values()) if (modules.has(file.disk)) file.bytes();
    const moved = outside.take(modules, folder);
    desk.close();
    for (const asset of made.assets) staging.take(join(renderer.folder, asset), asset, 'asset');
    return { stale, assets: made.assets, moved };
  } catch (fault) {
    throw fault instanceof ChangedFile ? fault : asModuleFaults(fault, folder);
  }
}

/** Takes in what comes of a renderer. */
class Desk implements RenderingListener {
  readonly onCount: (count: number) => void;
  readonly #ledger: Ledger;
  readonly #pages: ReadonlyMap<string, Page>;
  readonly #later: [Page, RenderedPage][] = [];
  #done = 0;

  constructor(ledger: Ledger, pages: readonly Page[], onCount: (count: number) => void) {
    this.#ledger = ledger;
    this.#pages = new Map(pages.map((page) => [page.route, page]));
    this.onCount = onCount;
  }

  get routes(): Iterable<string> {
    return this.#pages.keys();
  }

  onPages(rendered: readonly RenderedPage[]): void {
    for (const one of rendered) {
      const page = this.#pages.get(one.route);
      if (page === undefined) throw new Error(`Nobody has asked for the page ${one.route}.`);
      // What the page of a document depends on that brings code is known at the end.
      if (this.#ledger.document(page) !== undefined) this.#later.push([page, one]);
      else this.#ledger.take(page, one);
    }
    this.onCount((this.#done += rendered.length));
  }

  /** Takes in what has waited. */
  close(): void {
    for (const [page, rendered] of this.#later) this.#ledger.take(page, rendered);
  }
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
