import { shortName } from '../facts.ts';
import type { Fact } from '../facts.ts';
import type { Scene } from '../scene.ts';
import { textFor } from '../text.ts';
import type { DrawInput } from './drawing.ts';
import { drawnWidths, faces } from './drawing.ts';
import type { Pen } from './pen.ts';
import type { Step } from '../step.ts';
import type { Gap, StreamPlan } from './stream-plan.ts';
import { wrap } from './wrap.ts';
import type { ChainWords } from '../words.ts';

const { label, small } = faces.wide;
const width = drawnWidths.wide;

/** Space between a box's side and its text. */
export const inner = 7;
/** Space between parallel steps. */
export const stackGap = 14;

/** Width of what runs beside the lines of a long stream. */
const lane = 18;

/** What every part of the drawing needs. */
export interface StreamDesk {
  readonly plan: StreamPlan;
  readonly scene: Scene;
  readonly input: DrawInput;
  readonly pen: Pen;
}

/** Columns that stand beside each other. */
export interface Line {
  /** Index of the first column. */
  readonly first: number;
  readonly columns: readonly { readonly steps: readonly Step[]; readonly x: number }[];
  /** Middles of the gaps: before each column and after the last. */
  readonly gaps: readonly { readonly gap: Gap; readonly x: number }[];
}

/** Sizes that all boxes of a stream share. */
export interface Grid {
  readonly box: number;
  readonly gap: number;
  /** Where the ladder begins and ends; beside it run lines that pass from line to line. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
  /** Facts every box shows, with one or two lines each. */
  readonly facts: readonly { readonly key: string; readonly rows: 1 | 2; readonly name: 'name' | 'short' }[];
  readonly nameLines: number;
  /** Height of every box. */
  readonly height: number;
}

/** Finds sizes at which every text fits, and breaks long streams into lines. */
export function gridOf(plan: StreamPlan, desk: StreamDesk): Grid {
  const { measure } = desk.input;
  const stocks = plan.gaps.some(({ buffers }) => buffers.length > 0);
  const amounts = plan.gaps.flatMap(({ amounts: texts, wait }) =>
    [...texts, wait].map((text) => measure(text, small.size, 600)),
  );
  const gap = stocks ? Math.max(46, Math.min(64, ...[Math.max(...amounts) + 4])) : 34;
  const count = plan.columns.length;
  const fit = (room: number): number => Math.max(1, Math.floor((room - gap) / (104 + gap)));
  const long = count > fit(width);
  const start = long && plan.steered.size > 0 ? lane : 0;
  const end = width - (long && (plan.gaps.at(-1)?.ways.length ?? 0) > 0 && plan.customers.length > 0 ? lane : 0);
  const room = end - start;
  const perLine = Math.ceil(count / Math.ceil(count / fit(room)));
  const box = Math.min(210, (room - (perLine + 1) * gap) / perLine);
  const wide = gap + Math.max(0, (room - (perLine + 1) * gap - perLine * box) / (perLine + 1));
  const lines: Line[] = [];
  for (let first = 0; first < count; first += perLine) {
    const steps = plan.columns.slice(first, first + perLine);
    const columns = steps.map((column, at) => ({ steps: column, x: start + wide + at * (box + wide) }));
    const gaps = plan.gaps
      .slice(first, first + steps.length + 1)
      .map((one, at) => ({ gap: one, x: start + at * (box + wide) + wide / 2 }));
    lines.push({ first, columns, gaps });
  }
  const keys = [...new Set(plan.columns.flat().flatMap(({ facts }) => facts.map(({ key }) => key)))].filter(
    (key) => key !== 'every',
  );
  const facts = keys.map((key) => ({ key, ...rowsOf(key, box, plan, desk.input) }));
  const nameLines = Math.max(
    ...plan.columns.flat().map(({ activity }) => nameOf(activity.label, box, desk).lines.length),
  );
  const loaded = plan.columns.flat().some(({ load }) => load !== undefined);
  return { box, gap: wide, start, end, lines, facts, nameLines, height: boxHeight(facts, nameLines, loaded) };
}

/** What a fact is called in a box. */
export function factName({ key, name }: Fact, form: 'name' | 'short', words: ChainWords): string {
  return form === 'short' ? shortName(key, words) : name;
}

/** A fact stands on one line, with its short name if need be; else its value goes to a second line. */
function rowsOf(
  key: string,
  box: number,
  plan: StreamPlan,
  { measure, words }: DrawInput,
): { rows: 1 | 2; name: 'name' | 'short' } {
  const facts = plan.columns.flat().flatMap((step) => step.facts.filter((fact) => fact.key === key));
  const fits = (name: 'name' | 'short'): boolean =>
    facts.every(
      (fact) =>
        measure(factName(fact, name, words), small.size, 400) + measure(fact.text, small.size, 400) + 6 <=
        box - 2 * inner,
    );
  if (fits('name')) return { rows: 1, name: 'name' };
  if (fits('short')) return { rows: 1, name: 'short' };
  const long = facts.some((fact) => measure(fact.name, small.size, 400) > box - 2 * inner);
  return { rows: 2, name: long ? 'short' : 'name' };
}

/** A step’s name in lines that fit its box. */
export function nameOf(
  text: Step['activity']['label'],
  box: number,
  { input }: StreamDesk,
): { lines: string[]; lang: string | undefined } {
  const { text: said, lang } = textFor(text, input.lang);
  return {
    lines: wrap(said, { ...label, width: box - 2 * inner, maxLines: 3, lang: lang ?? input.lang }, input.measure),
    lang,
  };
}

function boxHeight(facts: Grid['facts'], nameLines: number, load: boolean): number {
  const rows = facts.reduce((sum, { rows: count }) => sum + count, 0);
  return 10 + nameLines * label.leading + 8 + rows * small.leading + (load ? 44 : 6);
}

/** Middles of the boxes in a column, in a band whose middle is `y`. */
export function middles(count: number, y: number, grid: Grid): number[] {
  return Array.from({ length: count }, (_, index) => y + (index - (count - 1) / 2) * (grid.height + stackGap));
}

/** Height of a line's band of boxes. */
export function bandHeight(line: Line, grid: Grid): number {
  const deepest = Math.max(...line.columns.map(({ steps }) => steps.length));
  return deepest * (grid.height + stackGap) - stackGap;
}
