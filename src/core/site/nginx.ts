import { longLife, openToAll, siteHeaders } from './headers.ts';

/** Where the nginx settings lie in the output. */
export const nginxFile = '_nginx.conf';

/** What nginx must know of a site. */
export interface NginxSite {
  /** Path of the site's address, encoded, ending in `/`. */
  readonly base: string;
  /** True when the site is served by https and may tell browsers to keep to it. */
  readonly secure: boolean;
  readonly languages: readonly string[];
  /** Old addresses and where they lead now: paths with the base, encoded. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

const typesAsText =
  'text/css text/csv text/javascript text/markdown text/plain text/x-opml text/xml' +
  ' application/javascript application/xml application/rss+xml application/atom+xml';
const typesCompressed = `${typesAsText} application/json application/feed+json application/manifest+json image/svg+xml`;

/** Addresses below the base, as regular expressions. */
const rss = '(?:.+/)?feed[.]xml$';
const atom = '(?:.+/)?atom(?:-[0-9]+)?[.]xml$';
const jsonFeed = '(?:.+/)?feed[.]json$';
const outlines = '(?:.+/)?feeds[.]opml$';
const namedByContent = ['_astro/', 'images/.+[.][0-9a-f]{8}-[0-9]+[.][a-z]+$', 'pagefind/.+[.]pf_[a-z]+$'];
const ownEndings = '.+[.](?:csv|md|mjs|opml|webmanifest)$';
const serverFiles = '_(?:headers|redirects|nginx[.]conf)$';

/**
 * Settings that a `server` block of nginx includes: headers, compression, types, pages for what is not there and
 * addresses that lead elsewhere, for a site whose files lie at its path below the block's root.
 */
export function nginxText(site: NginxSite): string {
  return [
    '# Made by the build: include it in the server block whose root holds the site, and reload nginx after a build.',
    ...textLines(),
    ...headerLines(site),
    ...errorLines(site),
    ...typeLines(site),
    ...movedLines(site),
    '',
  ].join('\n');
}

function textLines(): string[] {
  return [
    'charset utf-8;',
    `charset_types ${typesAsText};`,
    'gzip on;',
    'gzip_vary on;',
    `gzip_types ${typesCompressed};`,
    'absolute_redirect off;',
  ];
}

/**
 * Headers are given once, for the whole server, with values that depend on the address: a block with an `add_header`
 * of its own would lose all others. A request that ends on a 404 page is looked at again under that page's address.
 */
function headerLines({ base, secure }: NginxSite): string[] {
  const when = (rest: string, name: string, value: string): string =>
    `if ($uri ~ ${below(base, rest)}) { set ${name} ${quoted(value)}; }`;
  const fixed = siteHeaders(secure).map(([name, value]) => [name, quoted(value)] as const);
  const byAddress = [
    ['Cache-Control', '$site_life'],
    ['Access-Control-Allow-Origin', '$site_open'],
    ['X-Robots-Tag', '$site_robots'],
  ] as const;
  return [
    '',
    '# Files named by their content never change. Everything else is asked for again, and answered by 304.',
    'set $site_life no-cache;',
    ...namedByContent.map((files) => when(files, '$site_life', longLife)),
    '# Other sites may read feeds; search engines should find a page, not its copy. What is empty is not sent.',
    'set $site_open "";',
    ...[rss, atom, jsonFeed, outlines].map((feed) => when(feed, '$site_open', openToAll)),
    'set $site_robots "";',
    when('.+/index[.]md$', '$site_robots', 'noindex'),
    ...[...fixed, ...byAddress].map(([name, value]) => `add_header ${name} ${value} always;`),
  ];
}

function errorLines({ base, languages }: NginxSite): string[] {
  const folder = below(base, `(${languages.map(literally).join('|')})/`);
  return [
    '',
    '# Each language has a page for what is not there.',
    'set $site_language "";',
    `if ($uri ~ ${folder}) { set $site_language $1/; }`,
    `error_page 403 404 =404 ${quoted(`${decodeURI(base)}\${site_language}404.html`)};`,
    `location ~ ${below(base, serverFiles)} { return 404; }`,
  ];
}

function typeLines({ base }: NginxSite): string[] {
  const own =
    'text/csv csv; text/markdown md; text/javascript mjs; text/x-opml opml; application/manifest+json webmanifest;';
  return [
    '',
    '# Types that nginx does not know, or that an ending does not tell.',
    `location ~ ${below(base, rss)} { types { application/rss+xml xml; } }`,
    `location ~ ${below(base, atom)} { types { application/atom+xml xml; } }`,
    `location ~ ${below(base, jsonFeed)} { types { application/feed+json json; } }`,
    `location ~ ${below(base, ownEndings)} { types { ${own} } }`,
  ];
}

/** In order of their addresses: nginx sorts them itself, which takes it long when they come in another one. */
function movedLines({ moved }: NginxSite): string[] {
  const lines = moved
    .map(({ from, to }) => ({ from: decodeURIComponent(from), to: to.replaceAll('$', '%24') }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, to }) => `location = ${quoted(from)} { return 301 ${quoted(to)}; }`);
  return ['', '# Addresses that lead elsewhere.', ...lines];
}

/** A regular expression for addresses of the site, which nginx compares decoded. */
function below(base: string, rest: string): string {
  return quoted(`^${literally(decodeURI(base))}${rest}`);
}

/** Text as a regular expression that means just it. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** One word of nginx's settings, whatever is in it; a `$` keeps its meaning. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
