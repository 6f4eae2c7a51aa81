import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
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
  readonly put: (key: string, kept: Kept) => void;
  /** Deletes what was neither read nor written since the store was opened. */
  readonly prune: () => Promise<void>;
}

/**
 * Opens the store in a folder. A damaged entry counts as none. The HTML of a document is what most of its entry is made
 * of, and few ask for it: it stays bytes until somebody does.
 */
export function openFragments(folder: string): FragmentStore {
  const used = new Set<string>();
  const fileOf = (key: string): string => join(folder, `${key}.json`);
  return {
    get(key) {
      used.add(`${key}.json`);
      const bytes = readSealedBytes(fileOf(key));
      return bytes && readEntry(bytes);
    },
    put(key, kept) {
      used.add(`${key}.json`);
      const { html, ...rest } = kept;
      writeSealed(fileOf(key), JSON.stringify(rest) + (html === undefined ? '' : `\n${html}`));
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
  put: () => undefined,
  prune: () => Promise.resolve(),
};

/** All but the HTML as JSON on a line of its own, then the HTML of a document that has some. */
function readEntry(bytes: Buffer): Kept {
  const cut = bytes.indexOf('\n');
  const rest = JSON.parse(bytes.toString('utf8', 0, cut < 0 ? bytes.length : cut)) as Omit<Kept, 'html'>;
  return {
    ...rest,
    get html() {
      return cut < 0 ? undefined : bytes.toString('utf8', cut + 1);
    },
  };
}
