import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Content, LibraryOptions } from '../core/library/content.ts';
import type { Library } from '../core/library/library.ts';
import { hasErrors, sortProblems, type Problem } from '../core/problem/problem.ts';
import { digestOf, filesIn, folderDigest, readFolder, type Folder } from './folder.ts';
import { noFragments, openFragments } from './fragments.ts';
import type { Gallery } from './gallery.ts';
import { withLock } from './lock.ts';
import { noManifest, readManifest, writeManifest, type Manifest } from './manifest.ts';
import { ModuleFaults } from './module-fault.ts';
import { intact, recover, Staging, type KeptFiles } from './output.ts';
import { silence, type Progress } from './progress.ts';
import { OutsideFiles } from './outside.ts';
import { foreignPlace, realOf, unsafePlace } from './out-place.ts';
import { projectRoot, publicFilesOfProject, templateDigest } from './project.ts';
import { Renderer } from './renderer.ts';
import type { WrittenSite } from './site.ts';

/** What is to be built, and where. */
export interface BuildOptions {
  /** The author's folder. */
  readonly content: string;
  /** Folder that gets the site. */
  readonly out: string;
  /** The moment that decides what is published. */
  readonly now: Date;
  /** Show drafts. */
  readonly drafts?: boolean;
  /** Trust nothing that an earlier build has left. */
  readonly cold?: boolean;
  readonly progress?: Progress;
}

/** What came of a build. */
export interface BuildResult {
  /** True when `out` now holds the site. Otherwise it is as it was before. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** True when nothing had to be done. */
  readonly unchanged: boolean;
  readonly pages: number;
  /** Pages that were rendered now; the rest was taken over. */
  readonly rendered: number;
}

/** A content folder read and understood. */
export interface Understood {
  readonly folder: Folder;
  readonly library: Library | undefined;
  readonly gallery: Gallery | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Builds a site. Bad input never changes `out`: the new site is made in a folder beside it, which takes its
 * place at the end. Two builds of one folder, or into one folder, wait for each other.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const place = placeOf(options);
  const unsafe = unsafePlace(options);
  if (unsafe !== undefined) return { ok: false, problems: [unsafe], unchanged: false, pages: 0, rendered: 0 };
  const { note } = options.progress ?? silence;
  const onWait = ({ pid }: { pid: number }): void => {
    note(`Another build (process ${String(pid)}) is at work here; waiting for it.`);
  };
  return withLock(place.state, () => withLock(place.outState, () => build(options, place), { onWait }), { onWait });
}

/** Folder that keeps what is known of a content folder between builds. */
export function stateFolder(content: string): string {
  return join(projectRoot, '.cache', digestOf(realOf(content)).slice(0, 16));
}

/**
 * Reads a folder and answers every question about it; builds nothing.
 * @param onContent hears of the content when it has no errors so far, before all that takes longer
 */
export async function understand(
  options: BuildOptions,
  folder: Folder,
  progress: Progress,
  onContent?: (content: Content) => void,
): Promise<Understood> {
  // Loaded when there is something to do: that takes longer than to see that nothing has changed.
  const { readContent } = await import('./content.ts');
  const { GalleryMaker } = await import('./gallery.ts');
  const { buildLibrary } = await import('../core/library/library.ts');
  const state = stateFolder(options.content);
  const store = options.cold === true ? noFragments : openFragments(join(state, 'fragments'));
  const read = progress.step('Read');
  const maker = new GalleryMaker(folder, join(state, options.cold === true ? 'images-cold' : 'images'));
  const { content, problems, compiled, known } = await readContent(folder, store, publicFilesOfProject(), {
    onProgress: read.count,
    onDocument: (document) => {
      maker.begin(document);
    },
  });
  read(`${String(compiled + known)} documents, ${String(compiled)} of them new`);
  if (content === undefined) return { folder, library: undefined, gallery: undefined, problems };
  if (!hasErrors(problems)) onContent?.(content);
  const images = progress.step('Images');
  const gallery = await maker.finish(content, { complete: !hasErrors(problems), onProgress: images.count });
  images(String(gallery.images.size));
  const knot = progress.step('Library');
  const library = buildLibrary({ ...content, images: gallery.images }, optionsOf(options));
  knot(`${String(library.pages.length)} pages`);
  const all = sortProblems([...problems, ...gallery.problems, ...library.problems]);
  if (!hasErrors(all)) await store.prune();
  return { folder, library, gallery, problems: withoutEchoes(all) };
}

interface Place {
  readonly state: string;
  readonly outState: string;
  readonly manifest: string;
  readonly out: string;
}

/** What a build starts from. */
interface Sources {
  readonly folder: Folder;
  readonly outside: OutsideFiles;
  /** Digest of our own code. */
  readonly template: string;
  /** What the last build has left. */
  readonly manifest: Manifest;
  /** Digest of all that a build depends on, as far as it is known by now. */
  readonly input: () => string;
}

