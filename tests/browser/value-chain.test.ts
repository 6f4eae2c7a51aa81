import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../../src/build/folder.ts';
import { projectRoot } from '../../src/build/project.ts';
import { readYaml } from '../../src/build/yaml.ts';
import { compute } from '../../src/chain/engine/compute.ts';
import { parseChain } from '../../src/chain/model.ts';
import { listen, openSampleSite, type OpenSite } from './site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = join(projectRoot, '.cache', 'test-site');
const page = 'en/chains/acme-stamping/';

let site: OpenSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
});

async function open(
  hash = '',
  options: Parameters<typeof listen>[1] = {},
  path = page,
): Promise<{ tab: Tab; faults: string[] }> {
  const heard = await listen(site, options);
  await heard.tab.goto(new URL(path + hash, site.url).href);
  if (options.javaScriptEnabled !== false) {
    await heard.tab.locator('value-chain').first().scrollIntoViewIfNeeded();
    await heard.tab.waitForSelector('value-chain[data-ready]');
  }
  return heard;
}

const shape = (id: string): string => `value-chain svg.wide a[data-activity="${id}"]`;
const hashOf = (tab: Tab): Promise<string> => tab.evaluate(() => location.hash);
/** Waits for an address: it is written once a reader rests. */
const addressed = async (tab: Tab, hash: string): Promise<void> => {
  await tab.waitForFunction((wanted) => location.hash === wanted, hash);
};
const focused = (tab: Tab): Promise<string | undefined> =>
  tab.evaluate(() => (document.activeElement as SVGElement | null)?.dataset['activity']);

/** Waits until no figure is on its way to other numbers, or to another drawing. */
async function numbersWritten(tab: Tab): Promise<void> {
  await tab.locator('value-chain figure[aria-busy]').waitFor({ state: 'detached' });
}

async function change(tab: Tab, index: number, value: string): Promise<void> {
  await tab.locator('.control [type=range]').nth(index).fill(value);
  await numbersWritten(tab);
}

