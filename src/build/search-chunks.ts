import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { digestOf } from './folder.ts';

/** Bytes of a piece before it is packed: in a small site, where larger ones know more words that begin alike, and at least. */
const [largest, smallest] = [22_000, 7000];
/** Bytes of all pieces from which on a site is no small one. */
const small = 1_000_000;
/** So many times `all` is the square of the size at which the list of pieces, which everybody loads, outweighs a piece. */
const listWeight = 8;
/** What every file of an index begins with, before its CBOR. */
const signature = Buffer.from('pagefind_dcd');

/**
 * Which words a piece holds: from the shortest beginning of its first word that the word before does not have,
 * up to that of the next piece, so that hardly any word lies in two pieces.
 */
interface Piece {
  readonly from: string;
  readonly to: string;
  /** Name of its file. */
  readonly name: string;
}

/**
 * Cuts the pieces of an index smaller than Pagefind makes them and the list of its files shorter, so that the first
 * result needs fewer bytes.
 * @param folder a bundle with one language, as Pagefind 1.6 writes it
 * @param size bytes of words and places that a piece may hold, where one word does not need more; without it, what suits the index
 * @throws {Error} when the files have another form
 */
export async function cutIndex(folder: string, size?: number): Promise<void> {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as { languages: Record<string, { hash: string }> };
  for (const [lang, language] of Object.entries(entry.languages)) {
    const file = join(folder, `pagefind.${language.hash}.pf_meta`);
    const meta = await readPacked(file);
    const [pages = -1, list = -1] = itemsOf(meta, 0, 3).slice(1);
    const pieces = await cutPieces(folder, meta, list, lang, size);
    const whole = Buffer.concat([
      meta.subarray(0, pages),
      await renamePages(folder, meta, pages, lang),
      encodePieces(pieces),
      meta.subarray(endOf(meta, list)),
    ]);
    language.hash = `${lang}_${digestOf(whole).slice(0, 10)}`;
    await rm(file);
    await writePacked(join(folder, `pagefind.${language.hash}.pf_meta`), whole);
  }
  await writeFile(entryFile, JSON.stringify(entry));
}

async function cutPieces(folder: string, meta: Buffer, start: number, lang: string, size?: number): Promise<Piece[]> {
  const files = itemsOf(meta, start).map((at) =>
    join(folder, 'index', `${textAt(meta, itemsOf(meta, at)[2] ?? -1)}.pf_index`),
  );
  const words: Word[] = [];
  for (const file of files) words.push(...wordsOf(await readPacked(file)));
  const all = words.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const groups = groupsOf(
    words.sort((a, b) => Buffer.compare(a.text, b.text)),
    size ?? sizeFor(all),
  );
  const packed = groups.map((group) =>
    Buffer.concat([listHead(1), listHead(group.length), ...group.map(({ bytes }) => bytes)]),
  );
  const common = commonName(lang, Buffer.concat(packed));
  const starts = groups.map((group, index) => apart(group[0], groups[index - 1]?.at(-1)));
  const end = groups.at(-1)?.at(-1)?.text.toString() ?? '';
  const pieces = starts.map((from, index) => ({
    from,
    to: starts[index + 1] ?? end,
    name: common + index.toString(36),
  }));
  for (const file of files) await rm(file);
  for (const [index, { name }] of pieces.entries())
    await writePacked(join(folder, 'index', `${name}.pf_index`), packed[index] ?? Buffer.alloc(0));
  return pieces;
}

/** The size of a piece with which the first result of an index of `all` bytes needs few. */
function sizeFor(all: number): number {
  return Math.max(Math.min(largest, (largest * small) / all), smallest, Math.sqrt(listWeight * all));
}

/**
 * The list of pages, each with a new name for its file and with its number of words to the nearest eighth of a power
 * of two, which is enough to weigh matches.
 */
async function renamePages(folder: string, meta: Buffer, pages: number, lang: string): Promise<Buffer> {
  const items = itemsOf(meta, pages).map((at) => {
    const [name = -1, count = -1] = itemsOf(meta, at, 2);
    const { value } = headAt(meta, count);
    const step = 2 ** Math.max(0, Math.floor(Math.log2(value)) - 3);
    const rest = meta.subarray(endOf(meta, count), endOf(meta, at));
    return { name: textAt(meta, name), words: Math.round(value / step) * step, head: meta.subarray(at, name), rest };
  });
  const common = commonName(lang, items.map(({ name }) => name).join());
  const file = (name: string): string => join(folder, 'fragment', `${name}.pf_fragment`);
  const parts: Buffer[] = [];
  for (const [index, { name, words, head: start, rest }] of items.entries()) {
    const next = common + index.toString(36);
    await rename(file(name), file(next));
    parts.push(start, ...encodeText(next), head(0, words), rest);
  }
  return Buffer.concat([listHead(items.length), ...parts]);
}

