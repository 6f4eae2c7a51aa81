import { describe, expect, it } from 'vitest';
import { essay, essays, type FolderInput } from '../folder.ts';
import { file, read, written } from './written.ts';

const shelf: FolderInput = {
  site: {
    title: { en: 'Value & worth', sv: 'Värde' },
    description: { en: 'About work', sv: 'Om arbete' },
    languages: ['en', 'sv'],
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  tags: { lean: { label: { en: 'Lean', sv: 'Resurssnålt' } } },
  authors: { ada: { name: 'Ada', default: true } },
  documents: [
    essay('look-up/en', {
      title: 'Look up',
      description: 'On ants',
      date: '2019-06-04',
      updated: '2024-09-17',
      tags: ['lean'],
    }),
    essay('look-up/sv', { title: 'Lyft blicken', slug: 'lyft-blicken', date: '2019-06-04T08:30:00+02:00' }),
  ],
};

describe('RSS', () => {
  const feed = read.rss(file(shelf, 'en/feed.xml'));
  it('names the list, its page, its language and itself', () => {
    expect(feed).toMatchObject({
      title: 'Value & worth (English)',
      description: 'About work',
      link: 'https://example.org/en/',
      language: 'en',
      copyright: 'CC BY 4.0',
      atom: { links: [{ rel: 'self', href: 'https://example.org/en/feed.xml' }] },
    });
  });
  it('holds an essay in full, with its own id, and says apart when it was published and changed', () => {
    expect(feed.items).toEqual([
      expect.objectContaining({
        title: 'Look up',
        link: 'https://example.org/en/look-up/',
        description: 'On ants',
        guid: { value: 'tag:example.org,2020:look-up/en', isPermaLink: false },
        pubDate: 'Tue, 04 Jun 2019 00:00:00 GMT',
        categories: [{ name: 'Lean' }],
        content: { encoded: '<p>Text of look-up</p>' },
        atom: expect.objectContaining({ updated: '2024-09-17T00:00:00.000Z' }) as unknown,
        dc: expect.objectContaining({ creators: ['Ada'] }) as unknown,
      }),
    ]);
  });
  it.each([
    ['a < b, c > d & "e"', 'a &lt; b, c > d &amp; "e"'],
    ['the <b> element', 'the &lt;b> element'],
    ['written &copy; so', 'written &amp;copy; so'],
  ])('describes an essay in HTML: %s', (description, html) => {
    const items = read.rss(file({ documents: [essay('a/en', { description })] }, 'en/feed.xml')).items;
    expect(items?.[0]?.description).toBe(html);
  });
  it('writes the signs of markup in names as numbers', () => {
    const text = file({ documents: [essay('a/en', { title: 'Q&A: a < b' })] }, 'en/feed.xml');
    expect(text).toContain('<title>Q&#x26;A: a &#x3C; b</title>');
  });
  it('was last built when its newest essay was changed, whatever the clock says', () => {
    expect(feed.lastBuildDate).toBe('Tue, 17 Sep 2024 00:00:00 GMT');
  });
});

describe('Atom', () => {
  const feed = read.atom(file(shelf, 'en/atom.xml'));
  it('names the list, its page, its terms and itself', () => {
    expect(feed).toMatchObject({
      id: 'tag:example.org,2020:en',
      title: { value: 'Value & worth (English)' },
      updated: '2024-09-17T00:00:00.000Z',
      rights: { value: 'CC BY 4.0' },
    });
    expect(feed.links).toEqual(
      expect.arrayContaining([
        { rel: 'self', type: 'application/atom+xml', href: 'https://example.org/en/atom.xml' },
        { rel: 'alternate', type: 'text/html', hreflang: 'en', href: 'https://example.org/en/' },
        { rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/' },
      ]),
    );
  });
  it('holds an essay in full', () => {
    expect(feed.entries).toEqual([
      expect.objectContaining({
        id: 'tag:example.org,2020:look-up/en',
        title: { value: 'Look up' },
        summary: { value: 'On ants' },
        published: '2019-06-04T00:00:00.000Z',
        updated: '2024-09-17T00:00:00.000Z',
        authors: [{ name: 'Ada', uri: 'https://example.org/en/authors/ada/' }],
        categories: [{ term: 'lean', label: 'Lean' }],
        content: { value: '<p>Text of look-up</p>', type: 'html' },
      }),
    ]);
  });
  it('says the language of the whole', () => {
    expect(file(shelf, 'sv/atom.xml')).toMatch(/<feed [^>]*xml:lang="sv">/);
  });
  it('has an author for essays that nobody has signed', () => {
    const unsigned = read.atom(file({ ...shelf, authors: {} }, 'en/atom.xml'));
    expect(unsigned.authors).toEqual([{ name: 'Value & worth', uri: 'https://example.org/en/' }]);
    expect(unsigned.entries?.[0]?.authors).toBeUndefined();
  });
});

describe('JSON Feed', () => {
  it('holds what the others hold', () => {
    expect(read.json(file(shelf, 'sv/feed.json'))).toMatchObject({
      title: 'Värde (Svenska)',
      language: 'sv',
      home_page_url: 'https://example.org/sv/',
      feed_url: 'https://example.org/sv/feed.json',
      items: [
        {
          id: 'tag:example.org,2020:look-up/sv',
          url: 'https://example.org/sv/lyft-blicken/',
          title: 'Lyft blicken',
          date_published: '2019-06-04T06:30:00.000Z',
          language: 'sv',
          authors: [{ name: 'Ada', url: 'https://example.org/sv/skribenter/ada/' }],
          content_html: '<p>Text of look-up</p>',
        },
      ],
    });
  });
  it('says nothing of a change where there was none', () => {
    const feed = JSON.parse(file(shelf, 'sv/feed.json')) as { items: object[] };
    expect(feed.items[0]).not.toHaveProperty('date_modified');
  });
  it('is JSON with no entries at all', () => {
    expect(JSON.parse(file({ documents: [] }, 'fr/feed.json'))).toMatchObject({ items: [] });
  });
});

describe('the feed of all languages', () => {
  it('holds every version, and each says its language', () => {
    const feed = file(shelf, 'atom.xml');
    expect(read.atom(feed).entries?.map(({ id }) => id)).toEqual([
      'tag:example.org,2020:look-up/sv',
      'tag:example.org,2020:look-up/en',
    ]);
    expect([...feed.matchAll(/<entry xml:lang="(\w+)">/g)].map(([, lang]) => lang)).toEqual(['sv', 'en']);
    expect(read.rss(file(shelf, 'feed.xml')).items?.map(({ dc }) => dc?.languages)).toEqual([['sv'], ['en']]);
    expect(read.rss(file(shelf, 'feed.xml')).language).toBeUndefined();
  });
});

describe('what is hard to write', () => {
  const odd = [
    ['a control character', 'bell\u0007 and \u0000zero', 'bell and zero'],
    ['half of a pair', 'half \ud83d here', 'half \ufffd here'],
    ['no character', 'end\uffff', 'end'],
    ['the end of a section', 'a ]]> b', 'a ]]> b'],
    ['markup', '<b> & "c" \'d\'', '<b> & "c" \'d\''],
    ['emoji', 'ants 🐜👩‍🏭', 'ants 🐜👩‍🏭'],
    ['line separators', 'a\u2028b\u2029c', 'a\u2028b\u2029c'],
    ['right to left', 'سلسلة القيمة ⁧(1)⁩', 'سلسلة القيمة ⁧(1)⁩'],
  ] as const;
  it.each(odd)('%s survives in a title and in a text', (_what, text, expected) => {
    // Schemas refuse some of these, but not every text of a feed has come through one.
    const safe = essay('a/en');
    const input: FolderInput = { documents: [{ ...safe, front: { ...safe.front, title: text, description: text } }] };
    const html = (): string => `<p>${text}</p>`;
    const rss = read.rss(file(input, 'en/feed.xml', html)).items?.[0];
    const atom = read.atom(file(input, 'en/atom.xml', html)).entries?.[0];
    const json = read.json(file(input, 'en/feed.json', html)).items?.[0];
    expect([rss?.title, atom?.title?.value, json?.title]).toEqual([expected, expected, expected]);
    const content = `<p>${expected}</p>`;
    expect([rss?.content?.encoded, atom?.content?.value, json?.content_html]).toEqual([content, content, content]);
  });
  it('an essay without text has no content, and is not passed over', () => {
    const input: FolderInput = { documents: [essay('a/en', { description: 'Only this' })] };
    const none = (): string => '';
    const [rss, atom] = [file(input, 'en/feed.xml', none), file(input, 'en/atom.xml', none)];
    expect(read.rss(rss).items?.[0]).toMatchObject({ description: 'Only this' });
    expect(read.atom(atom).entries?.[0]).toMatchObject({ summary: { value: 'Only this' } });
    expect([rss, atom].filter((text) => /content(?::encoded)?[ >]/.test(text))).toEqual([]);
  });
  it('the time of a feed may be before there were computers', () => {
    const old = file({ documents: [essay('a/en', { date: '1899-12-31' })] }, 'en/atom.xml');
    expect(read.atom(old).updated).toBe('1899-12-31T00:00:00.000Z');
  });
  it('a feed in all languages says in which it speaks of itself', () => {
    const all = file(shelf, 'atom.xml');
    expect(all).toContain('<title xml:lang="en">');
    expect(all).toContain('<subtitle xml:lang="en">');
    expect(all).toContain('<rights xml:lang="en">');
    expect(file(shelf, 'sv/atom.xml')).toContain('<title>');
  });
  it('text that runs from right to left says so', () => {
    const ar = { ...shelf, site: { languages: ['ar'] }, documents: [essay('a/ar')] };
    expect(read.atom(file(ar, 'ar/atom.xml')).entries?.[0]?.content?.value).toBe(
      '<div lang="ar" dir="rtl"><p>Text of a</p></div>',
    );
  });
});

describe('the id of an essay', () => {
  const idOf = (input: FolderInput): string | undefined => read.rss(file(input, 'en/feed.xml')).items?.[0]?.guid?.value;
  const one = (front: object): FolderInput => ({ documents: [essay('look-up/en', front)] });
  it.each<[string, FolderInput]>([
    ['another title and slug', one({ title: 'Look around', slug: 'look-around' })],
    ['another date', one({ date: '2031-01-01', updated: '2032-01-01' })],
    ['another address of the site', { ...one({}), site: { address: 'https://elsewhere.example/blog/' } }],
    ['other words in addresses', { ...one({}), site: { urls: { en: { tags: 'topics' } } } }],
  ])('stays with %s', (_what, input) => {
    expect(idOf(input)).toBe('tag:example.org,2020:look-up/en');
  });
  it('is the one it brings along', () => {
    expect(idOf(one({ guid: 'https://old.example/?p=17' }))).toBe('https://old.example/?p=17');
  });
  it.each([
    ['https://old.example/?p=17', 'https://old.example/?p=17'],
    ['tag:blogger.com,1999:blog-1.post-2', 'tag:blogger.com,1999:blog-1.post-2'],
    ['17', 'tag:example.org,2020:look-up/en'],
    ['two words: here', 'tag:example.org,2020:look-up/en'],
    ['https://old.example/<17>', 'tag:example.org,2020:look-up/en'],
  ])('“%s” is an IRI in Atom', (guid, id) => {
    expect(read.atom(file(one({ guid }), 'en/atom.xml')).entries?.[0]?.id).toBe(id);
  });
  it('is nobody else’s, in no feed', () => {
    const documents = [essay('en/en'), essay('tags/en', { tags: ['lean'] }), essay('languages/en')];
    const all = written({ site: { languages: ['en'] }, tags: { lean: { label: 'Lean' } }, documents });
    const ids = [...all].flatMap(([route, text]) => {
      const feed = route.endsWith('atom.xml') ? read.atom(text) : undefined;
      return feed === undefined
        ? []
        : [feed.id, ...(route === 'atom.xml' ? (feed.entries ?? []).map(({ id }) => id) : [])];
    });
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it.each([
  ['en/feed.xml', 50],
  ['en/atom.xml', 50],
  ['en/feed.json', 50],
  ['feed.xml', 20],
  ['en/tags/lean/feed.xml', 20],
  ['en/authors/ada/atom.xml', 20],
])('%s holds the newest %i', (route, count) => {
  const input: FolderInput = {
    tags: { lean: { label: 'lean' } },
    authors: { ada: { name: 'Ada', default: true } },
    documents: essays(60, 'en', { tags: ['lean'] }),
  };
  const ids = [...file(input, route).matchAll(/tag:example\.org,2020:(e\d+)\/en/g)].map(([, id]) => id);
  expect(ids).toHaveLength(count);
  expect(ids[0]).toBe('e060');
});
