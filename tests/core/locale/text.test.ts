import { describe, expect, it } from 'vitest';
import { chooseText, localTextSchema, textIn } from '../../../src/core/locale/text.ts';
import { checked, faults } from '../folder.ts';

describe('a text of an author', () => {
  it('is one for all languages or one each', () => {
    expect(checked(localTextSchema, 'Lean')).toBe('Lean');
    expect(checked(localTextSchema, { en: 'Lean', 'pt-br': 'Enxuto' })).toEqual({ en: 'Lean', 'pt-BR': 'Enxuto' });
  });

  it.each([
    ['a number', 3, 'wrong-value: The file must be a text, or texts per language such as { en: …, sv: … }.'],
    ['nothing', null, 'wrong-value: The file must be a text, or texts per language such as { en: …, sv: … }.'],
    ['blank', '  ', 'wrong-value: The file must not be empty.'],
    ['blank in a language', { en: '' }, 'en wrong-value: en must not be empty.'],
    ['in no language', {}, 'wrong-value: The file must have a text in at least one language.'],
  ])('is not %s', (_, value: unknown, line) => {
    expect(faults(localTextSchema, value)).toEqual([line]);
  });
});

describe('the text in a language', () => {
  it.each([
    ['a single text counts for all', 'Lean', 'Lean'],
    ['its own', { sv: 'Resurssnål' }, 'Resurssnål'],
    ['that of no language in particular counts for all', { und: 'Lean', en: 'x' }, 'Lean'],
    ['none in others', { en: 'Lean' }, undefined],
    ['none of none', undefined, undefined],
  ])('%s', (_, text, expected) => {
    expect(textIn(text, 'sv')).toBe(expected);
  });
});

describe('the text chosen for a reader', () => {
  it.each([
    ['in their language', { fr: 'f', sv: 's' }, { text: 's', lang: 'sv' }],
    ['in the first of the site’s languages that has it', { fr: 'f', en: 'e' }, { text: 'e', lang: 'en' }],
    ['in any at last', { de: 'd' }, { text: 'd', lang: 'de' }],
    ['the same for everybody', 'x', { text: 'x', lang: 'sv' }],
    ['in no language in particular, which needs no mark', { und: 'u', en: 'e' }, { text: 'u', lang: 'sv' }],
  ])('is %s', (_, text, expected) => {
    expect(chooseText(text, 'sv', ['en', 'sv', 'fr'])).toEqual(expected);
  });
});
