import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which others get their turn. */
const patience = 5;

/** Lets long work on this thread give others their turn from time to time: whoever waits for data wants to go on. */
export class Turns {
  #last = performance.now();

  /** Waits for the others when the last turn was long ago. */
  async take(): Promise<void> {
    if (performance.now() - this.#last < patience) return;
    await setImmediate();
    this.#last = performance.now();
  }
}