describe('by pointer, a reader', () => {
  it('selects an activity and sees what feeds it and what it feeds', async () => {
    const { tab, faults } = await open();
    await tab.locator(`${shape('weld-2')} .box`).click();
    for (const [id, name] of Object.entries({
      'weld-2': 'sel',
      stamping: 'up',
      'weld-1': 'up',
      'assembly-1': 'down',
      'assembly-2': 'down',
    }))
      expect(await tab.locator(shape(id)).getAttribute('class'), id).toMatch(new RegExp(`\\b${name}\\b`));
    await addressed(tab, '#acme-stamping.weld-2');
    expect(await tab.locator('.picked').innerText()).toContain(
      'Upstream: Stamping and Spot weld 1. Downstream: Assembly 1 and Assembly 2.',
    );
    await tab.locator(`${shape('weld-2')} .box`).click();
    await addressed(tab, '');
    expect(await tab.locator('.picked').textContent()).toBe('');
    expect(faults).toEqual([]);
  });

  it('switches the drawing and the scenario, and comes back with the back button', async () => {
    const { tab } = await open();
    await tab.getByRole('button', { name: 'Future' }).click();
    await tab.waitForSelector(shape('cell'));
    expect(await tab.locator('value-chain .strip').innerText()).toContain('5\u00a0days');
    await tab.getByRole('button', { name: 'Parts and whole' }).click();
    await tab.waitForSelector('figure.chain[data-view=nested][data-scenario=future]');
    expect(await hashOf(tab)).toBe('#acme-stamping~view=nested~scenario=future');
    await tab.goBack();
    await tab.waitForSelector('figure.chain[data-view=stream][data-scenario=future]');
  });

  it('sees today and future side by side with their differences', async () => {
    const { tab } = await open();
    await tab.getByRole('button', { name: 'Compare' }).click();
    await tab.waitForSelector('value-chain .beside');
    const wanted = (await tab.locator('value-chain .beside .side').allInnerTexts()).join();
    expect(wanted).toBe('Today,Future');
    const row = tab.locator('value-chain .differences tr', { hasText: 'Lead time' });
    expect(await row.locator('td').allInnerTexts()).toEqual(['23.6\u00a0days', '5\u00a0days', '−18.6\u00a0days']);
  });

  it('changes a number and sees the bottleneck move, in the drawing, the numbers, the table and in words', async () => {
    const { tab, faults } = await open();
    await change(tab, 0, '55');
    await tab.waitForSelector(`${shape('weld-2')}.hot`);
    expect(
      await tab
        .locator(`${shape('assembly-1')} .v`)
        .first()
        .textContent(),
    ).toBe('55\u00a0s');
    expect(await tab.locator(`${shape('assembly-1')} .load`).textContent()).toBe('92% loaded');
    expect(await tab.locator('value-chain .strip').innerText()).toContain('920 a day');
    expect(await tab.locator('.control [type=range]').first().getAttribute('aria-valuetext')).toBe('55\u00a0s');
    await tab.waitForFunction(() => document.querySelector('.said')?.textContent !== '');
    expect(await tab.locator('.said').innerText()).toBe(
      'The bottleneck moves from Assembly 1 to Spot weld 2: capacity 960 a day, throughput 920 a day, limited by demand.',
    );
    await tab.locator('.more > summary').click();
    expect(
      await tab.locator('value-chain .tables tr', { hasText: 'Bottleneck' }).locator('td').first().innerText(),
    ).toBe('Spot weld 2');
    expect(faults).toEqual([]);
    await tab.getByRole('button', { name: 'Back to the numbers given' }).click();
    await tab.waitForSelector(`${shape('assembly-1')}.hot`);
    await addressed(tab, '');
  });

  it('sees times to scale follow, also by their logarithms, and finds them back', async () => {
    const { tab } = await open();
    const lengths = (): Promise<(string | null)[][]> =>
      tab
        .locator('value-chain svg.wide')
        .evaluate((svg) =>
          ['.working', '.works'].map((name) => [...svg.querySelectorAll(name)].map((one) => one.getAttribute('width'))),
        );
    const before = await lengths();
    await change(tab, 0, '40');
    await tab.waitForSelector(`${shape('weld-2')}.hot`);
    const [linear, log] = await lengths();
    expect(linear?.length).toBe(5);
    expect(log?.[3]).toBe(log?.[4]);
    expect(log).not.toEqual(before[1]);
    expect(await tab.locator('value-chain svg.wide .log').isVisible()).toBe(true);
    await tab.getByRole('button', { name: 'Back to the numbers given' }).click();
    await tab.waitForSelector(`${shape('assembly-1')}.hot`);
    const shorten = (all: (string | null)[][]): string[][] =>
      all.map((list) => list.map((width) => Number(width).toFixed(0)));
    expect(shorten(await lengths())).toEqual(shorten(before));
  });

  it('uses a second figure of the same chain like the first, and each by itself', async () => {
    const { tab, faults } = await open('', {}, 'en/resources-and-pace/');
    const second = tab.locator('value-chain').nth(1);
    await second.scrollIntoViewIfNeeded();
    await second.getByRole('button', { name: 'Copy link' }).waitFor();
    await second.getByRole('button', { name: 'Today' }).click();
    await second.locator('svg.wide a[data-activity="assembly-1"].hot').waitFor();
    await second.locator('.control [type=range]').first().fill('55');
    await second.locator('svg.wide a[data-activity="weld-2"].hot').waitFor();
    expect(await tab.locator('value-chain').first().locator('svg.wide a[data-activity="assembly-1"].hot').count()).toBe(
      1,
    );
    expect(faults).toEqual([]);
  });

  it('sees in the drawing what a change costs and leaves', async () => {
    const { tab } = await open('', {}, 'en/chains/technology-company/');
    const money = (): Promise<string> =>
      tab.locator('value-chain svg.wide').evaluate((svg) => svg.textContent.replace(/[^€0-9.,]+/gu, ' '));
    const before = await money();
    await tab.locator('.control [type=range]').first().press('End');
    const strip = tab.locator('value-chain .strip');
    await numbersWritten(tab);
    const margin = /€[\d,.]+/u.exec(await strip.innerText())?.[0] ?? 'none';
    expect(before).not.toContain(`${margin} `);
    expect(`${await money()} `).toContain(margin);
  });

  it('hears of a change only once they rest', async () => {
    const { tab } = await open();
    await change(tab, 0, '60');
    await tab.waitForFunction(() => document.querySelector('value-chain .control b')?.textContent.startsWith('60'));
    expect(await tab.locator('.said').textContent()).toBe('');
    await tab.waitForFunction(() => document.querySelector('.said')?.textContent !== '');
  });
});

