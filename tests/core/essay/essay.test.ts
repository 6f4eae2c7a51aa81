import { describe, expect, it } from 'vitest';
import { conceptSchema } from '../../../src/core/concept/concept.ts';
import { essaySchema, isDocumentKind, pageSchema } from '../../../src/core/essay/essay.ts';
import { checked, faults } from '../folder.ts';

const least = { title: 'T', description: 'D', date: '2026-03-14' };

describe('the front matter of an essay', () => {
  it('needs a title, a description and a date', () => {
    expect(checked(essaySchema, least)).toEqual({
      title: 'T',
      description: 'D',
      date: new Date('2026-03-14'),
      tags: [],
      draft: false,
      aliases: [],
    });
    expect(faults(essaySchema, {})).toEqual(
      ['title', 'description', 'date'].map(
        (key) =>
          `missing-key: ${key} is missing. → Add ${key}: … here. Keys here: title, description, date, updated, tags, authors, slug, draft, publish, series, guid, aliases, cover.`,
      ),
    );
  });

  it.each<[object, string]>([
    [{ title: ' ' }, 'title wrong-value: title must not be empty.'],
    [{ titel: 'x' }, 'titel unknown-key: There is no key “titel”. → Did you mean “title”?'],
    [{ tag: 'x' }, 'tag unknown-key: There is no key “tag”. → Did you mean “tags”?'],
    [
      { tags: 'lean' },
      'tags wrong-value: tags must be a list such as [one, two], but is “lean”. → Write it in brackets: [lean].',
    ],
    [{ tags: ['lean', 'lean'] }, 'tags wrong-value: tags names “lean” twice.'],
    [{ updated: '2026-03-13' }, 'updated wrong-value: updated must not be before date.'],
    [{ draft: 'yes' }, 'draft wrong-value: draft must be true or false, but is “yes”. → Write true.'],
    [
      { slug: '../x' },
      'slug wrong-value: slug must be one part of an address: lower-case letters and digits with hyphens between, such as look-up.',
    ],
    [{ series: { id: 'work', part: 1.5 } }, 'series/part wrong-value: series.part must be a whole number, but is 1.5.'],
    [
      { series: { id: 'work' } },
      'series missing-key: series.part is missing. → Add part: … here. Keys here: id, part.',
    ],
    [{ cover: { src: 'a.png' } }, 'cover missing-key: cover.alt is missing. → Add alt: … here. Keys here: src, alt.'],
    [{ cover: { src: 'a.png', alt: '' } }, 'cover/alt wrong-value: cover.alt must say what the image shows.'],
  ])('may not say %j', (more, line) => {
    expect(faults(essaySchema, { ...least, ...more })).toEqual([line]);
  });
});

describe('an alias', () => {
  it.each([
    ['/2013/04/look-up.html', '/2013/04/look-up.html'],
    ['/old/', '/old/'],
    ['/caf%C3%A9', '/café'],
    ['/cafe\u0301', '/café'],
    ['/100%', '/100%'],
    ['/a.b/..c', '/a.b/..c'],
    ['/', '/'],
  ])('%s is %s', (written, alias) => {
    expect(checked(essaySchema, { ...least, aliases: [written] }).aliases).toEqual([alias]);
  });

  it.each([
    ['old', 'must begin with /, as in /2013/04/look-up.html.'],
    ['https://example.org/old', 'must begin with /, as in /2013/04/look-up.html.'],
    ['/?p=17', 'must be a plain path, without ?, #, *, \\ and control characters.'],
    ['/a#b', 'must be a plain path, without ?, #, *, \\ and control characters.'],
    ['/a\\b', 'must be a plain path, without ?, #, *, \\ and control characters.'],
    ['/a\u0000', 'must be a plain path, without ?, #, *, \\ and control characters.'],
    ['/a%0Ab', 'must be a plain path, without ?, #, *, \\ and control characters.'],
    ['/../a', 'must not have empty parts, . or ..'],
    ['/a/%2e%2e/b', 'must not have empty parts, . or ..'],
    ['/a/..', 'must not have empty parts, . or ..'],
    ['/./a', 'must not have empty parts, . or ..'],
    ['//a', 'must not have empty parts, . or ..'],
  ])('%j cannot be one', (written, why) => {
    expect(faults(essaySchema, { ...least, aliases: [written] })).toEqual([`aliases/0 wrong-value: aliases.0 ${why}`]);
    expect(faults(pageSchema, { title: 'T', description: 'D', aliases: [written] })).toHaveLength(1);
    expect(faults(conceptSchema, { title: 'T', description: 'D', aliases: [written] })).toHaveLength(1);
  });
});

describe('a kind of document', () => {
  it.each([
    ['essay', true],
    ['concept', true],
    ['page', true],
    ['chain', false],
    ['', false],
  ])('%j: %s', (word, is) => {
    expect(isDocumentKind(word)).toBe(is);
  });
});
