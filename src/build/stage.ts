import type { Page } from '../core/library/page.ts';

/** One path of the site's only route, as Astro asks for it. */
export interface StagedPage {
  readonly params: { readonly path: string | undefined };
  readonly props: { readonly page: Page };
}

// Pages are bundled apart from the build that feeds them; the process is what both share.
const key = Symbol.for('throughline.stage');
const heard = Symbol.for('throughline.stage.heard');
const stage = globalThis as { [key]?: ReadonlyMap<string, Page>; [heard]?: () => void };

/** Names the pages that Astro is to render. `onRender` hears how many it has begun. */
export function setStage(pages: readonly Page[], onRender?: (count: number) => void): void {
  let count = 0;
  stage[heard] = () => onRender?.((count += 1));
  stage[key] = new Map(pages.map((page) => [page.route, page]));
}

/**
 * The pages to be rendered, for `getStaticPaths`. Astro keeps what it is given; the getter lets it see
 * a page as it is when it is rendered, not as it was when its path was listed.
 */
export function stagedPages(): StagedPage[] {
  return [...(stage[key]?.values() ?? [])].map((page) => ({
    params: { path: pathOf(page) },
    props: {
      get page() {
        stage[heard]?.();
        return stage[key]?.get(page.route) ?? page;
      },
    },
  }));
}

function pathOf(page: Page): string | undefined {
  return page.route === '' ? undefined : page.route.replace(/\/$/, '');
}
