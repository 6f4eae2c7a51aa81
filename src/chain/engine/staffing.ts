/** Formula 18. People needed so that each has work for one takt: ⌈Σ process time ÷ takt⌉. */
export function operators(workSeconds: number, taktSeconds: number): number {
  // Not rounded up for a rest that is only arithmetic.
  return Math.ceil(workSeconds / taktSeconds - 1e-9);
}

/** Formula 18. Seconds between two packs: takt × units in a pack. */
export function pitch(taktSeconds: number, packSize: number): number {
  return taktSeconds * packSize;
}

/** Formula 18. Changeovers a day has time for: (A − D·t) ÷ S; never below zero. */
export function changeoversPerDay(available: number, demand: number, time: number, changeover: number): number {
  return Math.max(0, (available - demand * time) / changeover);
}
