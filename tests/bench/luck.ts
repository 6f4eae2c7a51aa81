/** A stream of numbers that look like chance and are the same for the same seed. */
export interface Luck {
  /** The next number: at least 0, less than 1. */
  readonly next: () => number;
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  /** One of a list that has at least one. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Begins a stream: a 32-bit xorshift with the shifts 13, 17, 5 (G. Marsaglia, Xorshift RNGs, 2003). */
export function luckOf(seed: string): Luck {
  let state = startOf(seed);
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  };
  // The first numbers of seeds that differ little differ little themselves.
  for (let skipped = 0; skipped < 8; skipped += 1) next();
  return { next, below, pick };
}

/** A number other than 0 for a text: FNV-1a in 32 bits. */
function startOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash === 0 ? 1 : hash;
}
