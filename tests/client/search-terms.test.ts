import { describe, expect, it } from 'vitest';
import { fold, formsOf, termsOf } from '../../src/client/search-terms.ts';

describe('a query', () => {
  it.each([
    ['Värde-Kedja,  (Flöde)!', ['värdekedja', 'flöde']],
    ['“two words”', ['two', 'words']],
    ['a_b 2^8', ['a_b', '2^8']],
    [' – ', []],
  ])('is its words: %s', (query, terms) => {
    expect(termsOf(query)).toEqual(terms);
  });
});

describe('a word of a text', () => {
  it.each([
    ['Demand,', ['demand']],
    ['Élèves', ['eleves']],
    ['värde^kedjan.', ['vardekedjan', 'varde', 'kedjan']],
    ["l'^innovation", ['linnovation', 'l', 'innovation']],
    ['–', []],
  ])('is found by the forms that the index has: %s', (word, forms) => {
    expect(formsOf(word)).toEqual(forms);
  });

  it('keeps the marks of Japanese', () => {
    expect(fold('が')).toBe('が');
  });
});
