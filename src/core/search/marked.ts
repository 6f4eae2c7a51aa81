import { alsoSpelt, seam, unmarked } from '../locale/seam.ts';
import type { Splitter } from './compound.ts';

/** Marks the words of a text so that the index finds more than they literally say. */
export type Marker = (text: string) => string;

const plain: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae', ı: 'i' };

/**
 * Marks what a reader may look for inside a word or in the place of it: the word behind an apostrophe
 * (`innovation` in `l’innovation`), the parts of a compound, a ligature written as two letters, a dotless ı as i.
 */
export function wordMarker(lang: string, splitter: Splitter): Marker {
  const known = new Map<string, string>();
  const inWord = (word: string): string => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const marked = markWord(word, lang, splitter);
    known.set(word, marked);
    return marked;
  };
  return (text) =>
    unmarked(text)
      .replace(/(?<=\p{L}['’])(?=\p{L})/gu, seam)
      .replace(/\p{L}[\p{L}\p{M}]*/gu, inWord);
}

function markWord(word: string, lang: string, splitter: Splitter): string {
  const parts = splitter(word.toLocaleLowerCase(lang));
  const spelt = word.replace(/[œæı]/giu, (one) => plain[one] ?? one);
  return alsoSpelt(parts === undefined ? word : joined(word, parts), spelt === word ? [] : [spelt]);
}

/** The word in its own letters, with a seam between its parts. Lower case has changed its length in no language that has parts. */
function joined(word: string, parts: readonly string[]): string {
  let at = 0;
  return parts.map((part) => word.slice(at, (at += part.length))).join(seam);
}
