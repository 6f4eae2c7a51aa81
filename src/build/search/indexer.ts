import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Written } from './bundle.ts';
import type { IndexJob } from './language.ts';

/** What a process tells of its work. */
export type IndexReport = { readonly written: Written } | { readonly fault: string };

/** Makes search indexes, each in a process of its own: what it needs of memory is free when it ends. */
export class Indexer {
  readonly #processes = new Set<ChildProcess>();
  #isOver = false;

  /** Makes the index of a language. @throws {Error} when it cannot be made, or was given up */
  async index(job: IndexJob): Promise<Written> {
    if (this.#isOver) throw new Error(givenUp);
    const child = start();
    this.#processes.add(child);
    // One that cannot be started does not exit.
    for (const end of ['exit', 'error']) child.once(end, () => this.#processes.delete(child));
    child.send(job, () => undefined);
    return written(child);
  }

  /** Ends all processes, whatever they do. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all([...this.#processes].map(stop));
  }
}

const givenUp = 'The search index was given up.';

function start(): ChildProcess {
  return fork(fileURLToPath(new URL('indexer-process.ts', import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function written(child: ChildProcess): Promise<Written> {
  return new Promise((resolve, reject) => {
    child.on('message', (report: IndexReport) => {
      if ('written' in report) resolve(report.written);
      else reject(new Error(report.fault));
    });
    child.on('error', reject);
    child.on('exit', () => {
      reject(new Error(givenUp));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
