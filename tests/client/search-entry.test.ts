import { describe, expect, it } from 'vitest';
import { briefPlace, briefPlaces, briefSpelling, lengthCode, readLengths } from '../../src/client/search-entry.ts';

describe('the number of words of a page', () => {
  it.each([0, 1, 2, 17, 999, 1000, 12_345, 60_000])('comes back to three in a hundred: %i', (words) => {
    const [read = 0, ...more] = readLengths(lengthCode(words));
    expect(more).toEqual([]);
    expect(Math.abs(read - Math.max(1, words))).toBeLessThanOrEqual(0.03 * words + 0.5);
  });

  it('is one of several that stand behind each other', () => {
    expect(readLengths([1, 1_000_000, 64].map(lengthCode).join(''))).toEqual([1, readLengths('ff')[0], 64]);
  });
});

describe('a place that stands for those of a brief word', () => {
  it.each([0, 1, 5000])('tells which word: %i', (spelling) => {
    const places = Array.from({ length: briefPlaces }, (_, index) => briefPlace(spelling) + index);
    expect(places.map(briefSpelling)).toEqual(places.map(() => spelling));
    expect(Math.max(...places)).toBeLessThan(2 ** 31);
  });

  it('is none that a text has', () => {
    expect(briefSpelling(2_000_000)).toBeUndefined();
  });
});
