import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Problem } from '../core/problem/problem.ts';
import { digestOf } from './folder.ts';
import type { KeptFiles } from './output.ts';

/** What is remembered of the last successful build into an output folder. */
export interface Manifest {
  /** Digest of everything that went into it. */
  readonly input: string;
  /** Time of the next publication that was waiting, if any: from then on the same input gives another site. */
  readonly waiting: string | undefined;
  readonly files: KeptFiles;
  /** Warnings that are shown again when nothing has changed. */
  readonly warnings: readonly Problem[];
  readonly pages: number;
}

/** No build at all. */
export const noManifest: Manifest = { input: '', waiting: undefined, files: {}, warnings: [], pages: 0 };

/** Reads a manifest; a damaged or foreign one counts as none. */
export async function readManifest(file: string): Promise<Manifest> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const cut = text.indexOf('\n');
  const json = text.slice(cut + 1);
  return cut > 0 && digestOf(json) === text.slice(0, cut) ? (JSON.parse(json) as Manifest) : noManifest;
}

/** Writes a manifest beside the old one and puts it in its place. */
export async function writeManifest(file: string, manifest: Manifest): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const json = JSON.stringify(manifest);
  await writeFile(`${file}.tmp`, `${digestOf(json)}\n${json}`);
  await rename(`${file}.tmp`, file);
}
