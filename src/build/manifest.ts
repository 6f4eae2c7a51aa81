import type { Problem } from '../core/problem/problem.ts';
import type { KeptFiles } from './kept-file.ts';
import { readSealed, writeSealed } from './sealed.ts';

/** What is remembered of the last successful build into an output folder. */
export interface Manifest {
  /** Digest of everything that went into it. */
  readonly input: string;
  /** Time of the next publication that was waiting, if any: from then on the same input gives another site. */
  readonly waiting: string | undefined;
  /** Time of the last publication that is in it: before that, the same input gives another site. */
  readonly since: string | undefined;
  readonly files: KeptFiles;
  /** Files that code of the folder takes from elsewhere. */
  readonly outside: readonly string[];
  /** Warnings that are shown again when nothing has changed. */
  readonly warnings: readonly Problem[];
  readonly pages: number;
}

/** No build at all. */
export const noManifest: Manifest = {
  input: '',
  waiting: undefined,
  since: undefined,
  files: {},
  outside: [],
  warnings: [],
  pages: 0,
};

/** Version of what is written here: one of another version is not understood. */
const version = 2;

/** Reads a manifest; a damaged, foreign or older one counts as none. */
export function readManifest(file: string): Manifest {
  const json = readSealed(file);
  const kept = JSON.parse(json ?? '{}') as Partial<Record<'version' | 'manifest', unknown>>;
  return kept.version === version ? (kept.manifest as Manifest) : noManifest;
}

/** Writes a manifest in the place of the old one. */
export function writeManifest(file: string, manifest: Manifest): void {
  writeSealed(file, JSON.stringify({ version, manifest }));
}
