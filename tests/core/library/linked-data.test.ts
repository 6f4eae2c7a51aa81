import { describe, expect, it } from 'vitest';
import { dataText } from '../../../src/core/library/linked-data.ts';
import { concept, essay, page, pageAt, understand, type FolderInput } from '../folder.ts';

const shelf: FolderInput = {
  site: { languages: ['en', 'sv', 'fr'], licence: { name: 'CC BY', url: 'https://e.org/by/' } },
  tags: { lean: { label: { en: 'Lean', sv: 'Snålt' } } },
  authors: {
    ada: { name: 'Ada', default: true, url: 'https://ada.example/', bio: { en: 'Counts.' } },
    us: { name: 'Us', kind: 'organisation' },
  },
  documents: [
    essay(
      'a/en',
      { title: 'A', date: '2020-02-02', updated: '2021-03-03', tags: ['lean'], authors: ['ada', 'us'] },
      { words: 660 },
    ),
    essay('a/sv', { title: 'Å', date: '2019-01-01' }),
    essay('a/fr', { title: 'À', date: '2020-02-02' }),
    essay('b/en', { title: 'B' }),
    concept('takt/en', { title: 'Takt time', synonyms: ['takt', 'beat'] }),
    page('about/en', { title: 'About' }),
  ],
};

type Node = Readonly<Record<string, unknown>>;

function nodes(kind: Parameters<typeof pageAt>[1], route: string): readonly Node[] {
  const { data } = pageAt(understand(shelf), kind, route).head;
  return (JSON.parse(data ?? '{"@graph":[]}') as { '@graph': readonly Node[] })['@graph'];
}

function node(kind: Parameters<typeof pageAt>[1], route: string, type: string): Node | undefined {
  return nodes(kind, route).find((one) => one['@type'] === type);
}

describe('linked data', () => {
  it('of an essay says what it is, by whom, from when and in which language', () => {
    expect(node('essay', 'en/a/', 'BlogPosting')).toMatchObject({
      headline: 'A',
      description: 'About a/en',
      inLanguage: 'en',
      url: 'https://example.org/en/a/',
      datePublished: '2020-02-02',
      dateModified: '2021-03-03',
      keywords: ['Lean'],
      wordCount: 660,
      timeRequired: 'PT3M',
      license: 'https://e.org/by/',
      image: 'https://example.org/en/a/card.png',
      author: [
        { '@type': 'Person', name: 'Ada', url: 'https://example.org/en/authors/ada/', sameAs: 'https://ada.example/' },
        { '@type': 'Organization', name: 'Us' },
      ],
    });
  });
  it('names the earliest version as the one that others translate, and those in return', () => {
    const english = node('essay', 'en/a/', 'BlogPosting');
    const swedish = node('essay', 'sv/a/', 'BlogPosting');
    expect(english?.['translationOfWork']).toMatchObject({ '@id': swedish?.['@id'], inLanguage: 'sv' });
    expect(english).not.toHaveProperty('workTranslation');
    expect(swedish?.['workTranslation']).toMatchObject([
      { '@id': english?.['@id'], inLanguage: 'en' },
      { '@id': 'https://example.org/fr/a/#it', inLanguage: 'fr' },
    ]);
    const alone = node('essay', 'en/b/', 'BlogPosting');
    expect(alone).not.toHaveProperty('workTranslation');
    expect(alone).not.toHaveProperty('translationOfWork');
  });
  it('refers only to things that a page of the site describes', () => {
    const { pages } = understand(shelf);
    const all = pages.flatMap(({ head }) => (head.data === undefined ? [] : [JSON.parse(head.data) as unknown]));
    const [described, named] = [new Set<string>(), new Set<string>()];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const id = (value as Node)['@id'];
      if (typeof id === 'string')
        (Object.keys(value).some((key) => key === 'name' || key === 'headline') ? described : named).add(id);
      for (const child of Object.values(value)) visit(child);
    };
    visit(all);
    expect([...named].filter((id) => !described.has(id))).toEqual([]);
    expect(named.size).toBeGreaterThan(3);
  });
  it('of a concept is a term of the language’s set', () => {
    expect(node('concept', 'en/concepts/takt/', 'DefinedTerm')).toMatchObject({
      name: 'Takt time',
      alternateName: ['takt', 'beat'],
      inLanguage: 'en',
      inDefinedTermSet: { '@type': 'DefinedTermSet', url: 'https://example.org/en/concepts/' },
    });
  });
  it('of an author’s page is about the author', () => {
    expect(node('author', 'en/authors/us/', 'ProfilePage')).toMatchObject({
      mainEntity: { '@type': 'Organization', name: 'Us' },
    });
  });
  it('says who an author is on the author’s page, and of an essay only by whom it is', () => {
    const [author] = (node('essay', 'en/a/', 'BlogPosting')?.['author'] ?? []) as Node[];
    const about = node('author', 'en/authors/ada/', 'ProfilePage')?.['mainEntity'] as Node;
    expect(about).toEqual({ ...author, description: 'Counts.' });
    expect(author).not.toHaveProperty('description');
  });
  it.each([
    ['essay', 'en/a/', ['Site', 'A']],
    ['concept', 'en/concepts/takt/', ['Site', 'Concepts', 'Takt time']],
    ['tag', 'en/tags/lean/', ['Site', 'Tags', 'Lean']],
    ['author', 'en/authors/ada/', ['Site', 'Authors', 'Ada']],
    ['page', 'en/about/', ['Site', 'About']],
    ['home', 'en/', undefined],
    ['home', '', undefined],
  ] as const)('leads from home to the %s /%s', (kind, route, names) => {
    const trail = node(kind, route, 'BreadcrumbList')?.['itemListElement'] as readonly Node[] | undefined;
    expect(trail?.map((step) => step['name'])).toEqual(names);
    expect(trail?.map((step) => step['position'])).toEqual(names?.map((_, index) => index + 1));
  });
  it('is not there for pages that are not to be found', () => {
    expect(nodes('not-found', '404.html')).toEqual([]);
  });
  it('cannot end the element it stands in', () => {
    const text = dataText([{ name: '</script><!-- & \u2028' }]);
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toMatchObject({ '@graph': [{ name: '</script><!-- & \u2028' }] });
  });
});

