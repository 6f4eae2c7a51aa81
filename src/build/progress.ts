/** A step at work. Call it when it is done, with what came of it. */
export interface Step {
  (outcome?: string): void;
  /** Says how far the step has come. */
  readonly count: Counter;
}

/** Hears how much of a known amount is done. */
export type Counter = (done: number, total: number) => void;

/** Hears how a long piece of work goes on. */
export interface Progress {
  /** A step begins. */
  readonly step: (name: string) => Step;
  /** Something worth a line. */
  readonly note: (text: string) => void;
}

const nothing = (): void => undefined;

/** Hears nothing. */
export const silence: Progress = { step: () => Object.assign(() => undefined, { count: nothing }), note: nothing };
