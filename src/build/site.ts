import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Essay } from '../core/essay/essay.ts';
import type { Library } from '../core/library/library.ts';
import { textFiles } from '../core/metadata/text-files.ts';
import { hasErrors, type Problem } from '../core/problem/problem.ts';
import { siteStyle } from '../core/site/style.ts';
import { writeCards } from './cards.ts';
import { writeChainPictures } from './chain-pictures.ts';
import { checkSite } from './check.ts';
import { writeFeeds, type WrittenFeeds } from './feeds.ts';
import { digestOf, type Folder } from './folder.ts';
import type { Gallery } from './gallery.ts';
import { writeIcons } from './icons.ts';
import type { KeptFiles } from './kept-file.ts';
import type { Staging } from './output.ts';
import type { OutsideFiles } from './outside.ts';
import { writePages, type WrittenPages } from './pages.ts';
import type { Counter, Progress } from './progress.ts';
import { projectRoot } from './project.ts';
import type { Renderer, RenderingPlan } from './renderer.ts';
import type { SearchWork } from './search/search.ts';
import { writeTwins } from './twins.ts';

/** Everything a site is written from. */
export interface SiteWork {
  readonly folder: Folder;
  readonly library: Library;
  readonly gallery: Gallery;
  readonly staging: Staging;
  readonly renderer: Renderer;
  readonly plan: RenderingPlan;
  readonly search: SearchWork;
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

/**
 * Writes a whole site into its staging folder, taking over what has not changed, and checks the result. Pages are
 * rendered and the index is made by other processes; what other programs read is written meanwhile.
 */
export async function writeSite(work: SiteWork): Promise<WrittenSite> {
  const { library } = work;
  const pages = timed(work, 'Pages', async (count) => {
    const written = await writePages(work, count);
    // The check needs the memory that its process has.
    await work.renderer.end();
    return [written, `${String(written.rendered)} rendered, ${String(library.pages.length - written.rendered)} kept`];
  });
  // Essays that are code have no text before they are rendered.
  const needsPages = library.knowledge.documents.some(({ lane }) => lane === 'full');
  const others = writeOthers(work, needsPages ? pages : Promise.resolve({ fragments: new Map() }));
  const search = timed(work, 'Search', async () => {
    const { indexed, kept } = await work.search.finish();
    return [kept, [...indexed.map((lang) => `${lang} indexed`), ...kept.map((lang) => `${lang} kept`)].join(', ')];
  });
  const checked = allOf([pages, others]).then(([{ rendered, facts }, { problems, facts: more }]) =>
    hasErrors(problems) ? { rendered, problems } : check(work, rendered, new Map([...facts, ...more]), problems),
  );
  const [written] = await allOf([checked, search]);
  return written;
}

/** Checks what has been written. */
function check(
  work: SiteWork,
  rendered: number,
  facts: WrittenPages['facts'],
  problems: readonly Problem[],
): Promise<WrittenSite> {
  const { library, staging, state, template } = work;
  return timed(work, 'Check', () => {
    const found = [...problems, ...checkSite(library, staging, join(state, 'facts.json'), template, facts)];
    return [{ rendered, problems: found }, found.length === 0 ? 'links, languages, feeds' : String(found.length)];
  });
}

/** Does a step, which says how far it has come and what came of it. */
async function timed<T>(
  { progress }: SiteWork,
  name: string,
  work: (count: Counter) => Promise<readonly [T, string]> | readonly [T, string],
): Promise<T> {
  const step = progress.step(name);
  const [result, outcome] = await work(step.count);
  step(outcome);
  return result;
}

/** Waits for all to end, also when one fails: nothing may be at work any more when the folder is thrown away. */
async function allOf<T extends readonly unknown[]>(works: { readonly [K in keyof T]: Promise<T[K]> }): Promise<T> {
  for (const one of await Promise.allSettled(works)) if (one.status === 'rejected') throw one.reason;
  return Promise.all(works);
}

/** What came of everything that is no page. */
type WrittenOthers = Pick<WrittenFeeds, 'facts'> & Pick<WrittenSite, 'problems'>;

/** Writes everything that is no page. */
async function writeOthers(work: SiteWork, pages: Promise<Pick<WrittenPages, 'fragments'>>): Promise<WrittenOthers> {
  const { library, staging, template } = work;
  const pictures = await timed(work, 'Previews', async () => {
    const made = await writeCards(library.knowledge, work.cards, staging);
    return [made, `${String(made.drawn)} drawn, ${String(made.count - made.drawn)} kept`];
  });
  const { fragments } = await pages;
  const fragmentOf = (essay: Essay): string => essay.fragment ?? fragments.get(essay) ?? '';
  const { facts } = await timed(work, 'Feeds', async () => {
    const feeds = await writeFeeds(library, fragmentOf, template, staging);
    return [feeds, String(feeds.count)];
  });
  return timed(work, 'Files', async () => {
    const unwritten = await writeChainPictures(library.knowledge, template, staging);
    await writeTwins(library, fragmentOf, template, staging);
    const iconFaults = await writeIcons(library, work.folder, template, staging);
    const faults = [...iconFaults, ...(await work.gallery.ready)];
    if (!hasErrors(faults)) await writeRest(work);
    return [{ facts, problems: [...pictures.problems, ...unwritten, ...faults] }, String(staging.files.size)];
  });
}

async function writeRest(work: SiteWork): Promise<void> {
  const { library, staging, gallery, folder, template } = work;
  const { knowledge } = library;
  const text = (file: string, content: string): Promise<void> => staging.make(file, digestOf(content), () => content);
  // Names of cached images say how they were made.
  for (const [route, path] of gallery.files)
    await staging.link(route, `image ${basename(dirname(path))}`, () => ({
      path,
      digest: digestOf(readFileSync(path)),
    }));
  for (const one of textFiles(library)) {
    if (one.key === undefined) await text(one.file, one.text());
    else await staging.make(one.file, digestOf(`${template} ${one.key}`), one.text);
  }
  const accent = knowledge.site.accent;
  if (accent !== undefined) await text('site.css', siteStyle(accent));
  for (const { route, file } of knowledge.content.publicFiles) {
    const own = folder.files.get(file);
    if (own !== undefined) await staging.make(route, own.digest, own.bytes);
    else await staging.make(route, template, () => readFile(join(projectRoot, 'public', route)));
  }
}
