import { describe, expect, it } from 'vitest';
import { redirectDocument, redirectLines } from '../../../src/core/library/redirects.ts';
import { sitemap, sitemapFiles } from '../../../src/core/library/sitemap.ts';
import { chain, concept, essay, essays, lines, page, pageAt, understand, type FolderInput } from '../folder.ts';

const collisions = (input: FolderInput): string[] =>
  lines(understand(input).problems.filter(({ rule }) => rule === 'same-address')).map(
    (line) => line.split(' → ')[0] ?? '',
  );

describe('two things with one address', () => {
  it.each<[string, FolderInput, string]>([
    [
      'two essays',
      { documents: [essay('a/en', { slug: 'same' }), essay('b/en', { slug: 'same' })] },
      'essays/a/en.mdx:5 same-address: 2 things want the address /en/same/: essays/a/en.mdx (essay), essays/b/en.mdx (essay).',
    ],
    [
      'an essay and a page',
      { documents: [essay('about/en'), page('about/en')] },
      'essays/about/en.mdx same-address: 2 things want the address /en/about/: essays/about/en.mdx (essay), pages/about/en.mdx (page).',
    ],
    [
      'an essay and an index',
      { documents: [essay('archive/en')] },
      'essays/archive/en.mdx same-address: 2 things want the address /en/archive/: essays/archive/en.mdx (essay), page archive.',
    ],
    [
      'an alias and an essay',
      { documents: [essay('a/en', { aliases: ['/en/b'] }), essay('b/en')] },
      'essays/b/en.mdx same-address: 2 things want the address /en/b/: essays/b/en.mdx (essay), essays/a/en.mdx (alias).',
    ],
    [
      'two aliases',
      { documents: [essay('a/en', { aliases: ['/old'] }), essay('b/en', { aliases: ['/old/'] })] },
      'essays/a/en.mdx:5 same-address: 2 things want the address /old/: essays/a/en.mdx (alias), essays/b/en.mdx (alias).',
    ],
    [
      'an alias and a feed',
      { documents: [essay('a/en', { aliases: ['/en/feed.xml'] })] },
      'essays/a/en.mdx:5 same-address: 2 things want the address /en/feed.xml: essays/a/en.mdx (alias), feed.',
    ],
    [
      'a public file and a page',
      { documents: [essay('a/en')], publicFiles: ['en/a/index.html'] },
      'essays/a/en.mdx same-address: 2 things want the address /en/a/: essays/a/en.mdx (essay), public/en/a/index.html (public file).',
    ],
    [
      'a public file and one that we write',
      { documents: [essay('a/en')], publicFiles: ['sitemap.xml'] },
      'public/sitemap.xml same-address: 2 things want the address /sitemap.xml: generated file, public/sitemap.xml (public file).',
    ],
    [
      'a public file in a folder of the site’s own',
      { documents: [essay('a/en')], publicFiles: ['pagefind/x.js'] },
      'public/pagefind/x.js same-address: public/pagefind/x.js wants an address below /pagefind/, where the site keeps files of its own.',
    ],
    [
      'two tags whose names come to one slug',
      {
        tags: { a: { label: 'C' }, b: { label: 'C++' } },
        documents: [essay('a/en', { tags: ['a', 'b'] })],
      },
      'tags.yaml same-address: 2 things want the address /en/tags/c/: tags.yaml (page of the tag “C”), tags.yaml (page of the tag “C++”).',
    ],
  ])('%s is an error that names both', (_, input, expected) => {
    expect(collisions({ site: { languages: ['en'] }, ...input })).toContain(expected);
  });

  it('is not the same slug in two languages', () => {
    expect(collisions({ documents: [essay('a/en', { slug: 'x' }), essay('a/sv', { slug: 'x' })] })).toEqual([]);
  });
});

