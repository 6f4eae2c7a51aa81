import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page as Tab } from 'playwright-core';
import { parse } from 'yaml';
import { buildSite } from '../../src/build/build.ts';
import { projectRoot } from '../../src/build/project.ts';
import { serveFolder } from '../../src/cli/serve.ts';
import { listen, openSampleSite, type OpenSite } from './site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
});

const languages = ['en', 'sv', 'fr'];

/** The search page of a language, with the question in its address. */
async function ask(tab: Tab, lang: string, query = '', more = ''): Promise<void> {
  const page = site.library.pages.find((one) => one.kind === 'search' && one.lang === lang);
  const question = query === '' ? '' : `?q=${encodeURIComponent(query)}${more}`;
  await tab.goto(new URL(`${page?.route ?? ''}${question}`, site.url).href, { waitUntil: 'load' });
  if (query !== '') await answered(tab, query);
}

async function answered(tab: Tab, query: string): Promise<void> {
  await tab.waitForFunction((text) => document.querySelector('.search-status')?.textContent.includes(text), query);
  await tab.waitForTimeout(50);
}

/** Route of a document. @param id `essays/look-up` */
function routeOf(id: string, lang: string): string {
  const { documents, route } = site.library.knowledge;
  const document = documents.find(({ file }) => file === `${id}/${lang}.mdx`);
  if (document === undefined) throw new Error(`There is no ${id} in ${lang}.`);
  return route(document);
}

