import { describe, expect, it } from 'vitest';
import { authorsSchema } from '../../../src/core/author/author.ts';
import { checked, faults } from '../folder.ts';

const authors = (author: unknown): unknown => ({ schema: 'authors/1', authors: { ada: author } });

describe('the registry of authors', () => {
  it('takes an author for a person', () => {
    expect(checked(authorsSchema, authors({ name: 'Ada' })).authors['ada']).toEqual({ name: 'Ada', kind: 'person' });
  });

  it.each<[string, unknown, string]>([
    [
      'a kind that nobody is',
      { name: 'Ada', kind: 'robot' },
      'authors/ada/kind wrong-value: authors.ada.kind must be one of person, organisation, but is “robot”.',
    ],
    [
      'an author without a name',
      { kind: 'person' },
      'authors/ada missing-key: authors.ada.name is missing. → Add name: … here. Keys here: kind, name, bio, url, default.',
    ],
    [
      'an address that is a script',
      { name: 'Ada', url: 'javascript:alert(1)' },
      'authors/ada/url wrong-value: authors.ada.url must be an absolute address that begins with https:// or http://.',
    ],
    [
      'a default that is neither true nor false',
      { name: 'Ada', default: 'yes' },
      'authors/ada/default wrong-value: authors.ada.default must be true or false, but is “yes”. → Write true.',
    ],
  ])('refuses %s', (_, author, line) => {
    expect(faults(authorsSchema, authors(author))).toEqual([line]);
  });
});
