import { Worker } from 'node:worker_threads';
import type { IndexJob } from './language.ts';

/** Makes search indexes, each in a thread of its own. */
export class Indexer {
  readonly #threads = new Set<Worker>();
  #isOver = false;

  /** Makes the index of a language. @throws {Error} when it cannot be made, or was given up */
  async index(job: IndexJob): Promise<void> {
    if (this.#isOver) throw new Error(givenUp);
    const thread = new Worker(new URL('indexer-thread.ts', import.meta.url), { workerData: job });
    this.#threads.add(thread);
    await ended(thread).finally(() => this.#threads.delete(thread));
  }

  /** Ends all threads, whatever they do. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }
}

const givenUp = 'The search index was given up.';

function ended(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.on('error', reject).on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(givenUp));
    });
  });
}
