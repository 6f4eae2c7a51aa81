import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../src/build/project.ts';
import { browserArguments, findBrowser } from '../../src/cli/browser.ts';
import type { Page } from '../../src/core/library/page.ts';
import { installPackages } from './packages.ts';
import { secureFront } from './secure.ts';

/** The four things that Lighthouse judges. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

/** What Lighthouse says of a page. */
export interface Verdict {
  readonly kind: string;
  readonly route: string;
  /** Points of 100 by category. A page that asks not to be found is not judged by how well it is. */
  readonly points: Readonly<Partial<Record<Category, number>>>;
  /** What cost points, in its words. */
  readonly faults: readonly string[];
}

interface Report {
  readonly categories: Readonly<Record<string, Judged | undefined>>;
  readonly audits: Readonly<Record<string, { score: number | null; title: string; displayValue?: string } | undefined>>;
}

interface Judged {
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}

/** The part of Lighthouse and of its launcher that is used here; their packages are not among the project's. */
interface Tools {
  readonly lighthouse: (url: string, flags: object) => Promise<{ readonly lhr: Report } | undefined>;
  readonly launch: (options: object) => Promise<{ readonly port: number; readonly kill: () => void }>;
}

const sources = join(projectRoot, 'tests/bench/lighthouse');
const root = join(projectRoot, '.cache/bench/lighthouse');

/**
 * Has pages judged on a telephone with a slow line, which is what Lighthouse does unless told otherwise. A page with
 * less than 100 is judged twice more and the middle counts, since a busy machine costs points too.
 * @param pages a page for each kind
 * @param url address of the served site
 * @returns a sentence when Lighthouse cannot be had
 */
export async function judgePages(pages: ReadonlyMap<string, Page>, url: string): Promise<Verdict[] | string> {
  const reason = await installPackages(sources, root);
  if (reason !== undefined) return reason;
  const { lighthouse, launch } = await load();
  await mkdir(root, { recursive: true });
  const front = await secureFront(url, root);
  const chromeFlags = [...browserArguments(), '--headless=new', '--ignore-certificate-errors'];
  const browser = await launch({ chromePath: await findBrowser(), chromeFlags });
  const verdicts: Verdict[] = [];
  for (const [kind, { route, head }] of pages) {
    const asked = categories.filter((one) => one !== 'seo' || !head.noindex);
    const judge = async (): Promise<Report> => {
      const flags = { port: browser.port, logLevel: 'error', output: 'json', onlyCategories: asked };
      const result = await lighthouse(new URL(route, front?.url ?? url).href, flags);
      if (result === undefined) throw new Error(`Lighthouse has nothing to say of /${route}.`);
      return result.lhr;
    };
    const first = await judge();
    const reports = isPerfect(first) ? [first] : [first, await judge(), await judge()];
    verdicts.push(verdictOf(kind, route, asked, reports));
    process.stderr.write(`${kind}: ${asked.map((one) => String(verdicts.at(-1)?.points[one])).join(' ')}\n`);
  }
  browser.kill();
  front?.close();
  return verdicts;
}

/** The middle of some reports on one page. */
export function verdictOf(
  kind: string,
  route: string,
  asked: readonly Category[],
  reports: readonly Report[],
): Verdict {
  const pointsIn = (report: Report, name: Category): number => Math.round((report.categories[name]?.score ?? 0) * 100);
  const middle = (name: Category): number =>
    reports.map((report) => pointsIn(report, name)).sort((a, b) => a - b)[Math.floor(reports.length / 2)] ?? 0;
  const points = Object.fromEntries(asked.map((name) => [name, middle(name)])) as Partial<Record<Category, number>>;
  const low = asked.filter((name) => (points[name] ?? 0) < 100);
  return { kind, route, points, faults: [...new Set(reports.flatMap((report) => faultsIn(report, low)))] };
}

/** Verdicts as a Markdown table. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  const head = ['kind', 'page', ...categories, 'what cost points'];
  const rows = verdicts.map(({ kind, route, points, faults }) => [
    kind,
    `/${route}`,
    ...categories.map((name) => String(points[name] ?? '–')),
    faults.join('; '),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `Lighthouse, points of 100 of the same pages.\n\n${lines.join('\n')}\n`;
}

/** True when every category that was asked for has 100. */
export function isFull({ points }: Verdict): boolean {
  return Object.values(points).every((one) => one === 100);
}

function isPerfect(report: Report): boolean {
  return Object.values(report.categories).every((one) => Math.round((one?.score ?? 0) * 100) === 100);
}

function faultsIn({ categories: judged, audits }: Report, low: readonly Category[]): string[] {
  return low.flatMap((name) =>
    (judged[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (weight === 0 || audit === undefined || audit.score === null || audit.score >= 0.99) return [];
      return [audit.title];
    }),
  );
}

async function load(): Promise<Tools> {
  const from = (path: string): Promise<unknown> => import(pathToFileURL(join(root, 'node_modules', path)).href);
  const { default: lighthouse } = (await from('lighthouse/core/index.js')) as { default: Tools['lighthouse'] };
  const { launch } = (await from('chrome-launcher/dist/index.js')) as Pick<Tools, 'launch'>;
  return { lighthouse, launch };
}
