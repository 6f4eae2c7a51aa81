import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fillSlots } from '../core/essay/slot.ts';
import type { Essay } from '../core/essay/essay.ts';
import type { Library } from '../core/library/library.ts';
import type { AnyDocument } from '../core/library/knowledge.ts';
import type { Page } from '../core/library/page.ts';
import { textFiles } from '../core/metadata/text-files.ts';
import { hasErrors, type Problem } from '../core/problem/problem.ts';
import { outputFile } from '../core/route/table.ts';
import { siteStyle } from '../core/site/style.ts';
import { renderPages } from './astro.ts';
import { slotsKey } from './body-key.ts';
import { checkSite } from './check.ts';
import { writeFeeds } from './feeds.ts';
import { digestOf, type Folder } from './folder.ts';
import { codeDigest, cutFullLane, moduleOf } from './full-lane.ts';
import type { Gallery } from './gallery.ts';
import { asModuleFaults } from './module-fault.ts';
import type { KeptFiles, Staging } from './output.ts';
import type { OutsideFiles } from './outside.ts';
import { projectRoot } from './project.ts';
import type { Counter, Progress } from './progress.ts';
import { readSealed, writeSealed } from './sealed.ts';
import { writeCards } from './cards.ts';
import { writeChainPictures } from './chain-pictures.ts';
import { writeIcons } from './icons.ts';
import { writeTwins } from './twins.ts';
import { startSearch } from './search.ts';

/** Everything a site is written from. */
export interface SiteWork {
  readonly folder: Folder;
  readonly library: Library;
  readonly gallery: Gallery;
  readonly staging: Staging;
  /** Digest of our own code. */
  readonly template: string;
  /** What code of the folder takes from elsewhere; known anew when pages have been rendered. */
  readonly outside: OutsideFiles;
  readonly state: string;
  readonly previous: KeptFiles;
  /** Folder that keeps preview images. */
  readonly cards: string;
  readonly progress: Progress;
}

/** What came of writing. */
export interface WrittenSite {
  readonly rendered: number;
  readonly problems: readonly Problem[];
}

/** Writes a whole site into its staging folder, taking over what has not changed, and checks the result. */
export async function writeSite(work: SiteWork): Promise<WrittenSite> {
  const { library, staging, progress, template } = work;
  // The index is made by another process, so all the rest can be made meanwhile; Astro empties the folder first.
  const finishSearch = startSearch(library.knowledge, staging, work.previous);
  const made = await writeFiles(work).catch(async (fault: unknown) => {
    // Nothing may be at work any more when the folder is thrown away.
    await finishSearch().catch(() => undefined);
    throw fault;
  });
  const search = progress.step('Search');
  const index = await finishSearch();
  search([...index.indexed.map((lang) => `${lang} indexed`), ...index.kept.map((lang) => `${lang} kept`)].join(', '));
  if (hasErrors(made.problems)) return made;
  const check = progress.step('Check');
  const problems = [...made.problems, ...checkSite(library, staging, join(work.state, 'facts.json'), template)];
  check(problems.length === 0 ? 'links, languages, feeds' : String(problems.length));
  return { rendered: made.rendered, problems };
}

/** Writes everything but the search index. */
async function writeFiles(work: SiteWork): Promise<WrittenSite> {
  const { library, staging, progress, template } = work;
  const fragments = new Map<AnyDocument, string>();
  const pages = progress.step('Pages');
  const rendered = await writePages(work, fragments, pages.count);
  pages(`${String(rendered)} rendered, ${String(library.pages.length - rendered)} kept`);
  const feeds = progress.step('Feeds');
  const fragmentOf = (essay: Essay): string => essay.fragment ?? fragments.get(essay) ?? '';
  feeds(String(await writeFeeds(library, fragmentOf, template, staging)));
  const previews = progress.step('Previews');
  const pictures = await writeCards(library.knowledge, work.cards, staging);
  previews(`${String(pictures.drawn)} drawn, ${String(pictures.count - pictures.drawn)} kept`);
  const files = progress.step('Files');
  await writeChainPictures(library.knowledge, template, staging);
  await writeTwins(library, fragmentOf, template, staging);
  const faults = await writeIcons(library, work.folder, template, staging);
  if (faults.length === 0) await writeRest(work);
  files(String(staging.files.size));
  return { rendered, problems: [...pictures.problems, ...faults] };
}

async function writePages(work: SiteWork, fragments: Map<AnyDocument, string>, onProgress: Counter): Promise<number> {
  const keys = pageKeys(work);
  const assets = assetsOf(work.previous);
  const stale = stalePages(work, keys, assets);
  if (stale.length > 0) {
    const made = await renderStale(work, stale, fragments, onProgress);
    // Styles and scripts have names made of their content: other names mean that every page refers to the wrong ones.
    // Other files from elsewhere mean that what the kept pages are made of has another key.
    const moved = made.moved || made.assets.join() !== assets.join();
    if (assets.length > 0 && stale.length < work.library.pages.length && moved) {
      await renderStale(work, work.library.pages, fragments, onProgress);
      return work.library.pages.length;
    }
  } else for (const asset of assets) work.staging.keep(asset);
  const fresh = new Set(stale);
  for (const page of work.library.pages) {
    if (fresh.has(page)) continue;
    work.staging.keep(outputFile(page.route));
    const document = fullLaneDocument(work, page);
    if (document !== undefined) fragments.set(document, keptFragment(work, document));
  }
  return stale.length;
}

