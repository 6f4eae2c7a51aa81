import { describe, expect, it } from 'vitest';
import { idSchema, isId, slugOf, slugSchema } from '../../../src/core/locale/slug.ts';
import { checked, faults } from '../folder.ts';

const wrong = (text: string): boolean => faults(slugSchema, text).length > 0;

describe('an id', () => {
  it.each(['a', 'look-up', '2026', 'a-1-b'])('may be %s', (id) => {
    expect(isId(id)).toBe(true);
    expect(checked(idSchema, id)).toBe(id);
  });

  it.each(['', '-', 'a-', '-a', 'a--b', 'A', 'é', 'a b', 'a_b', '..', 'a/b', 'a.b', 'a\u0000', 'a\n'])(
    'may not be %j',
    (id) => {
      expect(isId(id)).toBe(false);
      expect(faults(idSchema, id)[0]).toContain('must be an id: lower-case letters a–z');
    },
  );
});

describe('a slug', () => {
  it.each(['look-up', 'värde', 'été', 'سلسلة-القيمة', '価値', 'हिन्दी', '2026', 'a_b'])('may be %s', (slug) => {
    expect(checked(slugSchema, slug)).toBe(slug);
  });

  it.each([
    '',
    '.',
    '..',
    'a/b',
    '/a',
    'a\\b',
    'a b',
    'A',
    'Été',
    'a.b',
    '-a',
    'a-',
    'a--b',
    'a%2e',
    'a?b',
    'a#b',
    'a\u0007',
    'a\u200Bb',
    'a\n',
  ])('may not be %j', (slug) => {
    expect(wrong(slug)).toBe(true);
  });

  it('is one slug, however its letters were composed', () => {
    expect(checked(slugSchema, 'e\u0301te\u0301')).toBe('\u00E9t\u00E9');
  });
});

describe('a slug made from a text', () => {
  it.each([
    ['Kundens flaskhals!', 'kundens-flaskhals'],
    ['  L’été, 2026 ', 'l-été-2026'],
    ['A/B & C', 'a-b-c'],
    ['سلسلة القيمة', 'سلسلة-القيمة'],
    ['価値の連鎖', '価値の連鎖'],
    ['İstanbul', 'i\u0307stanbul'],
    ['…', 'fallback'],
    ['🐜', 'fallback'],
    ['', 'fallback'],
    ['../../etc', 'etc'],
  ])('%j is %s', (text, slug) => {
    expect(slugOf(text, 'fallback')).toBe(slug);
    expect(wrong(slugOf(text, 'fallback'))).toBe(false);
  });
});
