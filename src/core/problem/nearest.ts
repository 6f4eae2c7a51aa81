import { distance } from 'fastest-levenshtein';

/**
 * The candidates closest to what was written, best first, at most `count`.
 * Empty when there are no candidates at all.
 * @example nearest('titel', ['title', 'date', 'tags']) → ['title', 'tags', 'date']
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
 * two letters in five may be wrong, so that two neighbours in the wrong order are forgiven.
 * @example meant('titel', ['title', 'date']) → 'title'
 */
export function meant(written: string, candidates: readonly string[]): string | undefined {
  const [best] = nearest(written, candidates, 1);
  if (best === undefined) return undefined;
  const allowed = Math.max(1, Math.floor(Math.max(written.length, best.length) * 0.4));
  return distance(written.toLowerCase(), best.toLowerCase()) <= allowed ? best : undefined;
}
