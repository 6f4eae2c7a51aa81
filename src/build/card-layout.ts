import { setLine, type OutlinedLine, type TextStyle } from './text-outline.ts';

/** A text set in lines of one size. */
export interface SetText {
  /** In pixels. */
  readonly size: number;
  readonly lines: readonly OutlinedLine[];
}

/** Room for a text: it is set as large as it fits. */
export interface Room {
  /** In pixels. */
  readonly width: number;
  /** In pixels, of all lines together. */
  readonly height: number;
  readonly lines: number;
  /** Sizes in pixels to be tried, the largest first. */
  readonly sizes: readonly number[];
}

/** From line to line, in sizes of the letters. */
export const leading = 1.16;
/** A word is not broken before fewer letters than this. */
const shortestRest = 4;

/** Sets a text in the largest size in which it fits. In the smallest, long words are broken and what is too much is cut. */
export async function fitText(text: string, room: Room, style: TextStyle): Promise<SetText> {
  const smallest = room.sizes.at(-1) ?? 16;
  for (const size of room.sizes) {
    const lines = await breakLines(text, (room.width / size) * 1000, style, 'keep');
    if (lines !== undefined && lines.length <= linesIn(room, size)) return setLines(lines, size, style);
  }
  const lines = (await breakLines(text, (room.width / smallest) * 1000, style, 'break')) ?? [];
  const [kept, rest] = [lines.slice(0, room.lines), lines.slice(room.lines)];
  const last = kept.at(-1);
  if (rest.length > 0 && last !== undefined) kept[kept.length - 1] = `${last.replace(/[\s\p{P}]*\S$/u, '')}…`;
  return setLines(kept, smallest, style);
}

function linesIn({ height, lines }: Room, size: number): number {
  return Math.min(lines, 1 + Math.floor((height - size) / (leading * size)));
}

async function setLines(lines: readonly string[], size: number, style: TextStyle): Promise<SetText> {
  const set: OutlinedLine[] = [];
  for (const line of lines) set.push(await setLine(line, style));
  return { size, lines: set };
}

/**
 * Breaks a text at its spaces into lines of at most `width` thousandths of an em. A word that is too long for
 * a line of its own is broken, or the text is given up.
 */
async function breakLines(
  text: string,
  width: number,
  style: TextStyle,
  longWords: 'keep' | 'break',
): Promise<string[] | undefined> {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (await fits(longer, width, style)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const short = await fits(word, width, style);
    if (!short && longWords === 'keep') return undefined;
    const parts = short ? [word] : await breakWord(word, width, style);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/** Breaks a word that is longer than a line; a hyphen says so. */
async function breakWord(word: string, width: number, style: TextStyle): Promise<string[]> {
  const parts: string[][] = [];
  let part: string[] = [];
  for (const { segment } of new Intl.Segmenter(style.lang, { granularity: 'grapheme' }).segment(word)) {
    if (part.length > 0 && !(await fits(`${part.join('')}${segment}-`, width, style))) {
      parts.push(part);
      part = [];
    }
    part.push(segment);
  }
  const lacking = Math.max(0, shortestRest - part.length);
  const rest = [...(parts.at(-1)?.splice(-lacking, lacking) ?? []), ...part];
  return [...parts.map((one) => `${one.join('')}-`), rest.join('')];
}

async function fits(text: string, width: number, style: TextStyle): Promise<boolean> {
  return (await setLine(text, style)).width <= width;
}
