import { remembered } from './remembered.ts';

/** A date as machines and as people read it. */
export interface DateText {
  /** `2026-03-14` or a full ISO time. */
  readonly iso: string;
  /** `14 March 2026`, in the page's language. */
  readonly text: string;
}

/** A date in the language's long form, always read in UTC. */
export function dateText(date: Date, lang: string): DateText {
  const iso = date.toISOString();
  const [day = iso] = iso.split('T');
  return {
    iso: iso.endsWith('T00:00:00.000Z') ? day : iso,
    text: remembered(`day ${lang} ${day}`, () => firstOfMonth(longForm(lang).format(date), date, lang)),
  };
}

function longForm(lang: string): Intl.DateTimeFormat {
  return remembered(
    `date ${lang}`,
    () => new Intl.DateTimeFormat(worldwide(lang), { dateStyle: 'long', timeZone: 'UTC' }),
  );
}

/** French writes the first day of a month as an ordinal, which `Intl` does not know. */
function firstOfMonth(text: string, date: Date, lang: string): string {
  return date.getUTCDate() === 1 && /^fr\b/i.test(lang) ? text.replace(/^1 /, '1er ') : text;
}

/** The year of a date in the language's own calendar and digits, read in UTC. */
export function yearText(date: Date, lang: string): string {
  const form = remembered(`year ${lang}`, () => new Intl.DateTimeFormat(lang, { year: 'numeric', timeZone: 'UTC' }));
  return form.format(date);
}

/** A number in the language's digits and grouping. */
export function numberText(value: number, lang: string): string {
  return remembered(`number ${lang}`, () => new Intl.NumberFormat(lang)).format(value);
}

/**
 * An enumeration in the language.
 * @example listText(['a', 'b', 'c'], 'sv') → 'a, b och c'
 */
export function listText(items: readonly string[], lang: string): string {
  return enumeration(lang).format(items);
}

/**
 * An enumeration of what is not text: the items, and what the language says between them.
 * @example listParts([1, 2, 3], 'sv') → [1, ', ', 2, ' och ', 3]
 */
export function listParts<T>(items: readonly T[], lang: string): (T | string)[] {
  // Nothing stands beside a single one, and most sentences have no more.
  if (items.length < 2) return [...items];
  return enumeration(lang)
    .formatToParts(items.map((_item, index) => String(index)))
    .map(({ type, value }) => (type === 'element' ? (items[Number(value)] as T) : value));
}

function enumeration(lang: string): Intl.ListFormat {
  return remembered(`list ${lang}`, () => new Intl.ListFormat(lang, { type: 'conjunction' }));
}

/** The plural category of a count in the language. */
export function pluralCategory(count: number, lang: string): Intl.LDMLPluralRule {
  return remembered(`plural ${lang}`, () => new Intl.PluralRules(lang)).select(count);
}

/** Compares two texts as a reader of the language would sort them. */
export function compareText(a: string, b: string, lang: string): number {
  return remembered(`order ${lang}`, () => new Intl.Collator(lang, { numeric: true })).compare(a, b);
}

/** Minutes a text of so many words takes, at 220 words a minute; never less than one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 220));
}

/** English without a region is nobody's in particular; `Intl` would take it for American and turn its dates round. */
function worldwide(lang: string): string {
  return lang === 'en' ? 'en-001' : lang;
}
