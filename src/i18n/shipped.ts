import type { Words } from '../core/locale/words.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { sv } from './sv.ts';

/** The languages whose words come with the project. A content folder may add others or change single words. */
export const shippedWords: Readonly<Record<string, Words>> = { en, sv, fr };

/**
 * The shipped words that a language can begin with: its own, or for a region those of the language.
 * @example shippedWordsFor('fr-CA') → the words of `fr`
 */
export function shippedWordsFor(lang: string): Words | undefined {
  return shippedWords[lang] ?? shippedWords[new Intl.Locale(lang).language];
}
