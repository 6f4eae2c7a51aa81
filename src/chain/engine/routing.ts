import type { ValueChain } from '../model/chain.ts';
import type { Edge, Network } from './network.ts';
import { waysOut } from './network.ts';
import { share } from './quantity.ts';
import { solve } from './solve.ts';

/** What a chain says of its network: the yield of a node, and the share of units that take a way. */
export interface Splits {
  readonly yieldOf: (id: string) => number;
  /** `undefined` when nothing was said. */
  readonly shareOf: (edge: Edge) => number | undefined;
}

/** What a model says of its network. */
export function splitsOf({ activities, flows }: ValueChain): Splits {
  const yields = new Map(activities.map(({ id, process }) => [id, process?.yield]));
  return {
    yieldOf: (id) => share(yields.get(id)),
    shareOf: ({ flow = -1 }) => flows[flow]?.share,
  };
}

/** What leaves an activity, in shares of what passes it. */
export interface Leaving {
  /** Share that goes back. */
  readonly again: number;
  readonly sum: number;
  /** False when units take one of several ways whose shares do not add up to 1. */
  readonly whole: boolean;
}

/** The shares of what leaves an activity: their sum, and the part that goes back. */
export function leaving(network: Network, id: string, shareOf: Splits['shareOf']): Leaving {
  const total = (edges: readonly Edge[]): number => edges.reduce((sum, edge) => sum + (shareOf(edge) ?? 0), 0);
  const forward = waysOut(network, id);
  const again = total(network.edges.filter(({ from, rework }) => from === id && rework));
  const sum = again + total(forward);
  return { again, sum, whole: !forward.some(({ either }) => either) || Math.abs(sum - 1) <= 1e-9 };
}

/** Units that pass a way for each that enters its first node. */
type Passage = (edge: Edge) => number;
type Visits = ReadonlyMap<string, number>;

/**
 * Formula 3. Starts per good unit by activity, from yields, shares and rework: one linear system for loops and splits.
 * Where several ways meet and are not alternatives, all of them are needed, and the scarcest sets the pace.
 * `undefined` when shares do not add up, or when rework never ends.
 */
export function routing(network: Network, splits: Splits): Visits | undefined {
  const passage = passageOf(network, splits);
  let binding: Visits = new Map();
  for (let round = 0; passage !== undefined; round += 1) {
    const visits = visitsOf(network, binding, passage);
    if (visits === undefined) return undefined;
    const arrivals = arrivalsOf(network, visits, passage);
    const next = new Map([...arrivals].map(([id, sums]) => [id, Math.max(0, sums.indexOf(Math.min(...sums)))]));
    if (round === network.nodes.length || [...next].every(([id, set]) => set === (binding.get(id) ?? 0)))
      return perGoodUnit(network, visits, arrivals);
    binding = next;
  }
  return undefined;
}

function passageOf(network: Network, { yieldOf, shareOf }: Splits): Passage | undefined {
  const shares = new Map<Edge, number>();
  for (const id of network.nodes) {
    const { again, whole } = leaving(network, id, shareOf);
    if (!whole) return undefined;
    for (const edge of waysOf(network))
      if (edge.from === id) shares.set(edge, edge.either || edge.rework ? (shareOf(edge) ?? 0) : 1 - again);
  }
  return (edge) => (edge.from === undefined ? 0 : yieldOf(edge.from) * (shares.get(edge) ?? 1));
}

/** All ways that joins name by their index. */
function waysOf({ edges, exits }: Network): Edge[] {
  return [...edges, ...exits];
}

/** How often each node is visited by a unit that comes in. */
function visitsOf({ nodes, edges, joins }: Network, binding: Visits, passage: Passage): Visits | undefined {
  const columns = new Map(nodes.map((id, at) => [id, at]));
  const right = nodes.map((id) => (joins[id]?.length === 0 ? 1 : 0));
  const matrix = nodes.map((id, row) => {
    const line = nodes.map((_, column): number => (row === column ? 1 : 0));
    const into = joins[id]?.[binding.get(id) ?? 0] ?? [];
    edges.forEach((edge, at) => {
      const column = edge.to === id ? columns.get(edge.from ?? '') : undefined;
      if (column !== undefined && (edge.rework || into.includes(at)))
        line[column] = (line[column] ?? 0) - passage(edge);
    });
    return line;
  });
  const solved = solve(matrix, right);
  return solved?.every((value) => value >= -1e-9) === true
    ? new Map(nodes.map((id, at) => [id, solved[at] ?? 0]))
    : undefined;
}

/** Units that come by each set of ways in. */
function arrivalsOf(network: Network, visits: Visits, passage: Passage): ReadonlyMap<string, readonly number[]> {
  const units = waysOf(network).map((edge) => passage(edge) * (visits.get(edge.from ?? '') ?? 0));
  return new Map(
    Object.entries(network.joins).map(([id, sets]) => [
      id,
      sets.map((ways) => ways.reduce((sum, at) => sum + (units[at] ?? 0), 0)),
    ]),
  );
}

function perGoodUnit(network: Network, visits: Visits, arrivals: ReturnType<typeof arrivalsOf>): Visits {
  const least = (id: string): number => Math.min(...(arrivals.get(id) ?? []));
  const ways = waysOf(network);
  const slack = Object.entries(network.joins).flatMap(([id, sets]) =>
    sets.flatMap((set, index) =>
      set.map((at) => ({ edge: ways[at], part: least(id) / (arrivals.get(id)?.[index] ?? 1) })),
    ),
  );
  const scale = new Map<string, number>();
  for (const id of network.order.toReversed()) {
    const used = slack
      .filter(({ edge }) => edge?.from === id)
      .map(({ edge, part }) => part * (scale.get(edge?.to ?? '') ?? 1));
    scale.set(id, used.length === 0 ? 1 : Math.max(...used));
  }
  return new Map(network.nodes.map((id) => [id, ((visits.get(id) ?? 0) * (scale.get(id) ?? 1)) / least('')]));
}
