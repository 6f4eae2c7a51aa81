import { describe, expect, it } from 'vitest';
import { compoundSplitter } from '../../../src/core/search/compound.ts';
import type { Vocabulary } from '../../../src/core/search/vocabulary.ts';

const swedish = 'värde kedja flöde produktion process analys kund mäta stål rulla flaska hals till gång stationer';

function vocabulary(words: string, more: Partial<Vocabulary> = {}): Vocabulary {
  const documents = new Map(words.split(' ').map((word) => [word, 2]));
  return { lang: 'sv', documents, places: new Map(), named: new Set(), size: 20, ...more };
}

describe('a compound of words that the site uses', () => {
  it.each([
    ['värdekedja', 'värde kedja'],
    ['värdekedjans', 'värde kedjans'],
    ['värdekedjor', 'värde kedjor'],
    ['produktionsprocess', 'produktions process'],
    ['värdeflödesanalysen', 'värde flödes analysen'],
    ['kundvärdet', 'kund värdet'],
    ['flaskhalsar', 'flask halsar'],
    ['stationsflöde', 'stations flöde'],
  ])('%s is split into %s', (word, parts) => {
    expect(compoundSplitter(vocabulary(swedish))?.(word)?.join(' ')).toBe(parts);
  });

  it.each([
    ['a part that nobody uses', 'värdegrund'],
    ['a part too short to be sure of', 'kedjaen'],
    ['an ending that looks like a word', 'kundens'],
    ['a word that is none', 'kedja'],
  ])('is not split at %s: %s', (_why, word) => {
    expect(compoundSplitter(vocabulary(`${swedish} ens en`))?.(word)).toBeUndefined();
  });

  it('is not split at words that bind sentences together', () => {
    const words = vocabulary(swedish);
    expect(compoundSplitter(words)?.('tillgång')).toEqual(['till', 'gång']);
    const documents = new Map([...words.documents, ['till', 19]]);
    expect(compoundSplitter({ ...words, documents })?.('tillgång')).toBeUndefined();
  });

  it('is known by the names of tags and concepts too', () => {
    const none = { lang: 'sv', documents: new Map<string, number>(), places: new Map<string, number>(), size: 0 };
    expect(compoundSplitter({ ...none, named: new Set(['värde', 'kedja']) })?.('värdekedja')).toEqual([
      'värde',
      'kedja',
    ]);
  });

  it.each([
    ['de', 'kunden nutzen', 'kundennutzen', ['kunden', 'nutzen']],
    ['nb', 'verdi kjede', 'verdikjeden', ['verdi', 'kjeden']],
    ['sv-FI', 'värde kedja', 'värdekedja', ['värde', 'kedja']],
    ['en', 'through put some thing', 'something', undefined],
    ['fr', 'porte feuille', 'portefeuille', undefined],
  ])('is split only where the language writes compounds as one word: %s', (lang, words, word, parts) => {
    expect(compoundSplitter(vocabulary(words, { lang }))?.(word)).toEqual(parts);
  });
});