/** Names that begin alike make a short list; they all change when any of what they name does. */
function commonName(lang: string, content: string | Buffer): string {
  return `${lang}_${digestOf(content).slice(0, 10)}_`;
}

/** A word of the index and where it stands. */
interface Word {
  readonly text: Buffer;
  readonly bytes: Buffer;
}

/** A chunk is a list with one list in it: of words, each a list that begins with its text. */
function wordsOf(chunk: Buffer): Word[] {
  return itemsOf(chunk, itemAt(chunk, 0)).map((at) => ({
    text: Buffer.from(textAt(chunk, itemsOf(chunk, at, 1)[0] ?? -1)),
    bytes: chunk.subarray(at, endOf(chunk, at)),
  }));
}

function groupsOf(words: readonly Word[], size: number): Word[][] {
  const groups: Word[][] = [];
  let filled = Infinity;
  for (const word of words) {
    const own = word.bytes.length;
    if (filled + own > size) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(word);
    filled += own;
  }
  return groups;
}

/** The shortest beginning of a word that another one does not have. */
function apart(word: Word | undefined, other: Word | undefined): string {
  const letters = Array.from(word?.text.toString() ?? '');
  const others = Array.from(other?.text.toString() ?? '');
  const same = letters.findIndex((letter, index) => letter !== others[index]);
  return same < 0 ? letters.join('') : letters.slice(0, same + 1).join('');
}

async function readPacked(file: string): Promise<Buffer> {
  const bytes = gunzipSync(await readFile(file));
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error(`${file} is no file of a search index.`);
  return bytes.subarray(signature.length);
}

async function writePacked(file: string, bytes: Buffer): Promise<void> {
  await writeFile(file, gzipSync(Buffer.concat([signature, bytes]), { level: 9 }));
}

function encodePieces(pieces: readonly Piece[]): Buffer {
  const items = pieces.flatMap(({ from, to, name }) => [listHead(3), ...[from, to, name].flatMap(encodeText)]);
  return Buffer.concat([listHead(pieces.length), ...items]);
}

function encodeText(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  return [head(3, bytes.length), bytes];
}

function listHead(length: number): Buffer {
  return head(4, length);
}

/** The head of a CBOR item: its kind in three bits, then its value or length (RFC 8949, section 3). */
function head(kind: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(kind << 5) | value]);
  if (value < 0x100) return Buffer.from([(kind << 5) | 24, value]);
  const wide = value < 0x10000 ? Buffer.alloc(3) : Buffer.alloc(5);
  wide[0] = (kind << 5) | (wide.length === 3 ? 25 : 26);
  wide.writeUIntBE(value, 1, wide.length - 1);
  return wide;
}

interface Head {
  readonly kind: number;
  readonly value: number;
  /** Where the content begins. */
  readonly next: number;
}

function headAt(bytes: Buffer, at: number): Head {
  const first = bytes[at] ?? 0;
  const short = first & 31;
  if (short < 24) return { kind: first >> 5, value: short, next: at + 1 };
  const width = 2 ** (short - 24);
  if (width > 8) throw new Error('The search index has a form that is not known.');
  const value = width === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, width);
  return { kind: first >> 5, value, next: at + 1 + width };
}

function endOf(bytes: Buffer, at: number): number {
  const { kind, value, next } = headAt(bytes, at);
  if (kind === 2 || kind === 3) return next + value;
  let end = next;
  if (kind === 4 || kind === 5)
    for (let left = kind === 4 ? value : 2 * value; left > 0; left -= 1) end = endOf(bytes, end);
  return end;
}

/** Where the items of a list begin; of the first `most` only. */
function itemsOf(bytes: Buffer, at: number, most = Infinity): number[] {
  const { kind, value, next } = headAt(bytes, at);
  if (kind !== 4) throw new Error('The search index has a form that is not known.');
  const items: number[] = [];
  for (let item = next; items.length < Math.min(value, most); item = endOf(bytes, item)) items.push(item);
  return items;
}

function itemAt(bytes: Buffer, index: number): number {
  return itemsOf(bytes, 0, index + 1)[index] ?? -1;
}

function textAt(bytes: Buffer, at: number): string {
  const { kind, value, next } = headAt(bytes, at);
  if (kind !== 3) throw new Error('The search index has a form that is not known.');
  return bytes.toString('utf8', next, next + value);
}
