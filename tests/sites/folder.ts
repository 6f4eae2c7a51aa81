import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { outFolder, stateFolder } from '../../src/build/build.ts';
import { understand } from '../../src/build/understanding.ts';
import { readFolder } from '../../src/build/folder.ts';
import { silence } from '../../src/build/progress.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { Problem } from '../../src/core/problem/problem.ts';

/** A content folder as a table: path → text or bytes; `undefined` leaves a file out. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** The moment at which all test sites are built, unless a test says another. */
export const now = new Date('2026-06-01T00:00:00Z');

/** An author's folder in a temporary place, and a place for the site made of it. */
export interface ContentFolder {
  /** The temporary place that holds both. */
  readonly place: string;
  readonly content: string;
  readonly out: string;
  /** Writes files, replaces them, deletes those that are `undefined`. */
  readonly write: (files: Files) => void;
  readonly read: (path: string) => string;
  readonly rename: (from: string, to: string) => void;
  /** Deletes it all, and what a build keeps of it. */
  readonly dispose: () => void;
}

/** Writes a content folder into a new temporary place; `name` is its path there. Sites belong into `dist` or `cold` beside it. */
export function makeFolder(files: Files, name = 'content'): ContentFolder {
  const place = mkdtempSync(join(tmpdir(), 'throughline-site-'));
  const content = join(place, name);
  mkdirSync(content, { recursive: true });
  const folder: ContentFolder = {
    place,
    content,
    out: join(place, 'dist'),
    write: (changes) => {
      for (const [path, data] of Object.entries(changes)) writeOne(join(content, path), data);
    },
    read: (path) => readFileSync(join(content, path), 'utf8'),
    rename: (from, to) => {
      mkdirSync(dirname(join(content, to)), { recursive: true });
      renameSync(join(content, from), join(content, to));
    },
    dispose: () => {
      const outs = ['dist', 'cold'].map((out) => outFolder(join(place, out)));
      for (const kept of [stateFolder(content), ...outs]) rmSync(kept, { recursive: true, force: true, maxRetries: 10 });
      rmSync(place, { recursive: true, force: true });
    },
  };
  folder.write(files);
  return folder;
}

function writeOne(path: string, data: string | Uint8Array | undefined): void {
  if (data === undefined) {
    rmSync(path, { recursive: true, force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
}

/** What the library says of a folder. */
export interface Answer {
  readonly library: Library | undefined;
  readonly problems: readonly Problem[];
}

/** Asks what a folder means and what is wrong with it; builds nothing and keeps nothing. */
export async function ask(files: Files, options: { readonly now?: Date; readonly drafts?: boolean } = {}): Promise<Answer> {
  const folder = makeFolder(files);
  try {
    const request = { content: folder.content, out: folder.out, now, cold: true, ...options };
    const { library, problems } = await understand(request, await readFolder(folder.content), silence);
    return { library, problems };
  } finally {
    folder.dispose();
  }
}

/** The files of a built site: path → bytes. */
export type SiteFiles = ReadonlyMap<string, Buffer>;

/** Every file of a built site with its bytes, sorted by path. */
export function readSite(out: string): Map<string, Buffer> {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1)).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(out, path))]));
}

/** The files that two sites do not have in common, with what differs: `+` only in the second, `-` only in the first. */
export function difference(a: SiteFiles, b: SiteFiles): string[] {
  const paths = [...new Set([...a.keys(), ...b.keys()])].sort();
  return paths.flatMap((path) => {
    const [before, after] = [a.get(path), b.get(path)];
    if (before === undefined) return [`+ ${path}`];
    if (after === undefined) return [`- ${path}`];
    return before.equals(after) ? [] : [`≠ ${path}`];
  });
}
