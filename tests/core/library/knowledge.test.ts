import { describe, expect, it } from 'vitest';
import { bestVersion, isPublished, newestFirst, positionIn } from '../../../src/core/library/documents.ts';
import { chain, concept, essay, essays, know, now, page } from '../folder.ts';

describe('a translation set', () => {
  const knowledge = know({
    documents: [
      essay('a/sv'),
      essay('a/en'),
      essay('b/fr'),
      concept('a/en'),
      essay('c/en', { draft: true }),
      essay('c/sv'),
    ],
  });
  const versions = (id: string): string[] => [...(knowledge.set('essay', id)?.versions.keys() ?? [])].sort();

  it('pairs by folder and kind, whatever language there is', () => {
    expect(versions('a')).toEqual(['en', 'sv']);
    expect(versions('b')).toEqual(['fr']);
    expect([...(knowledge.set('concept', 'a')?.versions.keys() ?? [])]).toEqual(['en']);
    expect(knowledge.set('page', 'a')).toBeUndefined();
  });

  it('leaves out what is not shown', () => {
    expect(versions('c')).toEqual(['sv']);
    expect(knowledge.hidden('essay', 'c', 'en')).toBe(true);
    expect(knowledge.hidden('essay', 'c', 'sv')).toBe(false);
    expect(knowledge.hidden('essay', 'nowhere', 'en')).toBe(false);
  });

  it.each([
    ['a', 'sv', 'sv'],
    ['a', 'fr', 'en'],
    ['b', 'sv', 'fr'],
  ])('of %s gives a reader of %s the version in %s', (id, lang, expected) => {
    const set = knowledge.set('essay', id);
    expect(set && bestVersion(set, lang, ['en', 'sv', 'fr'])?.lang).toBe(expected);
  });
});

describe('a document is shown', () => {
  it.each([
    ['when nothing speaks against it', {}, true],
    ['not as a draft', { draft: true }, false],
    ['from the moment it says', { publish: now.toISOString() }, true],
    ['not a moment earlier', { publish: '2026-06-01T12:00:01Z' }, false],
    ['not as a draft whose time has come', { draft: true, publish: '2020-01-01' }, false],
  ])('%s', (_, front, shown) => {
    const one = essay('a/en', front);
    expect(isPublished(one, now)).toBe(shown);
    expect(know({ documents: [one] }).essays('en')).toHaveLength(shown ? 1 : 0);
    expect(know({ documents: [one] }, { drafts: true }).essays('en')).toHaveLength(1);
  });
});

describe('the order of documents', () => {
  it('is newest first for essays, those of one moment by id and language', () => {
    const given = [essay('b/en'), essay('a/sv'), essay('a/en'), essay('c/en', { date: '2026-02-01' })];
    const expected = ['c/en', 'a/en', 'a/sv', 'b/en'];
    expect(given.toSorted(newestFirst).map(({ digest }) => digest)).toEqual(expected);
    expect(
      given
        .toReversed()
        .sort(newestFirst)
        .map(({ digest }) => digest),
    ).toEqual(expected);
  });

  it('is the alphabet of the language for concepts', () => {
    const documents = ['Ö', 'Zon', 'Ångström', 'Artikel'].map((title, index) =>
      concept(`c${String(index)}/sv`, { title }),
    );
    const titles = know({ documents })
      .concepts('sv')
      .map(({ front }) => front.title);
    expect(titles).toEqual(['Artikel', 'Zon', 'Ångström', 'Ö']);
  });

  it('is that of the files for all together', () => {
    const documents = [page('z/en'), essay('b/en'), concept('a/en'), essay('a/sv')];
    expect(know({ documents }).documents.map(({ file }) => file)).toEqual([
      'concepts/a/en.mdx',
      'essays/a/sv.mdx',
      'essays/b/en.mdx',
      'pages/z/en.mdx',
    ]);
  });
});

describe('the position of an essay in a list', () => {
  const list = essays(25).toSorted(newestFirst);

  it('is found for each', () => {
    expect(list.map((one) => positionIn(list, one))).toEqual(list.map((_, index) => index));
  });

  it('is none where it is not in it', () => {
    expect(positionIn(list, essay('other/en'))).toBe(-1);
    expect(positionIn([], essay('other/en'))).toBe(-1);
  });
});

describe('who signs an essay', () => {
  const authors = { ada: { name: 'Ada' }, us: { name: 'Us', default: true } };
  const knowledge = know({ authors });

  it.each([
    ['those it names', { authors: ['ada'] }, ['ada']],
    ['the default author where it names none', {}, ['us']],
    ['nobody where it says so', { authors: [] }, []],
    ['nobody who is not declared', { authors: ['bob'] }, []],
  ])('%s', (_, front, ids) => {
    expect(knowledge.authorsOf(essay('a/en', front)).map(({ id }) => id)).toEqual(ids);
  });

  it('is nobody where there is no default', () => {
    expect(know({ authors: { ada: { name: 'Ada' } } }).authorsOf(essay('a/en'))).toEqual([]);
  });
});

describe('a chain', () => {
  const acme = chain('acme', { title: { sv: 'Acme' } });
  const knowledge = know({
    chains: [acme, chain('und', { title: { und: 'Und' } }), chain('far', { title: { de: 'Far' } })],
  });

  it('has a page in the languages of its title, or in all', () => {
    expect(knowledge.chains('sv').map(({ id }) => id)).toEqual(['acme', 'und']);
    expect(knowledge.chains('en').map(({ id }) => id)).toEqual(['und']);
  });

  it('leads readers to the nearest of these', () => {
    expect(knowledge.chainLanguage(acme, 'sv')).toBe('sv');
    expect(knowledge.chainLanguage(acme, 'en')).toBe('sv');
    expect(knowledge.chainLanguage(chain('far', { title: { de: 'Far' } }), 'en')).toBeUndefined();
  });
});

describe('the route of', () => {
  const knowledge = know({ tags: { lean: { label: { en: 'Lean', sv: 'Resurssnål' } } } });
  const lean = knowledge.tag('lean')!;

  it.each([
    ['an essay is its folder', knowledge.route(essay('look-up/sv')), 'sv/look-up/'],
    ['an essay is its own slug', knowledge.route(essay('look-up/sv', { slug: 'lyft-blicken' })), 'sv/lyft-blicken/'],
    ['a page lies beside essays', knowledge.route(page('about/sv', { slug: 'om' })), 'sv/om/'],
    ['a concept lies among concepts', knowledge.route(concept('takt-time/fr')), 'fr/notions/takt-time/'],
    ['a tag is its label', knowledge.tagRoute(lean, 'sv'), 'sv/taggar/resurssnal/'],
    ['a tag without a label there is its id', knowledge.tagRoute(lean, 'fr'), 'fr/etiquettes/lean/'],
    ['a chain is its id', knowledge.chainRoute(chain('acme'), 'en'), 'en/chains/acme/'],
  ])('%s', (_, route, expected) => {
    expect(route).toBe(expected);
  });
});

describe('a folder without the words of a language', () => {
  it('cannot be understood', () => {
    expect(() => know({}).words('de')).toThrow('words of de');
  });
});
