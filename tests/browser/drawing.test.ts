import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, openSampleSite, type OpenSite } from './site.ts';

/** Pages with drawings of every kind, in the three languages of the sample site. */
const pages = [
  'en/chains/acme-stamping/',
  'sv/vardekedjor/acme-stamping/',
  'fr/chaines-de-valeur/acme-stamping/',
  'en/chains/technology-company/',
  'sv/vardekedjor/value-creation/',
  'fr/chaines-de-valeur/buying-journey/',
];
const widths = [320, 360, 768, 1440];

let site: OpenSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
});

/** What is wrong with the drawings on a page as a browser sets them, with the page's own fonts. */
async function misplaced(tab: Tab): Promise<string[]> {
  await tab.evaluate(() => document.fonts.ready);
  return tab.evaluate(() => {
    const shown = [...document.querySelectorAll<SVGSVGElement>('figure.chain > svg')].filter(
      (svg) => svg.getBoundingClientRect().width > 0,
    );
    const within = (inner: DOMRect, outer: DOMRect, slack: number): boolean =>
      inner.left >= outer.left - slack &&
      inner.right <= outer.right + slack &&
      inner.top >= outer.top - slack &&
      inner.bottom <= outer.bottom + slack;
    return shown
      .flatMap((svg) => {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        const lines = [...svg.querySelectorAll<SVGTextContentElement>('text:not(:has(tspan)), tspan')];
        const small = lines.filter((line) => parseFloat(getComputedStyle(line).fontSize) * scale < 12.5);
        const outside = lines.filter((line) => {
          const box = line.closest('a.act')?.querySelector('rect') ?? svg;
          return !within(line.getBoundingClientRect(), box.getBoundingClientRect(), 2);
        });
        const areas = lines.map((line) => ({ line, area: line.getBoundingClientRect() }));
        const upon = areas.filter(({ area }, index) =>
          areas
            .slice(index + 1)
            .some(
              ({ area: other }) =>
                Math.min(area.right, other.right) - Math.max(area.left, other.left) > 1 &&
                Math.min(area.bottom, other.bottom) - Math.max(area.top, other.top) > area.height * 0.3,
            ),
        );
        return [
          ...small.map((line) => `small: ${line.textContent}`),
          ...outside.map((line) => `outside its box: ${line.textContent}`),
          ...upon.map(({ line }) => `upon another: ${line.textContent}`),
        ];
      })
      .concat(shown.length === 0 ? ['no drawing is shown'] : []);
  });
}

describe.each(pages)('the drawing of /%s in a browser', (path) => {
  it.each(widths)('keeps its texts apart, in their boxes and readable at %d px', async (width) => {
    const { tab } = await listen(site, { viewport: { width, height: 900 } });
    await tab.goto(new URL(path, site.url).href);
    expect(await misplaced(tab)).toEqual([]);
    await tab.context().close();
  });
});
