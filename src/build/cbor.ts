import type { CborItem } from '../client/cbor.ts';

interface Head {
  readonly kind: number;
  readonly value: number;
  /** Where the content begins. */
  readonly next: number;
}

/** The item at a place of CBOR (RFC 8949). @throws {Error} when it is neither text, nor a whole number, nor a list */
export function decodeCbor(bytes: Buffer, at = 0): CborItem {
  const { kind, value } = headAt(bytes, at);
  if (kind === 0) return value;
  if (kind === 1) return -1 - value;
  return kind === 3 ? textAt(bytes, at) : itemsOf(bytes, at).map((item) => decodeCbor(bytes, item));
}

/** Where the item ends that begins at a place. */
export function endOf(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  // Most items are small numbers.
  if (first < 24 || (first >= 32 && first < 56)) return at + 1;
  const { kind, value, next } = headAt(bytes, at);
  if (kind === 2 || kind === 3) return next + value;
  let end = next;
  if (kind === 4 || kind === 5)
    for (let left = kind === 4 ? value : 2 * value; left > 0; left -= 1) end = endOf(bytes, end);
  return end;
}

/** Where the items of a list begin; of the first `most` only. @throws {Error} when it is no list */
export function itemsOf(bytes: Buffer, at: number, most = Infinity): number[] {
  const { kind, value, next } = headAt(bytes, at);
  if (kind !== 4) throw unknownForm();
  const items: number[] = [];
  for (let item = next; items.length < Math.min(value, most); item = endOf(bytes, item)) items.push(item);
  return items;
}

/** The text at a place. @throws {Error} when there is none */
export function textAt(bytes: Buffer, at: number): string {
  const { kind, value, next } = headAt(bytes, at);
  if (kind !== 3) throw unknownForm();
  return bytes.toString('utf8', next, next + value);
}

/** A search index that is not as Pagefind 1.6 writes it: what is made of it here would not be read. */
export function unknownForm(): Error {
  return new Error('The search index has a form that is not known.');
}

function headAt(bytes: Buffer, at: number): Head {
  const first = bytes[at] ?? 0;
  const short = first & 31;
  if (short < 24) return { kind: first >> 5, value: short, next: at + 1 };
  const width = 2 ** (short - 24);
  if (width > 8) throw unknownForm();
  const value = width === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, width);
  return { kind: first >> 5, value, next: at + 1 + width };
}
