import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rendered, RenderPlace } from './astro.ts';
import { FullLaneError } from './full-lane.ts';
import type { PageText, WordsByDigest } from './page-text.ts';
import { projectRoot } from './project.ts';

/** What the process is asked for: to load Astro, for that takes long; to begin, then pages, then to render them. */
export type Order =
  | { readonly do: 'load' }
  | { readonly do: 'begin'; readonly place: RenderPlace; readonly words: WordsByDigest }
  | { readonly do: 'add'; readonly pages: readonly PageText[] }
  | { readonly do: 'render' };

/** What the process tells. */
export type Report = { readonly count: number } | { readonly rendered: Rendered } | { readonly fault: RenderFault };

/** What was thrown while pages were rendered, as far as it can be sent. */
export interface RenderFault {
  readonly message: string;
  readonly stack?: string | undefined;
  /** The file that a tool names. */
  readonly id?: unknown;
  readonly loc?: unknown;
  /** What a tool has collected. */
  readonly errors?: readonly RenderFault[];
  /** Documents of the full lane that threw, and what they said. */
  readonly documents?: readonly { readonly module: string; readonly message: string }[];
}

/** What a rendering needs to begin. Its `cache` lies in the project's folder, where Astro puts the bundle beside what is rendered. */
export interface RenderingPlan extends Omit<RenderPlace, 'out'> {
  readonly words: WordsByDigest;
}

/** Variables that Vite and Astro take for settings of their own; those of whoever builds must not change a page. */
const settled = ['NODE_ENV', 'PROD', 'DEV', 'MODE', 'SSR', 'SITE', 'BASE_URL', 'ASSETS_PREFIX'];
/** So many pages are sent at a time. */
const batch = 32;

/** A process that renders nothing now, and the timer that ends it: whoever serves a site does not need it any more. */
let idle: ChildProcess | undefined;
let leave: NodeJS.Timeout | undefined;
const patience = 10_000;
let count = 0;

/**
 * Renders pages with Astro in a process of its own: that one loads Astro and bundles the site's code while this one
 * still reads the content, and renders while this one writes the rest. Whoever is done with it calls {@link end}.
 */
export class Renderer {
  /** Where the rendered pages lie. */
  folder = '';
  readonly #child: ChildProcess;
  #workshop = '';
  #isSpent = false;
  #begun: Promise<void> | undefined;
  #waiting: PageText[] = [];

  /** @param isKept true when there probably is a kept program, and Astro is not needed */
  constructor(isKept = false) {
    this.#child = idle ?? start();
    clearTimeout(leave);
    idle = undefined;
    this.#child.ref();
    this.#child.channel?.ref();
    if (!isKept) this.#child.send({ do: 'load' } satisfies Order);
  }

  /** Number of the process. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Lets the process bundle the site's code, for which it needs no page. Asked again, it waits for the same. */
  begin(plan: RenderingPlan): Promise<void> {
    return (this.#begun ??= this.#begin(plan));
  }

  /** Hands a page over. */
  async add(page: PageText): Promise<void> {
    this.#waiting.push(page);
    if (this.#waiting.length >= batch) await this.#flush();
  }

  /** Renders the pages that were handed over. @returns what lies in {@link folder} now, until this is called again */
  async render(onProgress: (count: number) => void): Promise<Rendered> {
    await this.#flush();
    const done = this.#result(onProgress);
    await this.#send({ do: 'render' });
    this.#begun = undefined;
    const rendered = await done;
    this.#isSpent = rendered.isKept;
    return rendered;
  }

  /** Gives the process back; one that has begun something, or has failed, is ended. */
  async end(): Promise<void> {
    const isSound = this.#begun === undefined && !this.#isSpent && this.#child.connected && idle === undefined;
    if (isSound) {
      idle = this.#child;
      idle.unref();
      idle.channel?.unref();
      leave = setTimeout(() => {
        idle?.kill();
        idle = undefined;
      }, patience).unref();
    } else this.#child.kill('SIGKILL');
    if (this.#workshop !== '') await rm(this.#workshop, { recursive: true, force: true, maxRetries: 10 });
  }

  async #begin({ words, ...plan }: RenderingPlan): Promise<void> {
    this.#workshop = join(plan.cache, 'render');
    // What is left of a rendering that was ended may still be at work there for a moment.
    await rm(this.#workshop, { recursive: true, force: true, maxRetries: 10 });
    // The code of the pages is imported from below this folder, and a process imports an address only once.
    this.folder = join(this.#workshop, `${String(process.pid)}-${String((count += 1))}`);
    await this.#send({ do: 'begin', place: { ...plan, out: this.folder }, words });
  }

  async #flush(): Promise<void> {
    const pages = this.#waiting;
    this.#waiting = [];
    if (pages.length > 0) await this.#send({ do: 'add', pages });
  }

  #result(onProgress: (count: number) => void): Promise<Rendered> {
    return new Promise((resolve, reject) => {
      const hear = (report: Report): void => {
        if ('count' in report) {
          onProgress(report.count);
          return;
        }
        stop();
        if ('rendered' in report) resolve(report.rendered);
        else reject(thrown(report.fault));
      };
      const fail = (code: number | null, signal: string | null): void => {
        stop();
        reject(new Error(`The process that renders pages has ended (${signal ?? `exit code ${String(code)}`}).`));
      };
      const stop = (): void => void this.#child.off('message', hear).off('exit', fail);
      this.#child.on('message', hear).on('exit', fail);
    });
  }

  /** Sends once what was sent before has left, so that no more waits in memory than that. */
  #send(order: Order): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#child.send(order, (fault) => {
        if (fault === null) resolve();
        else reject(fault);
      });
    });
  }
}

function start(): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settled.includes(name)));
  return fork(fileURLToPath(new URL('renderer-process.ts', import.meta.url)), [], {
    cwd: projectRoot,
    env: { ...env, NODE_ENV: 'production' },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** What was thrown there, as it would have been thrown here. */
function thrown({ documents, message, ...facts }: RenderFault): Error {
  if (documents !== undefined) {
    return new FullLaneError(documents.map(({ module, message: said }) => ({ module, fault: new Error(said) })));
  }
  return Object.assign(new Error(message), facts);
}