describe('redirects', () => {
  const library = understand({
    site: { address: 'https://example.org/blog/' },
    tags: {
      lean: { label: { en: 'Lean', sv: 'Lean' }, synonyms: { en: ['Lean production', 'lean'], sv: ['Värdeflöde'] } },
      flow: { label: { en: 'Flow', sv: 'Flöde' }, synonyms: { sv: ['Värdeflöde', 'lean'] } },
    },
    documents: [
      essay('a/en', { aliases: ['/2013/04/a.html', '/old', '/blog/older/', '/gamm%C3%A5l'], tags: ['lean'] }),
      essay('a/sv', { tags: ['flow', 'lean'] }),
      concept('takt/en', { aliases: ['/takt'] }),
      essay('draft/en', { aliases: ['/draft'], draft: true }),
    ],
  });

  it('lead from aliases and from other words for a tag, where there is something to lead to', () => {
    expect(library.redirects.map(({ route, to }) => `${route} ${to}`)).toEqual([
      'takt/ en/concepts/takt/',
      '2013/04/a.html en/a/',
      'old/ en/a/',
      'older/ en/a/',
      'gammål/ en/a/',
      'en/tags/lean-production/ en/tags/lean/',
      'sv/taggar/vardeflode/ sv/taggar/lean/',
    ]);
  });

  it('are lines for servers, encoded', () => {
    const text = redirectLines(library.knowledge, library.redirects);
    expect(text.split('\n')).toContain('/blog/2013/04/a.html /blog/en/a/ 301');
    expect(text).toContain('/blog/gamm%C3%A5l/ /blog/en/a/ 301\n');
  });

  it('are pages for everybody else, in the language of their target', () => {
    const redirect = library.redirects.find(({ route }) => route === 'sv/taggar/vardeflode/');
    const html = redirect === undefined ? '' : redirectDocument(library.knowledge, redirect);
    expect(html).toContain('<html lang="sv" dir="ltr">');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/blog/sv/taggar/lean/">');
    expect(html).toContain('<link rel="canonical" href="https://example.org/blog/sv/taggar/lean/">');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain(
      'Nu finns den på <a href="/blog/sv/taggar/lean/">https://example.org/blog/sv/taggar/lean/</a>.',
    );
    expect(html).not.toMatch(/<script|<style|style=/);
  });
});

describe('the sitemap', () => {
  const library = understand({
    documents: [
      essay('a/en', { date: '2026-01-01', updated: '2026-02-03' }),
      essay('a/sv', { slug: 'blå', date: '2026-01-01T08:00:00Z' }),
      essay('draft/en', { draft: true }),
    ],
    chains: [chain('acme')],
  });
  const text = [...sitemap(library.knowledge, library.pages)].join('');
  const places = [...text.matchAll(/<loc>(.*)<\/loc>/g)].map((match) => match[1] ?? '');

  it('has every page once that search engines should show, and never /', () => {
    expect(new Set(places).size).toBe(places.length);
    const shown = library.pages
      .filter(({ head, route }) => !head.noindex && route !== '')
      .map(({ head }) => head.canonical);
    expect(places.toSorted()).toEqual(shown.toSorted());
    expect(places).not.toContain('https://example.org/');
    expect(text).not.toMatch(/404|draft/);
  });

  it('says of an essay when it was last changed, and in which languages it is', () => {
    const entry = text.split('<url>').find((part) => part.includes('<loc>https://example.org/en/a/</loc>'));
    expect(entry).toMatch(/<lastmod>2026-02-03/);
    expect(entry).toContain('<xhtml:link rel="alternate" hreflang="sv" href="https://example.org/sv/bl%C3%A5/"/>');
    expect(entry).toContain('<xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/en/a/"/>');
  });

  it('has the alternates of the pages’ own heads', () => {
    for (const one of library.pages) {
      const entry = text.split('<url>').find((part) => part.includes(`<loc>${one.head.canonical}</loc>`));
      if (one.route === '' || one.head.noindex) continue;
      const found = [...(entry ?? '').matchAll(/hreflang="([^"]*)" href="([^"]*)"/g)].map(([, hreflang, href]) => ({
        hreflang,
        href,
      }));
      expect(found).toEqual(one.head.alternates);
    }
  });
});

describe('the sitemap of a big site', () => {
  const library = understand({ documents: essays(9) });
  const whole = addresses(sitemapFiles(library.knowledge, library.pages)[0]?.text() ?? '');

  it('is a list of its parts, which between them have every page once', () => {
    const [list, ...parts] = sitemapFiles(library.knowledge, library.pages, 4);
    expect(list?.file).toBe('sitemap.xml');
    expect(addresses(list?.text() ?? '')).toEqual(parts.map(({ file }) => `https://example.org/${file}`));
    expect(parts.map(({ file }) => file).slice(0, 2)).toEqual(['sitemap-1.xml', 'sitemap-2.xml']);
    expect(parts.every(({ text }) => addresses(text()).length <= 4)).toBe(true);
    expect(parts.flatMap(({ text }) => addresses(text()))).toEqual(whole);
    expect(list?.text()).toMatch(/^<\?xml[^]*<sitemapindex [^]*<\/sitemapindex>\n$/);
  });

  it('is one file as long as that is allowed', () => {
    expect(sitemapFiles(library.knowledge, library.pages, whole.length).map(({ file }) => file)).toEqual([
      'sitemap.xml',
    ]);
  });

  function addresses(text: string): string[] {
    return [...text.matchAll(/<loc>(.*)<\/loc>/g)].map((match) => match[1] ?? '');
  }
});

describe('drafts, when they are shown', () => {
  it('are marked', () => {
    const library = understand({ documents: [essay('a/en', { draft: true })] }, { drafts: true });
    expect(pageAt(library, 'essay', 'en/a/').draft).toBe(true);
    expect(pageAt(library, 'home', 'en/').entries[0]?.draft).toBe(true);
  });
});
