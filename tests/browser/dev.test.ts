import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { chromium, type Browser, type Page as Tab, type ConsoleMessage } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/build/project.ts';
import { browserArguments, findBrowser } from '../../src/cli/browser.ts';
import { essay, picture, siteYaml, tinySite } from '../sites/content.ts';
import { makeFolder, now } from '../sites/folder.ts';

describe('a site while it is written', () => {
  const folder = makeFolder({
    ...tinySite,
    'site.yaml': siteYaml({ address: 'https://tiny.example/läsa/' }),
    'essays/draft/en.mdx': essay('Unfinished', 'Half a thought.', { draft: 'true' }),
    'essays/own/en.mdx': essay('Own', 'import A from "./A.tsx";\n\n<A />'),
    'essays/own/A.tsx': 'export default () => <b>first</b>;\n',
    'public/tour.mp4': '0123456789',
  });
  let server: { readonly process: ChildProcess; readonly url: string };
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    server = await startServer(folder.content);
    browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments() });
    tab = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    server.process.kill('SIGINT');
    await new Promise((ended) => server.process.once('exit', ended));
    folder.dispose();
  });

  /** Opens a page in a tab of its own, which nothing that happened before tells to load again; it then hears of edits. */
  const open = async (route: string, tries = 4): Promise<void> => {
    const before = tab;
    tab = await browser.newPage();
    await before.close();
    const says = {
      predicate: (message: ConsoleMessage) => message.text().includes('[vite] connected'),
      timeout: 15_000,
    };
    const hears = tab.waitForEvent('console', says).then(
      () => true,
      () => false,
    );
    const fault = await tab.goto(server.url + route, { timeout: 10_000 }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (fault === undefined && (await hears)) return;
    if (tries === 1) throw new Error('The page is not connected.', { cause: fault });
    await open(route, tries - 1);
  };
  /** Sees in the end what is asked for; a page that is just loading again is asked later. */
  const sees = (what: string | RegExp): Promise<void> =>
    expect
      .poll(
        () =>
          tab
            .locator('body')
            .innerText()
            .catch(() => ''),
        { timeout: 60_000 },
      )
      .toMatch(what);
  const complains = (what: RegExp): Promise<void> =>
    expect
      .poll(
        () =>
          tab
            .evaluate(() => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? '')
            .catch(() => ''),
        { timeout: 60_000 },
      )
      .toMatch(what);
  const isCalm = (): Promise<void> =>
    expect
      .poll(
        () =>
          tab
            .locator('vite-error-overlay')
            .count()
            .catch(() => 1),
        { timeout: 60_000 },
      )
      .toBe(0);

  it('lies at its path, whatever letters that has, with its drafts, feeds and search', async () => {
    expect(new URL(server.url).pathname).toBe('/l%C3%A4sa/');
    await open('en/draft/');
    await sees('Half a thought.');
    const feed = await fetch(`${server.url}en/feed.xml`);
    expect([feed.status, await feed.text()]).toEqual([200, expect.stringContaining('<title>Second</title>')]);
    expect((await fetch(`${server.url}pagefind/en/pagefind.js`)).status).toBe(200);
  });

  it('gives nothing away that is not of the site', async () => {
    for (const path of ['/pagefind/../../../../../../etc/passwd', '/pagefind/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd']) {
      const { host } = new URL(server.url);
      const answer = await new Promise<number | undefined>((resolve, reject) => {
        // Unlike `fetch`, it asks for a path as it is written.
        request(
          { host: host.split(':')[0], port: host.split(':')[1], path, headers: { accept: '*/*' } },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        )
          .on('error', reject)
          .end();
      });
      expect(answer, path).not.toBe(200);
    }
  });

  it('plays films from any place', async () => {
    const part = await fetch(`${server.url}tour.mp4`, { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.headers.get('content-type'), await part.text()]).toEqual([206, 'video/mp4', '234']);
  });

  it('shows an edit, tells of a fault over the last good page, and forgets it when it is mended', async () => {
    await open('en/second/');
    folder.write({ 'essays/second/en.mdx': essay('Second', 'Other words.', { tags: '[flow]' }) });
    await sees('Other words.');
    folder.write({ 'essays/second/en.mdx': essay('Second', '<Figur />\n\n[x](../nope/)', { tags: '[flow]' }) });
    await complains(/second\/en\.mdx:8:1\s+There is no component <Figur>[^]*no essay “nope”/);
    await open('en/second/');
    await sees('Other words.');
    folder.write({ 'essays/second/en.mdx': essay('Second', 'Mended.', { tags: '[flow]' }) });
    await sees('Mended.');
    await isCalm();
  });

  it('keeps the last good page when only an image turns out to be damaged inside', async () => {
    await open('en/second/');
    folder.write({
      'essays/second/en.mdx': essay('Second', 'Never shown. ![An image](torn.png)', { tags: '[flow]' }),
      'essays/second/torn.png': (await picture('#b93a0e')).fill(0, 100, 135),
    });
    await complains(/torn\.png/);
    await open('en/second/');
    await sees('Mended.');
    folder.write({ 'essays/second/en.mdx': essay('Second', 'Mended.'), 'essays/second/torn.png': undefined });
    await isCalm();
  });

  it('goes on after a reading that has failed', async () => {
    await open('en/first/');
    const sealed = join(folder.content, 'essays/first/sealed.yaml');
    makeUnreadable(sealed);
    folder.write({ 'essays/first/en.mdx': essay('First', 'Not to be read.') });
    await complains(/cannot be read/);
    rmSync(sealed);
    folder.write({ 'essays/first/en.mdx': essay('First', 'Read all the same.') });
    await sees('Read all the same.');
  });

  it('follows code, renamed folders and what is deleted', async () => {
    await open('en/own/');
    await sees('first');
    folder.write({ 'essays/own/A.tsx': 'export default () => <b>second</b>;\n' });
    await sees('second');
    folder.rename('essays/own', 'essays/renamed');
    await expect.poll(async () => (await fetch(`${server.url}en/renamed/`)).status, { timeout: 60_000 }).toBe(200);
    expect((await fetch(`${server.url}en/own/`)).status).toBe(404);
    folder.write({ 'essays/renamed': undefined });
    await open('en/');
    await expect
      .poll(
        () =>
          tab
            .locator('main')
            .innerText()
            .catch(() => 'Own'),
        { timeout: 60_000 },
      )
      .not.toContain('Own');
  });
});

/** A file whose reading fails. Who may read everything is given one of the system's that nobody can. */
function makeUnreadable(file: string): void {
  if (process.getuid?.() === 0) symlinkSync('/proc/self/mem', file);
  else {
    writeFileSync(file, '');
    chmodSync(file, 0);
  }
}

/** The command as authors give it. A process of its own: within a test Astro serves no pages. */
async function startServer(content: string): Promise<{ process: ChildProcess; url: string }> {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|TEST$)/.test(name));
  const env = { ...Object.fromEntries(own), PORT: '4391', THROUGHLINE_NOW: now.toISOString() };
  const child = spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), 'dev', '--content', content], { env });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (data) => {
      said += String(data);
      const address = /http:\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => {
      reject(new Error(said));
    });
  });
  return { process: child, url };
}
