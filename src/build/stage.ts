import type { Page } from '../core/library/page.ts';

/** One path of the site's only route, as Astro asks for it. */
export interface StagedPage {
  readonly params: { readonly path: string | undefined };
  readonly props: { readonly page: Page };
}

// Pages are bundled apart from the build that feeds them; the process is what both share.
const key = Symbol.for('throughline.stage');
const stage = globalThis as { [key]?: readonly Page[] };

/** Names the pages that Astro is to render. */
export function setStage(pages: readonly Page[]): void {
  stage[key] = pages;
}

/** The pages to be rendered, for `getStaticPaths`. */
export function stagedPages(): StagedPage[] {
  return (stage[key] ?? []).map((page) => ({ params: { path: pathOf(page) }, props: { page } }));
}

function pathOf(page: Page): string | undefined {
  return page.route === '' ? undefined : page.route.replace(/\/$/, '');
}
