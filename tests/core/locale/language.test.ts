import { describe, expect, it } from 'vitest';
import { byLanguage, languageSchema } from '../../../src/core/locale/by-language.ts';
import { autonym, canonicalLanguage, directionOf, languageName, scriptOf } from '../../../src/core/locale/language.ts';
import { z } from 'zod';
import { checked, faults } from '../folder.ts';

it.each([
  ['sv', 'Latn'],
  ['zh', 'Hans'],
  ['sr-Latn', 'Latn'],
  ['art-x-tokipona', undefined],
])('the script of %s is %s', (lang, script) => {
  expect(scriptOf(lang)).toBe(script);
});

describe('a language tag', () => {
  it.each([
    ['sv', 'sv'],
    ['SV', 'sv'],
    ['pt-br', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['iw', 'he'],
    ['sr-latn', 'sr-Latn'],
    ['art-x-tokipona', 'art-x-tokipona'],
  ])('%s is written %s', (written, canonical) => {
    expect(canonicalLanguage(written)).toBe(canonical);
    expect(checked(languageSchema, written)).toBe(canonical);
  });

  it.each(['', 'e', 'english!', 'sv_SE', 'sv-', 'räka', '../sv', 'sv/x'])('is not %j', (written) => {
    expect(canonicalLanguage(written)).toBeUndefined();
    expect(faults(languageSchema, written)).toEqual([
      `wrong-value: The file is “${written}”, which is no language tag; write one such as en, sv or pt-BR.`,
    ]);
  });

  it('is canonical as a key too, so that pt-br is found under pt-BR', () => {
    expect(checked(byLanguage(z.string()), { 'pt-br': 'x', sv: 'y' })).toEqual({ 'pt-BR': 'x', sv: 'y' });
    expect(faults(byLanguage(z.string()), { sv_SE: 'x' })).toEqual([
      'sv_SE wrong-key: The key “sv_SE” is “sv_SE”, which is no language tag; write one such as en, sv or pt-BR.',
    ]);
  });
});

describe('the direction of writing', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['ur', 'rtl'],
    ['az-Arab', 'rtl'],
    ['az', 'ltr'],
    ['ja', 'ltr'],
  ])('of %s is %s', (lang, direction) => {
    expect(directionOf(lang)).toBe(direction);
  });
});

describe('a language’s own name', () => {
  it.each([
    ['en', 'English'],
    ['sv', 'Svenska'],
    ['fr', 'Français'],
    ['ar', 'العربية'],
    ['ja', '日本語'],
    ['ka', 'ქართული'],
    ['el', 'Ελληνικά'],
  ])('of %s is %s', (lang, name) => {
    expect(autonym(lang)).toBe(name);
  });

  it('stands inside a sentence as that language writes it', () => {
    expect(languageName('fr', 'sv')).toBe('franska');
    expect(languageName('sv', 'en')).toBe('Swedish');
    expect(languageName('en', 'fr')).toBe('anglais');
  });

  it('is the tag itself where nobody has named it', () => {
    expect(languageName('qaa', 'en')).toBe('qaa');
  });
});
