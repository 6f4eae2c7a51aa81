import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { digestOf } from './folder.ts';

/** Bytes of a piece before it is packed. A smaller one makes the list of pieces longer, which everybody loads. */
const usualSize = 22_000;
/** What every file of an index begins with, before its CBOR. */
const signature = Buffer.from('pagefind_dcd');

/** Which words a piece holds: from and to are the shortest beginnings that tell them from their neighbours'. */
interface Piece {
  readonly from: string;
  readonly to: string;
  /** Name of its file. */
  readonly name: string;
}

/**
 * Cuts the pieces of an index smaller than Pagefind makes them, so that the first result needs fewer bytes.
 * @param folder a bundle with one language, as Pagefind 1.6 writes it
 * @param size bytes of words and places that a piece may hold, where one word does not need more
 * @throws {Error} when the files have another form
 */
export async function cutIndex(folder: string, size: number = usualSize): Promise<void> {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as { languages: Record<string, { hash: string }> };
  for (const [lang, language] of Object.entries(entry.languages)) {
    const file = join(folder, `pagefind.${language.hash}.pf_meta`);
    const meta = await readPacked(file);
    const start = itemAt(meta, 2);
    const end = endOf(meta, start);
    const pieces = await cutPieces(folder, meta, start, size);
    const whole = Buffer.concat([meta.subarray(0, start), encodePieces(pieces), meta.subarray(end)]);
    language.hash = `${lang}_${digestOf(whole).slice(0, 10)}`;
    await rm(file);
    await writePacked(join(folder, `pagefind.${language.hash}.pf_meta`), whole);
  }
  await writeFile(entryFile, JSON.stringify(entry));
}

async function cutPieces(folder: string, meta: Buffer, start: number, size: number): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const at of itemsOf(meta, start)) {
    const [from = '', to = '', name = ''] = itemsOf(meta, at).map((item) => textAt(meta, item));
    pieces.push(...(await cutPiece(folder, { from, to, name }, size)));
  }
  return pieces;
}

/** A chunk is a list with one list in it: of words, each a list that begins with its text. */
async function cutPiece(folder: string, piece: Piece, size: number): Promise<Piece[]> {
  const file = (name: string): string => join(folder, 'index', `${name}.pf_index`);
  const bytes = await readPacked(file(piece.name));
  const words = itemsOf(bytes, itemAt(bytes, 0)).map((at) => ({
    at,
    end: endOf(bytes, at),
    text: textAt(bytes, itemsOf(bytes, at, 1)[0] ?? -1),
  }));
  const groups = groupsOf(words, size);
  if (groups.length < 2) return [piece];
  await rm(file(piece.name));
  for (const [index, group] of groups.entries()) {
    const parts = group.map(({ at, end }) => bytes.subarray(at, end));
    await writePacked(file(nameOf(piece, index)), Buffer.concat([listHead(1), listHead(parts.length), ...parts]));
  }
  return groups.map((group, index) => ({
    from: index === 0 ? piece.from : apart(group[0]?.text, groups[index - 1]?.at(-1)?.text),
    to: index === groups.length - 1 ? piece.to : apart(group.at(-1)?.text, groups[index + 1]?.[0]?.text),
    name: nameOf(piece, index),
  }));
}

function nameOf({ name }: Piece, index: number): string {
  return `${name}${index.toString(36)}`;
}

function groupsOf<W extends { at: number; end: number }>(words: readonly W[], size: number): W[][] {
  const groups: W[][] = [];
  let filled = Infinity;
  for (const word of words) {
    const own = word.end - word.at;
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
function apart(word = '', other = ''): string {
  const letters = Array.from(word);
  const others = Array.from(other);
  const same = letters.findIndex((letter, index) => letter !== others[index]);
  return same < 0 ? word : letters.slice(0, same + 1).join('');
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
