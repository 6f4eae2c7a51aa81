import { Worker } from 'node:worker_threads';
import type { IndexJob } from './search.ts';

/** Makes search indexes in a thread of its own, which is begun with the first and lives until {@link end}. */
export class Indexer {
  #thread: Worker | undefined;
  #isOver = false;

  /** Makes the index of a language; one at a time. */
  index(job: IndexJob): Promise<void> {
    if (this.#isOver) return Promise.reject(new Error('The search index was given up.'));
    const thread = (this.#thread ??= new Worker(new URL('indexer-thread.ts', import.meta.url)));
    return new Promise((resolve, reject) => {
      const done = (): void => {
        thread.off('message', hear).off('error', fail).off('exit', leave);
      };
      const hear = (): void => {
        done();
        resolve();
      };
      const fail = (fault: unknown): void => {
        done();
        reject(fault instanceof Error ? fault : new Error(String(fault)));
      };
      const leave = (): void => {
        fail(new Error('The search index was given up.'));
      };
      thread.on('message', hear).on('error', fail).on('exit', leave);
      thread.postMessage(job);
    });
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#thread?.terminate();
  }
}
