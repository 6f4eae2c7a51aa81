import type { Page } from '../core/library/page.ts';

/** One path of the site's only route, as Astro asks for it. */
export interface StagedPage {
  readonly params: { readonly path: string | undefined };
  readonly props: { readonly page: Page };
}

/** Pages by their route; each is asked for when it is rendered. */
export type StagePages = ReadonlyMap<string, () => Page>;

/** The pages that are shown, and who waits for them. */
interface Stage {
  pages?: StagePages;
  /** Settled when the pages are there. */
  set?: Promise<StagePages>;
  onRender?: (() => void) | undefined;
}

// Pages are bundled apart from the build that feeds them; the process is what both share.
const key = Symbol.for('throughline.stage');
const shared = globalThis as { [key]?: Stage };

/** Names the pages that Astro is to render, or promises them. `onRender` hears of each that is asked for. */
export function setStage(pages: StagePages | Promise<StagePages>, onRender?: () => void): void {
  if (!(pages instanceof Promise)) {
    shared[key] = { pages, onRender };
    return;
  }
  const stage: Stage = { set: pages.then((given) => (stage.pages = given)), onRender };
  // Whoever lists the paths hears of a failure.
  stage.set?.catch(() => undefined);
  shared[key] = stage;
}

/**
 * The pages to be rendered, for `getStaticPaths`. Astro keeps what it is given; the getter lets it see
 * a page as it is when it is rendered, not as it was when its path was listed.
 */
export async function stagedPages(): Promise<StagedPage[]> {
  const pages = shared[key]?.pages ?? (await shared[key]?.set);
  return [...(pages ?? [])].map(([route, first]) => ({
    params: { path: route === '' ? undefined : route.replace(/\/$/, '') },
    props: {
      get page() {
        const stage = shared[key];
        stage?.onRender?.();
        return (stage?.pages?.get(route) ?? first)();
      },
    },
  }));
}
