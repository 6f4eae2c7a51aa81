import { describe, expect, it } from 'vitest';
import {
  compareText,
  dateText,
  listParts,
  listText,
  numberText,
  pluralCategory,
  readingMinutes,
  yearText,
} from '../../../src/core/locale/format.ts';

const day = (iso: string): Date => new Date(iso);

describe('an enumeration of what is not text', () => {
  it.each([
    ['en', [], []],
    ['en', [1], [1]],
    ['sv', [1, 2, 3], [1, ', ', 2, ' och ', 3]],
    ['ja', [1, 2], [1, '、', 2]],
  ])('in %s of %j is %j', (lang, items, parts) => {
    expect(listParts(items, lang)).toEqual(parts);
  });
});

describe('a date', () => {
  it.each([
    ['en', '14 March 2026'],
    ['en-US', 'March 14, 2026'],
    ['sv', '14 mars 2026'],
    ['fr', '14 mars 2026'],
    ['ja', '2026年3月14日'],
    ['fa', '۲۳ اسفند ۱۴۰۴'],
  ])('in %s reads %s', (lang, text) => {
    expect(dateText(day('2026-03-14'), lang).text).toBe(text);
  });

  it('for machines is a day when it has no time, else the time in UTC', () => {
    expect(dateText(day('2026-03-14'), 'en').iso).toBe('2026-03-14');
    expect(dateText(day('2026-03-14T23:30:00-02:00'), 'en')).toEqual({
      iso: '2026-03-15T01:30:00.000Z',
      text: '15 March 2026',
    });
  });

  it('is read in UTC, whatever the machine’s zone', () => {
    expect(process.env['TZ']).toBe('Pacific/Chatham');
    expect(dateText(day('2025-12-31T23:59:59Z'), 'sv').text).toBe('31 december 2025');
    expect(yearText(day('2025-12-31T23:59:59Z'), 'sv')).toBe('2025');
  });

  it('says the first of a month in French as an ordinal', () => {
    expect(dateText(day('2026-05-01'), 'fr').text).toBe('1er mai 2026');
    expect(dateText(day('2026-05-11'), 'fr').text).toBe('11 mai 2026');
    expect(dateText(day('2026-05-01'), 'fr-CA').text).toBe('1er mai 2026');
  });
});

describe('a year', () => {
  it.each([
    ['sv', '2026-02-01', '2026'],
    ['ja', '2026-02-01', '2026年'],
    ['fa', '2026-02-01', '۱۴۰۴'],
    ['fa', '2026-07-01', '۱۴۰۵'],
    ['en', '0099-07-01', '99'],
  ])('in %s of %s is %s', (lang, iso, text) => {
    expect(yearText(day(iso), lang)).toBe(text);
  });
});

describe('a number', () => {
  it.each([
    ['en', '12,345'],
    ['sv', '12\u00A0345'],
    ['fr', '12\u202F345'],
    ['fa', '۱۲٬۳۴۵'],
  ])('in %s is grouped', (lang, text) => {
    expect(numberText(12345, lang)).toBe(text);
  });
});

describe('an enumeration', () => {
  it.each([
    ['en', 'a, b, and c'],
    ['sv', 'a, b och c'],
    ['fr', 'a, b et c'],
    ['ja', 'a、b、c'],
  ])('in %s is %s', (lang, text) => {
    expect(listText(['a', 'b', 'c'], lang)).toBe(text);
  });

  it('of one is the one, of none is nothing', () => {
    expect(listText(['a'], 'sv')).toBe('a');
    expect(listText([], 'sv')).toBe('');
  });
});

describe('a plural', () => {
  it.each([
    ['en', [0, 1, 2], ['other', 'one', 'other']],
    ['fr', [0, 1, 2, 1_000_000], ['one', 'one', 'other', 'many']],
    ['ar', [0, 1, 2, 3, 11, 100], ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['ja', [0, 1, 2], ['other', 'other', 'other']],
  ])('in %s of %j', (lang, counts, categories) => {
    expect(counts.map((count) => pluralCategory(count, lang))).toEqual(categories);
  });
});

describe('sorting', () => {
  it.each([
    ['sv', ['Ö', 'Z', 'Å', 'A'], ['A', 'Z', 'Å', 'Ö']],
    ['en', ['Z', 'Å', 'A'], ['A', 'Å', 'Z']],
    ['fr', ['étude', 'zone', 'essai'], ['essai', 'étude', 'zone']],
    ['en', ['Part 10', 'part 2'], ['part 2', 'Part 10']],
  ])('in %s puts %j in its readers’ order', (lang, given, sorted) => {
    expect(given.toSorted((a, b) => compareText(a, b, lang))).toEqual(sorted);
  });
});

describe('reading time', () => {
  it.each([
    [0, 1],
    [109, 1],
    [330, 2],
    [2200, 10],
  ])('of %i words is %i minutes', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });
});
