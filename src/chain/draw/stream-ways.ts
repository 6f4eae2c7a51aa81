import { percentText } from '../format.ts';
import { nameOf } from '../scene.ts';
import { isolate, textFor } from '../text.ts';
import { fillWords } from '../words.ts';
import { faces } from './drawing.ts';
import type { Pen, Point } from './pen.ts';
import type { Grid, Line, StreamDesk } from './stream-grid.ts';
import { bandHeight, middles } from './stream-grid.ts';
import { wrap, wrapEvenly } from './wrap.ts';

const { small } = faces.wide;
/** From the boxes to the first way below them. */
const first = 16;

/** A way that does not simply lead to the next column: back for rework, or past steps that others take. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly back: boolean;
  /** What passes and how much of it; may be empty. */
  readonly said: string;
}

/** The ways of a stream that its gaps do not show. */
export function waysOf({ plan, scene, input }: StreamDesk): Way[] {
  const column = new Map(
    plan.columns.flatMap((steps, index) => steps.map(({ activity }) => [activity.id, index] as const)),
  );
  const { chain, network } = scene;
  return network.edges.flatMap(({ from = '', to = '', rework, flow = -1 }): Way[] => {
    const [start, end] = [column.get(from), column.get(to)];
    if (start === undefined || end === undefined || from === to || (!rework && end === start + 1)) return [];
    const { id, label, share: stated } = chain.flows[flow] ?? {};
    // What a reader may change stands at its control.
    const share = chain.controls.some(({ path }) => path === `${id ?? ''}.share`) ? undefined : stated;
    const parts = [
      ...(label === undefined ? [] : [textFor(label, input.lang).text]),
      ...(share === undefined ? [] : [isolate(percentText(share, input.lang), input.dir)]),
    ];
    return [{ from, to, back: rework, said: parts.join(' · ') }];
  });
}

/** Class of a way: going back is dashed. */
export function wayName({ back }: Way): string {
  return back ? 'flow back' : 'flow';
}

/** Where a way leads, in words, for places in which it is not drawn all the way. */
export function wayText({ to, back, said }: Way, { input, scene }: Pick<StreamDesk, 'input' | 'scene'>): string {
  const { words, lang } = input;
  const target = nameOf(scene.chain, to, lang);
  return fillWords(back ? words.sendsBackTo : words.passesTo, { names: said === '' ? target : `${target} (${said})` });
}

interface End {
  readonly x: number;
  readonly y: number;
}

/**
 * Draws the ways that begin in one line of a wide stream, below its boxes; short ones first. Those that lead to another
 * line are begun, and say where they lead.
 */
export function waysBelow(
  line: Line,
  y: number,
  ways: readonly Way[],
  desk: StreamDesk,
  grid: Grid,
): { drawn: string; height: number } {
  const { pen, input } = desk;
  const lowest = lowestSteps(line, y, grid);
  const own = ways
    .flatMap((way) => {
      const [from, to] = [lowest.get(way.from), lowest.get(way.to)];
      const here = line.columns.some(({ steps }) => steps.some(({ activity }) => activity.id === way.to));
      return from === undefined || (here && to === undefined) ? [] : [{ way, from, to }];
    })
    .toSorted((a, b) => spanOf(a) - spanOf(b))
    .map((one, index) => {
      const start = one.from.x + 8 + 12 * index;
      return { ...one, start, end: one.to === undefined ? start : one.to.x - 8 - 12 * index };
    });
  const bottom = y + bandHeight(line, grid);
  const drawn: string[] = [];
  let lane = bottom + first;
  own.forEach(({ way, from, to, start, end }, index) => {
    if (to === undefined) {
      drawn.push(begun(way, { x: start, y: from.y }, lane, desk, grid));
      lane += small.leading;
      return;
    }
    const points: Point[] = [
      [start, from.y + 3],
      [start, lane],
      [end, lane],
      [end, to.y + 3],
    ];
    // A label stands where no longer way comes down.
    const free = widestGap(
      [start, end],
      own.slice(index + 1).flatMap((other) => [other.start, other.end]),
    );
    const setting = { ...small, width: free.width - 16, maxLines: 2, lang: input.lang };
    const lines = way.said === '' || setting.width < 40 ? [] : wrapEvenly(way.said, setting, input.measure);
    drawn.push(pen.arrow(points, wayName(way)), words(free.middle, lane, lines, pen));
    lane += 12 + lines.length * small.leading;
  });
  return { drawn: drawn.join(''), height: own.length === 0 ? 0 : lane - bottom - 6 };
}

function spanOf({ from, to }: { readonly from: End; readonly to: End | undefined }): number {
  return to === undefined ? Infinity : Math.abs(from.x - to.x);
}

/** A way to another line: an arrow down, and beside it in words where it leads. */
function begun(way: Way, from: End, lane: number, desk: StreamDesk, grid: Grid): string {
  const { pen, input } = desk;
  const room = Math.max(from.x - grid.start, grid.end - from.x) - 12;
  const lines = wrap(wayText(way, desk), { ...small, width: room, maxLines: 1, lang: input.lang }, input.measure);
  const after = grid.end - from.x >= from.x - grid.start;
  const points: Point[] = [
    [from.x, from.y + 3],
    [from.x, lane + 8],
  ];
  const place = { y: lane + 7, lines, leading: 0, name: 's' } as const;
  const said = after ? { ...place, x: from.x + 10 } : { ...place, x: from.x - 10, anchor: 'end' as const };
  return pen.arrow(points, wayName(way)) + pen.words(said);
}

function words(x: number, lane: number, lines: readonly string[], pen: Pen): string {
  const place = { x, y: lane + small.size + 3, leading: small.leading, name: 's', anchor: 'middle' } as const;
  return lines.length === 0 ? '' : pen.words({ ...place, lines });
}

/** The middles and undersides of those steps below which nothing stands. */
function lowestSteps(line: Line, y: number, grid: Grid): Map<string, End> {
  const middle = y + bandHeight(line, grid) / 2;
  return new Map(
    line.columns.flatMap(({ steps, x }) => {
      const [last, at] = [steps.at(-1), middles(steps.length, middle, grid).at(-1)];
      return last === undefined || at === undefined
        ? []
        : [[last.activity.id, { x: x + grid.box / 2, y: at + grid.height / 2 }] as const];
    }),
  );
}

function widestGap(
  [start, end]: readonly [number, number],
  cuts: readonly number[],
): { middle: number; width: number } {
  const [left, right] = [Math.min(start, end), Math.max(start, end)];
  const marks = [left, ...cuts.filter((x) => x > left && x < right).toSorted((a, b) => a - b), right];
  const gaps = marks.slice(1).map((x, index) => {
    const before = marks[index] ?? left;
    return { middle: (before + x) / 2, width: x - before };
  });
  return gaps.reduce((best, gap) => (gap.width > best.width ? gap : best));
}
