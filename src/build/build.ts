import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../core/problem/problem.ts';
import { digestOf, filesIn, folderDigest, readFolder, type Folder } from './folder.ts';
import { withLock } from './lock.ts';
import { noManifest, readManifest, type Manifest } from './manifest.ts';
import { intact, type KeptFiles } from './kept-file.ts';
import { recover } from './output.ts';
import { OutsideFiles } from './outside.ts';
import { foreignNeighbour, foreignPlace, realOf, unsafePlace } from './out-place.ts';
import { silence, type Progress } from './progress.ts';
import { hasProgram } from './program.ts';
import { projectRoot, templateDigest } from './project.ts';
import { Renderer } from './renderer.ts';

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

/** Folder that keeps what is known of an output between builds. */
export function outFolder(out: string): string {
  return join(projectRoot, '.cache', `out-${digestOf(realOf(out)).slice(0, 16)}`);
}

/** Where a build works. */
export interface Place {
  /** Folder that keeps what is known of the content between builds. */
  readonly state: string;
  /** Folder that keeps what is known of the output, and that others wait for. */
  readonly outState: string;
  /** File that says how the last build has left the output. */
  readonly manifest: string;
  readonly out: string;
}

/** What a build starts from. */
export interface Sources {
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
  const known = readManifest(place.manifest);
  const foreign = foreignTo(place, known);
  if (foreign !== undefined) return failed([foreign]);
  await recover(place.out);
  const sources = await readSources(options, place, options.cold === true ? noManifest : known);
  const { manifest } = sources;
  if (upToDate(manifest, sources.input(), place.out, options.now)) {
    return { ok: true, problems: manifest.warnings, unchanged: true, pages: manifest.pages, rendered: 0 };
  }
  // Its process starts while all the rest is still loaded here, and that only where there is something to do.
  const renderer = new Renderer(options.cold !== true && hasProgram(place.state));
  const { buildAnew } = await import('./build-anew.ts');
  return buildAnew(options, place, sources, renderer);
}

/** Says what somebody else has where the site is to be written. What lies there after a build has begun is ours. */
function foreignTo({ out, outState }: Place, known: Manifest): Problem | undefined {
  if (known.input !== '') return undefined;
  const begun = join(outState, 'begun');
  const foreign = foreignPlace(out) ?? (existsSync(begun) ? undefined : foreignNeighbour(out));
  if (foreign === undefined) writeFileSync(begun, '');
  return foreign;
}

async function readSources({ content, drafts }: BuildOptions, place: Place, manifest: Manifest): Promise<Sources> {
  const folder = await readFolder(content);
  const template = templateDigest();
  const outside = new OutsideFiles(manifest.outside);
  const input = (): string =>
    digestOf([folderDigest(folder), outside.digest, template, place.state, String(drafts ?? false)].join('\n'));
  return { folder, outside, template, manifest, input };
}

function upToDate(manifest: Manifest, input: string, out: string, now: Date): boolean {
  if (manifest.input !== input || !existsSync(out)) return false;
  if (manifest.waiting !== undefined && new Date(manifest.waiting) <= now) return false;
  if (manifest.since !== undefined && now < new Date(manifest.since)) return false;
  return allIntact(manifest.files, out);
}

/** True when the output holds the files of the last build as they were, and no others. */
function allIntact(files: KeptFiles, out: string): boolean {
  const present = filesIn(out);
  if (present.length !== Object.keys(files).length) return false;
  return present.every((file) => {
    const kept = files[file];
    return kept !== undefined && intact(`${out}/${file}`, kept);
  });
}

function placeOf(options: BuildOptions): Place {
  const out = realOf(options.out);
  const state = stateFolder(options.content);
  const key = digestOf(out).slice(0, 16);
  return {
    state,
    out,
    outState: outFolder(out),
    manifest: join(state, `manifest-${key}.json`),
  };
}

/** The result of a build that has left everything as it was. */
export function failed(problems: readonly Problem[]): BuildResult {
  return { ok: false, problems, unchanged: false, pages: 0, rendered: 0 };
}
