import type { Cell, Sheet, Wire } from './cell.ts';
import { labelLines, wireName } from './cell.ts';
import type { Column } from './columns.ts';
import { adjacent, breakLines, gapOf, rankOf } from './columns.ts';
import type { Point } from './pen.ts';
import type { Link, Siblings } from './siblings.ts';
import { widest } from './wrap.ts';

/** Makes a cell of a given width; its place is set by the caller. */
export type MakeCell = (activity: Cell['activity'], width: number) => Cell;

/** Parts placed beside each other, with their lines and the height they take. */
export interface Placed {
  readonly parts: readonly Cell[];
  readonly wires: readonly Wire[];
  readonly height: number;
}

const stackGap = 16;
const laneGap = 12;

interface Line {
  readonly columns: readonly (readonly Cell[])[];
  readonly y: number;
  readonly height: number;
}

/** Places parts in reading direction, in as many lines as the width asks for; loops run below. */
export function placeRow(siblings: Siblings, width: number, make: MakeCell, sheet: Sheet): Placed {
  const gap = gapOf(siblings);
  const rows = breakLines(siblings, width, gap, sheet);
  const lineOf = (id: string): number =>
    rows.findIndex((row) => row.some(({ rank }) => rank.some((activity) => activity.id === id)));
  const lanes = lanesOf(siblings, lineOf);
  const lines: Line[] = [];
  let y = 0;
  rows.forEach((row, index) => {
    const made = row.map((column) => column.rank.map((activity) => make(activity, column.width)));
    const height = Math.max(...made.map(stackHeight), 2 * labelHeight(siblings, row, sheet));
    lines.push({ columns: made.map((cells, at) => stack(cells, row[at]?.x ?? 0, y, height)), y, height });
    y += height + laneSpace(lanes.get(index) ?? [], sheet, index + 1 < rows.length);
  });
  return {
    parts: lines.flatMap(({ columns }) => columns.flat()),
    wires: wiresOf(siblings, lines, lanes, sheet),
    height: y,
  };
}

/** Height above a line that the tallest label between neighbouring columns takes. */
function labelHeight({ links }: Siblings, row: readonly Column[], sheet: Sheet): number {
  const among = row.flatMap(({ rank }) => rank.map(({ id }) => id));
  const [first, second] = row;
  const gap = first === undefined || second === undefined ? 0 : second.x - first.x - first.width;
  const lines = links
    .filter(({ from, to, back }) => !back && gap > 60 && among.includes(from) && among.includes(to))
    .map(({ label }) => labelLines(label, gap - 12, 4, sheet).lines.length);
  const most = Math.max(0, ...lines);
  return most === 0 ? 0 : most * sheet.small.leading + 10;
}

function stackHeight(column: readonly Cell[]): number {
  return column.reduce((sum, { height }) => sum + height + stackGap, -stackGap);
}

/** Fills a column: wholes and rows of plain parts share its height, a plain part beside wholes keeps its own. */
function stack(column: readonly Cell[], x: number, y: number, height: number): Cell[] {
  const spare = (height - stackHeight(column)) / column.length;
  const grow = Math.min(spare, 60);
  let top = y + ((spare - grow) * column.length) / 2;
  return column.map((cell) => {
    const more = cell.parts.length > 0 ? spare : grow;
    const placed = {
      ...cell,
      x,
      y: cell.parts.length > 0 ? y : top,
      height: cell.height + more,
      words: sink(cell, more),
    };
    top += placed.height + stackGap;
    return placed;
  });
}

/** Facts of plain parts stand at the bottom, so that they line up along a row. */
function sink({ words, parts }: Cell, more: number): Cell['words'] {
  return parts.length > 0
    ? words
    : words.map((line) => (line.name.startsWith('n') ? { ...line, y: line.y + more } : line));
}

