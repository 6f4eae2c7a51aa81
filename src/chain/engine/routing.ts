import type { Edge, Network } from './network.ts';
import { solve } from './solve.ts';

/**
 * Formula 3. Starts per good unit by activity, from yields, shares and rework: one linear system for loops and splits.
 * Where several ways meet and are not alternatives, all of them are needed, and the scarcest sets the pace.
 * `undefined` when shares do not add up, or when rework never ends.
 */
export function routing(network: Network, yieldOf: (id: string) => number): ReadonlyMap<string, number> | undefined {
  const shares = sharesOf(network);
  if (shares === undefined) return undefined;
  const flow = (edge: Edge): number => (edge.from === undefined ? 0 : yieldOf(edge.from) * (shares.get(edge) ?? 1));
  const groups = joins(network);
  let visits: Map<string, number> | undefined;
  let binding = new Map<string, number>();
  for (let round = 0; round <= network.nodes.length; round += 1) {
    visits = visitsOf(network, groups, binding, flow);
    const next = visits === undefined ? binding : scarcest(groups, visits, flow);
    if ([...next].every(([id, group]) => binding.get(id) === group)) break;
    binding = next;
  }
  return visits === undefined ? undefined : perGoodUnit(network, groups, visits, flow);
}

/** What leaves an activity, in shares of what passes it: their sum, and the part that goes back. */
export function leaving({ edges, out }: Network, id: string): Leaving {
  const back = edges.filter((edge) => edge.from === id && edge.rework);
  const forward = out.get(id) ?? [];
  const again = back.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const either = forward.some((edge) => edge.either);
  const sum = forward.reduce((total, { share }) => total + (share ?? 0), again);
  return { forward, back, again, either, sum, whole: !either || Math.abs(sum - 1) <= 1e-9 };
}

/** Ways out of an activity. */
export interface Leaving {
  readonly forward: readonly Edge[];
  readonly back: readonly Edge[];
  /** Share that goes back. */
  readonly again: number;
  /** True when units take one of the ways, not all. */
  readonly either: boolean;
  readonly sum: number;
  /** False when units take one of several ways whose shares do not add up to 1. */
  readonly whole: boolean;
}

type Flow = (edge: Edge) => number;
/** For each node, sets of ways in: those in one set are alternatives, the sets are all needed. The key '' is the way out. */
type Groups = ReadonlyMap<string, readonly (readonly Edge[])[]>;

function sharesOf(network: Network): Map<Edge, number> | undefined {
  const of = new Map<Edge, number>();
  for (const { id } of network.nodes) {
    const { forward, back, again, either, whole } = leaving(network, id);
    if (!whole) return undefined;
    for (const edge of forward) of.set(edge, either ? (edge.share ?? 0) : 1 - again);
    for (const edge of back) of.set(edge, edge.share ?? 0);
  }
  return of;
}

function joins(network: Network): Groups {
  const conditions = new Map<string, Condition>();
  const groups = new Map<string, Edge[][]>();
  const conditionOf = (edge: Edge): Condition => {
    const before = conditions.get(edge.from ?? '') ?? new Map<string, Set<Edge>>();
    return edge.either && edge.from !== undefined ? new Map(before).set(edge.from, new Set([edge])) : before;
  };
  for (const id of network.order) {
    const into = network.edges.filter((edge) => edge.to === id && edge.from !== undefined && !edge.rework);
    groups.set(id, grouped(into, conditionOf));
    conditions.set(id, merged(into.map(conditionOf)));
  }
  const last = network.nodes.flatMap(({ id }): Edge[] => {
    const exits = (network.out.get(id) ?? []).filter(({ to }) => to === undefined);
    return (network.out.get(id) ?? []).length === 0 ? [exitOf(id, network)] : exits.slice(0, 1);
  });
  return groups.set('', grouped(last, conditionOf));
}

type Condition = ReadonlyMap<string, ReadonlySet<Edge>>;

function grouped(edges: readonly Edge[], conditionOf: (edge: Edge) => Condition): Edge[][] {
  const groups: Edge[][] = [];
  for (const edge of edges) {
    const group = groups.find((others) => others.every((other) => exclude(conditionOf(edge), conditionOf(other))));
    if (group === undefined) groups.push([edge]);
    else group.push(edge);
  }
  return groups;
}

