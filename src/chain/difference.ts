import type { Figure } from './engine/result.ts';
import { daysText, numberText, quantityText, readableRate, rounded, secondsUnit, type Voice } from './format.ts';
import { fillWords } from './words.ts';

type Sized = Pick<Figure, 'value' | 'unit'> & Partial<Figure>;

/**
 * What a figure has more or less than another, with its sign. It adds up with what is shown of both: they are rounded as
 * they are shown, and it is said in the unit of the larger one. Nothing is a dash.
 */
export function figureDifference(from: Sized, to: Sized, voice: Voice): string {
  const { unit } = to;
  const { words, lang } = voice;
  if (unit === 's' || unit === 's/d') {
    const [name, size] = secondsUnit(Math.max(from.value, to.value));
    const by = tenths(to.value / size) - tenths(from.value / size);
    return signed(by, (value) => fillWords(words[name], { value: numberText(value, lang, 1) }));
  }
  if (unit === 'd') return daysDifference(from.value, to.value, voice);
  if (unit === 'pcs') return signed(Math.round(to.value) - Math.round(from.value), (by) => numberText(by, lang, 0));
  if (unit.endsWith('/d')) return rateDifference(from, to, voice);
  if (unit.endsWith('/pcs')) return signed(to.value - from.value, (value) => quantityText({ value, unit }, voice));
  const isCounted = to.formula === 'staffing' || to.formula === 'starts';
  if (isCounted) return signed(to.value - from.value, (by) => numberText(by, lang, 2));
  return shareDifference(from.value, to.value, voice);
}

/** The same for days. */
export function daysDifference(from: number, to: number, voice: Voice): string {
  const isShort = Math.max(from, to) < 0.095;
  return signed(isShort ? to - from : tenths(to) - tenths(from), (by) => daysText(by, voice));
}

/** The same for shares: in percentage points, whole where both shares are shown whole. */
export function shareDifference(from: number, to: number, { words, lang }: Voice): string {
  const places = Math.min(from, to) < 0.01 ? 2 : Math.max(from, to) < 0.5 ? 1 : 0;
  return pointsText(round(to * 100, places) - round(from * 100, places), places, words, lang);
}

/** The same for loads, which are shown in whole per cent. */
export function loadDifference(from: number, to: number, { words, lang }: Voice): string {
  return pointsText(Math.round(to * 100) - Math.round(from * 100), 0, words, lang);
}

function rateDifference(from: Sized, to: Sized, voice: Voice): string {
  const [a, b] = [readableRate(from, voice.calendar), readableRate(to, voice.calendar)];
  const [less, more] = a.unit === b.unit ? [a, b] : [from, to];
  return signed(rounded(more.value) - rounded(less.value), (value) => quantityText({ value, unit: more.unit }, voice));
}

function pointsText(by: number, places: number, words: Voice['words'], lang: string): string {
  return signed(by, (points) => {
    const one = new Intl.PluralRules(lang).select(round(points, places)) === 'one';
    return fillWords(one ? words.pointOne : words.pointOther, { value: numberText(points, lang, places) });
  });
}

function signed(by: number, text: (size: number) => string): string {
  // What is left of two rounded numbers may have digits that neither has.
  const size = round(Math.abs(by), 9);
  return size < 1e-9 ? '–' : `${by < 0 ? '\u2212' : '+'}${text(size)}`;
}

function tenths(value: number): number {
  return round(value, 1);
}

function round(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}