describe('a preview', () => {
  const library = understand(shelf);
  it('of an essay has its own picture, its own title, and says when, by whom and on what', () => {
    expect(pageAt(library, 'essay', 'en/a/').head.preview).toEqual({
      type: 'article',
      title: 'A',
      locale: 'en_US',
      otherLocales: ['sv_SE', 'fr_FR'],
      image: { url: 'https://example.org/en/a/card.png', width: 1200, height: 630, alt: 'A' },
      article: { published: '2020-02-02', modified: '2021-03-03', authors: ['Ada', 'Us'], tags: ['Lean'] },
    });
  });
  it('of any other page has the picture of its language', () => {
    const { preview } = pageAt(library, 'archive', 'sv/arkiv/').head;
    expect(preview).toMatchObject({ type: 'website', image: { url: 'https://example.org/sv/card.png', alt: 'Site' } });
    expect(preview).not.toHaveProperty('article');
  });
  it('and its picture, Markdown, manifest and icon have addresses that nothing else can take', () => {
    for (const { head } of library.pages) {
      const files = [head.preview.image.url, head.markdown, head.manifest, head.icon].flatMap((one) => one ?? []);
      for (const file of files) {
        expect(library.table.routes.has(new URL(file, 'https://example.org/').pathname.slice(1))).toBe(true);
      }
    }
  });
});

describe('the day of the last change', () => {
  const library = understand(shelf);
  it.each([
    ['essay', 'en/a/', '2021-03-03'],
    ['essay', 'sv/a/', '2019-01-01'],
    ['home', 'en/', '2026-01-01'],
    ['tag', 'en/tags/lean/', '2021-03-03'],
    ['page', 'en/about/', undefined],
    ['subscribe', 'en/subscribe/', undefined],
  ] as const)('of the %s /%s comes from content', (kind, route, expected) => {
    expect(pageAt(library, kind, route).head.modified).toBe(expected);
  });
});
