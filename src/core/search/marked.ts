import { alsoSpelt, seam, unmarked } from '../locale/seam.ts';
import { shortestCompound, type Splitter } from './compound.ts';
import { anyWord } from './word-tally.ts';

/** Marks the words of a text so that the index finds more than they literally say. */
export type Marker = (text: string) => string;

const plain: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae', ı: 'i' };

/** What is also written with other letters. */
const spelling = /[œæı]/iu;
const longWord = new RegExp(`\\p{L}[\\p{L}\\p{M}]{${String(shortestCompound - 1)},}`, 'gu');

/**
 * Marks what a reader may look for inside a word or in the place of it: the word behind an apostrophe
 * (`innovation` in `l’innovation`), the parts of a compound, a ligature written as two letters, a dotless ı as i.
 * @param splitter none for a language without compounds
 */
export function wordMarker(lang: string, splitter: Splitter | undefined): Marker {
  const known = new Map<string, string>();
  const inWord = (word: string): string => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const marked = markWord(word, lang, splitter);
    known.set(word, marked);
    return marked;
  };
  return (text) => {
    const marked = unmarked(text).replace(/['’](?<=\p{L}.)(?=\p{L})/gu, `$&${seam}`);
    // A site has millions of words, and few of them are marked.
    if (spelling.test(marked)) return marked.replace(anyWord, inWord);
    return splitter === undefined ? marked : marked.replace(longWord, inWord);
  };
}

function markWord(word: string, lang: string, splitter: Splitter | undefined): string {
  const parts = splitter?.(word.toLocaleLowerCase(lang));
  const spelt = word.replace(/[œæı]/giu, (one) => plain[one] ?? one);
  return alsoSpelt(parts === undefined ? word : joined(word, parts), spelt === word ? [] : [spelt]);
}

/** The word in its own letters, with a seam between its parts. Lower case has changed its length in no language that has parts. */
function joined(word: string, parts: readonly string[]): string {
  let at = 0;
  return parts.map((part) => word.slice(at, (at += part.length))).join(seam);
}
