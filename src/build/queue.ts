/** Lets so many work at a time; the others wait for their turn. */
export class Queue {
  /** How many more may begin. */
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param concurrency how many may work at a time */
  constructor(concurrency: number) {
    this.#free = Math.max(1, concurrency);
  }

  /** Does work when it is its turn. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#free -= 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
