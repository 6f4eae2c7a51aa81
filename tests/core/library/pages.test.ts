import { describe, expect, it } from 'vitest';
import type { IndexItem } from '../../../src/core/library/page.ts';
import { chain, concept, essay, essays, page, pageAt, understand } from '../folder.ts';

describe('a series', () => {
  const library = understand({
    series: {
      work: {
        title: { en: 'Work', sv: 'Arbetet' },
        planned: [
          { part: 2, title: 'Planned and written' },
          { part: 4, title: { en: 'Last', sv: 'Sist' } },
        ],
      },
    },
    documents: [
      essay('one/en', { series: { id: 'work', part: 1 } }),
      essay('one/sv', { series: { id: 'work', part: 1 } }),
      essay('two/en', { series: { id: 'work', part: 2 } }),
      essay('ten/sv', { series: { id: 'work', part: 10 } }),
      essay('uno/fr', { series: { id: 'work', part: 1 } }),
      essay('secret/en', { series: { id: 'work', part: 3 }, draft: true }),
    ],
  });
  const parts = (route: string): string[] =>
    pageAt(library, 'series', route).parts.map(
      ({ part, title, href, lang, planned }) =>
        `${String(part)} ${title} ${href ?? '–'}${lang === undefined ? '' : ` (${lang})`}${planned ? ' planned' : ''}`,
    );

  it('has its parts in order: written here, else written elsewhere, else planned', () => {
    expect(parts('sv/serier/arbetet/')).toEqual([
      '1 Title of one/sv /sv/one/',
      '2 Title of two/en /en/two/ (en)',
      '4 Sist – planned',
      '10 Title of ten/sv /sv/ten/',
    ]);
  });

  it('tells each part where it stands', () => {
    const { series } = pageAt(library, 'essay', 'en/two/');
    expect(series).toMatchObject({ title: 'Work', href: '/en/series/work/', position: 'Part 2 of 10' });
    expect(series?.parts.map(({ current }) => current)).toEqual([false, true, false, false]);
  });
});

describe('the index of tags', () => {
  const library = understand({
    tags: {
      work: { label: 'Work' },
      lean: { label: 'Lean', parent: 'work' },
      art: { label: 'Art' },
      flow: { label: 'Flow', parent: 'work' },
      kanban: { label: 'Kanban', parent: 'lean' },
      unused: { label: 'Unused' },
    },
    documents: [essay('a/en', { tags: ['kanban'] }), essay('b/en', { tags: ['flow', 'art'] })],
  });
  const tree = (items: readonly IndexItem[]): unknown[] =>
    items.map(({ link, count, children }) => [`${link.label}: ${count ?? ''}`, ...tree(children)]);

  it('is a tree in alphabetical order, with counts, of tags that are used', () => {
    expect(tree(pageAt(library, 'tags', 'en/tags/').items)).toEqual([
      ['Art: 1 essay'],
      ['Work: 2 essays', ['Flow: 1 essay'], ['Lean: 1 essay', ['Kanban: 1 essay']]],
    ]);
  });

  it('and the page of a tag agree on what is wider and narrower', () => {
    const { broader, narrower, count } = pageAt(library, 'tag', 'en/tags/lean/');
    expect(broader.map(({ label }) => label)).toEqual(['Work']);
    expect(narrower.map(({ label, number }) => `${label} ${number}`)).toEqual(['Kanban 1']);
    expect(count).toBe('1 essay');
  });
});

describe('what a list says of other languages', () => {
  const library = understand({
    tags: { lean: { label: 'Lean' } },
    documents: [
      essay('both/en', { tags: ['lean'] }),
      essay('both/sv', { tags: ['lean'] }),
      essay('old/fr', { date: '2020-01-01', tags: ['lean'] }),
      essay('new/sv', { date: '2026-03-01' }),
      essay('new/fr', { date: '2026-02-01' }),
    ],
  });
  const others = (route: string): string[] =>
    pageAt(library, 'home', route).others.map(({ href, lang, dir }) => `${href} ${lang} ${dir}`);

  it('is what the reader’s language does not have, newest first, in the first language that has it', () => {
    expect(others('en/')).toEqual(['/sv/new/ sv ltr', '/fr/old/ fr ltr']);
    expect(others('sv/')).toEqual(['/fr/old/ fr ltr']);
  });

  it('on the page of a tag is only what has the tag', () => {
    const { others } = pageAt(library, 'tag', 'en/tags/lean/');
    expect(others.map(({ href }) => href)).toEqual(['/fr/old/']);
  });

  it('beside an essay is where else it is', () => {
    const entry = pageAt(library, 'home', 'en/').entries.find(({ href }) => href === '/en/both/');
    expect(entry?.alsoIn.map(({ href }) => href)).toEqual(['/sv/both/']);
  });

  it('is ten at most', () => {
    const many = understand({ documents: [...essays(15, 'sv'), essay('a/en')] });
    const { others } = pageAt(many, 'home', 'en/');
    expect(others).toHaveLength(10);
    expect(others[0]?.href).toBe('/sv/e015/');
  });
});

