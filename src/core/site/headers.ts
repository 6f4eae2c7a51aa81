import { contentSecurityPolicyHeader } from './policy.ts';

/** `Cache-Control` of files named by their content: they never change. */
export const longLife = 'public, max-age=31536000, immutable';
/** `Access-Control-Allow-Origin` of feeds: readers that are web pages themselves may fetch them. */
export const openToAll = '*';

const forever = `Cache-Control: ${longLife}`;
const open = `Access-Control-Allow-Origin: ${openToAll}`;

/**
 * The headers of every answer, as names and values: the policy and hardening.
 * @param secure true when the site is served by https and may tell browsers to keep to it
 */
export function siteHeaders(secure: boolean): (readonly [name: string, value: string])[] {
  return [
    ['Content-Security-Policy', contentSecurityPolicyHeader],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ...(secure ? [['Strict-Transport-Security', 'max-age=31536000'] as const] : []),
  ];
}

/**
 * A `_headers` file, as Netlify and Cloudflare Pages read it: the policy, hardening, types of the files whose
 * endings servers do not know, and long life for files named by their content.
 * @param base path of the site's address, ending in `/`
 * @param secure true when the site is served by https and may tell browsers to keep to it
 * @param images folders of images that the build has named by their content; the author's own files lie in none of them
 */
export function headersText(base: string, secure: boolean, images: readonly string[]): string {
  const places = ['', ':lang/', ':lang/:kind/:slug/'];
  const feeds = [...places.flatMap((place) => [`${place}feed.xml`, `${place}atom.xml`]), ':lang/atom-*'];
  const chunks = ['fragment', 'index', 'filter'].map((kind) => `pagefind/:lang/${kind}/*`);
  return [
    rule(`${base}*`, ...siteHeaders(secure).map(([name, value]) => `${name}: ${value}`)),
    ...['_astro/*', ...images.map((folder) => `${folder}*`), ...chunks].map((files) =>
      rule(`${base}${files}`, forever),
    ),
    ...feeds.map((file) => rule(`${base}${file}`, open)),
    rule(`${base}:lang/feed.json`, open, 'Content-Type: application/feed+json; charset=utf-8'),
    rule(`${base}:lang/feeds.opml`, open, 'Content-Type: text/x-opml; charset=utf-8'),
    rule(`${base}:lang/site.webmanifest`, 'Content-Type: application/manifest+json; charset=utf-8'),
    // The page is what should be found, not its copy.
    rule(`${base}:lang/:slug/index.md`, 'Content-Type: text/markdown; charset=utf-8', 'X-Robots-Tag: noindex'),
  ].join('');
}

function rule(path: string, ...headers: readonly string[]): string {
  return [path, ...headers.map((header) => `  ${header}`), ''].join('\n');
}
