import { distance } from 'fastest-levenshtein';

/**
 * The candidates closest to what was written, best first, at most `count`.
 * Empty when there are no candidates at all.
 * @example nearest('titel', ['title', 'date', 'tags']) → ['title', 'date', 'tags']
 */
export function nearest(written: string, candidates: readonly string[], count = 3): string[] {
  const wanted = written.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/**
 * The one candidate that was probably meant, or `undefined` when none is near enough:
 * one letter in three may be wrong, and letters that only changed places count half.
 * @example meant('titel', ['title', 'date']) → 'title'
 */
export function meant(written: string, candidates: readonly string[]): string | undefined {
  const [best] = nearest(written, candidates, 1);
  if (best === undefined) return undefined;
  const [a, b] = [written.toLowerCase(), best.toLowerCase()];
  const wrong = distance(a, b) / (sameLetters(a, b) ? 2 : 1);
  // Of a single letter, nothing is left when it is wrong.
  const most = Math.max(a.length, b.length) === 1 ? 0 : Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
  return wrong <= most ? best : undefined;
}

function sameLetters(a: string, b: string): boolean {
  return Array.from(a).sort().join('') === Array.from(b).sort().join('');
}
