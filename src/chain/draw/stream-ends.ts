import { drawnWidths } from './drawing.ts';
import { glyphSize } from './glyph.ts';
import type { Point } from './pen.ts';
import type { Grid, Line, StreamDesk } from './stream-grid.ts';
import { bandHeight, middles } from './stream-grid.ts';
import type { Parties } from './stream-parties.ts';
import { partyWidth } from './stream-parties.ts';

const width = drawnWidths.wide;

/** From the supplier to what waits before the first step, or to the first step. */
export function inward(line: Line, y: number, { supplierBottom }: Parties, desk: StreamDesk, grid: Grid): string {
  const [gap, column] = [line.gaps[0], line.columns[0]];
  if (gap === undefined || column === undefined || gap.gap.ways.length === 0) return '';
  const { pen } = desk;
  const middle = y + bandHeight(line, grid) / 2;
  const into = column.x - 3;
  const half = glyphSize.width / 2 + 3;
  const stocked = gap.gap.buffers.length > 0;
  const on =
    stocked && into - gap.x - half >= 12
      ? [
          pen.arrow(
            [
              [gap.x + half, middle],
              [into, middle],
            ],
            'flow',
          ),
        ]
      : [];
  if (supplierBottom === undefined) return on.join('');
  const x = Math.min(gap.x, partyWidth - 16);
  const from: Point = [x, supplierBottom + 3];
  if (stocked) {
    const straight: Point[] = [from, [x, middle - glyphSize.height / 2 - 3]];
    return pen.arrow(x === gap.x ? straight : [from, [x, middle], [gap.x - half, middle]], 'flow') + on.join('');
  }
  const tos = middles(column.steps.length, middle, grid);
  const ways = new Set(gap.gap.ways.map(([, to]) => tos[to] ?? middle));
  return [...ways].map((at) => pen.arrow([from, [x, at], [into, at]], 'flow')).join('');
}

/** From what waits after the last step, or from the last step, to the customer; beside the lines where there are several. */
export function outward(line: Line, y: number, { customerBottom }: Parties, desk: StreamDesk, grid: Grid): string {
  const [gap, column] = [line.gaps.at(-1), line.columns.at(-1)];
  if (gap === undefined || column === undefined || gap.gap.ways.length === 0) return '';
  const { pen } = desk;
  const middle = y + bandHeight(line, grid) / 2;
  const out = column.x + grid.box + 3;
  const half = glyphSize.width / 2 + 3;
  const stocked = gap.gap.buffers.length > 0;
  const on =
    stocked && gap.x - half - out >= 12
      ? [
          pen.arrow(
            [
              [out, middle],
              [gap.x - half, middle],
            ],
            'flow',
          ),
        ]
      : [];
  if (customerBottom === undefined) return on.join('');
  const x = grid.lines.length > 1 ? (grid.end + width) / 2 : Math.max(gap.x, width - partyWidth + 16);
  const to: Point = [x, customerBottom + 3];
  if (stocked) {
    const straight: Point[] = [[x, middle - glyphSize.height / 2 - 3], to];
    return on.join('') + pen.arrow(x === gap.x ? straight : [[gap.x + half, middle], [x, middle], to], 'flow');
  }
  const froms = middles(column.steps.length, middle, grid);
  const ways = new Set(gap.gap.ways.map(([from]) => froms[from] ?? middle));
  return [...ways].map((at) => pen.arrow([[out, at], [x, at], to], 'flow')).join('');
}
