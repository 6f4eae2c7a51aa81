import { rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { PageText, WordsByDigest } from './page-text.ts';
import { isProgramKept, programFolder, type ProgramPlace } from './program.ts';
import { RenderWorker, type RenderingListener } from './render-worker.ts';
import type { Rendered, RenderPlace } from './rendering.ts';

/** What a rendering needs to begin. Its `cache` lies in the project's folder, where code finds packages. */
export interface RenderingPlan extends Omit<RenderPlace, 'out' | 'program'> {
  readonly words: WordsByDigest;
  /** What the code of the pages depends on, and whether it is kept for later renderings; none for an author's code. */
  readonly program?: ProgramPlan['program'];
}

/** What the code of a site's pages is bundled from, as far as no page brings its own. */
export interface ProgramPlan extends Pick<RenderPlace, 'site' | 'cache'> {
  readonly program: { readonly key: string; readonly isKept: boolean };
}

/** So many pages are sent at a time. */
const batch = 32;
let count = 0;

/**
 * Renders pages in a process of its own, while this one writes the rest. Where there is no program of the pages yet,
 * a first process bundles it with Astro while the content is still read, and leaves: what Astro needs of memory is
 * free before pages are rendered. Pages that bring code of their own are rendered by Astro itself.
 * Whoever is done with it calls {@link end}.
 */
export class Renderer {
  /** Where the rendered pages lie. */
  folder = '';
  #worker: RenderWorker;
  #workshop = '';
  #begun: Promise<void> | undefined;
  /** Settled when the folder of the work is empty. */
  #opened: Promise<void> | undefined;
  /** Settled when what was guessed at is bundled. */
  #prepared: Promise<void> | undefined;
  #isOver = false;
  #givesWay = false;
  /** True while Astro waits for pages. */
  #isAwaited = false;
  #waiting: PageText[] = [];

  /** @param isKept true when there probably is a program of the pages, and Astro is not needed */
  constructor(isKept = false) {
    this.#worker = new RenderWorker({ withAstro: !isKept });
  }

  /** Number of the process. */
  get pid(): number {
    return this.#worker.pid;
  }

  /**
   * Has the code of the pages bundled where it is not kept, before anything is known of the documents: a guess that
   * none brings code of its own. A wrong one costs the time that Astro takes to load.
   */
  prepare({ site, cache, program }: ProgramPlan): void {
    const place = placeOf(cache, program);
    this.#prepared ??= this.#open(cache).then(() => this.#bundle({ site, cache }, place));
    // Whoever begins hears of a failure.
    this.#prepared.catch(() => undefined);
  }

  /** Has the code of the pages bundled where it is not kept, for which no page is needed. */
  begin(plan: RenderingPlan): Promise<void> {
    return (this.#begun ??= this.#begin(plan));
  }

  /** Names all pages that may come. @param listener hears of pages from now on, in any order */
  async open(plan: RenderingPlan, routes: readonly string[], listener: RenderingListener): Promise<void> {
    await this.begin(plan);
    // A program asks only once which pages there are.
    if (plan.program !== undefined && !this.#worker.isFresh) this.#replaceWorker();
    if (!this.#isAwaited) await this.#render(plan, routes);
    this.#isAwaited = false;
    this.#worker.tell(listener);
  }

  /** Hands a page over. */
  async add(page: PageText): Promise<void> {
    this.#waiting.push(page);
    if (this.#waiting.length >= batch) await this.#flush();
  }

  /** Settled when all pages are rendered that were handed over. They lie in {@link folder} until this is opened again. */
  async finish(): Promise<Rendered> {
    await this.#flush();
    return this.#worker.ask({ do: 'finish' });
  }

  /**
   * Lets others go first on processors that are busy: where something else takes longer than the pages and can use one
   * processor only, all is ready sooner.
   */
  giveWay(): void {
    this.#givesWay = true;
    yieldTo(this.#worker);
  }

  /** Ends the process, whatever it does. */
  async end(): Promise<void> {
    this.#isOver = true;
    this.#worker.end();
    if (this.#workshop !== '') await rm(this.#workshop, { recursive: true, force: true, maxRetries: 10 });
  }

  async #begin(plan: RenderingPlan): Promise<void> {
    await this.#open(plan.cache);
    const program = plan.program && placeOf(plan.cache, plan.program);
    if (program === undefined) {
      // The guess was wrong.
      if (this.#prepared !== undefined) this.#replaceWorker({ withAstro: true });
      await this.#render(plan, []);
      this.#isAwaited = true;
    } else await (this.#prepared ??= this.#bundle(plan, program));
  }

  #open(cache: string): Promise<void> {
    this.#workshop = workshopIn(cache);
    // What is left of a rendering that was ended may still be at work there for a moment.
    this.#opened ??= rm(this.#workshop, { recursive: true, force: true, maxRetries: 10 });
    return this.#opened;
  }

  async #bundle({ site, cache }: Omit<ProgramPlan, 'program'>, program: ProgramPlace): Promise<void> {
    if (isProgramKept(program)) return;
    await this.#worker.ask({ do: 'bundle', place: { site, cache, out: this.#newFolder() }, program });
    this.#replaceWorker();
  }

  async #render(plan: RenderingPlan, routes: readonly string[]): Promise<void> {
    this.folder = this.#newFolder();
    const program = plan.program && placeOf(plan.cache, plan.program);
    const { words, ...place } = { ...plan, program, out: this.folder };
    await this.#worker.begin({ do: 'begin', place, words, routes });
  }

  /** The code of the pages may be imported from below this folder, and a process imports an address only once. */
  #newFolder(): string {
    return join(this.#workshop, `${String(process.pid)}-${String((count += 1))}`);
  }

  #replaceWorker({ withAstro } = { withAstro: false }): void {
    // Nobody would end another one.
    if (this.#isOver) throw new Error('The rendering was given up.');
    this.#worker.end();
    this.#worker = new RenderWorker({ withAstro });
    if (this.#givesWay) yieldTo(this.#worker);
  }

  async #flush(): Promise<void> {
    const pages = this.#waiting;
    this.#waiting = [];
    if (pages.length > 0) await this.#worker.add(pages);
  }
}

function yieldTo({ pid }: RenderWorker): void {
  try {
    // One that could not be started has no number, which would mean this process.
    if (pid !== 0) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended, which is told when pages are asked of it; or there are no priorities here.
  }
}

function workshopIn(cache: string): string {
  return join(cache, 'render');
}

function placeOf(cache: string, { key, isKept }: ProgramPlan['program']): ProgramPlace {
  return { folder: programFolder(isKept ? cache : workshopIn(cache)), key };
}
