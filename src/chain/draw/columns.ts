import { textFor } from '../text.ts';
import type { Cell, Sheet } from './cell.ts';
import { padding } from './cell.ts';
import type { Siblings } from './siblings.ts';
import { arrange, partsOf } from './siblings.ts';

const leastColumn = 128;
const widestColumn = 330;
const plainGap = 36;
const labelledGap = 104;

/** The least width at which an activity can be read: its longest word, or its parts beside each other. */
function needed(activity: Cell['activity'], sheet: Sheet, most: number): number {
  const parts = partsOf(sheet.chain, activity.id);
  const text = textFor(activity.label, sheet.lang).text;
  const words = text.split(/[\s\u00ad-]+/u).map((word) => sheet.measure(word, sheet.label.size, sheet.label.weight));
  const own = Math.min(220, Math.max(leastColumn, ...words.map((word) => word + 2 * padding + 2)));
  if (parts.length === 0) return own;
  if (sheet.stacked) return Math.max(own, ...parts.map((part) => needed(part, sheet, most) + 26));
  const inner = arrange(sheet.chain, parts);
  const row = inner.ranks.reduce(
    (sum, rank) => sum + gapOf(inner) + Math.max(...rank.map((part) => needed(part, sheet, most))),
    0,
  );
  return row + 36 > most ? Math.min(most, own + 60) : row + 36 - gapOf(inner);
}

/** Space between neighbouring columns: more where something is written on the lines. */
export function gapOf({ ranks, links }: Siblings): number {
  const labelled = links.some(({ back, label, from, to }) => !back && label !== undefined && adjacent(ranks, from, to));
  return labelled && ranks.length <= 4 ? labelledGap : plainGap;
}

/** Activities in one column, with its place in the line. */
export interface Column {
  readonly rank: readonly Cell['activity'][];
  readonly x: number;
  readonly width: number;
}

/** Columns in as many lines as the width asks for. Plain parts get equal columns; beside wholes each gets what it needs. */
export function breakLines({ ranks, columns = 1 }: Siblings, width: number, gap: number, sheet: Sheet): Column[][] {
  const wanted = ranks.map((rank) => Math.max(...rank.map((activity) => needed(activity, sheet, width))));
  const even = sheet.stacked || ranks.flat().every(({ id }) => partsOf(sheet.chain, id).length === 0);
  return even ? evenLines(ranks, width, gap, Math.max(...wanted), columns) : greedyLines(ranks, width, gap, wanted);
}

function evenLines(ranks: Siblings['ranks'], width: number, gap: number, least: number, columns: number): Column[][] {
  const most = Math.max(1, Math.floor((width + gap) / (least + gap)));
  const perLine = Math.max(Math.min(columns, most), Math.ceil(ranks.length / Math.ceil(ranks.length / most)));
  const column = Math.min(widestColumn, (width - (perLine - 1) * gap) / perLine);
  const spare = perLine > 1 ? Math.min(gap * 5, (width - perLine * column) / (perLine - 1)) : 0;
  const lines: Column[][] = [];
  ranks.forEach((rank, index) =>
    (lines[Math.floor(index / perLine)] ??= []).push({ rank, x: (index % perLine) * (column + spare), width: column }),
  );
  return lines;
}

function greedyLines(ranks: Siblings['ranks'], width: number, gap: number, wanted: readonly number[]): Column[][] {
  const lines: { rank: Column['rank']; width: number }[][] = [[]];
  let used = 0;
  ranks.forEach((rank, index) => {
    const column = { rank, width: wanted[index] ?? width };
    if (used > 0 && used + gap + column.width > width) {
      lines.push([]);
      used = 0;
    }
    used += (used > 0 ? gap : 0) + column.width;
    lines.at(-1)?.push(column);
  });
  return lines.map((line) => {
    const sum = line.reduce((total, column) => total + column.width, 0);
    const stretch = (width - gap * (line.length - 1)) / sum;
    let x = 0;
    return line.map(({ rank, width: least }) => {
      const column = { rank, x, width: least * stretch };
      x += column.width + gap;
      return column;
    });
  });
}

/** True when `to` stands in the column after `from`. */
export function adjacent(ranks: Siblings['ranks'], from: string, to: string): boolean {
  return rankOf(ranks, to) - rankOf(ranks, from) === 1;
}

/** The column an activity stands in, from 0. */
export function rankOf(ranks: Siblings['ranks'], id: string): number {
  return ranks.findIndex((rank) => rank.some((activity) => activity.id === id));
}
