/** Hears how a long piece of work goes on. */
export interface Progress {
  /** A step begins. Call the result when it is done, with what came of it. */
  readonly step: (name: string) => (outcome?: string) => void;
  /** Something worth a line. */
  readonly note: (text: string) => void;
}

/** Hears nothing. */
export const silence: Progress = { step: () => () => undefined, note: () => undefined };
