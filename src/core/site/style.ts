/**
 * The style sheet of a site's own accent. It stands before that of the project, whose plain `:root` it outweighs.
 * @param accent six hexadecimal digits
 * @example siteStyle('#0050a0') → ':root:root{--accent:#0050a0}\n'
 */
export function siteStyle(accent: string): string {
  return `:root:root{--accent:${accent}}\n`;
}
