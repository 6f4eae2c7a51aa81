import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf } from '../folder.ts';
import type { MergedIndex } from './merge.ts';
import type { IndexPage, IndexPart } from './part.ts';

/** A page of an index that is kept, and the digest of the record it was made from. */
export interface KnownPage extends IndexPage {
  readonly record: string;
}

/** An index that is kept between builds, so that only what has changed is indexed. */
export interface KeptIndex extends IndexPart {
  readonly pages: readonly KnownPage[];
  /** Files as they were packed, by the digest of what is in them. */
  readonly packed: ReadonlyMap<string, Buffer>;
}

/** The index that was kept for a key; `undefined` when there is none, or the file is damaged. */
export function readKeptIndex(file: string, key: string): KeptIndex | undefined {
  const sealed = readBytes(file);
  const head = Buffer.from(`${key}\n`);
  if (!sealed.subarray(0, head.length).equals(head)) return undefined;
  const digest = sealed.toString('latin1', head.length, head.length + digestLength);
  const body = sealed.subarray(head.length + digestLength);
  return digestOf(body) === digest ? (deserialize(body) as KeptIndex) : undefined;
}

/** Keeps an index: written beside the old one first, so that no reader ever sees half of it. */
export function keepIndex(
  file: string,
  key: string,
  index: MergedIndex<KnownPage>,
  rest: Pick<KeptIndex, 'engine' | 'packed'>,
): void {
  const words = Buffer.concat(index.words.map(({ bytes }) => bytes));
  const body = serialize({ pages: index.pages, facets: index.facets, words, ...rest } satisfies KeptIndex);
  const draft = `${file}.${String(process.pid)}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, Buffer.concat([Buffer.from(`${key}\n${digestOf(body)}`), body]));
  renameSync(draft, file);
}

const digestLength = digestOf('').length;

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