async function resultsOf(tab: Tab): Promise<string[]> {
  const links = await tab
    .locator('.search-answer > .results > li > h2 a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  return links.map((href) => (href ?? '').replace(/^\//, ''));
}

describe.each(languages)('what readers type in %s', (lang) => {
  const file = new URL(`search/queries.${lang}.yaml`, import.meta.url);
  const queries = parse(readFileSync(file, 'utf8')) as Record<string, string>;

  it('finds the page that must come first', async () => {
    const { tab, faults } = await listen(site);
    await ask(tab, lang);
    const misses: string[] = [];
    let sum = 0;
    for (const [query, id] of Object.entries(queries)) {
      await tab.locator('.search-form input').fill(query);
      await answered(tab, query);
      const wanted = routeOf(id, lang);
      await tab
        .locator('.results li')
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => undefined);
      const rank = (await resultsOf(tab)).indexOf(wanted) + 1;
      sum += rank === 0 ? 0 : 1 / rank;
      if (rank !== 1) misses.push(`${query}: ${id} is ${rank === 0 ? 'not found' : `number ${rank}`}`);
    }
    const count = Object.keys(queries).length;
    console.log(`Search in ${lang}: MRR ${(sum / count).toFixed(3)} over ${count} queries`);
    expect(misses).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('the search page', () => {
  it('loads nothing of the search before the reader asks', async () => {
    const { tab } = await listen(site);
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    await ask(tab, 'sv');
    await tab.waitForTimeout(700);
    expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await tab.locator('.search-form input').fill('kedja');
    await answered(tab, 'kedja');
    expect(asked.filter((url) => url.includes('/pagefind/')).length).toBeGreaterThan(3);
  });

  it('marks the whole compound that a part was found in, and shows no other mark', async () => {
    const { tab } = await listen(site);
    await ask(tab, 'sv', 'kedja');
    await tab.locator('.results mark').first().waitFor();
    const marks = await tab.locator('.results mark').allTextContents();
    expect(marks.map((mark) => mark.toLowerCase())).toContain('värdekedja');
    expect(await tab.locator('.search').textContent()).not.toContain('^');
  });

  it('leads to the sections that say it', async () => {
    const { tab } = await listen(site);
    await ask(tab, 'sv', 'kedja');
    const links = tab.locator('.results .list a');
    await links.first().waitFor();
    const href = await links.first().getAttribute('href');
    expect(href).toMatch(/^\/sv\/.+\/#.+/);
    await links.first().click();
    await tab.waitForURL(`**${href ?? ''}`);
    expect(await tab.locator(':target').count()).toBe(1);
  });

  it.each([
    ['sv', 'värdkedja', 'värdekedja'],
    ['sv', 'flasskhals', 'flaskhals'],
    ['en', 'bottelneck', 'bottleneck'],
    ['fr', 'fidelitte', 'fidélité'],
  ])('offers in %s for %s: %s', async (lang, typed, meant) => {
    const { tab } = await listen(site);
    await ask(tab, lang, typed);
    const offer = tab.locator('.search-meant a');
    await offer.waitFor();
    expect(await offer.textContent()).toBe(meant);
    await offer.click();
    await answered(tab, meant);
    expect((await resultsOf(tab)).length).toBeGreaterThan(0);
    expect(await tab.locator('.search-form input').inputValue()).toBe(meant);
  });

  it('offers nothing for a word that it knows', async () => {
    const { tab } = await listen(site);
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    await ask(tab, 'sv', 'porter');
    await tab.locator('.search-others summary').first().waitFor();
    expect(await tab.locator('.search-meant').textContent()).toBe('');
    expect(asked.filter((url) => url.endsWith('words.txt'))).toEqual([]);
  });

  it('finds nothing for a word of which texts have only the first letters', async () => {
    const { tab } = await listen(site);
    await ask(tab, 'fr', 'coeur');
    expect(await tab.locator('.results li').count()).toBe(0);
    await tab.locator('.search-form input').fill('coeur de porter');
    await answered(tab, 'coeur de porter');
    await tab.locator('.results li').first().waitFor();
  });

  it('lets go of a choice also when hardly anything has all the words', async () => {
    const { tab } = await listen(site);
    await ask(tab, 'sv', 'porter kanban ångmaskin', '&tag=Strategi');
    await tab.locator('.search-filters').evaluate((box: HTMLDetailsElement) => (box.open = true));
    expect(await tab.locator('.search-filters summary .count').textContent()).toBe('1');
    expect(await tab.locator('[data-facet=tag] input:checked + span + .count').textContent()).toBe('');
    await tab.locator('.search-clear').click();
    await tab.waitForFunction(() => !location.search.includes('tag='));
  });

  it('says that it is the choices that leave nothing, and takes them back', async () => {
    const { tab } = await listen(site);
    await tab.goto(new URL('en/search/?q=chasm&year=1900', site.url).href);
    await expect.poll(() => tab.locator('.search-status').textContent()).toContain('With these choices');
    await tab.locator('.search-meant button').click();
    await tab.locator('.results li').first().waitFor();
    expect(new URL(tab.url()).search).toBe('?q=chasm');
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  it('leaves the cursor in the field when what is typed is the name of a choice', async () => {
    const { tab } = await listen(site, { viewport: { width: 1440, height: 900 } });
    await ask(tab, 'sv', 'porter');
    await tab.locator('[data-facet=tag] input[value=Strategi]').waitFor();
    await tab.locator('.search-form input').fill('strategi');
    await tab.locator('.search-form input').fill('Strategi');
    await answered(tab, 'Strategi');
    await tab.locator('[data-facet=tag] input[value=Strategi]').waitFor();
    await tab.waitForTimeout(300);
    expect(await tab.evaluate(() => document.activeElement?.closest('.search-form') !== null)).toBe(true);
  });

  it('is narrowed by tags and years: any of one kind, both kinds together', async () => {
    const { tab } = await listen(site);
    await ask(tab, 'en', 'work');
    await tab.locator('[data-facet=tag] input').first().waitFor();
    const all = await countOf(tab);
    const tags = tab.locator('[data-facet=tag] label');
    const first = await choose(tab, tags.nth(0));
    expect(await countOf(tab)).toBe(first);
    const both = await chooseMore(tab, tags.nth(1));
    expect(both).toBeGreaterThanOrEqual(first);
    expect(both).toBeLessThanOrEqual(all);
    const year = await choose(tab, tab.locator('[data-facet=year] label').first());
    expect(await countOf(tab)).toBe(year);
    expect(new URL(tab.url()).searchParams.getAll('tag')).toHaveLength(2);
    await tab.reload();
    await answered(tab, 'work');
    expect(await countOf(tab)).toBe(year);
    await tab.locator('.search-clear').click();
    await tab.waitForFunction(
      (count) => document.querySelector('.search-status')?.textContent.startsWith(count),
      String(all),
    );
    expect(new URL(tab.url()).searchParams.getAll('tag')).toHaveLength(0);
  });

  it('says after its own results what other languages have found', async () => {
    const { tab } = await listen(site);
    await ask(tab, 'fr', 'Porter');
    const line = tab.locator('.search-others details').first();
    await line.waitFor();
    expect(await line.locator('summary').textContent()).toMatch(/^En anglais \(\d+\)$/);
    await line.locator('summary').click();
    await line.locator('h2 a').first().waitFor();
    expect(await line.locator('h2 a').first().getAttribute('href')).toMatch(/^\/en\//);
    expect(await line.locator('ol').getAttribute('lang')).toBe('en');
  });

  it('works by keyboard alone, from any page', async () => {
    const { tab } = await listen(site);
    await tab.goto(new URL(routeOf('essays/look-up', 'sv'), site.url).href);
    await tab.keyboard.press('/');
    await tab.waitForURL('**/sv/sok/');
    await tab.keyboard.type('kedja');
    await answered(tab, 'kedja');
    await tab.locator('.results li').nth(2).waitFor();
    await tab.keyboard.press('ArrowDown');
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/sv/begrepp/vardekedja/');
    await tab.keyboard.press('Escape');
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/sv/begrepp/vardekedja/');
    await tab.goBack();
    await answered(tab, 'kedja');
    await tab.keyboard.press('Control+k');
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  it.each([
    ['en', 'production'],
    ['sv', 'produktion'],
    ['fr', 'production'],
  ])('tells a screen reader in %s what was found, and when nothing was', async (lang, word) => {
    const { tab } = await listen(site);
    await ask(tab, lang, word);
    const status = tab.locator('.search-status[role=status]');
    expect(await status.textContent()).toMatch(/\d/);
    await tab.locator('.search-form input').fill('qqqqqq');
    await answered(tab, 'qqqqqq');
    expect(await status.textContent()).toContain('qqqqqq');
    expect(await tab.locator('.results li').count()).toBe(0);
  });
});

describe.each(['light', 'dark'] as const)('results in %s', (colorScheme) => {
  it.each([360, 1440])('have nothing that axe finds, and do not scroll sideways, %i pixels wide', async (width) => {
    const { tab } = await listen(site, { colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
    await ask(tab, 'sv', 'porterr', '&tag=Strategi');
    await tab.locator('.search-meant a').waitFor();
    await tab.locator('.search-filters').evaluate((box: HTMLDetailsElement) => (box.open = true));
    expect(await tab.locator('.search-filters summary .count').textContent()).toBe('1');
    await tab.locator('.search-others summary').first().click();
    await tab.locator('.search-others h2').first().waitFor();
    await tab.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await tab.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

describe('a reader who saves data', () => {
  it('gets links to the search of other languages instead of their indexes', async () => {
    const { tab } = await listen(site);
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    await tab.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await ask(tab, 'sv', 'kedja');
    const links = tab.locator('.search-others a');
    await links.first().waitFor();
    expect(await links.first().getAttribute('href')).toBe('/en/search/?q=kedja');
    expect(asked.filter((url) => url.includes('/pagefind/en/'))).toEqual([]);
  });
});

describe('a site that lies in a folder, with a language that has nothing yet', () => {
  it('finds pages with the folder in their address, and says where there is no index', async () => {
    const { url, close } = await smallSite();
    const { tab, faults } = await listen({ ...site, url });
    try {
      await tab.goto(`${url}sv/sok/?q=coeur`);
      await tab.locator('.results h2 a').first().waitFor();
      expect(await resultsOf(tab)).toEqual(['blog/sv/a/']);
      await tab.locator('.results h2 a').first().click();
      await tab.waitForURL(`${url}sv/a/`);
      await tab.goto(`${url}en/search/`);
      expect(await tab.locator('main p').textContent()).toBe('There is no search index in English.');
      expect(await tab.locator('.search-elsewhere a').getAttribute('href')).toBe('/blog/sv/sok/');
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });
});

async function smallSite(): Promise<{ url: string; close: () => Promise<void> }> {
  const content = join(projectRoot, '.cache', 'test-search-content');
  const out = join(projectRoot, '.cache', 'test-search-site');
  await mkdir(join(content, 'essays', 'a'), { recursive: true });
  const setting = { schema: 'site/1', title: 'S', description: 'S', address: 'https://example.org/blog/' };
  await writeFile(
    join(content, 'site.yaml'),
    JSON.stringify({ ...setting, languages: ['en', 'sv'], identity: 'example.org,2020' }),
  );
  await writeFile(
    join(content, 'essays', 'a', 'sv.mdx'),
    '---\ntitle: Ett\ndescription: Två.\ndate: 2024-05-03\n---\n\nEtt cœur.\n',
  );
  const result = await buildSite({ content, out, now: new Date('2026-11-23T12:00:00Z') });
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return serveFolder({ folder: out, base: '/blog/', port: 0, host: '127.0.0.1' });
}

async function countOf(tab: Tab): Promise<number> {
  return Number.parseInt((await tab.locator('.search-status').textContent()) ?? '', 10);
}

/** Chooses a value; gives the count that stood beside it, once that many results are there. */
async function choose(tab: Tab, label: ReturnType<Tab['locator']>): Promise<number> {
  const count = Number.parseInt((await label.locator('.count').textContent()) ?? '', 10);
  await label.click();
  await tab.waitForFunction(
    (wanted) => Number.parseInt(document.querySelector('.search-status')?.textContent ?? '', 10) === wanted,
    count,
  );
  return count;
}

async function chooseMore(tab: Tab, label: ReturnType<Tab['locator']>): Promise<number> {
  await label.click();
  await tab.waitForFunction(() => new URL(location.href).searchParams.getAll('tag').length === 2);
  await tab.waitForTimeout(300);
  return countOf(tab);
}
