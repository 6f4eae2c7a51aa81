import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordTally } from '../../../src/core/search/word-tally.ts';

/** Each word with the number of its documents and of its places. @param documents texts whose words count as places */
function countsOf(documents: readonly (readonly string[])[]): Record<string, [documents: number, places: number]> {
  const tally = new WordTally();
  for (const texts of documents) {
    tally.begin();
    for (const text of texts) tally.add(text, 1);
  }
  return Object.fromEntries([...tally.counts()].map(({ word, documents, places }) => [word, [documents, places]]));
}

describe('a tally of words', () => {
  it('counts documents once and places each', () => {
    expect(countsOf([['to be or', 'not to be'], ['be']])).toEqual({ to: [1, 2], be: [2, 3], or: [1, 1], not: [1, 1] });
  });

  it.each([
    [
      'what apostrophes, hyphens and digits join',
      'l’innovation peut-être a1b',
      ['l', 'innovation', 'peut', 'être', 'a', 'b'],
    ],
    ['letters with marks of their own', 'e\u0301te\u0301 קָמָץ', ['e\u0301te\u0301', 'קָמָץ']],
    ['scripts without spaces', '価値の連鎖。顧客', ['価値の連鎖', '顧客']],
    ['letters of two codes', '𝐚b 𐐨𐐩 🐜', ['𝐚b', '𐐨𐐩']],
    ['no marks and signs alone', '\u0301 · 12 ½ —', []],
  ])('reads %s', (_what, text, words) => {
    expect(Object.keys(countsOf([[text]]))).toEqual(words);
  });

  it('leaves out the places of what is only named', () => {
    const tally = new WordTally();
    tally.begin();
    tally.add('name', 0);
    expect([...tally.counts()]).toEqual([{ word: 'name', documents: 1, places: 0 }]);
  });

  it('keeps thousands of words apart', () => {
    const words = Array.from({ length: 20_000 }, (_, at) =>
      Array.from(at.toString(), (digit) => 'abcdefghij'.charAt(Number(digit))).join(''),
    );
    expect(countsOf([[words.join(' ')], [words.join(',')]])).toEqual(
      Object.fromEntries(words.map((word) => [word, [2, 2]])),
    );
  });

  it('finds the words that an expression finds', () => {
    const text = fc
      .array(fc.constantFrom(...Array.from('abÅé\u0301’- 1𐐨価ß\n')), { maxLength: 40 })
      .map((some) => some.join(''));
    fc.assert(
      fc.property(text, (one) => {
        const words = new Map<string, number>();
        for (const word of one.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
        const counts = Object.entries(countsOf([[one]])).map(([word, [, places]]) => [word, places]);
        expect(counts).toEqual([...words]);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });
});
