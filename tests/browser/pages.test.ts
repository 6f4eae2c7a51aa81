import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page as Tab } from 'playwright-core';
import { showsChain } from '../../src/components/sheets.ts';
import type { EssayPage, Page } from '../../src/core/library/page.ts';
import { listen, openSampleSite, type OpenSite } from './site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: OpenSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
});

/** One page of each kind in each language: the one with the most text. */
function oneOfEachKind(): Page[] {
  const byKind = Map.groupBy(site.library.pages, ({ kind, lang }) => `${kind} ${lang}`);
  return [...byKind.values()].flatMap((pages) => pages.toSorted((a, b) => size(b) - size(a))[0] ?? []);
}

function size(page: Page): number {
  return JSON.stringify(page).length;
}

async function open(tab: Tab, page: Page): Promise<void> {
  await tab.goto(new URL(page.route, site.url).href, { waitUntil: 'load' });
}

describe.each(['light', 'dark'] as const)('in %s, every kind of page in every language', (colorScheme) => {
  it('has nothing that axe finds, and says nothing on the console', async () => {
    const found: string[] = [];
    const { tab, faults } = await listen(site, { colorScheme, bypassCSP: true });
    for (const page of oneOfEachKind()) {
      await open(tab, page);
      await tab.evaluate(axeSource);
      const violations = await tab.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations: all } = await axe.run({ resultTypes: ['violations'] });
        return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
      });
      found.push(...violations.map((violation) => `/${page.route} ${violation}`));
      found.push(...faults.splice(0).map((fault) => `/${page.route} ${fault}`));
    }
    expect(found).toEqual([]);
  });
});

describe('every kind of page in every language', () => {
  it('keeps the policy and asks nobody else for anything', async () => {
    const { tab, faults } = await listen(site);
    for (const page of oneOfEachKind()) {
      await open(tab, page);
      expect(faults.splice(0), page.route).toEqual([]);
    }
  });

  it.each([320, 360, 768, 1440])('does not scroll sideways at %i pixels', async (width) => {
    const { tab } = await listen(site, { viewport: { width, height: 800 } });
    const wide: string[] = [];
    for (const page of oneOfEachKind()) {
      await open(tab, page);
      const over = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`/${page.route} by ${String(over)}`);
    }
    expect(wide).toEqual([]);
  });

  it('can be used without JavaScript: it shows its heading, its links and its text', async () => {
    const { tab } = await listen(site, { javaScriptEnabled: false });
    for (const page of oneOfEachKind()) {
      await open(tab, page);
      expect(await tab.locator('h1').first().isVisible(), page.route).toBe(true);
      expect(await tab.locator('main a').first().isVisible(), page.route).toBe(true);
    }
  });

  it('is reached by the keyboard: the first stop skips to the text, and no stop is without a visible mark', async () => {
    const { tab } = await listen(site);
    for (const page of oneOfEachKind().filter(({ lang }) => lang === 'en')) {
      await open(tab, page);
      // A figure has fewer stops once its script has come, which it does when the figure comes near.
      for (const chain of await tab.locator('value-chain').all()) await chain.scrollIntoViewIfNeeded();
      await tab.waitForFunction(() => document.querySelector('value-chain:not([data-ready])') === null);
      await tab.evaluate(() => scrollTo(0, 0));
      // The search page puts the cursor into its field.
      if (page.kind !== 'search') {
        await tab.keyboard.press('Tab');
        expect(await tab.evaluate(() => document.activeElement?.getAttribute('href')), page.route).toBe('#content');
      }
      const { reached, wanted, unmarked } = await walk(tab);
      if (page.kind !== 'search') expect(reached, `${page.route} stops`).toBeGreaterThanOrEqual(wanted);
      expect(unmarked, page.route).toEqual([]);
    }
  });
});

describe('the language switcher', () => {
  it('leads to the same essay in the other language, and back', async () => {
    const { tab } = await listen(site);
    const essays = site.library.pages.filter(({ kind }) => kind === 'essay').slice(0, 4);
    for (const page of essays) {
      for (const choice of page.frame.switcher.filter(({ state }) => state === 'translated')) {
        await tab.goto(new URL(choice.href, site.url).href);
        const back = await tab
          .locator(`link[rel="alternate"][hreflang="${page.lang}"]:not([type])`)
          .getAttribute('href');
        expect(back).toBe(page.head.canonical);
        expect(await tab.evaluate(() => document.documentElement.lang)).toBe(choice.lang);
      }
    }
  });

  it('says where a translation is missing, and offers the language’s own pages', async () => {
    const { tab } = await listen(site);
    const page = site.library.pages.find(
      ({ frame, kind }) => kind === 'essay' && frame.switcher.some(({ state }) => state === 'missing'),
    );
    if (page === undefined) throw new Error('Every essay of the sample is translated into every language.');
    await open(tab, page);
    const missing = page.frame.switcher.find(({ state }) => state === 'missing');
    expect(await tab.locator('header').first().innerText()).toContain(missing?.name);
    expect(await tab.content()).toContain(missing?.note);
  });
});