describe('the archive', () => {
  it('is by year, newest first', () => {
    const documents = ['2024-12-31T23:59:59Z', '2026-01-01', '2025-05-05', '2025-06-06'].map((date, index) =>
      essay(`e${String(index)}/en`, { date }),
    );
    const { years } = pageAt(understand({ documents }), 'archive', 'en/archive/');
    expect(years.map(({ year, entries }) => `${year}: ${entries.map(({ href }) => href).join(' ')}`)).toEqual([
      '2026: /en/e1/',
      '2025: /en/e3/ /en/e2/',
      '2024: /en/e0/',
    ]);
  });

  it('counts the years of the language’s own calendar', () => {
    const documents = ['2026-02-01', '2026-07-01'].map((date, index) => essay(`e${String(index)}/fa`, { date }));
    const library = understand({ site: { languages: ['fa'] }, documents });
    expect(library.pages.flatMap((one) => (one.kind === 'archive' ? one.years.map(({ year }) => year) : []))).toEqual([
      '۱۴۰۵',
      '۱۴۰۴',
    ]);
  });
});

describe('an essay', () => {
  it('survives a title that is hard to put into an address', () => {
    const documents = [essay('a/en', { title: 'Half \uD83D & <all> 🐜' })];
    const { mail } = pageAt(understand({ site: { reply: 'a@example.org' }, documents }), 'essay', 'en/a/');
    expect(mail).toBe(
      'mailto:?subject=Half%20%EF%BF%BD%20%26%20%3Call%3E%20%F0%9F%90%9C&body=https%3A%2F%2Fexample.org%2Fen%2Fa%2F',
    );
  });
});

describe('a site of one language without tags, authors or essays', () => {
  const library = understand({ site: { languages: ['ja'], title: '価値' }, documents: [page('about/ja')] });

  it('has its pages and no problem', () => {
    expect(library.problems).toEqual([]);
    expect(library.pages.map(({ route }) => route).sort()).toEqual([
      '',
      '404.html',
      'ja/',
      'ja/404.html',
      'ja/about/',
      'ja/archive/',
      'ja/search/',
      'ja/subscribe/',
    ]);
  });

  it('does not lead from its search to a list of tags that is not there', () => {
    expect(pageAt(library, 'search', 'ja/search/').tags.href).toBe('/ja/');
  });
});

describe('a site in Arabic', () => {
  const library = understand({
    site: { languages: ['ar'], title: 'القيمة' },
    tags: { lean: { label: { ar: 'سلسلة القيمة' } } },
    documents: [essay('a/ar', { title: 'سلسلة 🐜', slug: 'سلسلة', tags: ['lean'] }), concept('takt/ar')],
    chains: [chain('acme', { title: { ar: 'أكمي' } })],
  });

  it('has addresses in its own script and runs from right to left', () => {
    expect(library.problems).toEqual([]);
    const found = pageAt(library, 'essay', 'ar/سلسلة/');
    expect(found.dir).toBe('rtl');
    expect(found.head.canonical).toBe('https://example.org/ar/%D8%B3%D9%84%D8%B3%D9%84%D8%A9/');
    expect(pageAt(library, 'tag', 'ar/tags/سلسلة-القيمة/').title).toBe('سلسلة القيمة');
  });
});

describe('the chain on home', () => {
  it('says in each activity how many essays it and its parts lead to, each counted once', () => {
    const part = { label: { en: 'Part' }, tags: [], concepts: [] };
    const map = chain('value', {
      parts: [
        { ...part, id: 'whole', essays: ['a'] },
        { ...part, id: 'first', parent: 'whole', essays: ['a', 'b'] },
        { ...part, id: 'last', parent: 'whole', essays: ['missing'] },
      ],
      figure: ({ badge }) => ['whole', 'first', 'last'].map((id) => badge?.(id) ?? '–').join(' | '),
    });
    const library = understand({
      site: { home: { chain: 'value' } },
      chains: [map],
      documents: [essay('a/en'), essay('b/en')],
    });
    expect(pageAt(library, 'home', 'en/').map).toBe('2 essays | 2 essays | –');
  });
});
