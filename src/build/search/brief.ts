import { cborHead, encodeCbor } from '../../client/cbor.ts';
import { briefPlace, briefPlaces } from '../../client/search-entry.ts';
import { CborReader } from './cbor.ts';
import type { Word } from './merge.ts';

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
  const words = all.map((word) =>
    word.bytes.length <= longest ? word : { text: word.text, bytes: shortWord(word.bytes, brief) },
  );
  return { words, brief };
}

/** A word in brief; its spellings with all their places are added to `brief`. */
function shortWord(bytes: Buffer, brief: Brief[]): Buffer {
  const reader = new CborReader(bytes);
  const begin = reader.at;
  reader.list();
  const word = reader.text().toString();
  const pieces: Uint8Array[] = [bytes.subarray(begin, reader.at)];
  const spelling = (form: Uint8Array): void => {
    const pages = reader.at;
    const short = shortPages(reader, brief.length);
    brief.push({ word, bytes: Buffer.concat([cborHead(4, 2), form, bytes.subarray(pages, reader.at)]) });
    pieces.push(...short);
  };
  spelling(encodeCbor(word));
  const others = reader.list();
  pieces.push(cborHead(4, others));
  for (let left = others; left > 0; left -= 1) {
    const head = reader.at;
    reader.list();
    const form = reader.at;
    reader.skip();
    pieces.push(bytes.subarray(head, reader.at));
    spelling(bytes.subarray(form, reader.at));
  }
  return Buffer.concat(pieces);
}

/** Pages that tell of their places only what they weigh together, as far as that can be told. */
function shortPages(reader: CborReader, spelling: number): Uint8Array[] {
  const { bytes } = reader;
  const pieces: Uint8Array[] = [];
  let copied = reader.at;
  for (let left = reader.list(); left > 0; left -= 1) {
    reader.list();
    reader.skip();
    pieces.push(bytes.subarray(copied, reader.at), told(weightOf(reader), spelling));
    copied = reader.at;
    reader.skip();
  }
  pieces.push(bytes.subarray(copied, reader.at));
  return pieces;
}

/** What all places of a page weigh: weights (-1 - weight), each before the distances of the places that have it. */
function weightOf(reader: CborReader): number {
  let [weight, all] = [usual, 0];
  for (let left = reader.list(); left > 0; left -= 1) {
    const one = reader.integer();
    if (one < 0) weight = -1 - one;
    else all += weight;
  }
  return all;
}

/** As few places as can weigh so much, as CBOR. */
function told(weight: number, spelling: number): Uint8Array {
  const count = Math.min(briefPlaces, Math.ceil(weight / heaviest));
  const each = Math.min(heaviest, rounded(weight / count));
  return encodeCbor(count === 0 ? [] : [-1 - each, briefPlace(spelling), ...Array<number>(count - 1).fill(1)]);
}

/** To the nearest eighth of a power of two: fewer numbers make a shorter file. */
function rounded(value: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(value)) - 3);
  return Math.round(value / step) * step;
}
