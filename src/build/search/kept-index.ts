import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf } from '../folder.ts';
import { isRunning } from '../lock.ts';
import type { MergedIndex, Word } from './merge.ts';
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
  const bytes = readBytes(file);
  const end = bytes.indexOf('\n');
  const content = bytes.subarray(end + 1);
  if (bytes.toString('latin1', 0, end) !== `${key} ${digestOf(content)}`) return undefined;
  const body = content.subarray(sizeLength);
  const split = content.readUInt32LE();
  const rest = deserialize(body.subarray(0, split)) as Omit<KeptIndex, 'words'>;
  return { ...rest, words: body.subarray(split) };
}

/** Keeps an index: written beside the old one first, so that no reader ever sees half of it. */
export function keepIndex(
  file: string,
  key: string,
  index: MergedIndex<KnownPage>,
  rest: Pick<KeptIndex, 'engine' | 'packed'>,
): void {
  const body = serialize({ pages: index.pages, facets: index.facets, ...rest } satisfies Omit<KeptIndex, 'words'>);
  const size = Buffer.alloc(sizeLength);
  size.writeUInt32LE(body.length);
  const hash = createHash('sha256').update(size).update(body);
  for (const { bytes } of index.words) hash.update(bytes);
  const draft = draftOf(file);
  mkdirSync(dirname(file), { recursive: true });
  const open = openSync(draft, 'w');
  try {
    writeFileSync(open, `${key} ${hash.digest('hex')}\n`);
    for (const part of [size, body]) writeFileSync(open, part);
    for (const chunk of chunksOf(index.words)) writeFileSync(open, chunk);
  } finally {
    closeSync(open);
  }
  renameSync(draft, file);
}

function draftOf(file: string): string {
  return `${file}.${String(process.pid)}.tmp`;
}

/** True for the name of a file that a process is still writing: one that drafts may do so beside one that builds. */
export function isInWork(name: string): boolean {
  const [, pid] = /\.(\d+)\.tmp$/.exec(name) ?? [];
  return pid !== undefined && isRunning(Number(pid));
}

/** The words of an index as bytes, some at a time: all of them at once would be in memory twice. */
function* chunksOf(words: readonly Word[]): Generator<Buffer> {
  for (let at = 0; at < words.length; at += wordsAtOnce)
    yield Buffer.concat(words.slice(at, at + wordsAtOnce).map(({ bytes }) => bytes));
}

const wordsAtOnce = 4096;
/** Bytes that tell how many follow before the words. */
const sizeLength = 4;

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
