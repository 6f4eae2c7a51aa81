import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, openSampleSite, type OpenSite } from './site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
});

it.each(['pagefind.js', 'pagefind-entry.json', 'wasm.*', 'index/*', 'fragment/*'])(
  'the search says so when %s does not come, and finds when it comes after all',
  async (file) => {
    const { tab } = await listen(site);
    const files = `**/pagefind/sv/${file}`;
    await tab.route(files, (one) => one.abort());
    await tab.goto(new URL('sv/sok/', site.url).href);
    await tab.locator('.search-form input').fill('kedja');
    await tab.locator('.search-status', { hasText: 'Sökningen gick inte att ladda' }).waitFor();
    expect(await tab.locator('.results li').count()).toBe(0);
    await tab.unroute(files);
    await tab.locator('.search-form button').click();
    await tab.locator('.results li').first().waitFor();
    expect(await tab.locator('.search-status').textContent()).toMatch(/\d/);
  },
);

it('a language that could not be searched beside the own one is searched with the next question', async () => {
  const { tab } = await listen(site);
  const files = '**/pagefind/en/pagefind.js';
  await tab.route(files, (one) => one.abort());
  await tab.goto(new URL('sv/sok/?q=Porter', site.url).href);
  await tab.locator('.search-others summary', { hasText: 'franska' }).waitFor();
  expect(await tab.locator('.search-others summary', { hasText: 'engelska' }).count()).toBe(0);
  await tab.unroute(files);
  await tab.locator('.search-form button').click();
  await tab.locator('.search-others summary', { hasText: 'engelska' }).waitFor();
});
