/**
 * A word as it is compared when typing is forgiven: lower case, without accents.
 * @example foldWord('Élan', 'fr') → 'elan'
 */
export function foldWord(word: string, lang: string): string {
  return word.toLocaleLowerCase(lang).normalize('NFD').replace(/\p{M}/gu, '');
}

/** True when one letter put in, left out, mistaken, or changed with its neighbour turns `a` into another word `b`. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const was = a.slice(start, a.length - end);
  const is = b.slice(start, b.length - end);
  if (was.length <= 1 && is.length <= 1) return true;
  return was.length === 2 && is.length === 2 && was[0] === is[1] && was[1] === is[0];
}