describe('by keyboard, a reader', () => {
  it('walks along the flow, into and out of a whole, and to the ends', async () => {
    const { tab } = await open();
    await tab.locator(shape('stamping')).focus();
    await tab.keyboard.press('ArrowRight');
    expect(await focused(tab)).toBe('weld-1');
    await tab.keyboard.press('End');
    expect(await focused(tab)).toBe('assembly-2');
    await tab.keyboard.press('ArrowLeft');
    expect(await focused(tab)).toBe('assembly-1');
    await tab.keyboard.press('Home');
    expect(await focused(tab)).toBe('stamping');
    await tab.getByRole('button', { name: 'Parts and whole' }).click();
    await tab.waitForSelector('figure.chain[data-view=nested]');
    await tab.locator(shape('weld-1')).focus();
    await tab.keyboard.press('Shift+ArrowUp');
    expect(await focused(tab)).toBe('production');
    await tab.keyboard.press('Shift+ArrowDown');
    expect(await focused(tab)).toBe('stamping');
  });

  it('has one stop in the drawing', async () => {
    const { tab } = await open();
    expect(await tab.locator('value-chain svg.wide a[tabindex="0"]').count()).toBe(1);
    await tab.locator(shape('weld-1')).focus();
    await tab.keyboard.press('Tab');
    expect(await focused(tab)).toBeUndefined();
  });

  it('traces, steps, asks for help, finds, and clears', async () => {
    const { tab } = await open();
    await tab.locator(shape('stamping')).focus();
    await tab.keyboard.press('Space');
    await addressed(tab, '#acme-stamping.stamping');
    await tab.keyboard.press('.');
    expect(await focused(tab)).toBe('weld-1');
    await addressed(tab, '#acme-stamping.weld-1');
    await tab.keyboard.press(',');
    await addressed(tab, '#acme-stamping.stamping');
    await tab.keyboard.press('?');
    expect(await tab.locator('.chain-bar .help').isVisible()).toBe(true);
    await tab.keyboard.press('Escape');
    await addressed(tab, '');
    expect(await focused(tab)).toBe('stamping');
    await tab.keyboard.press('Escape');
    expect(await focused(tab)).toBeUndefined();
    await tab.locator(shape('stamping')).focus();
    await tab.keyboard.press('/');
    await tab.keyboard.type('assembly 2');
    await addressed(tab, '#acme-stamping.assembly-2');
  });

  it('changes the scenario and keeps their place, and follows the link of an activity', async () => {
    const { tab } = await open();
    await tab.locator(shape('stamping')).focus();
    await tab.keyboard.press('s');
    await tab.waitForSelector('figure.chain[data-scenario=future]');
    await tab.waitForFunction(() => (document.activeElement as SVGElement | null)?.dataset['activity'] === 'stamping');
    await tab.keyboard.press('Enter');
    await tab.waitForFunction(() => document.querySelector(':target')?.id === 'acme-stamping.stamping');
  });

  it('changes a number with the arrow keys of the slider', async () => {
    const { tab } = await open();
    await tab.locator('.control [type=range]').first().focus();
    await tab.keyboard.press('ArrowLeft');
    await tab.waitForFunction(() => location.hash.includes('61s'));
  });
});

describe('a link to a state', () => {
  const hash = '#acme-stamping.weld-2~view=stream~scenario=today~weld-2.process.uptime=90%25';

  it('is restored in a fresh page', async () => {
    const { tab } = await open(hash);
    await tab.waitForFunction(
      () => document.querySelector('svg.wide a[data-activity="weld-2"] .load')?.textContent === '85% loaded',
    );
    expect(await tab.locator(shape('weld-2')).getAttribute('class')).toContain('sel');
    await change(tab, 0, '60');
    await tab.waitForFunction(() => location.hash.includes('60s'));
    const link = await hashOf(tab);
    expect(link).toBe('#acme-stamping.weld-2~assembly-1.process.cycleTime=60s~weld-2.process.uptime=90%25');
    const { tab: fresh } = await open(link);
    await fresh.waitForFunction(
      () => document.querySelector('svg.wide a[data-activity="assembly-1"] .v')?.textContent === '60\u00a0s',
    );
    expect(await fresh.locator('value-chain figure > svg.wide').innerHTML()).toBe(
      await tab.locator('value-chain figure > svg.wide').innerHTML(),
    );
  });

  it('leaves out what means nothing here, brings values into their range, and says both', async () => {
    const { tab } = await open('#acme-stamping.nobody~view=cubist~weld-2.process.uptime=20%25~a.b=1');
    await tab.waitForFunction(() => document.querySelector('.notice')?.textContent !== '');
    const notice = await tab.locator('.notice').innerText();
    for (const part of ['nobody', 'view=cubist', 'a.b=1', 'weld-2.process.uptime']) expect(notice).toContain(part);
    expect(await tab.locator('.control [type=number]').nth(1).inputValue()).toBe('60');
  });
});

