import { encodeCbor, type CborItem } from '../client/cbor.ts';
import { briefPlace, briefPlaces } from '../client/search-entry.ts';
import { decodeCbor } from './cbor.ts';

/** A word of an index and where it stands, as CBOR. */
export interface Word {
  readonly text: Buffer;
  readonly bytes: Buffer;
}

/** A spelling of a word of which the pieces of the index do not tell the places. */
export interface Brief {
  readonly word: string;
  /** The spelling with its pages and places, as CBOR. */
  readonly bytes: Uint8Array;
}

/** Bytes of a word and its places from which on it is told in brief. */
const longest = 4000;
/** What a place weighs where nothing is said, and at most. */
const [usual, heaviest] = [25, 255];

/** Tells words with very many places in brief: how often they stand in each page, and not where. */
export function inBrief(all: readonly Word[]): { words: Word[]; brief: Brief[] } {
  const brief: Brief[] = [];
  const words = all.map((word) => {
    if (word.bytes.length <= longest) return word;
    const [text, pages, variants = []] = decodeCbor(word.bytes) as unknown as WordItem;
    const short = [[text, pages] as const, ...variants].map((spelling): Spelling => {
      const number = brief.push({ word: text, bytes: encodeCbor(spelling) }) - 1;
      return [spelling[0], spelling[1].map((page) => withoutPlaces(page, number))];
    });
    const [[, first] = [text, []], ...others] = short;
    return { text: word.text, bytes: Buffer.from(encodeCbor([text, first, others])) };
  });
  return { words, brief };
}

/** Distance from the page before; weights (-1 - weight) and distances of places; the same of fields. */
type PageItem = readonly [distance: number, places: readonly number[], ...fields: CborItem[]];
type Spelling = readonly [form: string, pages: readonly PageItem[]];
type WordItem = readonly [text: string, pages: readonly PageItem[], variants?: readonly Spelling[]];

/** A page that tells of its places only what they weigh together, as far as that can be told. */
function withoutPlaces([distance, places, ...fields]: PageItem, spelling: number): PageItem {
  let [weight, all] = [usual, 0];
  for (const one of places) {
    if (one < 0) weight = -1 - one;
    else all += weight;
  }
  const count = Math.min(briefPlaces, Math.ceil(all / heaviest));
  const each = Math.min(heaviest, rounded(all / count));
  const told = count === 0 ? [] : [-1 - each, briefPlace(spelling), ...Array<number>(count - 1).fill(1)];
  return [distance, told, ...fields];
}

/** To the nearest eighth of a power of two: fewer numbers make a shorter file. */
function rounded(value: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(value)) - 3);
  return Math.round(value / step) * step;
}
