import { attributes, escapeText } from '../library/markup.ts';

/**
 * Text without the characters that no XML 1.0 document may hold: controls, lone surrogates, U+FFFE and U+FFFF.
 * @example xmlText('a\u0008b') → 'ab'
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(forbidden, '');
}

/** What is left to look for in a well-formed text, which has no halves of characters. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** An element with text. @example element('title', 'A & B') → '<title>A &amp; B</title>' */
export function element(name: string, text: string, values: Readonly<Record<string, string | undefined>> = {}): string {
  return `<${name}${attributes(values)}>${escapeText(xmlText(text))}</${name}>`;
}

/** Text in CDATA; a `]]>` inside is split between two sections. */
export function cdata(text: string): string {
  return `<![CDATA[${xmlText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
