import type { Knowledge } from './knowledge.ts';
import { attributes, escapeText } from './markup.ts';
import type { Page } from './page.ts';
import type { Route } from '../route/urls.ts';

/** Pages that are in the sitemap: those that search engines should show, under their own address. */
export function inSitemap(page: Page, absolute: string): boolean {
  return !page.head.noindex && page.head.canonical === absolute;
}

/** A file of the sitemap. */
export interface SitemapFile {
  readonly file: Route;
  readonly text: () => string;
}

/** Search engines read at most 50,000 addresses and 50 MB from a file: this leaves room for twenty languages of each. */
const most = 20_000;

/** `sitemap.xml`; on a big site it lists its parts, each with `limit` addresses at the most. */
export function sitemapFiles(knowledge: Knowledge, pages: readonly Page[], limit = most): SitemapFile[] {
  const listed = pages.filter((page) => inSitemap(page, knowledge.urls.absolute(page.route)));
  const parts = Array.from({ length: Math.ceil(listed.length / limit) }, (_, index) =>
    listed.slice(index * limit, (index + 1) * limit),
  );
  if (parts.length < 2) return [{ file: 'sitemap.xml', text: () => [...sitemap(knowledge, listed)].join('') }];
  const names = parts.map((_, index) => `sitemap-${String(index + 1)}.xml`);
  return [
    { file: 'sitemap.xml', text: () => sitemapIndex(names.map((name) => knowledge.urls.absolute(name))) },
    ...parts.map((part, index) => ({
      file: names[index] ?? '',
      text: () => [...sitemap(knowledge, part)].join(''),
    })),
  ];
}

function sitemapIndex(addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<sitemap><loc>${escapeText(address)}</loc></sitemap>\n`);
  return `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</sitemapindex>\n`;
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A sitemap with hreflang; the same sets as in the pages' heads. `lastmod` comes from content. */
export function* sitemap(knowledge: Knowledge, pages: readonly Page[]): Generator<string> {
  yield declaration;
  yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n';
  for (const page of pages) {
    const absolute = knowledge.urls.absolute(page.route);
    if (inSitemap(page, absolute)) yield entry(page, absolute);
  }
  yield '</urlset>\n';
}

function entry(page: Page, absolute: string): string {
  const alternates = page.head.alternates.map(
    ({ hreflang, href }) => `<xhtml:link${attributes({ rel: 'alternate', hreflang, href })}/>`,
  );
  const { modified } = page.head;
  const changed = modified === undefined ? [] : [`<lastmod>${modified}</lastmod>`];
  return ['<url>', `<loc>${escapeText(absolute)}</loc>`, ...changed, ...alternates, '</url>\n'].join('\n');
}