function exclude(a: Condition, b: Condition): boolean {
  return [...a].some(([split, ways]) => b.has(split) && ways.isDisjointFrom(b.get(split) ?? new Set()));
}

function merged(conditions: readonly Condition[]): Condition {
  const all = new Map<string, Set<Edge>>();
  for (const condition of conditions) {
    for (const [split, ways] of condition) all.set(split, (all.get(split) ?? new Set()).union(ways));
  }
  return all;
}

/** The way out of an activity that leads nowhere else; what it sends back does not leave. */
function exitOf(id: string, { edges }: Network): Edge {
  const again = edges
    .filter((edge) => edge.from === id && edge.rework)
    .reduce((sum, { share }) => sum + (share ?? 0), 0);
  return { from: id, to: undefined, share: 1 - again, either: false, rework: false, buffers: [], flow: undefined };
}

function visitsOf(
  network: Network,
  groups: Groups,
  binding: ReadonlyMap<string, number>,
  flow: Flow,
): Map<string, number> | undefined {
  const index = new Map(network.nodes.map(({ id }, at) => [id, at]));
  const matrix = network.nodes.map((_, row) => network.nodes.map((__, column): number => (row === column ? 1 : 0)));
  const right = network.nodes.map(({ id }) => ((groups.get(id) ?? []).length === 0 ? 1 : 0));
  for (const { id } of network.nodes) {
    const row = matrix[index.get(id) ?? 0] ?? [];
    const into = groups.get(id)?.[binding.get(id) ?? 0] ?? [];
    const back = network.edges.filter((edge) => edge.to === id && edge.rework);
    for (const edge of [...into, ...back]) {
      const column = index.get(edge.from ?? '');
      if (column !== undefined) row[column] = (row[column] ?? 0) - flow(edge);
    }
  }
  const solved = solve(matrix, right);
  if (solved === undefined || solved.some((value) => value < -1e-9)) return undefined;
  return new Map(network.nodes.map(({ id }, at) => [id, solved[at] ?? 0]));
}

function arriving(group: readonly Edge[], visits: ReadonlyMap<string, number>, flow: Flow): number {
  return group.reduce((sum, edge) => sum + amount(edge, flow) * (visits.get(edge.from ?? '') ?? 0), 0);
}

/** An implied way out carries its own share; all others are known to `flow`. */
function amount(edge: Edge, flow: Flow): number {
  return edge.to === undefined && edge.flow === undefined && edge.share !== undefined
    ? flow(edge) * edge.share
    : flow(edge);
}

function scarcest(groups: Groups, visits: ReadonlyMap<string, number>, flow: Flow): Map<string, number> {
  const binding = new Map<string, number>();
  for (const [id, sets] of groups) {
    const amounts = sets.map((group) => arriving(group, visits, flow));
    if (id !== '' && sets.length > 1) binding.set(id, amounts.indexOf(Math.min(...amounts)));
  }
  return binding;
}

function perGoodUnit(
  network: Network,
  groups: Groups,
  visits: ReadonlyMap<string, number>,
  flow: Flow,
): Map<string, number> {
  const scale = new Map<string, number>();
  const slack = new Map<Edge, number>();
  const good = Math.min(...(groups.get('') ?? []).map((group) => arriving(group, visits, flow)));
  for (const [id, sets] of groups) {
    const needed = id === '' ? good : Math.min(...sets.map((group) => arriving(group, visits, flow)));
    for (const group of sets) for (const edge of group) slack.set(edge, needed / arriving(group, visits, flow));
  }
  for (const id of network.order.toReversed()) {
    const ways = [...slack].filter(([edge]) => edge.from === id);
    const used = ways.map(([edge, part]) => part * (edge.to === undefined ? 1 : (scale.get(edge.to) ?? 1)));
    scale.set(id, used.length === 0 ? 1 : Math.max(...used));
  }
  return new Map(network.nodes.map(({ id }) => [id, ((visits.get(id) ?? 0) * (scale.get(id) ?? 1)) / good]));
}
