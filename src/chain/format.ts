import { perDay } from './engine/calendar.ts';
import type { Quantity } from './engine/quantity.ts';
import { isCurrency, sides } from './engine/quantity.ts';
import type { Figure } from './engine/result.ts';
import type { Calendar } from './model/chain.ts';
import { isolate } from './text.ts';
import type { ChainWords } from './words.ts';
import { fillWords, wordAt } from './words.ts';

/** How numbers are written: language and its words. */
export interface Voice {
  readonly lang: string;
  readonly words: ChainWords;
  /** With it, a rate of less than one a day is said by the week, month or year. */
  readonly calendar?: Calendar | undefined;
}

/** Whose words are used, and in which direction they run. */
export interface Speaker extends Voice {
  readonly dir: 'ltr' | 'rtl';
}

/** A quantity as its author gave it, in the reader's language: `62 s`, `85 %`, `18 400 i månaden`. */
export function quantityText(quantity: Quantity, voice: Voice): string {
  const known = texts.get(quantity);
  if (known?.words === voice.words && known.lang === voice.lang) return known.text;
  const text = statedText(quantity, voice);
  const { words, lang } = voice;
  texts.set(quantity, { words, lang, text });
  return text;
}

/** What is said of quantities: a reader who moves a slider changes one of hundreds. */
const texts = new WeakMap<Quantity, Voice & { readonly text: string }>();

function statedText(quantity: Quantity, voice: Voice): string {
  const { value: size, unit } = quantity;
  const { words, lang } = voice;
  const [over, under] = sides(unit);
  if (over === '%') return percentText(size / 100, lang);
  const value = isCurrency(over) ? moneyText(size, over, lang) : numberText(size, lang, 2);
  const text = under === '' ? wordAt(words, `unit.${over}`) : (wordAt(words, `per.${under}`) ?? words['per.piece']);
  return fillWords(text ?? '{value}', { value });
}

/** A computed number in the reader's language, rounded so that it can be read. */
export function figureText(figure: Pick<Figure, 'value' | 'unit'> & Partial<Figure>, voice: Voice): string {
  const { value, unit, formula } = figure;
  if (unit === 's' || unit === 's/d') return secondsText(value, voice);
  if (unit === 'd') return fillWords(voice.words['unit.d'], { value: numberText(value, voice.lang, 1) });
  if (unit === 'pcs') return numberText(value, voice.lang, 0);
  if (unit.endsWith('/d')) {
    const rate = readableRate({ value, unit }, voice.calendar);
    return quantityText({ value: rounded(rate.value), unit: rate.unit }, voice);
  }
  if (unit.endsWith('/pcs')) return quantityText({ value, unit }, voice);
  const counted = formula === 'staffing' || formula === 'starts';
  return counted ? numberText(value, voice.lang, 2) : percentText(value, voice.lang);
}

/** A computed number as it stands within another text, in its own order; empty where there is none. */
export function figureSaid(figure: Parameters<typeof figureText>[0] | null | undefined, speaker: Speaker): string {
  return figure ? isolate(figureText(figure, speaker), speaker.dir) : '';
}

/** A rate per day over the shortest span that has one of it, or the longest the calendar knows. */
export function readableRate(rate: Quantity, calendar: Calendar | undefined): Quantity {
  if (calendar === undefined || rate.value === 0 || Math.abs(rate.value) >= 1) return rate;
  const [over] = sides(rate.unit);
  const rates = ['wk', 'mo', 'y']
    .map((span) => `${over}/${span}`)
    .map((unit) => ({ value: rate.value / perDay({ value: 1, unit }, calendar), unit }))
    .filter(({ value }) => Number.isFinite(value));
  return rates.find(({ value }) => Math.abs(value) >= 1) ?? rates.at(-1) ?? rate;
}

/** Seconds as a reader would say them: `188 s`, `26 min`, `15,3 h`. */
export function secondsText(seconds: number, { lang, words }: Voice): string {
  const [unit, size] = secondsUnit(seconds);
  return fillWords(words[unit], { value: numberText(seconds / size, lang, 1) });
}

/** The unit in which so many seconds are said, and how many seconds it has. */
export function secondsUnit(seconds: number): readonly [unit: 'unit.h' | 'unit.min' | 'unit.s', size: number] {
  if (seconds >= 3 * 3600) return ['unit.h', 3600];
  return seconds >= 600 ? ['unit.min', 60] : ['unit.s', 1];
}

/** Days in words: `23.6 days`. */
export function daysText(days: number, { lang, words }: Voice): string {
  const value = days < 0.095 ? +days.toPrecision(2) : Math.round(days * 10) / 10;
  const one = new Intl.PluralRules(lang).select(value) === 'one';
  return fillWords(one ? words.dayOne : words.dayOther, { value: numberText(value, lang, 6) });
}

/** A share in per cent: whole from 10 %, finer below. */
export function percentText(share: number, lang: string): string {
  const size = Math.abs(share);
  const exact = Math.abs(share * 100 - Math.round(share * 100)) < 1e-9;
  const digits =
    exact || size >= 0.01 ? { maximumFractionDigits: exact || size >= 0.5 ? 0 : 1 } : { maximumSignificantDigits: 2 };
  return formatter(lang, { style: 'percent', ...digits }).format(share);
}

/** A load in per cent, whole unless it is below one. */
export function loadText(load: number, lang: string): string {
  return load < 0.01 ? percentText(load, lang) : percentText(Math.round(load * 100) / 100, lang);
}

/** A number with at most so many decimals. */
export function numberText(value: number, lang: string, decimals: number): string {
  return formatter(lang, { maximumFractionDigits: decimals }).format(value);
}

/** Several names as a list in a sentence. */
export function namesText(names: readonly string[], lang: string): string {
  return enumeration(lang).format(names);
}

/** What joins names to a list in a language. */
export function enumeration(lang: string): Intl.ListFormat {
  return once(lang, () => new Intl.ListFormat(lang));
}

function moneyText(value: number, currency: string, lang: string): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2;
  return formatter(lang, {
    style: 'currency',
    currency,
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  }).format(value);
}

/** A computed number as it is shown: three digits, or whole. */
export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : +value.toPrecision(3);
}

function formatter(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(lang + JSON.stringify(options), () => new Intl.NumberFormat(lang, options));
}

const made = new Map<string, unknown>();

/** What `Intl` makes takes longer to make than to use. */
function once<T>(key: string, make: () => T): T {
  const known = (made.get(key) as T | undefined) ?? make();
  made.set(key, known);
  return known;
}
