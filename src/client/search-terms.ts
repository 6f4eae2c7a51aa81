/** The words of a query in lower case without their punctuation. */
export function termsOf(query: string): string[] {
  return query
    .replace(/[^\P{P}\p{Pc}]|(?<![\p{L}\p{N}])\p{S}+|\p{S}+(?![\p{S}\p{L}\p{N}])/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => fold(term) !== '');
}

/** A word without accents, as the index has it: ı is i, for both are I. The marks of Japanese are none. */
export function fold(word: string): string {
  const folded = word
    .normalize('NFD')
    .replace(/(?![\u3099\u309A])\p{M}/gu, '')
    .replaceAll('ı', 'i');
  return /[\u3099\u309A]/.test(folded) ? folded.normalize('NFC') : folded;
}

/** A word as the index has it: the whole, and what lies between marks in it. */
export function formsOf(word: string): string[] {
  const parts = fold(word.toLowerCase())
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  return parts.length > 1 ? [parts.join(''), ...parts] : parts;
}

/**
 * True when a word is found for a typed one: it goes on where that ends, or is more than half of it from its beginning.
 * Two letters are too few where letters are large and small. Both are stems in the form of the index.
 */
export function isMeantBy(typed: string, found: string): boolean {
  if (found.startsWith(typed)) return true;
  const isLong = found.length > 2 || found.toUpperCase() === found;
  return isLong && typed.startsWith(found) && found.length * 2 > typed.length;
}
