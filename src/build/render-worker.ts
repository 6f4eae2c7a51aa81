import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FullLaneError } from './full-lane.ts';
import type { PageText, WordsByDigest } from './page-text.ts';
import type { ProgramPlace } from './program.ts';
import { projectRoot } from './project.ts';
import type { AstroPlace, Rendered, RenderedPage, RenderPlace } from './rendering.ts';

/** What a process is asked for. Astro takes long to load; who will need it says so early. */
export type Order =
  | { readonly do: 'load' }
  | { readonly do: 'bundle'; readonly place: AstroPlace; readonly program: ProgramPlace }
  | BeginOrder
  | { readonly do: 'add'; readonly pages: readonly PageText[] }
  | { readonly do: 'finish' };

/** Begins a rendering. */
export interface BeginOrder {
  readonly do: 'begin';
  readonly place: RenderPlace;
  readonly words: WordsByDigest;
  /** Of all pages that may come; nobody asks for them where Astro renders. */
  readonly routes: readonly string[];
}

/** What a process tells. */
export type Report =
  | { readonly count: number }
  | { readonly pages: readonly RenderedPage[] }
  | { readonly done: Rendered }
  | { readonly fault: RenderFault };

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

/** Who hears of what is rendered. */
export interface RenderingListener {
  /** Hears of pages that lie in the renderer's folder now. */
  readonly onPages: (pages: readonly RenderedPage[]) => void;
  /** Hears how many pages are begun with, where none is ready before all are. */
  readonly onCount: (count: number) => void;
}

/** Variables that Vite and Astro take for settings of their own; those of whoever builds must not change a page. */
const settled = ['NODE_ENV', 'PROD', 'DEV', 'MODE', 'SSR', 'SITE', 'BASE_URL', 'ASSETS_PREFIX'];
/** So many pages may be on their way: what waits takes memory. */
const most = 128;

/** A process that bundles or renders pages, as the one sees it that has started it. */
export class RenderWorker {
  readonly #child = start();
  #listener: RenderingListener | undefined;
  /** How many pages are on their way. */
  #away = 0;
  /** True where pages are rendered as they come. */
  #isPrompt = false;
  #isAsked = false;
  #fault: Error | undefined;
  #hear: (() => void) | undefined;
  #done: Rendered | undefined;

  /** @param withAstro true for one that will need Astro, which takes long to load */
  constructor({ withAstro }: { readonly withAstro: boolean }) {
    this.#child.on('message', (report: Report) => {
      this.#take(report);
    });
    this.#child.on('exit', (code, signal) => {
      this.#fail(new Error(`The process that renders pages has ended (${signal ?? `exit code ${String(code)}`}).`));
    });
    this.#child.on('error', (fault) => {
      this.#fail(fault);
    });
    if (withAstro) this.#child.send({ do: 'load' } satisfies Order, () => undefined);
  }

  /** Number of the process. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** True when nothing was asked of it yet. */
  get isFresh(): boolean {
    return !this.#isAsked;
  }

  /** Begins a rendering. */
  begin(order: BeginOrder): Promise<void> {
    this.#isPrompt = order.place.program !== undefined;
    return this.#send(order);
  }

  /** Tells somebody of what is rendered from now on. */
  tell(listener: RenderingListener): void {
    this.#listener = listener;
  }

  /** Hands pages over, when not too many are on their way. */
  async add(pages: readonly PageText[]): Promise<void> {
    while (this.#isPrompt && this.#away >= most && this.#fault === undefined) await this.#news();
    this.#away += pages.length;
    await this.#send({ do: 'add', pages });
  }

  /** Asks for something that ends. @throws {Error} what was thrown there, or when the process has ended */
  async ask(order: Extract<Order, { do: 'bundle' | 'finish' }>): Promise<Rendered> {
    await this.#send(order);
    for (;;) {
      if (this.#fault !== undefined) throw this.#fault;
      const done = this.#done;
      this.#done = undefined;
      if (done !== undefined) {
        return done;
      }
      await this.#news();
    }
  }

  /** Ends the process, whatever it does. */
  end(): void {
    this.#child.kill('SIGKILL');
  }

  /** Sends once what was sent before has left, so that no more waits in memory than that. */
  async #send(order: Order): Promise<void> {
    this.#isAsked = true;
    const hasLeft = await new Promise<boolean>((resolve) => {
      this.#child.send(order, (fault) => {
        resolve(fault === null);
      });
    });
    // What cannot be sent has nobody to hear it: why that is comes with the end of the process.
    while (!hasLeft && this.#fault === undefined) await this.#news();
    if (this.#fault !== undefined) throw this.#fault;
  }

  #take(report: Report): void {
    try {
      this.#hearOf(report);
    } catch (fault) {
      this.#fault ??= fault instanceof Error ? fault : new Error(String(fault));
    }
    this.#hear?.();
  }

  #fail(fault: Error): void {
    this.#fault ??= fault;
    this.#hear?.();
  }

  #hearOf(report: Report): void {
    if ('count' in report) this.#listener?.onCount(report.count);
    else if ('pages' in report) {
      this.#away -= report.pages.length;
      this.#listener?.onPages(report.pages);
    } else if ('done' in report) this.#done = report.done;
    else this.#fault ??= thrown(report.fault);
  }

  /** Waits until something is heard of the process. */
  #news(): Promise<void> {
    return new Promise((resolve) => {
      this.#hear = resolve;
    });
  }
}

function start(): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settled.includes(name)));
  return fork(fileURLToPath(new URL('renderer-process.ts', import.meta.url)), [], {
    cwd: projectRoot,
    env: { ...env, NODE_ENV: 'production' },
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'],
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
