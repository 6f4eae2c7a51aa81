/** Milliseconds of rest after which an address is written: to write one costs as much as to answer, and browsers count. */
const patience = 150;

/** Keeps the page's address at a state that changes. */
export class AddressBar {
  readonly #hash: () => string;
  #timer = 0;

  /** @param hash what the state is written as, with `#`; empty for that of the page itself */
  constructor(hash: () => string) {
    this.#hash = hash;
  }

  /** Makes a new entry of the history, at once. */
  push(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    history.pushState(true, '', this.#address());
  }

  /** Writes the present entry anew, once the reader rests. */
  replace(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), patience);
  }

  /** Writes at once what waits to be written. */
  flush(): void {
    if (this.#timer === 0) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    history.replaceState(true, '', this.#address());
  }

  #address(): string {
    return location.pathname + location.search + this.#hash();
  }
}
