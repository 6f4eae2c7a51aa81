import { readFile } from 'node:fs/promises';
import { error } from '../core/problem/problem.ts';
import type { Found } from './found.ts';

/** A file of text as it lies on the disk. */
export interface TextFile {
  readonly bytes: Buffer;
  /** The bytes as UTF-8, without a mark at the beginning. */
  readonly text: string;
}

/**
 * Reads a file of text. A file that cannot be read, or is not UTF-8, is a problem.
 * @param shown the file's name for people
 */
export async function readText(file: string, shown: string): Promise<Found<TextFile>> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) {
    return { problems: [error('missing-file', { file: shown }, `${shown} is no file that can be read.`)] };
  }
  try {
    return { value: { bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) } };
  } catch {
    return { problems: [error('not-utf-8', { file: shown }, `${shown} is not UTF-8.`, 'Save it as UTF-8.')] };
  }
}
