import type { Pen, Point } from './pen.ts';
import type { StreamDesk } from './stream-grid.ts';
import type { Way } from './stream-ways.ts';
import { wayName } from './stream-ways.ts';

/** A lane for each way, counted from 1; ways that do not lie beside each other share one. */
export function lanesOf(ways: readonly Way[], { plan }: StreamDesk): Map<Way, number> {
  const order = plan.columns.flat().map(({ activity }) => activity.id);
  const span = ({ from, to }: Way): readonly [number, number] => {
    const ends = [order.indexOf(from), order.indexOf(to)];
    return [Math.min(...ends), Math.max(...ends)];
  };
  const lanes = new Map<Way, number>();
  const long = (way: Way): number => span(way)[1] - span(way)[0];
  for (const way of ways.toSorted((a, b) => long(a) - long(b))) {
    const [top, bottom] = span(way);
    const beside = [...lanes].filter(([other]) => span(other)[0] <= bottom && span(other)[1] >= top);
    const taken = new Set(beside.map(([, lane]) => lane));
    let lane = 1;
    while (taken.has(lane)) lane += 1;
    lanes.set(way, lane);
  }
  return lanes;
}

/** Ways back and past steps, beside the boxes. */
export function drawWays(
  lanes: ReadonlyMap<Way, number>,
  middles: ReadonlyMap<string, number>,
  start: number,
  right: number,
  pen: Pen,
): string {
  return [...lanes]
    .map(([way, lane]) => {
      const x = start + 9 * lane;
      const [from, to] = [(middles.get(way.from) ?? 0) + 10 + 5 * lane, (middles.get(way.to) ?? 0) - 10 - 5 * lane];
      const points: Point[] = [
        [right + 3, from],
        [x, from],
        [x, to],
        [right + 3, to],
      ];
      return pen.arrow(points, wayName(way));
    })
    .join('');
}
