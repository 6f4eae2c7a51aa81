/** Formula 12. Share of units that pass every step without question: the product. `undefined` when one is not known. */
export function rolledCompleteAccurate(shares: readonly (number | undefined)[]): number | undefined {
  return shares.reduce<number | undefined>(
    (product, share) => (product === undefined || share === undefined ? undefined : product * share),
    1,
  );
}

/** Rolled throughput yield from defects per unit, by Poisson: e^(−Σ dpu). */
export function rolledThroughputYield(defectsPerUnit: readonly number[]): number {
  return Math.exp(-defectsPerUnit.reduce((sum, defects) => sum + defects, 0));
}

/** Formula 18. Overall equipment effectiveness and its three factors. Seconds and units. */
export function equipmentEffectiveness(run: {
  readonly planned: number;
  readonly down: number;
  readonly idealCycle: number;
  readonly made: number;
  readonly bad: number;
}): {
  readonly availability: number;
  readonly performance: number;
  readonly quality: number;
  readonly effectiveness: number;
} {
  const running = run.planned - run.down;
  const availability = running / run.planned;
  const performance = (run.idealCycle * run.made) / running;
  const quality = (run.made - run.bad) / run.made;
  return { availability, performance, quality, effectiveness: availability * performance * quality };
}
