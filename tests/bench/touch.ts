import { join } from 'node:path';
import { chromium, type Browser, type Page as Tab } from 'playwright-core';
import { buildSite } from '../../src/build/build.ts';
import { projectRoot } from '../../src/build/project.ts';
import { browserArguments, findBrowser } from '../../src/cli/browser.ts';
import { serveFolder } from '../../src/cli/serve.ts';
import { writeSixty } from './sixty.ts';

/** How fast a figure of sixty activities answers in one way of touching it. */
export interface Answer {
  readonly touch: string;
  /** Width of the window in pixels. */
  readonly width: number;
  /** Milliseconds from what a reader does to the next frame, as Event Timing rounds them, in rising order. */
  readonly times: readonly number[];
}

/** One way to touch a figure. */
interface Touch {
  readonly name: string;
  /** Milliseconds until the next time: what a figure does at rest is not part of an answer. */
  readonly rest: number;
  /** Brings the figure to where it can be touched; not timed. */
  readonly ready: (tab: Tab, time: number) => Promise<unknown>;
  readonly act: (tab: Tab, time: number) => Promise<unknown>;
}

/** The most that an answer may take, in milliseconds. */
const most = 50;
/** How often each touch is made, and how much slower than this machine the processor is. */
const [times, slowdown] = [12, 4];
const widths = [1440, 360];

const shown = (tab: Tab, selector: string): ReturnType<Tab['locator']> =>
  tab.locator(`value-chain ${selector}`).filter({ visible: true }).first();

async function press(tab: Tab, selector: string): Promise<void> {
  const box = await shown(tab, selector).boundingBox();
  // A finger stays down for a while.
  if (box !== null) await tab.mouse.click(box.x + 8, box.y + 8, { delay: 80 });
}

/** Brings something into the middle, and waits until the page stands still. */
async function bring(tab: Tab, selector: string): Promise<void> {
  await shown(tab, selector).evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
}

const activity = (time: number): string => `svg a.act[data-activity="s${String((time * 7) % 60)}"]`;
const focusOnce =
  (selector: string): Touch['ready'] =>
  (tab, time) =>
    time === 0 ? shown(tab, selector).focus() : Promise.resolve();
const slider = (at: number): string => `.control:nth-of-type(${String(at)}) [type=range]`;

const touches: readonly Touch[] = [
  {
    name: 'select by pointer',
    rest: 400,
    ready: (tab, time) => bring(tab, activity(time)),
    act: (tab, time) => press(tab, `${activity(time)} .box`),
  },
  {
    name: 'select by key',
    rest: 400,
    ready: (tab, time) => shown(tab, activity(time)).focus(),
    act: (tab) => tab.keyboard.press('Space'),
  },
  {
    name: 'step and select by key',
    rest: 400,
    ready: focusOnce(activity(0)),
    act: (tab) => tab.keyboard.press('.'),
  },
  {
    name: 'step by arrow key',
    rest: 400,
    ready: focusOnce(activity(0)),
    act: (tab) => tab.keyboard.press('ArrowRight'),
  },
  {
    name: 'step of a slider',
    rest: 800,
    ready: focusOnce(slider(1)),
    act: (tab) => tab.keyboard.press('ArrowRight'),
  },
  {
    name: 'step of a slider that changes all',
    rest: 800,
    ready: focusOnce(slider(2)),
    act: (tab) => tab.keyboard.press('ArrowLeft'),
  },
  { name: 'slider held down', rest: 100, ready: focusOnce(slider(2)), act: (tab) => tab.keyboard.press('ArrowLeft') },
  {
    name: 'open the outline and tables',
    rest: 600,
    ready: async (tab) => {
      await bring(tab, '.more > summary');
      await shown(tab, '.more > summary').hover();
    },
    act: (tab) => press(tab, '.more > summary'),
  },
  {
    name: 'other scenario, first answer',
    rest: 800,
    ready: (tab) => bring(tab, '.chain-bar'),
    act: (tab, time) => press(tab, `[data-of=scenario] button:nth-of-type(${String(2 - (time % 2))})`),
  },
  {
    name: 'other view, first answer',
    rest: 800,
    ready: (tab) => bring(tab, '.chain-bar'),
    act: (tab, time) => press(tab, `[data-of=view] button:nth-of-type(${String(2 - (time % 2))})`),
  },
];

/** Builds an essay with a chain of sixty activities and touches its figure in every way, on a slowed processor. */
export async function touchFigure(): Promise<Answer[]> {
  const content = join(projectRoot, '.cache/bench/sixty');
  const out = `${content}-site`;
  await writeSixty(content);
  const built = await buildSite({ content, out, now: new Date() });
  if (!built.ok) throw new Error('The chain of sixty activities has faults.');
  const server = await serveFolder({
    folder: out,
    base: '/',
    port: 0,
    host: '127.0.0.1',
  });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments() });
  const answers: Answer[] = [];
  for (const width of widths)
    for (const touch of touches) answers.push(await timed(browser, `${server.url}en/sixty/`, width, touch));
  await browser.close();
  await server.close();
  return answers;
}

async function timed(browser: Browser, url: string, width: number, touch: Touch): Promise<Answer> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(url);
  await tab.locator('value-chain').scrollIntoViewIfNeeded();
  await tab.waitForSelector('value-chain[data-ready]');
  const protocol = await context.newCDPSession(tab);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const found: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    await touch.ready(tab, time);
    await tab.waitForTimeout(touch.rest);
    await watch(tab);
    await touch.act(tab, time);
    await tab.waitForTimeout(touch.rest);
    const longest = await heard(tab);
    // The first time also fetches what is needed.
    if (time > 0) found.push(longest);
  }
  await context.close();
  return { touch: touch.name, width, times: found.sort((a, b) => a - b) };
}

/** Starts to listen for what Event Timing says; it is silent below 16 ms. */
async function watch(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    const state = globalThis as unknown as { watch?: PerformanceObserver; longest: number };
    state.longest = 0;
    state.watch?.disconnect();
    state.watch = new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
        if (interactionId > 0) state.longest = Math.max(state.longest, duration);
    });
    state.watch.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

function heard(tab: Tab): Promise<number> {
  return tab.evaluate(() => (globalThis as unknown as { longest: number }).longest || 8);
}

/** Answers as a Markdown table. */
export function answerTable(answers: readonly Answer[]): string {
  const head = ['touch', 'window', 'median', 'third quartile', 'worst', 'over the budget'];
  const rows = answers.map(({ touch, width, times: all }) => [
    touch,
    `${String(width)} px`,
    ...[0.5, 0.75, 1].map((share) => `${String(part(all, share))} ms`),
    part(all, 0.5) > most ? `${String(most)} ms` : '',
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `Time until a figure of sixty activities answers, the processor ${String(slowdown)} times slower.\n\n${lines.join('\n')}\n`;
}

function part(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
