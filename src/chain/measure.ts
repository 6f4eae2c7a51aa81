import { advances } from './metrics.ts';

/** Width of a text in the units of `size`. Weight 400 or 600. */
export type Measure = (text: string, size: number, weight: 400 | 600) => number;

/** Scripts the font lacks: first and last code point, a generous advance in em. */
const guesses: readonly (readonly [number, number, number])[] = [
  [0x0300, 0x036f, 0],
  [0x0370, 0x03ff, 0.62],
  [0x0400, 0x052f, 0.68],
  [0x0590, 0x05c7, 0.3],
  [0x05d0, 0x05ff, 0.62],
  [0x0610, 0x061a, 0],
  [0x064b, 0x065f, 0],
  [0x0600, 0x06ff, 0.6],
  [0x0750, 0x08ff, 0.6],
  [0x0900, 0x0dff, 0.8],
  [0x0e00, 0x0eff, 0.66],
  [0x1100, 0x11ff, 1],
  [0x1e00, 0x1fff, 0.66],
  [0x200b, 0x200f, 0],
  [0x202a, 0x202e, 0],
  [0x2060, 0x206f, 0],
  [0xfb50, 0xfeff, 0.6],
];

const table = new Map<number, readonly [regular: number, semibold: number]>();
for (const [first, , regular, semibold] of advances) {
  const wide = semibold.split(' ');
  regular.split(' ').forEach((width, index) => {
    table.set(first + index, [parseInt(width, 36) / 1000, parseInt(wide[index] ?? width, 36) / 1000]);
  });
}

/**
 * Measures a text in the interface font, without a browser and the same everywhere.
 * Kerning is left out, so a text is at most a little narrower than said; scripts the font lacks get a guess that is wide enough.
 */
export const measureText: Measure = (text, size, weight) => {
  let width = 0;
  for (const character of text) width += advance(character.codePointAt(0) ?? 0, weight);
  return width * size;
};

function advance(code: number, weight: 400 | 600): number {
  const known = table.get(code);
  if (known !== undefined) return weight === 600 ? known[1] : known[0];
  const guess = guesses.find(([first, last]) => code >= first && code <= last)?.[2] ?? 1;
  return weight === 600 ? guess * 1.06 : guess;
}
