import { describe, expect, it } from 'vitest';
import { sentenceParts } from '../../../src/core/locale/sentence.ts';
import { countText, fill } from '../../../src/core/locale/words.ts';

describe('filling a text', () => {
  it.each([
    ['every place, however often', '{a} and {a}', { a: 'x' }, 'x and x'],
    ['and leaves what has no value', 'By {names}', {}, 'By {names}'],
    ['with values that look like places, as they are', '{a}{b}', { a: '{b}', b: 'x' }, '{b}x'],
    ['with values that look like patterns, as they are', '{a}', { a: '$& $1 $$' }, '$& $1 $$'],
    ['with nothing where nothing is said', '[{a}]', { a: '' }, '[]'],
  ])('fills %s', (_, text, values, expected) => {
    expect(fill(text, values)).toBe(expected);
  });
});

describe('a count', () => {
  const essays = { one: '{count} essay', other: '{count} essays' };
  it.each([
    [0, 'en', '0 essays'],
    [1, 'en', '1 essay'],
    [1234, 'en', '1,234 essays'],
    [0, 'fr', '0 essay'],
    [1, 'ja', '1 essays'],
    [1_000_000, 'fr', '1\u202F000\u202F000 essays'],
  ])('of %i in %s is %s', (count, lang, text) => {
    expect(countText(essays, count, lang)).toBe(text);
  });

  it('fills other places too, and its own number whatever they say', () => {
    expect(countText({ other: '{count} for {query}' }, 2, 'en', { query: 'x', count: '9' })).toBe('2 for x');
  });
});

describe('a sentence with places for markup', () => {
  it.each([
    ['Also in {languages}.', [{ text: 'Also in ' }, { slot: 'languages' }, { text: '.' }]],
    ['{a}{b}', [{ slot: 'a' }, { slot: 'b' }]],
    ['plain', [{ text: 'plain' }]],
    ['{not a place}', [{ text: '{not a place}' }]],
    ['', []],
  ])('%j is split at them', (text, parts) => {
    expect(sentenceParts(text)).toEqual(parts);
  });
});
