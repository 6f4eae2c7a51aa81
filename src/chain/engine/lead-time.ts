import type { Edge, Network } from './network.ts';
import { waysOut } from './network.ts';
import type { Input } from './result.ts';

/** What one step adds to a trip. Times in seconds; NaN when they cannot be said. */
export interface Leg {
  readonly id: string;
  readonly time: number;
  readonly valueAdded: number;
  /** Share complete and accurate; NaN when the step does not say. */
  readonly complete: number;
}

/** What one way through the chain takes and gives; quality is rolled up. */
export interface Trip extends Omit<Leg, 'id'> {
  /** Activities on the way; of alternatives, those of the most likely one. */
  readonly steps: readonly Leg[];
  /** Times in buffers on the way, by their id. */
  readonly waits: readonly Input[];
}

/** What a network's nodes and ways add. */
export interface Legs {
  readonly legOf: (id: string) => Leg;
  readonly waitsOf: (edge: Edge) => readonly Input[];
  readonly shareOf: (edge: Edge) => number;
}

const arrived: Trip = { time: 0, valueAdded: 0, complete: 1, steps: [], waits: [] };

/**
 * Formulas 9 to 12. The trip from the first to the last step: of parallel ways the longest, of alternatives the mean by share.
 * Value-added time and quality are taken from the same way as the time.
 */
export function tripThrough(network: Network, { legOf, waitsOf, shareOf }: Legs): Trip {
  const { nodes, edges, order, joins } = network;
  const trips = new Map<string, Trip>();
  const along = (edge: Edge): Trip => {
    const rest = trips.get(edge.to ?? '') ?? arrived;
    const waits = waitsOf(edge);
    return {
      ...rest,
      time: waits.reduce((sum, { value }) => sum + value, rest.time),
      waits: [...waits, ...rest.waits],
    };
  };
  for (const id of order.toReversed()) {
    const out = waysOut(network, id);
    const some = out.filter(({ either }) => either);
    const ways = out.filter(({ either }) => !either).map(along);
    if (some.length > 0) ways.push(expected(some.map((edge) => [shareOf(edge), along(edge)])));
    const rest = longest(ways);
    const own = legOf(id);
    trips.set(id, {
      time: own.time + rest.time,
      valueAdded: own.valueAdded + rest.valueAdded,
      complete: own.complete * rest.complete,
      steps: [own, ...rest.steps],
      waits: rest.waits,
    });
  }
  const starts = nodes
    .filter((id) => joins[id]?.length === 0)
    .flatMap((id) => {
      const entries = edges.filter(({ from, to }) => from === undefined && to === id).map(along);
      return entries.length > 0 ? entries : (trips.get(id) ?? []);
    });
  return longest(starts);
}

/** The trip that takes longest; of equal ones that with more work. A time that is not known makes the whole unknown. */
function longest(trips: readonly Trip[]): Trip {
  const longer = (a: Trip, b: Trip): boolean => a.time > b.time || (a.time === b.time && a.valueAdded > b.valueAdded);
  const best = trips.find(({ time }) => Number.isNaN(time));
  return best ?? trips.reduce((so, trip) => (so === arrived || longer(trip, so) ? trip : so), arrived);
}

function expected(ways: readonly (readonly [share: number, trip: Trip])[]): Trip {
  const sum = ways.reduce((total, [share]) => total + share, 0) || 1;
  const mean = (of: 'time' | 'valueAdded' | 'complete'): number =>
    ways.reduce((total, [share, trip]) => total + (share / sum) * trip[of], 0);
  const [, likeliest] = ways.reduce((best, way) => (way[0] > best[0] ? way : best));
  return { ...likeliest, time: mean('time'), valueAdded: mean('valueAdded'), complete: mean('complete') };
}
