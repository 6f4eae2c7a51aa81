/** A word: letters in a row, with the marks on them. */
export const anyWord = /\p{L}[\p{L}\p{M}]*/gu;

/** How often a word was met. */
export interface WordCount {
  readonly word: string;
  /** Number of documents that have it. */
  readonly documents: number;
  /** Number of places where it was met that count. */
  readonly places: number;
}

/**
 * Counts words. A large site has millions, and few different ones: no string
 * is made of a word that is known, which halves the time of a table with strings for keys.
 */
export class WordTally {
  readonly #words: string[] = [];
  readonly #hashes: number[] = [];
  readonly #documents: number[] = [];
  readonly #places: number[] = [];
  /** Number of the document in which each word was met last. */
  readonly #last: number[] = [];
  /** Index of a word and 1 more, at the place of its hash or behind it. */
  #slots = new Int32Array(1 << 12);
  #document = 0;

  /** Begins with another document. */
  begin(): void {
    this.#document += 1;
  }

  /** Counts the words of a text in lower case that belongs to the present document. @param places 0 where they do not count as places */
  add(text: string, places: 0 | 1): void {
    // Letters beyond the first 65,536 characters take two codes each.
    if (/[\uD800-\uDFFF]/.test(text)) {
      for (const word of text.match(anyWord) ?? []) this.#count(word, 0, word.length, hashOf(word), places);
      return;
    }
    for (let at = 0; at < text.length; at += 1) {
      if (kindOf(text.charCodeAt(at)) !== letter) continue;
      const start = at;
      let hash = 0;
      for (let code = text.charCodeAt(at); kindOf(code) >= mark; code = text.charCodeAt((at += 1)))
        hash = (hash * 31 + code) | 0;
      this.#count(text, start, at, hash, places);
    }
  }

  /** All words in the order in which they were met. */
  *counts(): Generator<WordCount> {
    for (const [index, word] of this.#words.entries())
      yield { word, documents: this.#documents[index] ?? 0, places: this.#places[index] ?? 0 };
  }

  #count(text: string, start: number, end: number, hash: number, places: 0 | 1): void {
    const index = this.#indexOf(text, start, end, hash);
    if (places === 1) this.#places[index] = (this.#places[index] ?? 0) + 1;
    if (this.#last[index] === this.#document) return;
    this.#last[index] = this.#document;
    this.#documents[index] = (this.#documents[index] ?? 0) + 1;
  }

  #indexOf(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const index = (this.#slots[slot] ?? 0) - 1;
      if (index < 0) return this.#enter(text.slice(start, end), hash, slot);
      const word = this.#words[index] ?? '';
      if (this.#hashes[index] === hash && word.length === end - start && text.startsWith(word, start)) return index;
    }
  }

  #enter(word: string, hash: number, slot: number): number {
    const index = this.#words.push(word) - 1;
    this.#hashes.push(hash);
    this.#slots[slot] = index + 1;
    if (this.#words.length * 2 > this.#slots.length) this.#grow();
    return index;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    const mask = this.#slots.length - 1;
    for (const [index, hash] of this.#hashes.entries()) {
      let slot = spread(hash) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = index + 1;
    }
  }
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = (hash * 31 + word.charCodeAt(at)) | 0;
  return hash;
}

/** Words that differ in their last letters alone must not lie side by side. */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 4;
}

const [unknown, none, mark, letter] = [0, 1, 2, 3];
const kinds = new Uint8Array(0x10000);

/** Whether a code is a letter, a mark or neither; none at all behind the end of a text. */
function kindOf(code: number): number {
  const known = kinds[code];
  if (known === undefined) return none;
  if (known !== unknown) return known;
  const character = String.fromCharCode(code);
  const kind = /\p{L}/u.test(character) ? letter : /\p{M}/u.test(character) ? mark : none;
  kinds[code] = kind;
  return kind;
}
