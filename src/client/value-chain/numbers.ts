import { inPieces, painted } from './frames.ts';
import type { State } from './state.ts';
import type { WhatIf } from './what-if.ts';

/** Milliseconds of rest after which a change is told. */
const patience = 600;

/** The numbers of a figure, computed and written anew when a reader sets quantities. */
export class Numbers {
  /** What is found in the numbers shown, as HTML; empty for those that the figure came with. */
  finding = '';
  readonly #open: () => Promise<WhatIf>;
  readonly #said: HTMLElement;
  #whatIf: Promise<WhatIf | undefined> | undefined;
  /** The quantities whose numbers are shown, or on their way. */
  #set: State['set'] | undefined;
  /** Writes one set of quantities after another. */
  #writing: Promise<unknown> = Promise.resolve();
  #rest = 0;

  /**
   * @param open fetches what computes, once somebody changes a number
   * @param said where a change is told
   */
  constructor(open: () => Promise<WhatIf>, said: HTMLElement) {
    this.#open = open;
    this.#said = said;
  }

  /** Loads what computes; nothing where that cannot be had now. */
  load(): Promise<WhatIf | undefined> {
    this.#whatIf ??= this.#open().catch(() => {
      this.#whatIf = undefined;
      return undefined;
    });
    return this.#whatIf;
  }

  /** What is computed for the quantities set last. */
  async result(): Promise<unknown> {
    const whatIf = await this.load();
    await this.#writing;
    return whatIf?.result();
  }

  /** Forgets a figure that another has taken the place of. */
  forget(): void {
    this.#whatIf = this.#set = undefined;
    this.finding = '';
  }

  /** True when quantities ask for other numbers than those shown or on their way. */
  isNews(set: State['set']): boolean {
    return set !== this.#set && (set.size > 0 || this.#whatIf !== undefined);
  }

  /**
   * Shows the numbers of quantities. What the controls stand at is said at once; the numbers follow in pieces when that
   * has been painted, and what takes long when the reader rests.
   * @returns true once they are seen; false when others have been asked for, or none can be had
   */
  async show(set: State['set']): Promise<boolean> {
    this.#set = set;
    clearTimeout(this.#rest);
    const opened = this.load();
    const whatIf = await opened;
    const isOwn = (): boolean => opened === this.#whatIf;
    const isWanted = (): boolean => isOwn() && set === this.#set;
    if (whatIf === undefined || !isWanted()) return false;
    whatIf.answer(set);
    await painted();
    // Steps that come while numbers are being written are taken together: only the last of them follows.
    const write = (): unknown => isWanted() && inPieces(whatIf.show(set), isOwn);
    this.#writing = this.#writing.then(write, write);
    await this.#writing;
    if (!isWanted()) return false;
    this.finding = whatIf.finding();
    this.#rest = window.setTimeout(() => void inPieces(whatIf.rest(this.#said), isWanted), patience);
    return true;
  }
}
