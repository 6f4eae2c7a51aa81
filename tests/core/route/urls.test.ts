import { describe, expect, it } from 'vitest';
import { robotsText } from '../../../src/core/route/robots.ts';
import { createUrls, slugIn, type Urls } from '../../../src/core/route/urls.ts';
import { folder } from '../folder.ts';

function urlsAt(address: string, site = {}): Urls {
  const content = folder({ site: { address, languages: ['en', 'sv', 'fr', 'ar'], ...site } });
  return createUrls(content.site, content.words);
}

describe('addresses', () => {
  const urls = urlsAt('https://example.org/');

  it.each([
    ['a home', urls.home('sv'), 'sv/'],
    ['a document', urls.document('sv', 'lyft-blicken'), 'sv/lyft-blicken/'],
    ['an index, in the language’s own word', urls.index('tags', 'sv'), 'sv/taggar/'],
    ['an index in French', urls.index('chains', 'fr'), 'fr/chaines-de-valeur/'],
    ['an item', urls.item('tags', 'sv', 'lean'), 'sv/taggar/lean/'],
    ['an older page', urls.numbered('sv/taggar/lean/', 'sv', 3), 'sv/taggar/lean/sida/3/'],
    ['an older page of home', urls.numbered('en/', 'en', 1), 'en/page/1/'],
    ['a file beside a list', urls.file('sv/', 'feed.xml'), 'sv/feed.xml'],
  ])('of %s', (_, route, expected) => {
    expect(route).toBe(expected);
  });

  it.each([
    ['https://example.org/', '/sv/a/', 'https://example.org/sv/a/'],
    ['https://example.org/blog', '/blog/sv/a/', 'https://example.org/blog/sv/a/'],
    ['https://example.org/bl%C3%A5/', '/bl%C3%A5/sv/a/', 'https://example.org/bl%C3%A5/sv/a/'],
    ['https://example.org/a%25b/', '/a%25b/sv/a/', 'https://example.org/a%25b/sv/a/'],
    ['https://example.org/a%2Fb/', '/a%2Fb/sv/a/', 'https://example.org/a%2Fb/sv/a/'],
  ])('at %s begin with its path', (address, href, absolute) => {
    expect(urlsAt(address).href('sv/a/')).toBe(href);
    expect(urlsAt(address).absolute('sv/a/')).toBe(absolute);
  });

  it.each([
    ['ar/سلسلة/', '', '/ar/%D8%B3%D9%84%D8%B3%D9%84%D8%A9/'],
    ['sv/värde/', 'åtta?', '/sv/v%C3%A4rde/#%C3%A5tta%3F'],
    ['a b&c#d/', '', '/a%20b%26c%23d/'],
    ['', '', '/'],
    ['sv/', 'x', '/sv/#x'],
  ])('encode %j with the fragment %j', (route, fragment, href) => {
    expect(urls.href(route, fragment)).toBe(href);
    expect(urls.absolute(route, fragment)).toBe(`https://example.org${href}`);
    expect(new URL(urls.absolute(route, fragment)).href).toBe(urls.absolute(route, fragment));
  });

  it('have the words that the site chose before the language’s own', () => {
    const own = urlsAt('https://example.org/', { urls: { en: { tags: 'topics', page: 'p' } } });
    expect(own.index('tags', 'en')).toBe('en/topics/');
    expect(own.numbered('en/', 'en', 2)).toBe('en/p/2/');
    expect(own.index('tags', 'sv')).toBe('sv/taggar/');
  });
});

describe('the slug of an entry in a registry', () => {
  it.each([
    ['is the one it was given', { id: 'lean', slug: { sv: 'resurssnål' } }, 'Lean', 'sv', 'resurssnål'],
    [
      'is made of its name, Latin letters without their marks',
      { id: 'x' },
      { sv: 'Värde & flöde' },
      'sv',
      'varde-flode',
    ],
    ['writes ß, æ, œ, ø out', { id: 'x' }, 'Straße Æon Œuvre Ørn', 'de', 'strasse-aeon-oeuvre-orn'],
    ['leaves other scripts as they are', { id: 'x' }, { ja: '価値が' }, 'ja', '価値が'],
    ['leaves the marks of other scripts', { id: 'x' }, { hi: 'मूल्य' }, 'hi', 'मूल्य'],
    ['is the id where the language has no name', { id: 'lean' }, { en: 'Lean' }, 'sv', 'lean'],
    ['is the id where nothing of the name can stand', { id: 'plus' }, '++', 'en', 'plus'],
  ])('%s', (_, entry, name, lang, slug) => {
    expect(slugIn(entry, name, lang)).toBe(slug);
  });
});

describe('robots.txt', () => {
  it('lets everything be read and names the sitemap', () => {
    expect(robotsText('https://example.org/sitemap.xml')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n',
    );
  });
});
