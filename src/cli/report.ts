import { hasErrors, sortProblems, type Problem } from '../core/problem/problem.ts';
import type { Progress } from '../build/progress.ts';

/** Where text for people goes. `live` is true for a terminal, where a line may be written over. */
export interface Printer {
  readonly write: (text: string) => void;
  readonly live: boolean;
  readonly colour: boolean;
}

const paint = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  quiet: '\u001b[2m',
  bold: '\u001b[1m',
  end: '\u001b[0m',
} as const;

/**
 * All problems as one text: grouped by file, each with line, column, what happened, and what to do;
 * at the end how many there are. Empty when there are none.
 */
export function problemReport(problems: readonly Problem[], colour: boolean): string {
  if (problems.length === 0) return '';
  const byFile = Map.groupBy(sortProblems(problems), ({ file }) => file ?? '');
  const groups = [...byFile].map(([file, found]) => group(file, found, colour));
  return `${groups.join('\n')}\n${summary(problems)}\n`;
}

/** How many problems of each kind there are, in words. */
export function summary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '');
  return hasErrors(problems)
    ? `${parts.join(' and ')}. Nothing was written; the last good site is still there.`
    : `${parts.join('')}.`;
}

/** Hears the steps of a build and prints a line for each, with its time; on a terminal also how far it has come. */
export function printProgress({ write, live, colour }: Printer, clock: () => number): Progress {
  return {
    step(name) {
      const begun = clock();
      let shown = begun;
      if (live) write(`\r\u001b[K  ${name} …`);
      const count = (done: number, total: number): void => {
        if (!live || clock() - shown < 100) return;
        shown = clock();
        write(`\r\u001b[K  ${name} ${String(done)} of ${String(total)} …`);
      };
      const done = (outcome = ''): void => {
        const time = styled(duration(clock() - begun), 'quiet', colour);
        write(`${live ? '\r\u001b[K' : ''}  ${name.padEnd(9)} ${time.padStart(colour ? 16 : 8)}  ${outcome}\n`);
      };
      return Object.assign(done, { count });
    },
    note: (text) => {
      write(`${live ? '\r\u001b[K' : ''}${text}\n`);
    },
  };
}

/** A time as people read it. @example duration(1234) → '1.23 s' */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${String(Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function group(file: string, problems: readonly Problem[], colour: boolean): string {
  const head = file === '' ? '' : `${styled(file, 'bold', colour)}\n`;
  return head + problems.map((problem) => line(problem, colour)).join('');
}

function line(problem: Problem, colour: boolean): string {
  const place = [problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const kind = styled(problem.severity, problem.severity, colour);
  const hint = problem.hint === undefined ? '' : `\n      ${problem.hint}`;
  return `  ${place.padEnd(7)} ${kind}  ${problem.message}  ${styled(problem.rule, 'quiet', colour)}${hint}\n`;
}

function styled(text: string, style: keyof typeof paint, colour: boolean): string {
  return colour ? `${paint[style]}${text}${paint.end}` : text;
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}
