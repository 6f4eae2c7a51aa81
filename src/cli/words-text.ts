import { canonicalLanguage, languageName } from '../core/locale/language.ts';
import type { Plural } from '../core/locale/words.ts';
import { chainWords, type ChainWords } from '../chain/words.ts';
import { en } from '../i18n/en.ts';
import { shippedWordsFor } from '../i18n/shipped.ts';
import { yamlText } from './yaml-text.ts';

/** True when the interface speaks the language without any file of the author's. */
export function isShipped(lang: string): boolean {
  return shippedWordsFor(canonicalLanguage(lang) ?? lang) !== undefined;
}

/**
 * A file `i18n/<lang>.yaml`: every key of the interface, in the language where it is shipped, else in English.
 * Counted sentences have the plural categories of the language.
 * @param known keys to leave out; those of value chains as `valueChains.<key>`
 */
export function wordsText(lang: string, known: readonly string[] = []): string {
  const words = Object.entries(shippedWordsFor(canonicalLanguage(lang) ?? lang) ?? en).filter(
    ([key]) => !known.includes(key),
  );
  const data: [string, unknown][] = words.map(([key, value]: [string, string | Plural]) => [
    key,
    typeof value === 'string' ? value : inCategories(value, lang),
  ]);
  const chains = Object.entries(chainsFor(lang)).filter(([key]) => !known.includes(`valueChains.${key}`));
  if (chains.length > 0) data.push(['valueChains', Object.fromEntries(chains)]);
  const name = languageName(lang, 'en');
  const language = name === lang ? lang : `${name} (${lang})`;
  const what = isShipped(lang) ? 'Change what is to be said otherwise, and delete the rest.' : 'To be translated.';
  return [
    `# Words of the interface in ${language}, for i18n/${lang}.yaml in the folder with the essays. ${what}`,
    '# What stands in braces, such as {count}, is filled in and stays as it is. Keys that begin with “url” are parts of',
    '# addresses: lower case, without spaces.',
    yamlText(Object.fromEntries(data)),
  ].join('\n');
}

function chainsFor(lang: string): ChainWords {
  const shipped: Readonly<Record<string, ChainWords>> = chainWords;
  return shipped[new Intl.Locale(lang).language] ?? chainWords.en;
}

function inCategories(plural: Plural, lang: string): Partial<Plural> {
  const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  const rest: Intl.LDMLPluralRule[] = categories.filter((category) => category !== 'other');
  return Object.fromEntries(
    [...rest, 'other' as const].map((category) => [category, plural[category] ?? plural.other]),
  );
}
