import { describe, expect, it } from 'vitest';
import type { Words } from '../../src/core/locale/words.ts';
import { slugSchema } from '../../src/core/locale/slug.ts';
import { en } from '../../src/i18n/en.ts';
import { shippedWords } from '../../src/i18n/shipped.ts';
import { faults } from '../core/folder.ts';

const languages = Object.keys(shippedWords);
const wordsOf = (lang: string): Words => shippedWords[lang] ?? en;

/** The texts of a key: one, or one per plural form. */
function textsOf(words: Words, key: string): string[] {
  const value = words[key as keyof Words];
  return typeof value === 'string' ? [value] : Object.values(value);
}

function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
}

const plurals = Object.entries(en).flatMap(([key, value]) => (typeof value === 'string' ? [] : [key]));
const addresses = Object.keys(en).filter((key) => key.startsWith('url'));

describe.each(languages)('the words in %s', (lang) => {
  const words = wordsOf(lang);
  const all = Object.keys(words).flatMap((key) => textsOf(words, key).map((text) => ({ key, text })));

  it('have the keys of the other languages, in the same order', () => {
    expect(Object.keys(words)).toEqual(Object.keys(en));
  });

  it('have the same places for values, in each plural form', () => {
    for (const key of Object.keys(en)) {
      const expected = placesOf(textsOf(en, key).join(' '));
      for (const text of textsOf(words, key)) expect(placesOf(text), `${key}: ${text}`).toEqual(expected);
    }
  });

  it('have every plural form that the language needs, and no other', () => {
    const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted();
    for (const key of plurals) {
      expect(Object.keys(words[key as keyof Words]).sort(), key).toEqual(needed);
    }
  });

  it('are never empty and have no space at either end', () => {
    expect(all.filter(({ text }) => text.trim() !== text || text === '')).toEqual([]);
  });

  it('can stand in addresses, each once', () => {
    const parts = addresses.map((key) => textsOf(words, key).join());
    for (const part of parts) expect(faults(slugSchema, part), part).toEqual([]);
    expect(new Set(parts).size).toBe(parts.length);
  });

  it('have the quotation marks and apostrophes of print', () => {
    expect(all.filter(({ text }) => /["']|\.\.\./.test(text))).toEqual([]);
  });

  it('leave no brace open and no place unnamed', () => {
    expect(all.filter(({ text }) => /[{}]/.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
  });
});

describe('French', () => {
  const all = Object.keys(en).flatMap((key) => textsOf(wordsOf('fr'), key));

  it('has a narrow no-break space before ; ! ?', () => {
    expect(all.filter((text) => /(?<!\u202F)[;!?]/.test(text))).toEqual([]);
  });

  it('has a no-break space before :', () => {
    expect(all.filter((text) => /(?<!\u00A0):/.test(text))).toEqual([]);
  });

  it('has narrow no-break spaces inside guillemets', () => {
    expect(all.filter((text) => /«(?!\u202F)|(?<!\u202F)»/.test(text))).toEqual([]);
  });
});

describe('Swedish', () => {
  it('closes and opens quotations with the same mark', () => {
    const all = Object.keys(en).flatMap((key) => textsOf(wordsOf('sv'), key));
    expect(all.filter((text) => /[“„«»]/.test(text))).toEqual([]);
  });
});

describe('words of different languages', () => {
  it('are not left in English', () => {
    const same = (lang: string): string[] =>
      Object.keys(en).filter((key) => textsOf(en, key).join() === textsOf(wordsOf(lang), key).join());
    expect(same('sv')).toEqual(['feedTitle']);
    // These words are French as well.
    expect(same('fr')).toEqual(['urlSeries', 'urlPage', 'footnotes', 'shareByEmail', 'pageNumber', 'feedTitle']);
  });
});
