import { z } from 'zod';
import { byLanguage } from './by-language.ts';

/** BCP 47 for a text that is the same in every language. */
const anyLanguage = 'und';

/** A text that says something. */
export const oneText = z.string().trim().min(1, 'must not be empty');

/**
 * A text that is either the same in every language or given per language.
 * @example `Throughline` or `{ en: Value creation, sv: Värdeskapande }`
 */
export const localTextSchema = z
  .union([oneText, byLanguage(oneText)], { error: 'must be a text, or texts per language such as { en: …, sv: … }' })
  .refine((text) => typeof text === 'string' || Object.keys(text).length > 0, {
    error: 'must have a text in at least one language',
  });

/** What {@link localTextSchema} gives: one text for all languages, or one each. */
export type LocalText = z.output<typeof localTextSchema>;

/** A text chosen for a reader, with the language it really is in. */
export interface ChosenText {
  readonly text: string;
  readonly lang: string;
}

/** The text in `lang`, or `undefined` when there is none in it. A single text, or one under `und`, counts for every language. */
export function textIn(text: LocalText | undefined, lang: string): string | undefined {
  return typeof text === 'string' ? text : (text?.[lang] ?? text?.[anyLanguage]);
}

/** The text in `lang`, else in the first of `languages` that has it, else any. */
export function chooseText(text: LocalText, lang: string, languages: readonly string[]): ChosenText {
  const own = textIn(text, lang);
  if (own !== undefined) return { text: own, lang };
  if (typeof text === 'string') return { text, lang };
  const found = [...languages, ...Object.keys(text)].find((candidate) => text[candidate] !== undefined);
  return { text: text[found ?? ''] ?? '', lang: found ?? lang };
}
