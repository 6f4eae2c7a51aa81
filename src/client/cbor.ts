/** What the files of a search index are made of. */
export type CborItem = string | number | readonly CborItem[];

/** CBOR (RFC 8949) of texts, whole numbers and lists. */
export function encodeCbor(item: CborItem): Uint8Array {
  const bytes: number[] = [];
  const head = (kind: number, value: number): void => writeHead(bytes, kind, value);
  const write = (one: CborItem): void => {
    if (typeof one === 'number') head(one < 0 ? 1 : 0, one < 0 ? -1 - one : one);
    else if (typeof one === 'string') {
      const text = new TextEncoder().encode(one);
      head(3, text.length);
      bytes.push(...text);
    } else {
      head(4, one.length);
      one.forEach(write);
    }
  };
  write(item);
  return new Uint8Array(bytes);
}

/** The head of an item: its kind in three bits, then its value or length. */
export function cborHead(kind: number, value: number): Uint8Array {
  const bytes: number[] = [];
  writeHead(bytes, kind, value);
  return new Uint8Array(bytes);
}

function writeHead(bytes: number[], kind: number, value: number): void {
  const width = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x1_0000 ? 2 : 4;
  bytes.push((kind << 5) | (width === 0 ? value : 24 + Math.log2(width)));
  for (let left = width - 1; left >= 0; left -= 1) bytes.push((value >>> (8 * left)) & 0xff);
}

/**
 * CBOR of lists that end with items which are CBOR already.
 * @param around gives the lists, with what it is given in the place of the items
 */
export function encodeAround(
  items: readonly Uint8Array[],
  around: (places: readonly CborItem[]) => CborItem,
): Uint8Array {
  // An empty text needs one byte.
  const lists = encodeCbor(around(items.map(() => '')));
  const start = lists.length - items.length;
  const bytes = new Uint8Array(items.reduce((sum, { length }) => sum + length, start));
  bytes.set(lists.subarray(0, start));
  let at = start;
  for (const item of items) {
    bytes.set(item, at);
    at += item.length;
  }
  return bytes;
}