describe('what is computed in the browser', () => {
  it('is bit for bit what is computed by the build', async () => {
    const folder = await readFolder(join(projectRoot, 'content'));
    const file = folder.files.get('chains/acme-stamping.yaml');
    const yaml = readYaml(new TextDecoder().decode(file?.bytes()), 'acme-stamping.yaml');
    const { chain } = parseChain(yaml.value, {
      file: 'x.yaml',
      id: 'acme-stamping',
      languages: [],
      placeOf: () => undefined,
    });
    if (chain === undefined) throw new Error('The sample cannot be read.');
    const { tab } = await open('#acme-stamping~assembly-1.process.cycleTime=57s~weld-2.process.uptime=73%25');
    await tab.waitForFunction(
      () => document.querySelector('svg.wide a[data-activity="assembly-1"] .v')?.textContent === '57\u00a0s',
    );
    const set = { 'assembly-1.process.cycleTime': '57 s', 'weld-2.process.uptime': '73 %' };
    const result = await tab.evaluate(async () => {
      const chainElement = document.querySelector('value-chain') as unknown as { computed: () => Promise<unknown> };
      return JSON.stringify(await chainElement.computed());
    });
    const { faults, ...numbers } = compute(chain, { scenario: 'today', set });
    expect(faults.map(({ severity }) => severity)).not.toContain('error');
    expect(result).toBe(JSON.stringify(numbers));
  });
});

describe('without JavaScript', () => {
  it('the figure is a picture with text, a plain link marks its activity, and choices lead to the chain’s page', async () => {
    const { tab } = await open('#acme-stamping.weld-2', { javaScriptEnabled: false });
    expect(await tab.locator('value-chain svg.wide').isVisible()).toBe(true);
    expect(await tab.locator('.what-if').isVisible()).toBe(false);
    const width = (id: string): Promise<string> =>
      tab.locator(`${shape(id)} .box`).evaluate((box) => getComputedStyle(box).strokeWidth);
    expect(await width('weld-2')).not.toBe(await width('weld-1'));
    await tab.getByRole('link', { name: 'Future', exact: true }).click();
    expect(new URL(tab.url()).hash).toBe('#stream.future');
    expect(await tab.locator(':target img').isVisible()).toBe(true);
  });
});

describe('without the words of its script', () => {
  it('the figure stays a picture with text and links', async () => {
    const { tab } = await listen(site);
    await tab.route('**/*.words.json', (route) => route.abort());
    const [failed] = await Promise.all([
      tab.waitForEvent('requestfailed', (request) => request.url().endsWith('/en/chains/acme-stamping.words.json')),
      tab.goto(new URL(page, site.url).href),
    ]);
    expect(failed.method()).toBe('GET');
    expect(await tab.locator('.chain-bar .switch a').count()).toBeGreaterThan(2);
    expect(await tab.locator('.chain-bar button').count()).toBe(0);
  });
});

