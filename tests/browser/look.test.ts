import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLUMN } from '../../src/core/library/bodies.ts';
import { listen, openSampleSite, type OpenSite } from './site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
});

const chain = 'en/chains/acme-stamping/';
const essay = 'en/conductors-not-producers/';

async function open(path: string, options: Parameters<typeof listen>[1] = {}): Promise<Tab> {
  const { tab } = await listen(site, options);
  await tab.goto(new URL(path, site.url).href);
  await tab.locator('value-chain').first().scrollIntoViewIfNeeded();
  await tab.waitForSelector('value-chain[data-ready]');
  return tab;
}

/** Contrast of each text of the activities that step back, against the page. */
function faintest(tab: Tab, back: string): Promise<number> {
  return tab.evaluate((selector) => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/gu) ?? []).slice(0, 3).map(Number);
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((one) => {
        const part = one / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = light(getComputedStyle(document.documentElement).backgroundColor);
    const texts = [...document.querySelectorAll<SVGTextElement>(`${selector} text`)];
    if (texts.length === 0) throw new Error('Nothing steps back.');
    return Math.min(
      ...texts.map((text) => {
        const ink = light(getComputedStyle(text).fill);
        const contrast = (Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05);
        return contrast * Number(getComputedStyle(text.closest('a') ?? text).opacity);
      }),
    );
  }, back);
}

describe('a figure', () => {
  it.each(['light', 'dark'] as const)('keeps what steps back readable, %s', async (colorScheme) => {
    const seen = await open(essay, { colorScheme });
    expect(await faintest(seen, '.chain.seen svg.wide a.act:not(.key)')).toBeGreaterThan(4.5);
    const traced = await open(`${chain}#acme-stamping.stamping~view=nested`, { colorScheme });
    await traced.waitForSelector('.chain.traced[data-view=nested]');
    expect(await faintest(traced, '.chain.traced svg.wide a.act:not(.sel, .up, .down)')).toBeGreaterThan(4.5);
  });

  it.each([chain, essay])('has one start and one end, whatever it is made of: %s', async (path) => {
    const tab = await open(path, { viewport: { width: 1440, height: 900 } });
    const edges = await tab
      .locator('value-chain')
      .first()
      .locator('.chain-bar, svg.wide, .strip')
      .evaluateAll((parts) =>
        parts.map((part) => {
          const { left, right } = part.getBoundingClientRect();
          return [Math.round(left), Math.round(right)];
        }),
      );
    expect(edges).toHaveLength(3);
    expect(new Set(edges.map(String)).size).toBe(1);
  });

  it('keeps its words on paper and on a phone', async () => {
    const tab = await open('en/resources-and-pace/', { viewport: { width: 360, height: 740 } });
    const starts = (): Promise<number[]> =>
      tab
        .locator('value-chain')
        .first()
        .locator('.strip, figcaption > p')
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left));
    const [strip, caption] = await starts();
    expect(strip).toBe(caption);
    await tab.emulateMedia({ media: 'print' });
    expect(Math.min(...(await starts()))).toBeGreaterThanOrEqual(0);
  });

  it.each([768, 1000])('shows the wide drawing on a tablet, in an essay too, at %i px', async (width) => {
    const tab = await open('en/resources-and-pace/', { viewport: { width, height: 1000 } });
    expect(await tab.locator('svg.wide').first().isVisible()).toBe(true);
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBe(0);
  });

  it('has its numbers on one line, however long their names are', async () => {
    const tab = await open('fr/quelle-cadence/', { viewport: { width: 360, height: 740 } });
    const places = await tab
      .locator('value-chain')
      .first()
      .locator('.strip > div')
      .evaluateAll((all) =>
        all.map((one) => [one, one.querySelector('dd') ?? one].map((part) => part.getBoundingClientRect().top)),
      );
    const rows = new Map<number, Set<number>>();
    for (const [row = 0, number = 0] of places) rows.set(row, (rows.get(row) ?? new Set()).add(number));
    expect(rows.size).toBe(2);
    for (const tops of rows.values()) expect(tops.size).toBe(1);
  });

  it('uses only the colours a reader has chosen where there are such', async () => {
    const tab = await open(chain, { forcedColors: 'active' });
    const wrong = await tab.evaluate(() => {
      const probe = document.createElement('i');
      document.body.append(probe);
      const known = ['Canvas', 'CanvasText', 'LinkText', 'Highlight', 'GrayText'].map((name) => {
        probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
        return getComputedStyle(probe).color;
      });
      return [...document.querySelectorAll('svg.wide :is(rect, path, text)')].flatMap((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        return [fill, stroke].some((colour) => colour !== 'none' && !known.includes(colour)) ? [shape.outerHTML] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('has room for its drawing on a phone: tools in one row, no word of keys where there are none', async () => {
    const tab = await open(chain, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const tools = tab.locator('.chain-bar .tools > :is(button, input):visible');
    const tops = await tools.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    expect(tops.length).toBeGreaterThan(3);
    expect(new Set(tops).size).toBe(1);
  });
});

describe('an image', () => {
  // Without a density of its own, the width of a file is the width that `sizes` asks for.
  const asked = async (sizes: string): Promise<number> => {
    const image = new Image();
    Object.assign(image, { sizes, srcset: '/icon-512.png 512w' });
    await image.decode();
    return image.naturalWidth;
  };

  it.each([320, 360, 430, 600, 768, 1024, 1440, 1920])('is asked for as wide as it stands at %i px', async (width) => {
    const { tab } = await listen(site, { viewport: { width, height: 800 } });
    await tab.goto(new URL(essay, site.url).href);
    const column = await tab
      .locator('.prose > p')
      .first()
      .evaluate((text) => text.getBoundingClientRect().width);
    const ratio = (await tab.evaluate(asked, COLUMN)) / column;
    expect(ratio).toBeGreaterThan(0.98);
    expect(ratio).toBeLessThan(1.1);
  });
});

describe('the pictures of all drawings', () => {
  it.each([360, 768, 1440])('never have type smaller than 12.5 px, at %i px', async (width) => {
    const tab = await open(chain, { viewport: { width, height: 900 } });
    const widths = await tab
      .locator('.all-drawings img')
      .evaluateAll((images) => images.map((image) => image.getBoundingClientRect().width));
    // The drawings are 880 wide with 14 of paper around them, their smallest type is 15.7.
    for (const shown of widths) expect((shown / 908) * 15.7).toBeGreaterThanOrEqual(12.5);
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBe(0);
  });
});
