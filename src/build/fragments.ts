import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Compiled } from '../mdx/compile.ts';
import { readSealed, writeSealed } from './sealed.ts';

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

/** Opens the store in a folder. A damaged entry counts as none. */
export function openFragments(folder: string): FragmentStore {
  const used = new Set<string>();
  const fileOf = (key: string): string => join(folder, `${key}.json`);
  return {
    get(key) {
      used.add(`${key}.json`);
      const json = readSealed(fileOf(key));
      return json === undefined ? undefined : (JSON.parse(json) as Kept);
    },
    put(key, kept) {
      used.add(`${key}.json`);
      writeSealed(fileOf(key), JSON.stringify(kept));
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
