import bidiFactory from 'bidi-js';
import type { Shaped, Typeface, Typefaces } from './typeface.ts';

/** A line of text as outlines. */
export interface OutlinedLine {
  /** In thousandths of an em. */
  readonly width: number;
  /** Shaped pieces from left to right. */
  readonly pieces: readonly Shaped[];
}

/** How a text is set. */
export interface TextStyle {
  readonly faces: Typefaces;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

interface Run {
  readonly text: string;
  readonly face: Typeface;
  readonly level: number;
}

const bidi = bidiFactory();
/** What stands in texts without being drawn: joiners, marks of direction, soft hyphens, variation selectors. */
const unseen = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/u;

const picture = String.raw`\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?`;
const pictures = new RegExp(`${picture}(?:\\u200D${picture})*`, 'gu');

/** The letters of a text that no face has; pictures count as none, since they are left out. */
export async function missingLetters(text: string, { faces }: TextStyle): Promise<string[]> {
  const missing: string[] = [];
  for (const letter of new Set(drawable(text))) {
    if (!unseen.test(letter) && (await faces.faceFor(letter.codePointAt(0) ?? 0)) === undefined) missing.push(letter);
  }
  return missing;
}

/** Sets one line: pieces of one face and direction, each shaped, in the order in which they are seen. */
export async function setLine(text: string, style: TextStyle): Promise<OutlinedLine> {
  const runs = await runsOf(drawable(text), style);
  const pieces = inVisualOrder(runs).map(({ text: part, face, level }) =>
    face.shape(part, style.lang, level % 2 === 1),
  );
  return { width: pieces.reduce((sum, { advance }) => sum + advance, 0), pieces };
}

/** A text without pictures, for which no serif has a place, in single spaces. */
function drawable(text: string): string {
  return text
    .replace(pictures, (one) => ((one.codePointAt(0) ?? 0) < 0x2190 ? one : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

async function runsOf(text: string, { faces, dir }: TextStyle): Promise<Run[]> {
  const { levels } = bidi.getEmbeddingLevels(text, dir);
  const runs: Run[] = [];
  let at = 0;
  for (const letter of text) {
    const level = levels[at] ?? 0;
    at += letter.length;
    const last = runs.at(-1);
    const face = await faceOf(letter, last, faces);
    if (face === undefined) continue;
    if (last?.level === level && last.face === face) runs[runs.length - 1] = { ...last, text: last.text + letter };
    else runs.push({ text: letter, face, level });
  }
  return runs;
}

/** Spaces and marks stay in the face of what they follow, so that shaping sees words whole. */
async function faceOf(letter: string, last: Run | undefined, faces: Typefaces): Promise<Typeface | undefined> {
  const code = letter.codePointAt(0) ?? 0;
  if (last !== undefined && (unseen.test(letter) || last.face.covers(code))) return last.face;
  return faces.faceFor(code);
}

/** Puts runs in the order in which they are seen (UAX #9, rule L2): from the deepest level up, each stretch is turned round. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const order = [...runs];
  const deepest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = deepest; level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end += 1;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}
