/** A text by BCP 47 language tag; the key `und` holds for every language. */
export type Text = Readonly<Record<string, string>>;

/** The key under which a text stands that is the same in every language. */
export const anyLanguage = 'und';

/** A text for a reader; `lang` is set only when the text is in another language than the page. */
export interface ReaderText {
  readonly text: string;
  readonly lang?: string;
}

/** The text in the reader's language, else in a related one, else in the first the author wrote. */
export function textFor(text: Text, lang: string): ReaderText {
  const exact = text[lang] ?? text[anyLanguage];
  if (exact !== undefined) return { text: exact };
  const primary = lang.split('-')[0] ?? lang;
  const related = Object.keys(text).find((tag) => tag.split('-')[0] === primary);
  if (related !== undefined) return { text: text[related] ?? '' };
  const [first] = Object.entries(text);
  return first === undefined ? { text: '' } : { text: first[1], lang: first[0] };
}

/** True when the text can be shown in the language without a mark. */
export function speaks(text: Text, lang: string): boolean {
  return textFor(text, lang).lang === undefined;
}

/** The direction marks that keep a text's order when it stands inside a text of the other direction. */
export function isolate(text: string, dir: 'ltr' | 'rtl'): string {
  return dir === 'rtl' ? `\u2068${text}\u2069` : text;
}

/** Text made safe for HTML and XML, in elements and in attributes. */
export function escape(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
