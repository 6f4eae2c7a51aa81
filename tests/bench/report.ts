import type { Measurement } from './measure.ts';
import { stateNames, states, type Results, type State } from './states.ts';

/** One generator's results for one number of pages. */
export interface Round {
  readonly name: string;
  /** Pages of essays. */
  readonly pages: number;
  readonly results: Results;
  /** HTML files in the finished site: essays, lists and what else a generator makes. */
  readonly files: number;
}

/** Where and with what the numbers were measured. */
export interface Setting {
  /** Day of the measurement: `2026-11-23`. */
  readonly date: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly command: string;
  /** Processes that waited for a processor before the measurement began, on average over a minute. */
  readonly load: number;
}

/** Name of the generator that all ratios refer to. */
const own = 'throughline';

/** The results of all rounds as Markdown: a table for each number of pages. */
export function tables(rounds: readonly Round[]): string {
  const sizes = Map.groupBy(rounds, ({ pages }) => pages);
  return [...sizes].map(([pages, some]) => table(pages, some)).join('\n');
}

/** The setting of a measurement, a line each. */
export function settingText({ date, machine, versions, command, load }: Setting): string {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Measured ${date} with \`${command}\`; load before it began: ${load.toFixed(1)}.`,
    `Machine: ${machine}.`,
    `Versions: ${named.join(', ')}.`,
    '',
  ].join('\n');
}

function table(pages: number, rounds: readonly Round[]): string {
  const shown = states.filter((state) => rounds.some(({ results }) => results[state] !== undefined));
  const base = rounds.find(({ name }) => name === own)?.results;
  const head = ['', ...shown.map((state) => stateNames[state]), 'HTML files'];
  const rows = rounds.map(({ name, results, files }) => [
    name,
    ...shown.map((state) => cell(state, results, base)),
    String(files),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${String(pages)} pages: seconds on the clock / of processors, peak memory; in brackets as a multiple of ${own}.\n\n${lines.join('\n')}\n`;
}

function cell(state: State, results: Results, base: Results | undefined): string {
  const one = results[state];
  if (one === undefined) return '–';
  const other = base?.[state];
  const times = other === undefined || other === one ? '' : ` (${ratio(one, other)})`;
  const memory = one.memory === undefined ? '' : `, ${String(Math.round(one.memory))} MB`;
  return `${one.seconds.toFixed(1)} s / ${one.cpu?.toFixed(1) ?? '–'} s${times}${memory}`;
}

function ratio(one: Measurement, other: Measurement): string {
  const times = (a: number, b: number): string => `${(a / b).toFixed(1)}×`;
  const cpu = one.cpu === undefined || other.cpu === undefined ? '–' : times(one.cpu, other.cpu);
  return `${times(one.seconds, other.seconds)} / ${cpu}`;
}
