/** A piece of a sentence: text, or the name of the placeholder that stands there. */
export type SentencePart = { readonly text: string } | { readonly slot: string };

/**
 * Splits a text at its placeholders, so that markup can put links in their places in any word order.
 * @example sentenceParts('Also in {languages}.') → [{ text: 'Also in ' }, { slot: 'languages' }, { text: '.' }]
 */
export function sentenceParts(text: string): SentencePart[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{\w+\}$/.test(part) ? { slot: part.slice(1, -1) } : { text: part }));
}
