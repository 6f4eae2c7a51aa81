/** The quotation marks of a language: outer and inner, and the space inside them. */
export interface QuoteMarks {
  readonly double: readonly [open: string, close: string];
  readonly single: readonly [open: string, close: string];
}

const english: QuoteMarks = { double: ['“', '”'], single: ['‘', '’'] };
const swedish: QuoteMarks = { double: ['”', '”'], single: ['’', '’'] };
const german: QuoteMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const french: QuoteMarks = { double: ['«\u202F', '\u202F»'], single: ['“', '”'] };
const spanish: QuoteMarks = { double: ['«', '»'], single: ['“', '”'] };
const polish: QuoteMarks = { double: ['„', '”'], single: ['‚', '’'] };
const slavic: QuoteMarks = { double: ['«', '»'], single: ['„', '“'] };

const marks: Readonly<Record<string, QuoteMarks>> = {
  en: english,
  ga: english,
  cy: english,
  tr: english,
  vi: english,
  id: english,
  nl: english,
  af: english,
  ar: english,
  pt: english,
  sv: swedish,
  fi: swedish,
  de: german,
  cs: german,
  sk: german,
  sl: german,
  et: german,
  lt: german,
  is: german,
  bg: german,
  fr: french,
  es: spanish,
  it: spanish,
  ca: spanish,
  el: spanish,
  nb: spanish,
  nn: spanish,
  no: spanish,
  pl: polish,
  hu: polish,
  ro: polish,
  hr: polish,
  ru: slavic,
  uk: slavic,
  be: slavic,
  'de-CH': spanish,
  'pt-PT': spanish,
};

/** The marks of a language, or `undefined` where straight quotes are left as they are. */
export function quoteMarksOf(lang: string): QuoteMarks | undefined {
  return marks[lang] ?? marks[primaryOf(lang)];
}

/** The language without its region and script. @example primaryOf('fr-CA') → 'fr' */
export function primaryOf(lang: string): string {
  return lang.split('-')[0]?.toLowerCase() ?? lang;
}
