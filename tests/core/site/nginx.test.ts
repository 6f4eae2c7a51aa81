import { describe, expect, it } from 'vitest';
import { headersText, siteHeaders } from '../../../src/core/site/headers.ts';
import { nginxText, type NginxSite } from '../../../src/core/site/nginx.ts';

const site: NginxSite = { base: '/', secure: true, languages: ['en', 'pt-BR'], moved: [] };
const linesOf = (some: Partial<NginxSite>): string[] => nginxText({ ...site, ...some }).split('\n');
const movedIn = (moved: NginxSite['moved']): string[] =>
  linesOf({ moved }).filter((line) => line.startsWith('location = '));

/** The regular expressions of all lines that hold `part`, as nginx reads them. */
function patterns(part: string, some: Partial<NginxSite> = {}): RegExp[] {
  return linesOf(some)
    .filter((line) => line.includes(part))
    .flatMap((line) => [...line.matchAll(/~ "((?:[^"\\]|\\.)*)"/g)])
    .map(([, pattern = '']) => new RegExp(pattern.replace(/\\(["\\])/g, '$1')));
}

describe('headers', () => {
  it.each([true, false])('are those of every other server, on every answer (secure: %s)', (secure) => {
    const given = linesOf({ secure }).flatMap((line) => {
      const [, name, value] = /^add_header (\S+) "(.*)" always;$/.exec(line) ?? [];
      return name === undefined ? [] : [`${name}: ${value ?? ''}`];
    });
    const [, ...first] = headersText('/', secure, [])
      .split(/\n(?! )/)[0]!
      .split('\n  ');
    expect(given).toEqual(first);
    expect(given.length).toBe(siteHeaders(secure).length);
  });

  it('stand in no block of their own, which would lose the others', () => {
    const headers = linesOf({}).filter((line) => line.includes('add_header'));
    expect(headers.filter((line) => !/^add_header \S+ (?:"[^"]*"|\$\w+) always;$/.test(line))).toEqual([]);
  });
});

describe('a long life', () => {
  it.each([
    ['/_astro/site.B7x.css', true],
    ['/images/a/å b.0123abcd-720.webp', true],
    ['/images/logo.png', false],
    ['/images/a/photograph-720.webp', false],
    ['/pagefind/en/fragment/en_1a2b3c.pf_fragment', true],
    ['/pagefind/en/pagefind.js', false],
    ['/pagefind/en/pagefind-entry.json', false],
    ['/en/_astro/', false],
    ['/site.css', false],
  ])('%s: %s', (path, long) => {
    expect(patterns('immutable').some((pattern) => pattern.test(path))).toBe(long);
  });
});

it.each([
  ['/feed.xml', true],
  ['/en/tags/lean/atom.xml', true],
  ['/en/atom-2013.xml', true],
  ['/en/feed.json', true],
  ['/en/feeds.opml', true],
  ['/sitemap.xml', false],
  ['/en/my-feed.xml', false],
  ['/en/feed.xml/', false],
])('other sites may read feeds: %s %s', (path, open) => {
  expect(patterns('set $site_open "*"').some((pattern) => pattern.test(path))).toBe(open);
});

describe('the language of a page for what is not there', () => {
  it.each([
    ['/', '/en/gone/', 'en'],
    ['/', '/pt-BR/gone', 'pt-BR'],
    ['/', '/enough/', undefined],
    ['/', '/x/en/', undefined],
    ['/a.b+c/', '/a.b+c/en/gone/', 'en'],
    ['/a.b+c/', '/en/gone/', undefined],
    ['/caf%C3%A9/', '/café/en/', 'en'],
  ])('at %s: %s has %s', (base, path, lang) => {
    const [pattern] = patterns('set $site_language $1', { base });
    expect(pattern!.exec(path)?.[1]).toBe(lang);
  });

  it('is followed by the page below the base', () => {
    expect(linesOf({ base: '/caf%C3%A9/' })).toContain('error_page 403 404 =404 "/café/${site_language}404.html";');
  });
});

it.each(['_headers', '_redirects', '_nginx.conf'])('%s is for servers only', (file) => {
  const [hidden] = patterns('return 404', { base: '/blog/' });
  expect(hidden!.test(`/blog/${file}`)).toBe(true);
  expect(hidden!.test(`/blog/en/${file}`)).toBe(false);
});

describe('addresses that lead elsewhere', () => {
  it('are compared decoded, and lead to what is encoded', () => {
    expect(movedIn([{ from: '/gamm%C3%A5l/', to: '/sv/n%C3%A5/' }])).toEqual([
      'location = "/gammål/" { return 301 "/sv/n%C3%A5/"; }',
    ]);
  });

  it.each([
    ['/a%22%3B%7B/', '"/a\\";{/"'],
    ['/a%20b%25/', '"/a b%/"'],
    ['/$a/', '"/$a/"'],
  ])('are one word, whatever they hold: %s', (from, word) => {
    expect(movedIn([{ from, to: '/b/' }])).toEqual([`location = ${word} { return 301 "/b/"; }`]);
  });

  it('lead to no variable', () => {
    expect(movedIn([{ from: '/a/', to: '/$b/' }])).toEqual(['location = "/a/" { return 301 "/%24b/"; }']);
  });

  it('come in order', () => {
    const moved = ['/c/', '/a/', '/b/'].map((from) => ({ from, to: '/d/' }));
    expect(movedIn(moved).map((line) => line.slice(12, 15))).toEqual(['/a/', '/b/', '/c/']);
  });
});
