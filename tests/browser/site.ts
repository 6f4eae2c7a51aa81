import { join } from 'node:path';
import { chromium, type Browser, type Page as Tab } from 'playwright-core';
import { buildSite } from '../../src/build/build.ts';
import { understand } from '../../src/build/understanding.ts';
import { readFolder } from '../../src/build/folder.ts';
import { silence } from '../../src/build/progress.ts';
import { projectRoot } from '../../src/build/project.ts';
import { browserArguments, findBrowser } from '../../src/cli/browser.ts';
import { serveFolder } from '../../src/cli/serve.ts';
import type { Library } from '../../src/core/library/library.ts';

/** A built site, served, with a browser in front of it. */
export interface OpenSite {
  /** Address of the front page, with a slash at the end. */
  readonly url: string;
  readonly library: Library;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** What a page said while it was looked at: faults of the console, of scripts and of the policy. */
export interface Listened {
  readonly tab: Tab;
  readonly faults: string[];
}

const now = new Date('2026-11-23T12:00:00Z');

/** Builds the sample content, serves it and starts a browser. The build is warm when nothing has changed. */
export async function openSampleSite(): Promise<OpenSite> {
  const content = join(projectRoot, 'content');
  const out = join(projectRoot, '.cache', 'test-site');
  const result = await buildSite({ content, out, now });
  if (!result.ok) throw new Error(result.problems.map(({ file, message }) => `${file ?? ''}: ${message}`).join('\n'));
  const { library } = await understand({ content, out, now }, await readFolder(content), silence);
  if (library === undefined) throw new Error('The sample content cannot be read.');
  const server = await serveFolder({ folder: out, base: library.knowledge.urls.base, port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments() });
  return {
    url: server.url,
    library,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens a tab that remembers every fault it hears of. */
export async function listen(site: OpenSite, options: Parameters<Browser['newContext']>[0] = {}): Promise<Listened> {
  const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const tab = await context.newPage();
  const faults: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  tab.on('pageerror', (fault) => faults.push(fault.message));
  tab.on('request', (request) => {
    if (!request.url().startsWith(new URL(site.url).origin) && !request.url().startsWith('data:'))
      faults.push(`asked ${request.url()}`);
  });
  return { tab, faults };
}
