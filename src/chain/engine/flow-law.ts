/** Formula 13. Little's law: inventory = rate × time, as a long-run average. */
export function inventoryOf(rate: number, time: number): number {
  return rate * time;
}

/** Little's law the other way: time = inventory ÷ rate; `undefined` when nothing flows. */
export function timeOf(inventory: number, rate: number): number | undefined {
  return rate > 0 ? inventory / rate : undefined;
}

/** How a line does at a level of work in process. */
export interface LineCase {
  readonly throughput: number;
  readonly cycleTime: number;
}

/** Formula 14. Work in process at which a perfect line is just busy: W0 = rb·T0. */
export function criticalWip(bottleneckRate: number, rawTime: number): number {
  return bottleneckRate * rawTime;
}

/** Formula 14. The best a line can do with `wip` ≥ 1 units in it (Hopp & Spearman). */
export function bestCase(wip: number, bottleneckRate: number, rawTime: number): LineCase {
  return { throughput: Math.min(wip / rawTime, bottleneckRate), cycleTime: Math.max(rawTime, wip / bottleneckRate) };
}

/** Formula 14. The worst: all units move as one batch. */
export function worstCase(wip: number, rawTime: number): LineCase {
  return { throughput: 1 / rawTime, cycleTime: wip * rawTime };
}

/** Formula 14. The worst to be expected in practice: every state of the line is equally likely. */
export function practicalWorstCase(wip: number, bottleneckRate: number, rawTime: number): LineCase {
  const critical = criticalWip(bottleneckRate, rawTime);
  return {
    throughput: (wip * bottleneckRate) / (critical + wip - 1),
    cycleTime: rawTime + (wip - 1) / bottleneckRate,
  };
}

/**
 * Formula 15. Mean time in queue after Kingman and Sakasegawa; an approximation.
 * `undefined` when the load is 1 or more: the queue grows without limit.
 */
export function queueTime(load: {
  readonly cvArrival: number;
  readonly cvProcess: number;
  readonly utilization: number;
  readonly servers: number;
  readonly time: number;
}): number | undefined {
  const { cvArrival, cvProcess, utilization, servers, time } = load;
  if (utilization >= 1) return undefined;
  const variability = (cvArrival ** 2 + cvProcess ** 2) / 2;
  return ((variability * utilization ** (Math.sqrt(2 * (servers + 1)) - 1)) / (servers * (1 - utilization))) * time;
}
