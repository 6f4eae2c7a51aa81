import type { Edge, Network } from './network.ts';
import { waysOut } from './network.ts';

/** By the node at which units have been parted, the ways they may have taken from there. */
type Condition = ReadonlyMap<string, ReadonlySet<Edge>>;

/**
 * Where ways meet: which of them are alternatives, because units have been parted before, and which are all needed.
 * See {@link Network.joins}.
 */
export function joinsOf(network: Omit<Network, 'joins' | 'leaves'>): Network['joins'] {
  const all = [...network.edges, ...network.exits];
  const conditions = new Map<string, Condition>();
  const conditionOf = (edge: Edge): Condition => {
    const before: Condition = conditions.get(edge.from ?? '') ?? new Map<string, Set<Edge>>();
    return edge.either && edge.from !== undefined ? new Map(before).set(edge.from, new Set([edge])) : before;
  };
  const joins: Record<string, number[][]> = {};
  const join = (id: string, edges: readonly Edge[]): void => {
    joins[id] = grouped(edges, conditionOf).map((group) => group.map((edge) => all.indexOf(edge)));
  };
  for (const id of network.order) {
    const into = network.edges.filter((edge) => edge.to === id && edge.from !== undefined && !edge.rework);
    join(id, into);
    conditions.set(id, merged(into.map(conditionOf)));
  }
  const last = network.nodes.flatMap((id) => [
    ...waysOut(network, id)
      .filter(({ to }) => to === undefined)
      .slice(0, 1),
    ...network.exits.filter(({ from }) => from === id),
  ]);
  join('', last);
  return joins;
}

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
