/** What limits one activity: times in seconds, shares 0 to 1. */
export interface Work {
  /** Seconds of work on one unit. */
  readonly time: number;
  readonly servers: number;
  readonly uptime: number;
  /** Seconds of a changeover and units between two of them; absent when changeovers are left out. */
  readonly changeover?: { readonly time: number; readonly batch: number } | undefined;
}

/**
 * Formula 4. Units an activity can start in `available` seconds: m·u/t, with changeovers m·u·B/(S + B·t).
 * Infinite for work that takes no time.
 */
export function capacity(work: Work, available: number): number {
  const each = secondsEach(work);
  return each > 0 ? (available * work.servers * work.uptime) / each : Infinity;
}

/** Seconds a unit takes, its part of a changeover included. */
export function secondsEach({ time, changeover }: Work): number {
  return changeover === undefined ? time : time + changeover.time / changeover.batch;
}

/** Formula 6. Demand laid upon a capacity; may be above 1. */
export function impliedUtilization(demand: number, starts: number, capacityOf: number): number {
  return (demand * starts) / capacityOf;
}

/** Formulas 5 and 7. The least of capacities per good unit, and everything that has it. Names in the order given. */
export function bottleneck(capacities: ReadonlyMap<string, number>): {
  readonly capacity: number;
  readonly names: string[];
} {
  const least = Math.min(Infinity, ...capacities.values());
  const tied = ([, value]: [string, number]): boolean => value <= least * (1 + 1e-9);
  return { capacity: least, names: least === Infinity ? [] : [...capacities].filter(tied).map(([name]) => name) };
}

/** What holds throughput back. */
export type Constraint = 'demand' | 'capacity' | 'supply';

/** Formula 8. Good units a day and what holds them back; demand is named first when it ties. */
export function throughput(limits: {
  readonly demand: number | undefined;
  readonly capacity: number;
  readonly supply: number | undefined;
}): { readonly rate: number; readonly constraint: Constraint } | undefined {
  const { demand = Infinity, capacity: most, supply = Infinity } = limits;
  const rate = Math.min(demand, most, supply);
  if (rate === Infinity) return undefined;
  return { rate, constraint: rate === demand ? 'demand' : rate === most ? 'capacity' : 'supply' };
}