describe('for every reader', () => {
  it('what is selected differs in forced colours by more than colour', async () => {
    const { tab } = await open('#acme-stamping.weld-2', { forcedColors: 'active' });
    await tab.waitForSelector(`${shape('weld-2')}.sel`);
    const width = (id: string): Promise<string> =>
      tab.locator(`${shape(id)} .box`).evaluate((box) => getComputedStyle(box).strokeWidth);
    expect(new Set([await width('weld-2'), await width('stamping'), await width('assembly-1')]).size).toBeGreaterThan(
      1,
    );
    expect(await width('weld-2')).toBe('5px');
  });

  it('nothing moves by itself where motion is to be reduced', async () => {
    const { tab } = await open('', { reducedMotion: 'reduce' });
    await tab.locator(`${shape('weld-2')} .box`).click();
    expect(
      await tab.evaluate(() => document.querySelector('value-chain')?.getAnimations({ subtree: true }).length),
    ).toBe(0);
  });

  it('print shows the picture and its words, and nothing that has to be touched', async () => {
    const { tab } = await open();
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('value-chain svg.wide').isVisible()).toBe(true);
    expect(await tab.locator('.chain-bar').isVisible()).toBe(false);
    expect(await tab.locator('.what-if').isVisible()).toBe(false);
  });

  it.each(['sv/vardekedjor/acme-stamping/', 'fr/chaines-de-valeur/acme-stamping/'])(
    '%s speaks its language on a phone',
    async (path) => {
      const { tab, faults } = await open('', { viewport: { width: 360, height: 740 } }, path);
      await tab.locator('value-chain svg.narrow a[data-activity="weld-2"] .box').click();
      await change(tab, 0, '55');
      await tab.waitForFunction(() => document.querySelector('.said')?.textContent !== '');
      expect(await tab.locator('.said').innerText()).not.toMatch(/bottleneck/iu);
      expect(await tab.locator('svg.narrow a[data-activity="assembly-1"]').textContent()).toMatch(/55\u00a0s/u);
      expect(
        await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      expect(faults).toEqual([]);
    },
  );
});

describe('search', () => {
  it('finds an activity and lands on it, selected', async () => {
    const { tab } = await listen(site);
    await tab.goto(new URL('en/search/?q=Spot+weld+2', site.url).href);
    await tab.locator('main a[href$="#acme-stamping.weld-2"]').first().click();
    await tab.waitForSelector(`${shape('weld-2')}.sel`);
  });
});

describe('axe finds nothing', () => {
  it.each([
    '',
    '#acme-stamping.weld-2',
    '#acme-stamping~scenario=future',
    '#acme-stamping~scenario=*',
    '#acme-stamping~assembly-1.process.cycleTime=55s',
  ])('in the state “%s”', async (hash) => {
    const { tab } = await open(hash, { bypassCSP: true });
    await tab.waitForTimeout(900);
    await tab.evaluate(axeSource);
    const found = await tab.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run({ resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    });
    expect(found).toEqual([]);
  });
});

describe('the script', () => {
  it('is not on pages without a diagram, comes when a diagram comes near, and weighs little', async () => {
    const { tab } = await listen(site);
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await tab.goto(new URL('en/archive/', site.url).href);
    expect(asked.filter((path) => /LiveChains|element|what-if/u.test(path))).toEqual([]);
    await tab.goto(new URL(page, site.url).href);
    await tab.waitForSelector('value-chain[data-ready]');
    const weigh = (pattern: RegExp): number =>
      [...new Set(asked)]
        .filter((path) => pattern.test(path))
        .reduce((sum, path) => sum + gzipSync(readFileSync(join(out, path)), { level: 9 }).length, 0);
    expect(weigh(/LiveChains|element|preload/u)).toBeGreaterThan(1000);
    expect(weigh(/LiveChains|element|preload/u)).toBeLessThanOrEqual(9_000);
    expect(asked.filter((path) => path.includes('what-if'))).toEqual([]);
    await change(tab, 0, '55');
    await tab.waitForSelector(`${shape('weld-2')}.hot`);
    // Half of it is the engine.
    expect(weigh(/what-if/u)).toBeLessThanOrEqual(10_000);
  });
});

describe('a page with two diagrams', () => {
  it.each(['en/resources-and-pace/', 'sv/vilken-takt-haller-det/', 'fr/quelle-cadence/'])(
    'takes at most 24 kB of HTML and styles: %s',
    (route) => {
      const html = readFileSync(join(out, route, 'index.html'));
      const sheets = [...html.toString().matchAll(/<link rel="stylesheet" href="\/([^"]+)"/gu)].map(([, path]) => path);
      expect(html.toString().match(/<value-chain/gu)).toHaveLength(2);
      expect(sheets.length).toBeGreaterThan(1);
      const files = [html, ...sheets.map((path) => readFileSync(join(out, path ?? '')))];
      const weight = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
      expect(weight).toBeLessThanOrEqual(24_000);
    },
  );
});
