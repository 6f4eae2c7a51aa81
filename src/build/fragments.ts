import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outline } from '../core/essay/outline.ts';
import type { Compiled } from '../mdx/compile.ts';
import { readSealedBytes, readUnsealed, writeSealed } from './sealed.ts';

/** What is kept of a document: what was compiled of its body and what its YAML says. */
export interface Kept extends Compiled {
  readonly front: unknown;
  /** Places of the front matter's keys, by their path joined with dots. */
  readonly places: Readonly<Record<string, { readonly line: number; readonly column: number }>>;
}

/** Compiled documents on disk, by a key that says all they depend on. */
export interface FragmentStore {
  /** Folder that others can open too; without one, there is only memory. */
  readonly folder: string | undefined;
  readonly get: (key: string) => Kept | undefined;
  /** Keeps what was compiled. @returns the same as {@link get} gives it, which takes less memory */
  readonly put: (key: string, kept: Kept) => Kept;
  /** True for what was read or written since the store was opened. */
  readonly has: (key: string) => boolean;
  /** Deletes what was neither read nor written since the store was opened. */
  readonly prune: () => Promise<void>;
}

/** Opens the store in a folder. A damaged entry counts as none. */
export function openFragments(folder: string): FragmentStore {
  const used = new Set<string>();
  const fileOf = (key: string): string => join(folder, nameOf(key));
  return {
    folder,
    get(key) {
      used.add(key);
      const bytes = readSealedBytes(fileOf(key));
      return bytes && readEntry(bytes, again(fileOf(key), bytes.length));
    },
    put(key, kept) {
      used.add(key);
      const bytes = entryOf(kept);
      writeSealed(fileOf(key), bytes);
      return readEntry(bytes, again(fileOf(key), bytes.length));
    },
    has: (key) => used.has(key),
    async prune() {
      const names = await readdir(folder).catch(() => []);
      const kept = new Set([...used].map(nameOf));
      await Promise.all(names.filter((name) => !kept.has(name)).map((name) => rm(join(folder, name), { force: true })));
    },
  };
}

/** A store that keeps nothing. */
export const noFragments: FragmentStore = {
  folder: undefined,
  get: () => undefined,
  put: (_key, kept) => inMemory(entryOf(kept)),
  has: () => false,
  prune: () => Promise.resolve(),
};

function nameOf(key: string): string {
  return `${key}.entry`;
}

/** Reads an entry that was whole when it was read first. @param size of its bytes, the seal not counted */
function again(file: string, size: number): () => Buffer {
  return () => {
    const bytes = readUnsealed(file);
    if (bytes.length !== size) throw new Error(`${file} was changed while it was in use.`);
    return bytes;
  };
}

function inMemory(bytes: Buffer): Kept {
  return readEntry(bytes, () => bytes);
}

/**
 * An entry: a line of JSON with all but the longest, a line with the sections, and the HTML of a document that has
 * some. Sections and HTML are most of it, and few ask for them: they stay where they are until somebody does.
 */
function entryOf({ html, outline: { sections, ...outline }, ...rest }: Kept): Buffer {
  const lines = [JSON.stringify({ ...rest, outline }), JSON.stringify(sections), ...(html === undefined ? [] : [html])];
  return Buffer.from(lines.join('\n'));
}

/** @param load reads the same bytes once more */
function readEntry(bytes: Buffer, load: () => Buffer): Kept {
  const first = bytes.indexOf('\n');
  const second = bytes.indexOf('\n', first + 1);
  const end = second < 0 ? bytes.length : second;
  return openEntry(bytes.toString('utf8', 0, first), { first, end, hasHtml: second >= 0 }, load);
}

/** Apart from {@link readEntry}, so that what is kept does not hold on to the bytes. */
function openEntry(
  head: string,
  { first, end, hasHtml }: { readonly first: number; readonly end: number; readonly hasHtml: boolean },
  load: () => Buffer,
): Kept {
  const { outline, ...rest } = JSON.parse(head) as Omit<Kept, 'html'>;
  return {
    ...rest,
    outline: {
      ...outline,
      get sections() {
        return JSON.parse(load().toString('utf8', first + 1, end)) as Outline['sections'];
      },
    },
    get html() {
      return hasHtml ? load().toString('utf8', end + 1) : undefined;
    },
  };
}
