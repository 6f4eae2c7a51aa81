import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import { sv } from './words/sv.ts';

/** The words of value chains in one language; the same keys in every language. */
export type ChainWords = Readonly<Record<keyof typeof en, string>>;

/** The words of value chains in the languages we ship. */
export const chainWords = { en, sv, fr } satisfies Record<string, ChainWords>;

/** A word by a key that may be none, such as `unit.` with a unit that has no words of its own. */
export function wordAt(words: ChainWords, key: string): string | undefined {
  return (words as Readonly<Record<string, string | undefined>>)[key];
}

/** Fills the braces of a text. A placeholder without a value stays visible. */
export function fillWords(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
