import type { Knowledge } from './knowledge.ts';
import { attributes, escapeText } from './markup.ts';
import type { Page } from './page.ts';

/** Pages that are in the sitemap: those that search engines should show, under their own address. */
export function inSitemap(page: Page, absolute: string): boolean {
  return !page.head.noindex && page.head.canonical === absolute;
}

/** `sitemap.xml` with hreflang; the same sets as in the pages' heads. `lastmod` comes from content. */
export function* sitemap(knowledge: Knowledge, pages: readonly Page[]): Generator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
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
