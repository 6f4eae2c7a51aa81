import { describe, expect, it } from 'vitest';
import { searchRecords, searchSubjects } from '../../../src/core/search/record.ts';
import { readVocabulary } from '../../../src/core/search/vocabulary.ts';
import { concept, essay, know, page, type FolderInput } from '../folder.ts';

const input: FolderInput = {
  site: { address: 'https://example.org/blog/' },
  tags: {
    work: { label: { en: 'Work', sv: 'Arbete' }, synonyms: { en: ['labour'] } },
    lean: { label: { en: 'Lean', sv: 'Lean' }, parent: 'work', synonyms: { en: ['flow thinking'] } },
  },
  documents: [
    essay(
      'look-up/en',
      { title: 'Look up & <about>', description: 'Ants.', tags: ['lean'], date: '2026-03-14' },
      { sections: [{ text: 'Before.' }, { id: 'ring', heading: 'The ring', text: 'They walk.' }] },
    ),
    essay('look-up/sv', { title: 'Lyft blicken' }),
    concept('takt/en', { title: 'Takt time', synonyms: ['beat'] }),
    page('about/en', {}),
  ],
};

function htmlOf(url: string): string {
  const knowledge = know(input);
  const records = [...searchRecords(searchSubjects(knowledge, 'en'), readVocabulary(knowledge, 'en'))];
  return records.find((record) => record.url === url)?.html ?? '';
}

describe('what the index gets', () => {
  it('is every document of the language under its address with the base', () => {
    const urls = searchSubjects(know(input), 'en').map(({ url }) => url);
    expect(urls.toSorted()).toEqual(['/blog/en/about/', '/blog/en/concepts/takt/', '/blog/en/look-up/']);
  });

  it('has a heading with its id for each section, so that results lead there', () => {
    expect(htmlOf('/blog/en/look-up/')).toContain('<h2 id="ring">The ring</h2><p>They walk.</p>');
  });

  it.each([
    ['title', 'Look up &amp; &lt;about&gt;'],
    ['topics', 'Lean, Work, flow thinking, labour'],
    ['day', 'ymd20260314'],
  ])('has a field for the %s, which no excerpt quotes', (name, text) => {
    expect(htmlOf('/blog/en/look-up/')).toContain(
      `<span data-pagefind-ignore data-pagefind-meta="${name}">${text}</span>`,
    );
  });

  it('is narrowed by its tags, by the wider ones, and by its year', () => {
    const facets = [...htmlOf('/blog/en/look-up/').matchAll(/data-pagefind-filter="(\w+)">([^<]*)/g)];
    expect(facets.map(([, name, value]) => `${name!} ${value!}`)).toEqual([
      'kind essay',
      'tag Lean',
      'tag Work',
      'year 2026',
    ]);
  });

  it('of a concept has its other names, and no day', () => {
    expect(htmlOf('/blog/en/concepts/takt/')).toContain('data-pagefind-meta="synonyms">beat<');
    expect(htmlOf('/blog/en/concepts/takt/')).not.toContain('"day"');
  });
});
