import { remembered } from './remembered.ts';

/**
 * The canonical form of a BCP 47 language tag, or `undefined` when it is none. No language has a tag of more than
 * three letters: `english` has the form of one, but is none.
 * @example canonicalLanguage('sv-se') → 'sv-SE'
 */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical === undefined || new Intl.Locale(canonical).language.length > 3 ? undefined : canonical;
  } catch {
    return undefined;
  }
}

/** The direction a language is written in. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return remembered(`direction ${lang}`, () =>
    new Intl.Locale(lang).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr',
  );
}

/** The script a language is written in (ISO 15924), where it is known. @example scriptOf('sv') → 'Latn' */
export function scriptOf(lang: string): string | undefined {
  return remembered(`script ${lang}`, () => ({ script: new Intl.Locale(lang).maximize().script })).script;
}

/**
 * The language's name in the language itself, with a capital where its script begins sentences with one.
 * @example autonym('sv') → 'Svenska'
 */
export function autonym(lang: string): string {
  return capitalise(languageName(lang, lang), lang);
}

/**
 * The name of `lang` as it stands inside a sentence of `inLang`.
 * @example languageName('fr', 'sv') → 'franska'
 */
export function languageName(lang: string, inLang: string): string {
  const names = remembered(`names ${inLang}`, () => new Intl.DisplayNames([inLang], { type: 'language' }));
  return remembered(`name ${lang} ${inLang}`, () => names.of(lang) ?? lang);
}

function capitalise(text: string, lang: string): string {
  const [first = ''] = text;
  // Georgian capitals are for whole words in capitals only.
  if (/\p{Script=Georgian}/u.test(first)) return text;
  return first.toLocaleUpperCase(lang) + text.slice(first.length);
}
