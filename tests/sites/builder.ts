import { fork, type ChildProcess } from 'node:child_process';
import { buildSite, type BuildResult } from '../../src/build/build.ts';
import { now, type ContentFolder } from './folder.ts';

/** A build as it is asked for: what is not given is taken from the folder. */
export interface BuildRequest {
  readonly content: string;
  readonly out: string;
  readonly now?: Date;
  readonly drafts?: boolean;
  readonly cold?: boolean;
}

interface Answer {
  readonly id: number;
  readonly result?: BuildResult;
  readonly fault?: string;
}

/**
 * A process that builds sites, one after the other, as the command line does. Ends with {@link Builder.end}.
 */
export class Builder {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  /** What the process has written. */
  output = '';
  #count = 0;

  constructor(environment: Readonly<Record<string, string>> = {}) {
    // The tests' own NODE_ENV and PROD stay: nobody's environment may change a page.
    const env = { ...process.env, ...environment };
    this.#child = fork(import.meta.filename, [], { execArgv: [], env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on('data', (data) => (this.output += String(data)));
    this.#child.on('message', (answer: Answer) => this.#waiting.get(answer.id)?.(answer));
    this.#child.on('exit', () => {
      for (const [id, answer] of this.#waiting) answer({ id, fault: `The process has ended.\n${this.output}` });
    });
  }

  /** Builds a folder's site, into the folder's own place if no other is given. */
  async build(folder: ContentFolder, request: Partial<BuildRequest> = {}): Promise<BuildResult> {
    this.#count += 1;
    const id = this.#count;
    const whole = { content: folder.content, out: folder.out, now, ...request };
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#child.send({ id, ...whole, now: whole.now.toISOString() });
    });
    this.#waiting.delete(id);
    if (answer.result === undefined) throw new Error(answer.fault);
    return answer.result;
  }

  /** Ends the process at once, whatever it does. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await ended;
  }
}

// The other side: the process itself.
if (process.argv[1] === import.meta.filename && process.send !== undefined) {
  process.on('message', ({ id, now: time, ...request }: BuildRequest & { id: number; now: string }) => {
    buildSite({ ...request, now: new Date(time) }).then(
      (result) => process.send?.({ id, result }),
      (fault: unknown) => process.send?.({ id, fault: fault instanceof Error ? fault.stack : String(fault) }),
    );
  });
}
