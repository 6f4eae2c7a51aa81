import type { Corpus, EssayPlan } from './corpus.ts';

/** A program to be started, in a folder. */
export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** A generator that can be given a corpus and told to build it. */
export interface Contestant {
  readonly name: string;
  /** Why it cannot take part on this machine, or `undefined`. What it needs is installed here, before anything is measured. */
  readonly available: () => Promise<string | undefined>;
  /** Where the built site lies. */
  readonly site: (folder: string) => string;
  /** Writes everything but the essays and the names of tags into a folder that holds the author's files. */
  readonly write: (corpus: Corpus, folder: string) => Promise<void>;
  /** Writes one version of an essay. @param extra text added at its end */
  readonly writeEssay: (corpus: Corpus, folder: string, plan: EssayPlan, extra?: string) => Promise<void>;
  readonly writeTags: (corpus: Corpus, folder: string) => Promise<void>;
  /** Takes away output and caches, so that the next build knows nothing. */
  readonly forget: (folder: string) => Promise<void>;
  /** What has to be made before the clock runs, since it is no part of the comparison. */
  readonly prepare?: (corpus: Corpus, folder: string) => readonly ProgramCall[];
  /** The programs that make the site, one after the other. */
  readonly commands: (folder: string) => readonly ProgramCall[];
}
