import { z } from 'zod';

/** A text in several languages: BCP 47 tag → text. */
export type LocalText = Readonly<Record<string, string>>;

/**
 * A text that is either the same in every language or given per language.
 * @example `Throughline` or `{ en: Value creation, sv: Värdeskapande }`
 */
export const localTextSchema = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))], {
  error: 'must be a text, or texts per language such as { en: …, sv: … }',
});

/** Input of {@link localTextSchema}: one text for all languages, or one each. */
export type LocalTextInput = z.input<typeof localTextSchema>;

/** A text chosen for a reader, with the language it really is in. */
export interface ChosenText {
  readonly text: string;
  readonly lang: string;
}

/** The text in `lang`, or `undefined` when there is none in it. A single text counts for every language. */
export function textIn(text: LocalTextInput | undefined, lang: string): string | undefined {
  return typeof text === 'string' ? text : text?.[lang];
}

/** The text in `lang`, else in the first of `languages` that has it, else any. */
export function chooseText(text: LocalTextInput, lang: string, languages: readonly string[]): ChosenText {
  if (typeof text === 'string') return { text, lang };
  const found = [lang, ...languages, ...Object.keys(text)].find((candidate) => text[candidate] !== undefined);
  return { text: text[found ?? ''] ?? '', lang: found ?? lang };
}
