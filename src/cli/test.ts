import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBrowser } from './browser.ts';

/** What one runner found. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** One step of the checks. */
export interface Step {
  /** What a person calls it: `lint: prettier`. */
  readonly name: string;
  /** Program (a path under `node_modules`) and its arguments, run with the Node that runs this. */
  readonly command: readonly string[];
  /** For a runner of tests: where it writes its JSON report, relative to the project. Other steps count as one check. */
  readonly report?: string;
  /** Done before; what it gives is added to the environment of the command. */
  readonly prepare?: () => Promise<Readonly<Record<string, string>>>;
}

/** How a step ended. */
export interface StepResult extends Tally {
  readonly name: string;
  readonly seconds: number;
}

/** Where the sums lie after a run, relative to the project: {@link Tally} with `steps`, as JSON. */
export const SUMMARY = '.cache/test-summary.json';

const REPORTS = '.cache/test-reports';

/** Every check there is, cheapest first. */
export const STEPS: readonly Step[] = [
  { name: 'types: astro check', command: ['astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'] },
  { name: 'types: tsc', command: ['typescript/bin/tsc', '--noEmit'] },
  { name: 'lint: eslint', command: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'lint: prettier', command: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  vitest('unit', ['unit']),
  vitest('whole sites', ['sites']),
  {
    ...vitest('browser and accessibility', ['browser']),
    prepare: async () => ({ CHROME_PATH: await findBrowser() }),
  },
];

/**
 * Runs all steps, also after one that failed, and says of each how it ended and how long it took.
 * Writes the sums to {@link SUMMARY}.
 * @param root the project's folder
 * @returns the exit code: 0 when everything passed
 */
export async function runTests(root: string, steps: readonly Step[] = STEPS): Promise<number> {
  const started = performance.now();
  const summary = join(root, SUMMARY);
  rmSync(summary, { force: true });
  const results: StepResult[] = [];
  for (const [index, step] of steps.entries()) {
    process.stdout.write(`[${index + 1}/${steps.length}] ${step.name} …\n`);
    const result = await runStep(root, step);
    process.stdout.write(`[${index + 1}/${steps.length}] ${line(result)}\n`);
    results.push(result);
  }
  const sums = { passed: sum(results, 'passed'), failed: sum(results, 'failed') };
  write(summary, JSON.stringify({ ...sums, steps: results }, null, 2));
  process.stdout.write(`\n${conclusion(results, sums, secondsSince(started))}\n`);
  return sums.failed === 0 ? 0 : 1;
}

/**
 * Counts the tests in a JSON report of vitest. A file that failed without a failed test in it (it could not be
 * loaded, or its setup failed) counts as one failure, and so does a report that is missing or no report.
 * @param report text of the report; `undefined` when there is none
 * @param code exit code of the runner, which may know of a failure that no test has
 */
export function tally(report: string | undefined, code: number): Tally {
  const files = report === undefined ? undefined : filesIn(report);
  if (files === undefined) return { passed: 0, failed: 1 };
  const counts = files.map(({ status, assertionResults = [] }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    return { passed, failed: failed === 0 && status === 'failed' ? 1 : failed };
  });
  const failed = sum(counts, 'failed');
  return { passed: sum(counts, 'passed'), failed: failed === 0 && code !== 0 ? 1 : failed };
}

interface ReportedFile {
  readonly status?: string;
  readonly assertionResults?: readonly { readonly status?: string }[];
}

function filesIn(report: string): readonly ReportedFile[] | undefined {
  try {
    return (JSON.parse(report) as { testResults?: readonly ReportedFile[] }).testResults;
  } catch {
    return undefined;
  }
}

function vitest(name: string, projects: readonly string[]): Step {
  const report = `${REPORTS}/${projects.join('-')}.json`;
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command: ['vitest/vitest.mjs', 'run', ...chosen, ...reporters], report };
}

async function runStep(root: string, step: Step): Promise<StepResult> {
  const started = performance.now();
  const report = step.report === undefined ? undefined : join(root, step.report);
  if (report !== undefined) rmSync(report, { force: true });
  const code = await prepared(step, (env) => run(root, step, env));
  const counts =
    report === undefined ? { passed: Number(code === 0), failed: Number(code !== 0) } : tally(read(report), code);
  return { name: step.name, ...counts, seconds: secondsSince(started) };
}

async function prepared(step: Step, work: (env: Readonly<Record<string, string>>) => Promise<number>): Promise<number> {
  try {
    return await work((await step.prepare?.()) ?? {});
  } catch (reason) {
    process.stdout.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
    return 1;
  }
}

/** Runners of tests show their progress; of the other steps only what went wrong is shown. */
function run(root: string, step: Step, env: Readonly<Record<string, string>>): Promise<number> {
  const [program = '', ...args] = step.command;
  const quiet = step.report === undefined;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(output);
      resolve(code ?? 1);
    });
  });
}

function line({ name, passed, failed, seconds }: StepResult): string {
  const counts = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} FAILED`;
  return `${name}: ${counts}, ${seconds.toFixed(1)} s`;
}

function conclusion(results: readonly StepResult[], { passed, failed }: Tally, seconds: number): string {
  const time = `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  if (failed === 0) return `All ${passed} checks passed in ${time}.`;
  const where = results.filter((result) => result.failed > 0).map(({ name }) => name);
  return `${failed} of ${passed + failed} checks failed in ${time}: ${where.join('; ')}.`;
}

function sum(tallies: readonly Tally[], key: keyof Tally): number {
  return tallies.reduce((total, tally) => total + tally[key], 0);
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}
