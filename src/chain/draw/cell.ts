import type { Measure } from '../measure.ts';
import type { Activity, ValueChain } from '../model/chain.ts';
import type { Text } from '../text.ts';
import { textFor } from '../text.ts';
import type { Words } from './pen.ts';
import type { Face } from './wrap.ts';
import { wrap, wrapEvenly } from './wrap.ts';

/** A short line in a box; `name` is its class: `n` for what the page adds, `n load` for a load. */
export interface Note {
  readonly text: string;
  readonly name: 'n' | 'n load';
}

/** What every part of a drawing needs to know. */
export interface Sheet {
  readonly chain: ValueChain;
  readonly lang: string;
  readonly measure: Measure;
  readonly label: Face & { readonly leading: number };
  readonly small: Face & { readonly leading: number };
  /** True when parts of a whole always stand below each other. */
  readonly stacked: boolean;
  /** Facts under an activity's description, such as its load; already in the reader's language. */
  readonly facts: (activity: Activity) => readonly Note[];
}

/** A line from one cell to another, in the coordinates of the cell that holds both. */
export interface Wire {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  readonly words?: Words | undefined;
}

/** An activity with its place; x and y count from the upper start corner of the cell that holds it. */
export interface Cell {
  readonly activity: Activity;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Words[];
  readonly parts: readonly Cell[];
  readonly wires: readonly Wire[];
}

/** Space between a cell's border and its text. */
export const padding = 14;

/**
 * The words in a cell's head and the height they take, padding above and below included.
 * In a whole, facts stand at the end of the label's line; in a part, below everything else.
 */
export function headOf(
  activity: Activity,
  width: number,
  sheet: Sheet,
  whole: boolean,
): { words: Words[]; height: number } {
  const words: Words[] = [];
  let y = padding;
  const bold = { ...sheet.small, weight: 600 as const };
  const facts = sheet.facts(activity);
  const beside = whole ? facts.map(({ text }) => text).join(' · ') : '';
  const room = beside === '' ? 0 : sheet.measure(beside, bold.size, bold.weight) + 16;
  const apart =
    room > 0 &&
    width - 2 * padding - room > sheet.measure(textFor(activity.label, sheet.lang).text, sheet.label.size, 600);
  const put = (text: Text | undefined, face: Sheet['small'], name: string, maxLines: number): void => {
    if (text === undefined) return;
    const { text: said, lang } = textFor(text, sheet.lang);
    const setting = { ...face, width: width - 2 * padding, maxLines, lang: lang ?? sheet.lang };
    // A number parts from what it is told in before that is torn apart: 1 120 € | par jour.
    const lines = (name.startsWith('n') ? wrapEvenly : wrap)(said, setting, sheet.measure);
    words.push({ x: padding, y: y + face.size * 0.82, lines, leading: face.leading, name, lang });
    y += lines.length * face.leading;
  };
  if (apart) {
    const place = { x: width - padding, y: y + sheet.label.size * 0.82, anchor: 'end' as const };
    words.push({ ...place, lines: [beside], leading: bold.leading, name: 'n' });
  }
  put(activity.label, sheet.label, 't', 4);
  if (activity.description !== undefined) y += 2;
  put(activity.description, sheet.small, 's', 5);
  for (const fact of apart ? [] : facts) {
    y += 5;
    put({ [sheet.lang]: fact.text }, bold, fact.name, 2);
  }
  return { words, height: y + padding - 4 };
}

/** The words on a line: what passes. */
export function labelLines(
  label: Text | undefined,
  width: number,
  maxLines: number,
  sheet: Sheet,
): { lines: string[]; lang: string | undefined } {
  if (label === undefined || width <= 24) return { lines: [], lang: undefined };
  const { text, lang } = textFor(label, sheet.lang);
  return {
    lines: wrapEvenly(text, { ...sheet.small, width, maxLines, lang: lang ?? sheet.lang }, sheet.measure),
    lang,
  };
}

/** Class of a line: what kind of thing passes, and whether it goes back. */
export function wireName(kind: string, back: boolean): string {
  const colour = kind === 'information' || kind === 'dependency' ? 'info' : kind === 'money' ? 'money' : 'flow';
  return back ? `${colour} back` : colour;
}