describe('light and dark', () => {
  it('can be switched, and the choice is there on the next page without a flash', async () => {
    const { tab } = await listen(site, { colorScheme: 'light' });
    await tab.goto(site.url);
    const paper = (): Promise<string> => tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await tab
      .locator('button', { has: tab.locator('svg') })
      .last()
      .click();
    const dark = await paper();
    expect(dark).not.toBe(light);
    await tab.reload({ waitUntil: 'commit' });
    // Until its styles are there a page has no colour; the first that it has is the chosen one.
    await tab.waitForFunction(() => !/, 0\)$/.test(getComputedStyle(document.documentElement).backgroundColor));
    expect(await paper()).toBe(dark);
  });
});

describe('an essay', () => {
  const found = (wanted: (page: EssayPage) => boolean): EssayPage => {
    const page = site.library.pages.find((one): one is EssayPage => one.kind === 'essay' && wanted(one));
    if (page === undefined) throw new Error('The sample has no such essay.');
    return page;
  };

  it('asks for a thousand bytes of script at the most, compressed, where it shows no diagram', async () => {
    // Every page has the same script; only diagrams and the search bring others.
    const plain = site.library.pages.filter((page) => 'body' in page && !showsChain(page));
    for (const page of [...Map.groupBy(plain, ({ kind }) => kind).values()].flatMap(([first]) => first ?? [])) {
      const { tab } = await listen(site);
      const asked: Promise<Buffer>[] = [];
      tab.on('response', (response) => {
        if (response.request().resourceType() === 'script') asked.push(response.body());
      });
      await tab.goto(new URL(page.route, site.url).href, { waitUntil: 'networkidle' });
      const scripts = await Promise.all(asked);
      expect(scripts.length, page.route).toBe(2);
      const weight = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
      expect(weight, page.route).toBeLessThanOrEqual(1000);
    }
  });

  it('marks in its table of contents where the reader is', async () => {
    const { tab } = await listen(site);
    const page = found(({ contents }) => contents.length > 3);
    await open(tab, page);
    const marked = (): Promise<string[]> => tab.locator('.contents-rail [aria-current]').allInnerTexts();
    expect(await marked()).toEqual([]);
    const third = page.contents[2];
    await tab.locator(`[id="${third?.id ?? ''}"]`).evaluate((title) => {
      title.scrollIntoView({ block: 'start', behavior: 'instant' });
    });
    await expect.poll(marked).toEqual([third?.text]);
  });

  it('has each note beside the line that refers to it, or below the note before', async () => {
    const { tab } = await listen(site);
    const page = found((one) => JSON.stringify(one).includes('fnref-2'));
    await open(tab, page);
    const places = await tab.locator('.footnotes li').evaluateAll((notes) =>
      notes.map((note) => {
        const { top, bottom, left } = note.getBoundingClientRect();
        const reference = document.getElementById(note.id.replace('fn-', 'fnref-'))?.getBoundingClientRect();
        return { top, bottom, left, line: reference?.top ?? NaN, right: reference?.right ?? NaN };
      }),
    );
    expect(places.length).toBeGreaterThan(1);
    for (const [index, { top, left, line, right }] of places.entries()) {
      expect(left).toBeGreaterThan(right);
      const above = places[index - 1]?.bottom ?? -Infinity;
      expect(top).toBeGreaterThanOrEqual(Math.max(Math.floor(line), above));
      if (above < line - 20) expect(top - line).toBeLessThan(20);
    }
  });

  it('can be copied as an address', async () => {
    const { tab } = await listen(site, { permissions: ['clipboard-read', 'clipboard-write'] });
    const page = found(() => true);
    await open(tab, page);
    await tab.locator('.share button').first().click();
    await expect.poll(() => tab.locator('.share button').first().innerText()).toBe(page.words.linkCopied);
    expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe(page.head.canonical);
  });
});

/** Walks with Tab through a page until focus comes round. */
async function walk(tab: Tab): Promise<{ reached: number; wanted: number; unmarked: string[] }> {
  const wanted = await tab.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
      ].filter(
        (one) =>
          one.checkVisibility({ visibilityProperty: true }) &&
          !one.closest('[inert]') &&
          !one.matches(':disabled') &&
          one.tabIndex >= 0,
      ).length,
  );
  const unmarked: string[] = [];
  let reached = 1;
  for (; reached < wanted + 20; reached += 1) {
    await tab.keyboard.press('Tab');
    const mark = await tab.evaluate(() => {
      const one = document.activeElement;
      if (one === null || one === document.body) return 'end';
      // In a drawing the mark is around the link, or on the shape inside it.
      const shown = [one, one.querySelector('rect, path') ?? one];
      const look = (): string =>
        shown
          .map((part) => getComputedStyle(part))
          .map(({ outlineStyle, boxShadow, stroke, strokeWidth }) => [outlineStyle, boxShadow, stroke, strokeWidth])
          .join(' ');
      const focused = look();
      if (!(one instanceof SVGElement))
        return getComputedStyle(one).outlineStyle === 'none' ? one.outerHTML.slice(0, 120) : 'marked';
      one.blur();
      const plain = look();
      one.focus();
      return focused === plain ? one.outerHTML.slice(0, 120) : 'marked';
    });
    if (mark === 'end') break;
    if (mark !== 'marked') unmarked.push(mark);
  }
  return { reached, wanted, unmarked };
}
