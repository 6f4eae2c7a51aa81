/**
 * A text within a line of Markdown, in which none of its characters marks anything.
 * @example markdownText('A *b* [c]') → 'A \\*b\\* \\[c\\]'
 */
export function markdownText(text: string): string {
  // Most texts have nothing to escape, and there are many.
  if (!/[\\`*[\]<_~&]/.test(text)) return text;
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~~/g, '\\~\\~')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** The same in one line, for headings, links and quotations; a mark at its end closes no heading. */
export function markdownLine(text: string): string {
  return markdownText(text.replace(/\s+/g, ' ').trim()).replace(/(?<=^|\s)(?=#+$)/, '\\');
}
