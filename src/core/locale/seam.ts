/** Mark inside an indexed word: the index also finds what stands on either side of it. */
export const seam = '^';
/** Begins what the index finds in the place of a word and nobody reads: other spellings. */
const unread = seam + seam;
/** What a text's own circumflex becomes in the index. */
const ownMark = '＾';

/** A text as it may go into the index before any word of it is marked. */
export function unmarked(text: string): string {
  return text.replaceAll(seam, ownMark);
}

/** A word with other spellings that lead to it. @example alsoSpelt('cœur', ['coeur']) → 'cœur^^coeur' */
export function alsoSpelt(word: string, spellings: readonly string[]): string {
  return spellings.length === 0 ? word : word + unread + spellings.join(seam);
}

/**
 * A text or HTML from the index as people read it: without marks and without what stands behind words.
 * @example readable('<mark>värde^kedjan,</mark> cœur^^coeur') → '<mark>värdekedjan,</mark> cœur'
 */
export function readable(indexed: string): string {
  return indexed
    .replace(/\^\^[\p{L}\p{M}^]*/gu, '')
    .replaceAll(seam, '')
    .replaceAll(ownMark, seam);
}

/** A day as one word that nobody looks for: every field of the index is searched. @example 2026-03-14 → 'ymd20260314' */
export function dayMark(date: Date): string {
  return `ymd${date.toISOString().slice(0, 10).replaceAll('-', '')}`;
}

/** The day of {@link dayMark}, at its beginning in UTC. */
export function readDay(mark: string): Date {
  return new Date(mark.replace(/^ymd(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3T00:00:00Z'));
}
