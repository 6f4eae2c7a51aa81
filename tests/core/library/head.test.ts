import { describe, expect, it } from 'vitest';
import type { PageKind } from '../../../src/core/library/page.ts';
import { chain, essay, essays, page, pageAt, understand } from '../folder.ts';

const library = understand({
  site: {
    address: 'https://example.org/blog/',
    defaultLanguage: 'sv',
    navigation: ['archive', 'tags', { page: 'about' }],
  },
  tags: { lean: { label: { en: 'Lean', sv: 'Resurssnål', fr: 'Lean' } } },
  documents: [
    essay('look-up/en', { tags: ['lean'] }),
    essay('look-up/sv', { slug: 'lyft-blicken', tags: ['lean'] }),
    essay('only/fr'),
    page('about/en'),
    ...essays(21),
  ],
  chains: [chain('acme', { title: { en: 'Acme', fr: 'Acme' } })],
});
const at = 'https://example.org/blog/';
const alternates = (kind: PageKind, route: string): string[] =>
  pageAt(library, kind, route).head.alternates.map(({ hreflang, href }) => `${hreflang} ${href.slice(at.length)}`);
const switcher = (kind: PageKind, route: string): string[] =>
  pageAt(library, kind, route).frame.switcher.map(
    ({ lang, state, href, note }) => `${lang} ${state} ${href}${note === undefined ? '' : ` (${note})`}`,
  );

describe('the versions of a page in other languages', () => {
  it.each<[string, PageKind, string, string[]]>([
    [
      'name what exists, itself and the default',
      'essay',
      'en/look-up/',
      ['en en/look-up/', 'sv sv/lyft-blicken/', 'x-default sv/lyft-blicken/'],
    ],
    [
      'are the same seen from the other side',
      'essay',
      'sv/lyft-blicken/',
      ['en en/look-up/', 'sv sv/lyft-blicken/', 'x-default sv/lyft-blicken/'],
    ],
    ['have no default where the default language has none', 'essay', 'fr/only/', ['fr fr/only/']],
    ['of a home are the homes, never /', 'home', 'en/', ['en en/', 'sv sv/', 'fr fr/', 'x-default sv/']],
    ['of / are not told', 'home', '', []],
    [
      'of a tag are its pages',
      'tag',
      'en/tags/lean/',
      ['en en/tags/lean/', 'sv sv/taggar/resurssnal/', 'x-default sv/taggar/resurssnal/'],
    ],
    [
      'of a chain are those with a title',
      'chain',
      'fr/chaines-de-valeur/acme/',
      ['en en/chains/acme/', 'fr fr/chaines-de-valeur/acme/'],
    ],
    ['of an older page are itself', 'list', 'en/page/1/', ['en en/page/1/']],
    ['of a page not found are not told', 'not-found', 'en/404.html', []],
    [
      'of the archive are all',
      'archive',
      'fr/archives/',
      ['en en/archive/', 'sv sv/arkiv/', 'fr fr/archives/', 'x-default sv/arkiv/'],
    ],
  ])('%s', (_, kind, route, expected) => {
    expect(alternates(kind, route)).toEqual(expected);
  });

  it('are mutual: each names the others with the same words', () => {
    const byAddress = new Map(library.pages.map((one) => [one.head.canonical, one.head.alternates]));
    for (const one of library.pages) {
      if (one.route === '') continue;
      for (const { href } of one.head.alternates) expect(byAddress.get(href), href).toEqual(one.head.alternates);
    }
  });
});

describe('the address that search engines should know', () => {
  it.each<[PageKind, string, string]>([
    ['home', '', 'sv/'],
    ['home', 'sv/', 'sv/'],
    ['essay', 'sv/lyft-blicken/', 'sv/lyft-blicken/'],
    ['list', 'en/page/1/', 'en/page/1/'],
  ])('of the %s at /%s is /%s', (kind, route, canonical) => {
    expect(pageAt(library, kind, route).head.canonical).toBe(at + canonical);
  });

  it('is not told of pages that are not found', () => {
    const hidden = library.pages.filter(({ head }) => head.noindex).map(({ route }) => route);
    expect(hidden.sort()).toEqual(['404.html', 'en/404.html', 'fr/404.html', 'sv/404.html']);
  });
});

