import { describe, expect, it } from 'vitest';
import { heavyWords, readVocabulary, vocabularyText, wordsOf } from '../../../src/core/search/vocabulary.ts';
import { concept, essay, know } from '../folder.ts';

const knowledge = know({
  tags: { chain: { label: { en: 'Chains', sv: 'Kedjor' }, synonyms: { en: ['links in a row'] } } },
  documents: [
    essay(
      'a/en',
      { title: 'Bottleneck' },
      { headings: ['Waiting'], sections: [{ text: 'People wait, people queue.' }] },
    ),
    essay('b/en', { title: 'Second' }, { sections: [{ text: 'Other people.' }] }),
    essay('a/sv', { title: 'Flaskhals' }),
    concept('c/en', { title: 'Concept', synonyms: ['notion'] }),
  ],
});

describe('the words of a language', () => {
  const { documents, named, size } = readVocabulary(knowledge, 'en');

  it('are counted once for each document, in this language only', () => {
    expect([documents.get('people'), documents.get('queue'), documents.get('flaskhals'), size]).toEqual([
      2,
      1,
      undefined,
      3,
    ]);
  });

  it.each(['bottleneck', 'waiting', 'chains', 'links', 'notion'])('%s names something', (word) => {
    expect(named.has(word)).toBe(true);
  });

  it('of the text itself name nothing', () => {
    expect(named.has('people')).toBe(false);
  });

  it('are apart where an apostrophe or a hyphen joins them', () => {
    expect(wordsOf('L’innovation, peut-être', 'fr')).toEqual(['l', 'innovation', 'peut', 'être']);
  });
});

describe('the list of words for a mistyped one', () => {
  it('holds words of five letters and more in order, each with how common it is', () => {
    const lines = vocabularyText(readVocabulary(knowledge, 'en')).trimEnd().split('\n');
    expect(lines).toEqual(lines.toSorted());
    expect(lines).toContain('people1');
    expect(lines).toContain('chains0');
    expect(lines.some((line) => line.startsWith('wait1') || line.startsWith('wait0'))).toBe(false);
  });

  it('keeps what names something, then the commonest, when there are too many', () => {
    const words = Array.from(
      { length: 12_000 },
      (_, index) =>
        `word${Array.from(index.toString().padStart(5, '0'), (digit) => 'abcdefghij'[Number(digit)]!).join('')}`,
    );
    const documents = new Map(words.map((word, index) => [word, index < 100 ? 9 : 1]));
    const text = vocabularyText({ ...readVocabulary(knowledge, 'en'), documents, named: new Set([words.at(-1)!]) });
    expect(text.split('\n').length).toBeLessThan(10_000);
    expect(text).toContain(words.at(-1));
    const lines = new Set(text.split('\n'));
    expect(words.slice(0, 100).filter((word) => !lines.has(`${word}3`))).toEqual([]);
  });
});

describe('the words that a question need not have', () => {
  it('are those with thousands of places, in any spelling of their capitals, and none in a small site', () => {
    const text = `${'The cat and the dog. '.repeat(3001)}${'Dogs and a cat. '.repeat(3000)}`;
    const large = know({ documents: [essay('a/en', {}, { sections: [{ text }] })] });
    expect(heavyWords(readVocabulary(large, 'en'))).toEqual(['and', 'cat', 'the']);
    expect(heavyWords(readVocabulary(knowledge, 'en'))).toEqual([]);
  });
});
