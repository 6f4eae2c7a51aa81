import type { Point } from './pen.ts';
import type { Grid, Line, StreamDesk } from './stream-grid.ts';

/** Times below a line: waiting on the upper level, work on the lower one. */
export function drawLadder(
  line: Line,
  y: number,
  { pen, plan }: StreamDesk,
  grid: Grid,
): { drawn: string; height: number } {
  const told = plan.columns.flat().some(({ work }) => work !== '');
  if (!told) return { drawn: '', height: 0 };
  const low = y + 30;
  const points: Point[] = [];
  const drawn: string[] = [];
  line.gaps.forEach(({ gap, x }, index) => {
    const [left, right] = [x - grid.gap / 2, x + grid.gap / 2];
    points.push([left, y], [right, y]);
    // What waits between two lines is told at the end of the first one.
    if (gap.wait !== '' && (index > 0 || line.first === 0))
      drawn.push(pen.words({ x, y: y - 7, lines: [gap.wait], leading: 0, name: 'n wait', anchor: 'middle' }));
    const column = line.columns[index];
    if (column === undefined) return;
    points.push([column.x, low], [column.x + grid.box, low]);
    const step = column.steps.find(({ counts }) => counts) ?? column.steps[0];
    const middle = column.x + grid.box / 2;
    drawn.push(
      pen.words({ x: middle, y: low + 18, lines: [step?.work ?? ''], leading: 0, name: 'n work', anchor: 'middle' }),
    );
    if (step !== undefined && step.lead !== '')
      drawn.push(
        pen.words({ x: middle, y: low - 9, lines: [step.lead], leading: 0, name: 'n wait', anchor: 'middle' }),
      );
  });
  const stairs = points.flatMap((point, index): Point[] => {
    const before = points[index - 1];
    return before !== undefined && before[1] !== point[1] ? [[before[0], point[1]], point] : [point];
  });
  return { drawn: pen.path([stairs], 'ladder') + drawn.join(''), height: 34 + 30 + 26 };
}
