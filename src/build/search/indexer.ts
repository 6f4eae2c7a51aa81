import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Written } from './bundle.ts';
import type { IndexJob } from './language.ts';

/** What a process tells of its work. */
export type IndexReport = { readonly written: Written } | { readonly fault: string };

/**
 * Makes search indexes, one after the other, in a process of its own: what one language has warmed up serves the next,
 * and what they need of memory is free when it ends.
 */
export class Indexer {
  #child: ChildProcess | undefined;
  #isOver = false;

  /** Makes the index of a language. @throws {Error} when it cannot be made, or was given up */
  async index(job: IndexJob): Promise<Written> {
    if (this.#isOver) throw new Error(givenUp);
    const child = this.#child !== undefined && isAlive(this.#child) ? this.#child : start();
    this.#child = child;
    child.send(job, () => undefined);
    return written(child);
  }

  /** Ends the process, whatever it does. */
  async end(): Promise<void> {
    this.#isOver = true;
    if (this.#child !== undefined && isAlive(this.#child)) await stop(this.#child);
  }
}

const givenUp = 'The search index was given up.';

/** False for one that could not be started as well. */
function isAlive({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

function start(): ChildProcess {
  return fork(fileURLToPath(new URL('indexer-process.ts', import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** What the process tells next. @throws {Error} when it ends without having told anything */
async function written(child: ChildProcess): Promise<Written> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error(givenUp);
  });
  try {
    const [report] = (await Promise.race([once(child, 'message', { signal }), ended])) as [IndexReport];
    if ('fault' in report) throw new Error(report.fault);
    return report.written;
  } finally {
    over.abort();
    ended.catch(() => undefined);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
