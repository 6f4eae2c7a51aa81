/** How bad a problem is: an error stops the build before anything is written, a warning does not. */
export type Severity = 'error' | 'warning';

/** A place in a file of the author's folder. Lines and columns count from 1; a place without a line is the whole file. */
export interface Place {
  /** Path relative to the content folder, with `/` on every system: `essays/look-up/sv.mdx`. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Something in the author's folder (or in the output made of it) that has to be mended.
 * Problems are values: they are collected and reported together, never thrown one at a time.
 */
export interface Problem extends Partial<Place> {
  /** Permanent name of the rule, in kebab case: `unknown-tag`, `missing-image`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What happened and why, as one sentence. */
  readonly message: string;
  /** What to do, and what exists instead. */
  readonly hint?: string;
}

/** Makes an error at `place`. */
export function error(rule: string, place: Partial<Place>, message: string, hint?: string): Problem {
  return makeProblem('error', rule, place, message, hint);
}

/** Makes a warning at `place`. */
export function warning(rule: string, place: Partial<Place>, message: string, hint?: string): Problem {
  return makeProblem('warning', rule, place, message, hint);
}

/** True when at least one of the problems stops a build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Orders problems by file, line, column, rule and message, so that a report reads like the folder. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

function makeProblem(
  severity: Severity,
  rule: string,
  place: Partial<Place>,
  message: string,
  hint: string | undefined,
): Problem {
  return {
    rule,
    severity,
    ...(place.file !== undefined && { file: place.file }),
    ...(place.line !== undefined && { line: place.line }),
    ...(place.column !== undefined && { column: place.column }),
    message,
    ...(hint !== undefined && { hint }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
