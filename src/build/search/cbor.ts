import type { CborItem } from '../../client/cbor.ts';

const [number, negative, text, list] = [0, 1, 3, 4];

/** Reads CBOR (RFC 8949) of texts, whole numbers and lists, item by item. Whatever else there is has a form that is not known. */
export class CborReader {
  readonly bytes: Buffer;
  /** Where the next item begins. */
  at: number;
  #kind = 0;

  /** @param at where to begin */
  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Enters a list. @returns how many items it has, which come next @throws {Error} when there is none */
  list(): number {
    return this.#expect(list);
  }

  /** Enters a list of so many items. @throws {Error} when there is none */
  tuple(size: number): void {
    if (this.#expect(list) !== size) throw unknownForm();
  }

  /** The next item, a number from 0 on. @throws {Error} when it is none */
  number(): number {
    return this.#expect(number);
  }

  /** The next item, a whole number. @throws {Error} when it is none */
  integer(): number {
    const value = this.#head();
    if (this.#kind !== number && this.#kind !== negative) throw unknownForm();
    return this.#kind === number ? value : -1 - value;
  }

  /** The bytes of the next item, a text. @throws {Error} when it is none */
  text(): Buffer {
    const size = this.#expect(text);
    return this.bytes.subarray(this.at, (this.at += size));
  }

  /** The next item, whatever it is. */
  item(): CborItem {
    const value = this.#head();
    if (this.#kind === number) return value;
    if (this.#kind === negative) return -1 - value;
    if (this.#kind === list) return Array.from({ length: value }, () => this.item());
    if (this.#kind !== text) throw unknownForm();
    return this.bytes.toString('utf8', this.at, (this.at += value));
  }

  /** Goes on behind the next item. */
  skip(): void {
    for (let left = 1; left > 0; left -= 1) {
      const first = this.bytes[this.at] ?? 0;
      // Most items are small numbers.
      if (first < 24 || (first >= 32 && first < 56)) this.at += 1;
      else {
        const value = this.#head();
        if (this.#kind === list) left += value;
        else if (this.#kind === text) this.at += value;
        else if (this.#kind !== number && this.#kind !== negative) throw unknownForm();
      }
    }
  }

  #expect(kind: number): number {
    const value = this.#head();
    if (this.#kind !== kind) throw unknownForm();
    return value;
  }

  /** Reads kind and value, or length. */
  #head(): number {
    const first = this.bytes[this.at] ?? 0xff;
    this.#kind = first >> 5;
    const short = first & 31;
    this.at += 1;
    if (short < 24) return short;
    const width = 2 ** (short - 24);
    if (width > 4) throw unknownForm();
    const value = this.bytes.readUIntBE(this.at, width);
    this.at += width;
    return value;
  }
}

/** The item that some CBOR begins with. @throws {Error} when it is neither text, nor a whole number, nor a list */
export function decodeCbor(bytes: Buffer): CborItem {
  return new CborReader(bytes).item();
}

/** A search index that is not as Pagefind 1.6 writes it: what is made of it here would not be read. */
export function unknownForm(): Error {
  return new Error('The search index has a form that is not known.');
}
