/**
 * Characters that no text of an author may hold: control characters but tab and line breaks, the marks that this project
 * puts into texts, and what is no character or half of one. Global, for `matchAll`, `replaceAll` and `search`.
 */
export const invisible =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uE000-\uE002\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu;

/** How Unicode calls a character. @example characterName('\b') → 'U+0008' */
export function characterName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
