import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { buildSite } from '../../src/build/build.ts';
import { understand } from '../../src/build/understanding.ts';
import { readFolder } from '../../src/build/folder.ts';
import { silence } from '../../src/build/progress.ts';
import { projectRoot } from '../../src/build/project.ts';
import { browserArguments, findBrowser } from '../../src/cli/browser.ts';
import { serveFolder } from '../../src/cli/serve.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { Page } from '../../src/core/library/page.ts';
import { outputFile } from '../../src/core/route/table.ts';
import { isFull, judgePages, verdictTable } from './lighthouse.ts';
import { answerTable, touchFigure } from './touch.ts';

/** What a page asks for when it is read to its end, in bytes as a server sends them (gzip). */
export interface Weight {
  /** Kind of page; essays with a diagram are a kind of their own. */
  readonly kind: string;
  readonly route: string;
  readonly html: number;
  readonly css: number;
  /** With the styles that a script brings. */
  readonly script: number;
  readonly font: number;
  readonly image: number;
  readonly other: number;
  readonly requests: number;
}

type Part = 'html' | 'css' | 'script' | 'font' | 'image' | 'other';

/** The most that pages may weigh, in bytes. */
const budgets: Readonly<Record<string, { readonly text: number; readonly script: number; readonly font: number }>> = {
  essay: { text: 14_000, script: 1_000, font: 150_000 },
  'essay with a diagram': { text: 24_000, script: 20_000, font: 150_000 },
  chain: { text: 24_000, script: 20_000, font: 150_000 },
};

const parts: Readonly<Record<string, Part>> = {
  '.html': 'html',
  '.css': 'css',
  '.js': 'script',
  '.mjs': 'script',
  '.woff2': 'font',
  '.svg': 'image',
  '.webp': 'image',
  '.png': 'image',
  '.jpg': 'image',
  '.ico': 'image',
};
const packed = new Set(['.woff2', '.webp', '.png', '.jpg', '.ico']);

/**
 * Builds a folder, opens the heaviest page of each kind in Chromium, prints what it asks for and what Lighthouse says of it;
 * and how fast a long chain's figure answers, which depends on the machine and fails nothing.
 * @returns the exit code: 1 when a page is over its budget or has less than 100 points in anything
 */
export async function weighSite(content: string): Promise<number> {
  const out = join(projectRoot, '.cache/bench/page-site');
  const now = new Date();
  const built = await buildSite({ content, out, now });
  const { library } = await understand({ content, out, now }, await readFolder(content), silence);
  if (!built.ok || library === undefined) throw new Error('The folder has faults: run throughline check.');
  const server = await serveFolder({ folder: out, base: library.knowledge.urls.base, port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments() });
  const pages = await heaviest(library, out);
  const weights: Weight[] = [];
  for (const [kind, page] of pages) weights.push(await weigh(browser, server.url, out, kind, page));
  await browser.close();
  const verdicts = await judgePages(pages, server.url);
  await server.close();
  const judged =
    typeof verdicts === 'string' ? `Lighthouse does not take part: ${verdicts}.\n` : verdictTable(verdicts);
  const answers = await touchFigure();
  const text = `${weightTable(weights)}\n${judged}\n${answerTable(answers)}`;
  const place = join(projectRoot, '.cache/bench');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'page.json'), `${JSON.stringify({ weights, verdicts, answers }, undefined, 2)}\n`);
  await writeFile(join(place, 'page.md'), text);
  process.stdout.write(`${text}\nAlso in ${place}: page.md, page.json\n`);
  const isLacking = typeof verdicts !== 'string' && !verdicts.every(isFull);
  return isLacking || weights.some((weight) => excess(weight).length > 0) ? 1 : 0;
}

/** Weights as a Markdown table, with what is over its budget. */
export function weightTable(weights: readonly Weight[]): string {
  const names: readonly Part[] = ['html', 'css', 'script', 'font', 'image', 'other'];
  const head = ['kind', 'page', ...names, 'requests', 'over budget'];
  const rows = weights.map((weight) => [
    weight.kind,
    `/${weight.route}`,
    ...names.map((name) => kilobytes(weight[name])),
    String(weight.requests),
    excess(weight).join(', '),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `Compressed kB of the heaviest page of each kind, read to its end; styles that a script brings count as script.\n\n${lines.join('\n')}\n`;
}

async function heaviest(library: Library, out: string): Promise<Map<string, Page>> {
  const sizes = new Map<string, { page: Page; size: number }>();
  for (const page of library.pages) {
    const html = await readFile(join(out, outputFile(page.route)));
    const kind = kindOf(page, html.toString());
    const size = gzipSync(html).length;
    if (size > (sizes.get(kind)?.size ?? 0)) sizes.set(kind, { page, size });
  }
  return new Map([...sizes].map(([kind, { page }]) => [kind, page]));
}

function kindOf({ kind }: Page, html: string): string {
  return kind === 'essay' && html.includes('<value-chain') ? 'essay with a diagram' : kind;
}

async function weigh(browser: Browser, url: string, out: string, kind: string, { route }: Page): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  const asked = new Set<string>();
  tab.on('requestfinished', (request) => asked.add(request.url()));
  await tab.goto(url + route, { waitUntil: 'networkidle' });
  // What waits until it comes near is asked for on the way down.
  for (let screen = 0; screen < 20; screen += 1) await tab.mouse.wheel(0, 900);
  await tab.waitForLoadState('networkidle');
  await context.close();
  const sums: Record<Part, number> = { html: 0, css: 0, script: 0, font: 0, image: 0, other: 0 };
  const files = [...asked].filter((one) => one.startsWith(url)).map((one) => fileOf(one, url));
  const html = await readFile(join(out, outputFile(route)), 'utf8');
  for (const file of files) sums[partOf(file, html)] += await sent(join(out, file));
  return { kind, route, ...sums, requests: files.length };
}

/** Styles that a page does not name come with a script, when its figure comes near. */
function partOf(file: string, html: string): Part {
  const part = parts[extname(file)] ?? 'other';
  return part === 'css' && !html.includes(file) ? 'script' : part;
}

function fileOf(address: string, url: string): string {
  return outputFile(decodeURIComponent(new URL(address).pathname.slice(new URL(url).pathname.length)));
}

async function sent(file: string): Promise<number> {
  const bytes = await readFile(file);
  return packed.has(extname(file)) ? bytes.length : gzipSync(bytes).length;
}

function excess({ kind, html, css, script, font }: Weight): string[] {
  const budget = budgets[kind];
  if (budget === undefined) return [];
  return [
    ...(html + css > budget.text ? ['HTML and CSS'] : []),
    ...(script > budget.script ? ['script'] : []),
    ...(font > budget.font ? ['fonts'] : []),
  ];
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