async function build(options: BuildOptions, place: Place): Promise<BuildResult> {
  await recover(place.out);
  const known = readManifest(place.manifest);
  const foreign = known.input === '' ? foreignPlace(place.out) : undefined;
  if (foreign !== undefined) return failed([foreign]);
  const sources = await readSources(options, place, options.cold === true ? noManifest : known);
  const { manifest } = sources;
  if (await upToDate(manifest, sources.input(), place.out, options.now)) {
    return { ok: true, problems: manifest.warnings, unchanged: true, pages: manifest.pages, rendered: 0 };
  }
  const renderer = new Renderer();
  try {
    return await buildAnew(options, place, sources, renderer);
  } finally {
    await renderer.end();
  }
}

async function readSources({ content, drafts }: BuildOptions, place: Place, manifest: Manifest): Promise<Sources> {
  const folder = await readFolder(content);
  const template = templateDigest();
  const outside = new OutsideFiles(manifest.outside);
  const input = (): string =>
    digestOf([folderDigest(folder), outside.digest, template, place.state, String(drafts ?? false)].join('\n'));
  return { folder, outside, template, manifest, input };
}

/** Builds a site that is not as it was. */
async function buildAnew(
  options: BuildOptions,
  place: Place,
  { input, manifest, ...sources }: Sources,
  renderer: Renderer,
): Promise<BuildResult> {
  const progress = options.progress ?? silence;
  const { pruneFragments, renderingPlan } = await import('./pages.ts');
  const { shownDocuments } = await import('../core/library/documents.ts');
  const understood = await understand(options, sources.folder, progress, (content) => {
    const documents = shownDocuments(content, optionsOf(options));
    // What goes wrong there is told when the pages come.
    renderer.begin(renderingPlan(content, documents, sources.folder, place.state)).catch(() => undefined);
  });
  const { library, gallery, problems } = understood;
  if (library === undefined || gallery === undefined || hasErrors(problems)) return failed(problems);
  const staging = new Staging(place.out, manifest.files);
  await staging.open();
  const cards = join(place.state, cardsFolder(options));
  const work = {
    ...sources,
    library,
    gallery,
    staging,
    renderer,
    state: place.state,
    previous: manifest.files,
    cards,
    progress,
  };
  const { writeSite } = await import('./site.ts');
  const written = await writeSite(work).catch(async (fault: unknown) => {
    await staging.discard();
    if (fault instanceof ModuleFaults) return { rendered: 0, problems: fault.problems };
    throw fault;
  });
  const all = sortProblems([...problems, ...written.problems]);
  if (hasErrors(all)) {
    await staging.discard();
    return failed(all);
  }
  await staging.publish();
  const after = { input: input(), outside: sources.outside.paths };
  writeManifest(place.manifest, manifestOf(after, library, options, staging, all));
  await pruneFragments(work);
  if (options.cold === true) {
    for (const name of ['images-cold', cardsFolder(options)])
      await rm(join(place.state, name), { recursive: true, force: true });
  }
  return done(library, written, all);
}

function optionsOf({ now, drafts }: BuildOptions): LibraryOptions {
  return { now, drafts: drafts ?? false };
}

function cardsFolder({ cold }: BuildOptions): string {
  return cold === true ? 'cards-cold' : 'cards';
}

async function upToDate(manifest: Manifest, input: string, out: string, now: Date): Promise<boolean> {
  if (manifest.input !== input || !existsSync(out)) return false;
  if (manifest.waiting !== undefined && new Date(manifest.waiting) <= now) return false;
  if (manifest.since !== undefined && now < new Date(manifest.since)) return false;
  return allIntact(manifest.files, out);
}

/** True when the output holds the files of the last build as they were, and no others. */
async function allIntact(files: KeptFiles, out: string): Promise<boolean> {
  const present = await filesIn(out);
  if (present.length !== Object.keys(files).length) return false;
  return present.every((file) => {
    const kept = files[file];
    return kept !== undefined && intact(join(out, file), kept);
  });
}

function manifestOf(
  known: Pick<Manifest, 'input' | 'outside'>,
  library: Library,
  options: BuildOptions,
  staging: Staging,
  problems: readonly Problem[],
): Manifest {
  const times = library.knowledge.content.essays.map(({ front }) => (front.publish ?? front.date).toISOString()).sort();
  const now = options.now.toISOString();
  return {
    ...known,
    waiting: times.find((time) => time > now),
    since: times.findLast((time) => time <= now),
    files: Object.fromEntries([...staging.files].sort(([a], [b]) => (a < b ? -1 : 1))),
    warnings: problems,
    pages: library.pages.length,
  };
}

function placeOf(options: BuildOptions): Place {
  const out = resolve(options.out);
  const state = stateFolder(options.content);
  const key = digestOf(out).slice(0, 16);
  return {
    state,
    out,
    outState: join(projectRoot, '.cache', `out-${key}`),
    manifest: join(state, `manifest-${key}.json`),
  };
}

/** A document that could not be read at all is reported once, not again by everybody who links to it. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify([problem.rule, problem.file, problem.line, problem.column, problem.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function failed(problems: readonly Problem[]): BuildResult {
  return { ok: false, problems, unchanged: false, pages: 0, rendered: 0 };
}

function done(library: Library, written: WrittenSite, problems: readonly Problem[]): BuildResult {
  return { ok: true, problems, unchanged: false, pages: library.pages.length, rendered: written.rendered };
}
