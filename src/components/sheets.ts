import type { Page } from '../core/library/page.ts';

/**
 * True when a page draws a value chain, so that only such pages load the styles of diagrams.
 * What a full-lane module draws is not known before it runs; it gets them always.
 */
export function showsChain(page: Page): boolean {
  if (page.kind === 'chain') return true;
  if (page.kind === 'home') return page.map !== undefined;
  if (!('body' in page)) return false;
  return 'module' in page.body || page.body.html.includes('class="chain');
}

/** True when a page may show code with its parts in colours. */
export function showsCode(page: Page): boolean {
  return 'body' in page && ('module' in page.body || page.body.html.includes('class="hljs'));
}

/** Languages in scripts that the web fonts do not cover; their styles are in `scripts.css`. */
const uncovered = /^(?:ar|fa|ur|ckb|ps|he|yi|ja|zh|ko)\b/iu;

/** True when a page may hold text in a script that the web fonts do not cover. */
export function holdsOtherScripts(page: Page): boolean {
  const languages = page.frame.switcher.map(({ lang }) => lang);
  return [page.lang, ...languages, ...htmlOf(page).flatMap(languagesIn)].some((lang) => uncovered.test(lang));
}

/** The ready HTML of a page. That of a full-lane module is not known before it runs; any language may be in it. */
function htmlOf(page: Page): string[] {
  if (page.kind === 'chain') return [page.figure, page.gallery];
  if (page.kind === 'home') return [page.map ?? ''];
  if (!('body' in page)) return [];
  return ['html' in page.body ? page.body.html : ' lang="ar"'];
}

function languagesIn(html: string): string[] {
  return html.includes(' lang="') ? [...html.matchAll(/ lang="([^"]*)"/g)].map(([, lang = '']) => lang) : [];
}