/** Links that do not simply lead to the next column, by the line below which they run. */
function lanesOf({ ranks, links }: Siblings, lineOf: (id: string) => number): Map<number, Link[]> {
  const lanes = new Map<number, Link[]>();
  for (const link of links) {
    const straight = !link.back && adjacent(ranks, link.from, link.to);
    const line = lineOf(link.from);
    if (straight && line === lineOf(link.to)) continue;
    lanes.set(line, [...(lanes.get(line) ?? []), link]);
  }
  const span = ({ from, to }: Link): number => Math.abs(rankOf(ranks, from) - rankOf(ranks, to));
  for (const [line, list] of lanes)
    lanes.set(
      line,
      list.toSorted((a, b) => span(a) - span(b)),
    );
  return lanes;
}

const labelWidth = 280;

function laneHeight(link: Link, sheet: Sheet): number {
  return laneGap + labelLines(link.label, labelWidth, 2, sheet).lines.length * sheet.small.leading;
}

function laneSpace(lanes: readonly Link[], sheet: Sheet, more: boolean): number {
  const used = lanes.reduce((sum, link) => sum + laneHeight(link, sheet), 0);
  return used === 0 ? (more ? 28 : 0) : used + 8 + (more ? 26 : 0);
}

function wiresOf(
  siblings: Siblings,
  lines: readonly Line[],
  lanes: ReadonlyMap<number, readonly Link[]>,
  sheet: Sheet,
): Wire[] {
  const cells = new Map(lines.flatMap(({ columns }) => columns.flat().map((cell) => [cell.activity.id, cell])));
  const inLane = new Set([...lanes.values()].flat());
  const direct = siblings.links.flatMap((link) => {
    const [from, to] = [cells.get(link.from), cells.get(link.to)];
    return inLane.has(link) || from === undefined || to === undefined ? [] : [directWire(link, from, to, sheet)];
  });
  const looped = [...lanes].flatMap(([index, list]) => {
    const line = lines[index];
    return line === undefined ? [] : laneWires(list, line, cells, sheet);
  });
  return [...direct, ...looped];
}

function directWire(link: Link, from: Cell, to: Cell, sheet: Sheet): Wire {
  const [x1, y1] = [from.x + from.width + 3, from.y + from.height / 2];
  const [x2, y2] = [to.x - 3, to.y + to.height / 2];
  const straight = Math.abs(y1 - y2) < 1;
  const points: Point[] = straight
    ? [
        [x1, y1],
        [x2, y1],
      ]
    : [
        [x1, y1],
        [(x1 + x2) / 2, y1],
        [(x1 + x2) / 2, y2],
        [x2, y2],
      ];
  const { lines, lang } =
    straight && x2 - x1 > 54 ? labelLines(link.label, x2 - x1 - 6, 4, sheet) : { lines: [], lang: undefined };
  const y = y1 - 9 - (lines.length - 1) * sheet.small.leading;
  const words = {
    x: (x1 + x2) / 2,
    y,
    lines,
    leading: sheet.small.leading,
    name: 's',
    anchor: 'middle' as const,
    lang,
  };
  return {
    from: link.from,
    to: link.to,
    name: wireName(link.kind, link.back),
    points,
    ...(lines.length > 0 && { words }),
  };
}

function laneWires(links: readonly Link[], line: Line, cells: ReadonlyMap<string, Cell>, sheet: Sheet): Wire[] {
  let y = line.y + line.height + 16;
  const all = [...cells.values()];
  const sides = { start: Math.min(...all.map(({ x }) => x)), end: Math.max(...all.map(({ x, width }) => x + width)) };
  return links.flatMap((link, index) => {
    const [from, to] = [cells.get(link.from), cells.get(link.to)];
    if (from === undefined || to === undefined) return [];
    const wire = laneWire(link, from, to, { y, shift: index * 12, line, sheet, sides });
    y += laneHeight(link, sheet);
    return [wire];
  });
}