describe('the title in a tab', () => {
  it.each<[PageKind, string, string]>([
    ['essay', 'fr/only/', 'Title of only/fr – Site'],
    ['home', 'en/', 'Site'],
    ['archive', 'sv/arkiv/', 'Arkiv – Site'],
  ])('of the %s at /%s is %s', (kind, route, title) => {
    expect(pageAt(library, kind, route).head.title).toBe(title);
  });
});

describe('the language switcher', () => {
  it.each<[string, PageKind, string, string[]]>([
    [
      'lands on the same essay, or says that there is none and offers the home',
      'essay',
      'en/look-up/',
      [
        'en current /blog/en/look-up/',
        'sv translated /blog/sv/lyft-blicken/',
        'fr missing /blog/fr/ (Not in French yet)',
      ],
    ],
    [
      'says so in the words of the page',
      'essay',
      'fr/only/',
      [
        'en missing /blog/en/ (Pas encore disponible en anglais)',
        'sv missing /blog/sv/ (Pas encore disponible en suédois)',
        'fr current /blog/fr/only/',
      ],
    ],
    ['at / stays at /', 'home', '', ['en translated /blog/en/', 'sv current /blog/', 'fr translated /blog/fr/']],
    [
      'on an older page offers the first of the same list',
      'list',
      'en/page/1/',
      [
        'en current /blog/en/page/1/',
        'sv missing /blog/sv/ (Not in Swedish yet)',
        'fr missing /blog/fr/ (Not in French yet)',
      ],
    ],
  ])('%s', (_, kind, route, expected) => {
    expect(switcher(kind, route)).toEqual(expected);
  });

  it('on an older page of a tag offers the tag’s first page', () => {
    const tagged = understand({
      tags: { lean: { label: 'Lean' } },
      documents: [...essays(21, 'en', { tags: ['lean'] }), essay('x/sv', { tags: ['lean'] })],
    });
    const { switcher } = pageAt(tagged, 'tag', 'en/tags/lean/page/1/').frame;
    expect(switcher.map(({ state, href }) => `${state} ${href}`)).toEqual([
      'current /en/tags/lean/page/1/',
      'missing /sv/taggar/lean/',
      'missing /fr/',
    ]);
  });

  it('names each language in itself and in its direction', () => {
    const arabic = understand({ site: { languages: ['en', 'ar'] } });
    expect(pageAt(arabic, 'home', 'ar/').frame.switcher).toMatchObject([
      { lang: 'en', name: 'English', dir: 'ltr' },
      { lang: 'ar', name: 'العربية', dir: 'rtl' },
    ]);
    expect(pageAt(arabic, 'home', 'ar/').dir).toBe('rtl');
  });
});

describe('the navigation', () => {
  const labels = (route: string): string[] =>
    pageAt(library, 'home', route).frame.navigation.map(({ label, href }) => `${label} ${href}`);

  it('leads only to what the language has', () => {
    expect(labels('en/')).toEqual([
      'Archive /blog/en/archive/',
      'Tags /blog/en/tags/',
      'Title of about/en /blog/en/about/',
    ]);
    expect(labels('fr/')).toEqual(['Archives /blog/fr/archives/']);
  });

  it('knows where the reader is', () => {
    const { navigation } = pageAt(library, 'archive', 'en/archive/').frame;
    expect(navigation.map(({ current }) => current)).toEqual([true, false, false]);
  });

  it('at the end of a page repeats nothing of the one at its beginning', () => {
    const { navigation, footer } = pageAt(library, 'home', 'en/').frame;
    expect(footer.map(({ href }) => href).filter((href) => navigation.some((item) => item.href === href))).toEqual([]);
    expect(footer.map(({ label }) => label)).toEqual(['Subscribe']);
  });

  it('never leads to an address that is not there', () => {
    const there = new Set(library.table.routes.keys());
    for (const { frame, route } of library.pages) {
      const links = [...frame.navigation, ...frame.footer, frame.search, ...frame.switcher, { href: frame.home }];
      for (const { href } of links)
        expect(there, `${route} → ${href}`).toContain(decodeURI(href.slice('/blog/'.length)));
    }
  });
});
