import type { Edge, Network } from './network.ts';

/** What one way through the chain takes and gives. Times in seconds. */
export interface Trip {
  readonly time: number;
  readonly valueAdded: number;
  /** Rolled share complete and accurate; `undefined` when a step does not say. */
  readonly complete: number | undefined;
  /** Activities on the way; of alternatives, those of the most likely one. */
  readonly steps: readonly string[];
  readonly buffers: readonly string[];
}

/** Times along the network. */
export interface Legs {
  /** Seconds an activity adds to the lead time; `undefined` when it cannot be said. */
  readonly timeOf: (id: string) => number;
  readonly waitOf: (edge: Edge) => number;
  readonly valueOf: (id: string) => number;
  readonly completeOf: (id: string) => number | undefined;
}

const arrived: Trip = { time: 0, valueAdded: 0, complete: 1, steps: [], buffers: [] };

/**
 * Formulas 9 to 12. The trip from the first to the last step: of parallel ways the longest, of alternatives the mean by share.
 * Value-added time and quality are taken from the same way as the time.
 */
export function tripThrough(network: Network, legs: Legs): Trip {
  const trips = new Map<string, Trip>();
  for (const id of network.order.toReversed())
    trips.set(id, after(onward(network.out.get(id) ?? [], trips, legs), ownTrip(id, legs)));
  const led = new Set(
    network.edges
      .filter(({ from, to, rework }) => from !== undefined && to !== undefined && !rework)
      .map(({ to }) => to),
  );
  const starts = network.nodes
    .filter(({ id }) => !led.has(id))
    .map(({ id }) => {
      const entry = network.edges.filter((edge) => edge.from === undefined && edge.to === id);
      return longest(entry.length === 0 ? [trips.get(id) ?? arrived] : entry.map((edge) => along(edge, trips, legs)));
    });
  return longest(starts);
}

function ownTrip(id: string, legs: Legs): Trip {
  return {
    time: legs.timeOf(id),
    valueAdded: legs.valueOf(id),
    complete: legs.completeOf(id),
    steps: [id],
    buffers: [],
  };
}

function onward(out: readonly Edge[], trips: ReadonlyMap<string, Trip>, legs: Legs): Trip {
  const ways = out.map((edge) => ({ edge, trip: along(edge, trips, legs) }));
  const either = ways.filter(({ edge }) => edge.either);
  const all = ways.filter(({ edge }) => !edge.either).map(({ trip }) => trip);
  return longest(
    either.length === 0 ? all : [...all, expected(either.map(({ edge, trip }) => [edge.share ?? 0, trip] as const))],
  );
}

function along(edge: Edge, trips: ReadonlyMap<string, Trip>, legs: Legs): Trip {
  const rest = trips.get(edge.to ?? '') ?? arrived;
  return {
    ...rest,
    time: rest.time + legs.waitOf(edge),
    buffers: [...edge.buffers.map(({ id }) => id), ...rest.buffers],
  };
}

function after(rest: Trip, own: Trip): Trip {
  return {
    time: own.time + rest.time,
    valueAdded: own.valueAdded + rest.valueAdded,
    complete: times(own.complete, rest.complete),
    steps: [...own.steps, ...rest.steps],
    buffers: rest.buffers,
  };
}

function times(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a * b;
}

/** The trip that takes longest; of equal ones that with more work. A time that is not known makes the whole unknown. */
function longest(trips: readonly Trip[]): Trip {
  const unknown = trips.find(({ time }) => Number.isNaN(time));
  if (unknown !== undefined) return unknown;
  const longer = (a: Trip, b: Trip): boolean => a.time > b.time || (a.time === b.time && a.valueAdded > b.valueAdded);
  return trips.reduce((best, trip) => (best === arrived || longer(trip, best) ? trip : best), arrived);
}

function expected(ways: readonly (readonly [share: number, trip: Trip])[]): Trip {
  const sum = ways.reduce((total, [share]) => total + share, 0) || 1;
  const mean = (of: (trip: Trip) => number | undefined): number | undefined =>
    ways.reduce<number | undefined>((total, [share, trip]) => {
      const value = of(trip);
      return total === undefined || value === undefined ? undefined : total + (share / sum) * value;
    }, 0);
  const likeliest = ways.reduce((best, way) => (way[0] > best[0] ? way : best));
  return {
    ...likeliest[1],
    time: mean(({ time }) => time) ?? NaN,
    valueAdded: mean(({ valueAdded }) => valueAdded) ?? NaN,
    complete: mean(({ complete }) => complete),
  };
}