interface Lane {
  readonly y: number;
  /** Keeps lanes that meet at one cell apart. */
  readonly shift: number;
  readonly line: Line;
  readonly sheet: Sheet;
  /** Where the outermost cells of all lines begin and end. */
  readonly sides: { readonly start: number; readonly end: number };
}

function laneWire(link: Link, from: Cell, to: Cell, lane: Lane): Wire {
  const { sheet, y, sides } = lane;
  const start = leave(from, lane);
  const plumb = plumbLine(from, to, lane);
  const points = plumb ?? [...start, [start.at(-1)?.[0] ?? 0, y] as Point, ...arrive(to, lane)];
  const { lines, lang } = labelLines(link.label, labelWidth, 2, sheet);
  const run = points.filter(([, py]) => py === y).map(([x]) => x);
  const half = widest(lines, sheet.small, sheet.measure) / 2;
  const middle =
    plumb === undefined
      ? Math.max(half, Math.min(sides.end - half, (Math.min(...run) + Math.max(...run)) / 2))
      : (plumb[0]?.[0] ?? 0) + half + 10;
  const words = {
    x: middle,
    y: y + sheet.small.size + 3,
    lines,
    leading: sheet.small.leading,
    name: 's',
    anchor: 'middle' as const,
    lang,
  };
  return {
    from: link.from,
    to: link.to,
    name: wireName(link.kind, link.back),
    points,
    ...(lines.length > 0 && { words }),
  };
}

/** Straight down into a cell of a later line, where one stands above the other. */
function plumbLine(from: Cell, to: Cell, { y, shift, line }: Lane): Point[] | undefined {
  const [left, right] = [Math.max(from.x, to.x) + 20, Math.min(from.x + from.width, to.x + to.width) - 20];
  const last = line.columns.some((column) => column.at(-1) === from);
  if (!last || to.y < y || left > right) return undefined;
  const x = Math.max(left, Math.min(right, (left + right) / 2 + shift));
  return [
    [x, from.y + from.height + 3],
    [x, to.y - 3],
  ];
}

function leave(cell: Cell, { line, shift }: Lane): Point[] {
  const bottom = cell.y + cell.height;
  const last = line.columns.some((column) => column.at(-1) === cell);
  if (last) return [[cell.x + cell.width / 2 + 8 + shift, bottom + 3]];
  const x = cell.x + cell.width + 8 + shift / 2;
  return [
    [cell.x + cell.width + 3, bottom - 14],
    [x, bottom - 14],
  ];
}

/** From a lane into a cell: from below on the same line, from above on a later one, around all lines on an earlier one. */
function arrive(cell: Cell, lane: Lane): Point[] {
  const { y, shift, line } = lane;
  const middle = cell.x + cell.width / 2 - 8 - shift;
  const bottom = cell.y + cell.height;
  const x = cell.x - 12 - shift / 2;
  if (cell.y > y)
    return [
      [middle, y],
      [middle, cell.y - 3],
    ];
  if (bottom < line.y) return around(cell, lane);
  const last = line.columns.some((column) => column.at(-1) === cell);
  return last
    ? [
        [middle, y],
        [middle, bottom + 3],
      ]
    : [
        [x, y],
        [x, bottom - 12],
        [cell.x - 3, bottom - 12],
      ];
}

/** Past everything between, on the side that is nearer to the cell, and into it from below. */
function around(cell: Cell, { y, shift, sides }: Lane): Point[] {
  const bottom = cell.y + cell.height;
  const middle = cell.x + cell.width / 2;
  const out = 8 + Math.min(6, shift / 4);
  const atEnd = middle > (sides.start + sides.end) / 2;
  const x = atEnd ? sides.end + out : sides.start - out;
  // On its own side of what leaves the cell downwards.
  const into = atEnd ? middle + 24 + shift : middle - 8 - shift;
  return [
    [x, y],
    [x, bottom + 9],
    [into, bottom + 9],
    [into, bottom + 2],
  ];
}
