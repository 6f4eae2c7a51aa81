import type { Problem } from '../core/problem/problem.ts';
import type { Fault, Path } from './engine/fault.ts';
import type { Figure, CheckedResult } from './engine/result.ts';
import type { Voice } from './format.ts';
import { figureText } from './format.ts';
import type { Conventions } from './model/chain.ts';
import { wholeFigures, wholeText } from './whole.ts';
import type { ChainWords } from './words.ts';

/** A number with its unit: seconds `s`, `s/d`, flow units `pcs`, `pcs/d`, days `d`, money `EUR/d`; empty for a ratio. */
export interface ReportQuantity {
  readonly value: number;
  readonly unit: string;
}

/** A fault or a problem of the model. */
export interface ReportProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Path into the YAML file, joined by dots; `null` when only the place in the file is known. */
  readonly path: string | null;
  readonly line: number | null;
  readonly message: string;
  readonly hint: string | null;
}

type Quantity = ReportQuantity | null;

/** What the command prints as JSON. Keys are fixed; what is not known is `null`. */
export interface ChainReport {
  readonly id: string;
  readonly scenario: string;
  readonly conventions: Conventions | null;
  readonly availableTime: Quantity;
  readonly demand: Quantity;
  readonly takt: Quantity;
  readonly capacity: Quantity;
  readonly throughput: Quantity;
  readonly constraint: 'demand' | 'capacity' | 'supply' | null;
  readonly bottleneck: readonly string[];
  readonly leadTime: (ReportQuantity & { readonly days: number; readonly convention: string }) | null;
  readonly valueAddedTime: Quantity;
  readonly ratio: { readonly value: number; readonly timeBase: string } | null;
  readonly rolledCompleteAccurate: Quantity;
  readonly margin: Quantity;
  readonly workInProcess: Quantity;
  readonly staffing: Quantity;
  readonly activities: readonly {
    readonly id: string;
    readonly capacity: Quantity;
    readonly startsPerGoodUnit: Quantity;
    readonly impliedUtilization: Quantity;
    readonly utilization: Quantity;
    readonly cost: Quantity;
  }[];
  readonly buffers: readonly { readonly id: string; readonly days: Quantity; readonly quantity: Quantity }[];
  readonly problems: readonly ReportProblem[];
}

/** Finds the line of a path in the model's file. */
export type LineOf = (path: Path) => number | undefined;

/**
 * The numbers of a result under fixed keys. `problems` are those found while reading the file; faults of the
 * computation that are not among them are added.
 */
export function chainReport(
  result: CheckedResult,
  problems: readonly Problem[] = [],
  lineOf: LineOf = () => undefined,
): ChainReport {
  const { leadTime, ratio, conventions } = result;
  const known = (fault: Fault): boolean =>
    problems.some(({ rule, message }) => rule === fault.rule && message.endsWith(fault.message));
  return {
    id: result.id,
    scenario: result.scenario,
    conventions,
    availableTime: quantity(result.availableTime),
    demand: quantity(result.demand),
    takt: quantity(result.takt),
    capacity: quantity(result.capacity),
    throughput: quantity(result.throughput),
    constraint: result.constraint,
    bottleneck: result.bottleneck,
    leadTime:
      leadTime === null
        ? null
        : { value: leadTime.value, unit: 's', days: leadTime.days, convention: leadTime.convention ?? '' },
    valueAddedTime: quantity(result.valueAddedTime),
    ratio: ratio === null ? null : { value: ratio.value, timeBase: conventions?.timeBase ?? '' },
    rolledCompleteAccurate: quantity(result.rolledCompleteAccurate),
    margin: quantity(result.margin),
    workInProcess: quantity(result.workInProcess),
    staffing: quantity(result.staffing),
    activities: result.activities.map((activity) => ({
      id: activity.id,
      capacity: quantity(activity.capacity),
      startsPerGoodUnit: quantity(activity.startsPerGoodUnit),
      impliedUtilization: quantity(activity.impliedUtilization),
      utilization: quantity(activity.utilization),
      cost: quantity(activity.cost),
    })),
    buffers: result.buffers.map(({ id, days, quantity: amount }) => ({
      id,
      days: quantity(days),
      quantity: quantity(amount),
    })),
    problems: [
      ...problems.map(problemOf),
      ...result.faults.filter((fault) => !known(fault)).map((fault) => faultOf(fault, lineOf)),
    ],
  };
}

/** The report of a model that could not be read: the same keys, nothing known, every problem. */
export function failedReport(id: string, scenario: string, problems: readonly Problem[]): ChainReport {
  const none = {
    availableTime: null,
    demand: null,
    takt: null,
    capacity: null,
    throughput: null,
    constraint: null,
  };
  const more = {
    valueAddedTime: null,
    ratio: null,
    rolledCompleteAccurate: null,
    margin: null,
    workInProcess: null,
    staffing: null,
  };
  return {
    id,
    scenario,
    conventions: null,
    ...none,
    bottleneck: [],
    leadTime: null,
    ...more,
    activities: [],
    buffers: [],
    problems: problems.map(problemOf),
  };
}

/** The report as a table to read in a terminal, in the words and numbers of a language. */
export function chainReportText(result: CheckedResult, words: ChainWords, locale: string): string {
  const voice = { words, lang: locale };
  const whole = wholeFigures.flatMap((name): string[][] => {
    const text = wholeText(result, name, voice);
    return text === undefined ? [] : [[words[name], text]];
  });
  if (result.constraint !== null) whole.push([words.constraint, words[`constraint.${result.constraint}`]]);
  if (result.bottleneck.length > 0) whole.push([words.bottleneck, result.bottleneck.join(', ')]);
  const head = [words.activity, words.capacity, words.impliedUtilization, words.startsPerGoodUnit];
  const rows = result.activities.map(({ id, capacity, impliedUtilization, startsPerGoodUnit }) => [
    id,
    show(capacity, voice),
    show(impliedUtilization, voice),
    show(startsPerGoodUnit, voice),
  ]);
  return [`${result.id}, ${result.scenario}`, '', ...columns(whole), '', ...columns([head, ...rows]), ''].join('\n');
}

function show(figure: Figure | null, voice: Voice): string {
  return figure === null ? '–' : figureText(figure, voice);
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function quantity(figure: Figure | null): Quantity {
  return figure === null ? null : { value: figure.value, unit: figure.unit };
}

function problemOf({ rule, severity, line, message, hint }: Problem): ReportProblem {
  return { code: rule, severity, path: null, line: line ?? null, message, hint: hint ?? null };
}

function faultOf({ rule, severity, path, message, hint }: Fault, lineOf: LineOf): ReportProblem {
  return { code: rule, severity, path: path.join('.'), line: lineOf(path) ?? null, message, hint: hint ?? null };
}
