import { describe, expect, it } from 'vitest';
import { fold, formsOf, isMeantBy, termsOf } from '../../src/client/search-terms.ts';

describe('a query', () => {
  it.each([
    ['Värde-Kedja,  (Flöde)!', ['värdekedja', 'flöde']],
    ['“two words”', ['two', 'words']],
    ['a_b 2^8', ['a_b', '2^8']],
    ['C++ = $5 ‹x›', ['c', '5', 'x']],
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

describe('a typed word', () => {
  it.each([
    ['kedj', 'kedjeled', true],
    ['kedja', 'kedja', true],
    ['värdekedjeanaly', 'värdekedj', true],
    ['coeur', 'c', false],
    ['dezember', 'de', false],
    ['dex', 'de', false],
    ['kanban', 'kan', false],
    ['価値連', '価値', true],
    ['価値連鎖', '価', false],
    ['kedja', 'led', false],
  ])('%s may mean %s: %s', (typed, found, may) => {
    expect(isMeantBy(typed, found)).toBe(may);
  });
});