function stalePages(work: SiteWork, keys: ReadonlyMap<Page, string>, assets: readonly string[]): readonly Page[] {
  const { library, staging } = work;
  if (assets.length === 0) return library.pages;
  if (!assets.every((asset) => staging.has(asset, 'asset'))) return library.pages;
  const stale: Page[] = [];
  for (const page of library.pages) {
    const whole = staging.has(outputFile(page.route), keys.get(page) ?? '');
    const document = fullLaneDocument(work, page);
    if (!whole || (document !== undefined && keptFragment(work, document) === '')) stale.push(page);
  }
  return stale;
}

async function renderStale(
  work: SiteWork,
  pages: readonly Page[],
  fragments: Map<AnyDocument, string>,
  onProgress: Counter,
): Promise<{ assets: string[]; moved: boolean }> {
  const { library, staging, state } = work;
  const { site, content, documents } = library.knowledge;
  const full = documents.filter(({ lane }) => lane === 'full');
  const disk = (document: AnyDocument): string => work.folder.files.get(document.file)?.disk ?? '';
  const fullLane = { documents: full.map((document) => ({ document, disk: disk(document) })), words: content.words };
  const { assets, modules } = await renderPages(pages, {
    site,
    out: staging.folder,
    cache: state,
    fullLane,
    onProgress,
  }).catch((fault: unknown) => {
    throw asModuleFaults(fault, work.folder);
  });
  const moved = work.outside.take(modules, work.folder);
  const keys = pageKeys(work);
  for (const asset of assets) staging.adopt(asset, 'asset');
  for (const page of pages) {
    const file = outputFile(page.route);
    const document = fullLaneDocument(work, page);
    if (document !== undefined) fragments.set(document, await fillPage(work, document, file));
    staging.adopt(file, keys.get(page) ?? '');
  }
  return { assets, moved };
}

/** Fills the slots that Astro has left open in a page of the full lane; gives the fragment with its slots. */
async function fillPage(work: SiteWork, document: AnyDocument, file: string): Promise<string> {
  const path = join(work.staging.folder, file);
  const parts = cutFullLane(await readFile(path, 'utf8'));
  if (parts === undefined) throw new Error(`${file} does not hold the text of ${document.file}.`);
  const filled = fillSlots(parts.fragment, work.library.fillers(document, 'page'));
  await writeFile(path, parts.before + filled + parts.after);
  writeSealed(fragmentFile(work, document), parts.fragment);
  return parts.fragment;
}

/** Deletes what was kept of documents that are none any more, or say something else now. */
export async function pruneFragments(work: SiteWork): Promise<void> {
  const used = new Set(work.library.knowledge.documents.map((document) => basename(fragmentFile(work, document))));
  const names = (await readdir(work.state)).filter((name) => /^full-.*\.html$/.test(name) && !used.has(name));
  await Promise.all(names.map((name) => rm(join(work.state, name), { force: true })));
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

function fullLaneDocument(work: SiteWork, page: Page): AnyDocument | undefined {
  const key = moduleOf(page);
  return key === undefined ? undefined : work.library.knowledge.documents.find(({ file }) => file === key);
}

/** The key of a page: a digest of all it shows. Words are the same for a whole language, so their digest stands in. */
function pageKeys(work: SiteWork): Map<Page, string> {
  const { library, template } = work;
  const { content } = library.knowledge;
  const words = new Map(Object.values(content.words).map((one) => [one, digestOf(JSON.stringify(one))]));
  const address = content.site.address;
  return new Map(
    library.pages.map((page) => {
      const props = JSON.stringify({ ...page, words: words.get(page.words) });
      const document = fullLaneDocument(work, page);
      const own =
        document === undefined ? [] : [codeKey(work), document.digest, slotsKey(work.library, document, 'page')];
      return [page, digestOf([template, address, props, ...own].join('\0'))];
    }),
  );
}

function assetsOf(files: KeptFiles): string[] {
  return Object.keys(files)
    .filter((file) => files[file]?.key === 'asset')
    .sort();
}

async function writeRest(work: SiteWork): Promise<void> {
  const { library, staging, gallery, folder, template } = work;
  const { knowledge } = library;
  const text = (file: string, content: string): Promise<void> => staging.make(file, digestOf(content), () => content);
  // Names of cached images say how they were made.
  for (const [route, path] of gallery.files)
    await staging.make(route, `image ${basename(dirname(path))}`, () => readFile(path));
  for (const one of textFiles(library)) await text(one.file, one.text());
  const accent = knowledge.site.accent;
  if (accent !== undefined) await text('site.css', siteStyle(accent));
  for (const { route, file } of knowledge.content.publicFiles) {
    const own = folder.files.get(file);
    if (own !== undefined) await staging.make(route, own.digest, () => own.bytes);
    else await staging.make(route, template, () => readFile(join(projectRoot, 'public', route)));
  }
}
