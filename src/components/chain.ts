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
