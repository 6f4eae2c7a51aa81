import type { Buffer } from '../model/chain.ts';
import type { Pen, Point } from './pen.ts';

/** Width and height of a buffer's glyph. */
export const glyphSize = { width: 26, height: 23 } as const;

/** The sign of a buffer with its upper start corner at x, y: a triangle for stock, shelves for a supermarket, a lane for FIFO. */
export function bufferGlyph(kind: Buffer['kind'], x: number, y: number, pen: Pen): string {
  const { width, height } = glyphSize;
  if (kind === 'supermarket') {
    const shelves = [0, 1, 2].map((shelf): Point[] => [
      [x, y + (shelf * height) / 3],
      [x + width, y + (shelf * height) / 3],
    ]);
    const back: Point[] = [
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
    return pen.path([...shelves, back], 'shelf');
  }
  if (kind === 'fifo') {
    const rails = [y + 4, y + height - 4].map((rail): Point[] => [
      [x, rail],
      [x + width, rail],
    ]);
    return pen.path(rails, 'shelf');
  }
  return pen.path(
    [
      [
        [x, y + height],
        [x + width / 2, y],
        [x + width, y + height],
      ],
    ],
    'stock',
    true,
  );
}

/** A bar of load with a mark where demand stands; past the mark, demand cannot be met. `most` is the load at the bar's end. */
export function loadBar(load: number, most: number, x: number, y: number, width: number, pen: Pen): string {
  const full = width * (1 / most);
  const track = pen.box(x, y, width, 8, 'track', 1);
  const bar = pen.box(x, y, Math.max(1.5, Math.min(width, full * load)), 8, 'util', 1);
  return (
    track +
    bar +
    pen.path(
      [
        [
          [x + full, y - 3],
          [x + full, y + 11],
        ],
      ],
      'mark',
    )
  );
}
