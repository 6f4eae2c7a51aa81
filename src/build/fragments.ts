import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outline } from '../core/essay/outline.ts';
import type { Compiled } from '../mdx/compile.ts';
import { readSealedBytes, writeSealed } from './sealed.ts';

/** What is kept of a document: what was compiled of its body and what its YAML says. */
export interface Kept extends Compiled {
  readonly front: unknown;
  /** Places of the front matter's keys, by their path joined with dots. */
  readonly places: Readonly<Record<string, { readonly line: number; readonly column: number }>>;
}

/** Compiled documents on disk, by a key that says all they depend on. */
export interface FragmentStore {
  readonly get: (key: string) => Kept | undefined;
  /** Keeps what was compiled. @returns the same as {@link get} gives it, which takes less memory */
  readonly put: (key: string, kept: Kept) => Kept;
  /** Deletes what was neither read nor written since the store was opened. */
  readonly prune: () => Promise<void>;
}

/** Opens the store in a folder. A damaged entry counts as none. */
export function openFragments(folder: string): FragmentStore {
  const used = new Set<string>();
  const fileOf = (key: string): string => join(folder, `${key}.entry`);
  return {
    get(key) {
      used.add(`${key}.entry`);
      const bytes = readSealedBytes(fileOf(key));
      return bytes && readEntry(bytes);
    },
    put(key, kept) {
      used.add(`${key}.entry`);
      const bytes = entryOf(kept);
      writeSealed(fileOf(key), bytes);
      return readEntry(bytes);
    },
    async prune() {
      const names = await readdir(folder).catch(() => []);
      await Promise.all(names.filter((name) => !used.has(name)).map((name) => rm(join(folder, name), { force: true })));
    },
  };
}

/** A store that keeps nothing. */
export const noFragments: FragmentStore = {
  get: () => undefined,
  put: (_key, kept) => readEntry(entryOf(kept)),
  prune: () => Promise.resolve(),
};

/**
 * An entry: a line of JSON with all but the longest, a line with the sections, and the HTML of a document that has
 * some. Sections and HTML are most of it, and few ask for them: they stay bytes until somebody does.
 */
function entryOf({ html, outline: { sections, ...outline }, ...rest }: Kept): Buffer {
  const lines = [JSON.stringify({ ...rest, outline }), JSON.stringify(sections), ...(html === undefined ? [] : [html])];
  return Buffer.from(lines.join('\n'));
}

function readEntry(bytes: Buffer): Kept {
  const first = bytes.indexOf('\n');
  const second = bytes.indexOf('\n', first + 1);
  const end = second < 0 ? bytes.length : second;
  const { outline, ...rest } = JSON.parse(bytes.toString('utf8', 0, first)) as Omit<Kept, 'html'>;
  return {
    ...rest,
    outline: {
      ...outline,
      get sections() {
        return JSON.parse(bytes.toString('utf8', first + 1, end)) as Outline['sections'];
      },
    },
    get html() {
      return second < 0 ? undefined : bytes.toString('utf8', second + 1);
    },
  };
}
