import { Worker } from 'node:worker_threads';
import type { Written } from './bundle.ts';
import type { IndexJob } from './language.ts';

/** Makes search indexes, each in a thread of its own. */
export class Indexer {
  readonly #threads = new Set<Worker>();
  #isOver = false;

  /** Makes the index of a language. @throws {Error} when it cannot be made, or was given up */
  async index(job: IndexJob): Promise<Written> {
    if (this.#isOver) throw new Error(givenUp);
    const thread = new Worker(new URL('indexer-thread.ts', import.meta.url), { workerData: job });
    this.#threads.add(thread);
    return written(thread).finally(() => this.#threads.delete(thread));
  }

  /** Ends all threads, whatever they do. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }
}

const givenUp = 'The search index was given up.';

function written(thread: Worker): Promise<Written> {
  return new Promise((resolve, reject) => {
    let files: Written | undefined;
    thread.on('message', (told: Written) => (files = told)).on('error', reject);
    thread.on('exit', (code) => {
      if (code === 0 && files !== undefined) resolve(files);
      else reject(new Error(givenUp));
    });
  });
}
