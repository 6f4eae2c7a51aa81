import type { Flow, ValueChain } from '../model/chain.ts';
import { joinsOf } from './joins.ts';
import { leaves } from './parts.ts';

/** A way units take. Without `from` they come in, without `to` they leave. */
export interface Edge {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** One of several ways, not all of them. */
  readonly either: boolean;
  readonly rework: boolean;
  /** Ids of the buffers on the way. */
  readonly buffers: readonly string[];
  /** The flow in the model, which says the share of the units that go this way. */
  readonly flow?: number | undefined;
}

/**
 * How units can go through a chain. Numbers do not change it, so a page carries it as data and a browser computes with
 * it; plain JSON.
 */
export interface Network {
  /** Activities without parts, in the author's order. */
  readonly leaves: readonly string[];
  /** Leaf activities that units pass or that state a process, in the author's order. */
  readonly nodes: readonly string[];
  /** The ways between them, wholes replaced by their first and last parts. */
  readonly edges: readonly Edge[];
  /** Ways out that nobody has stated, of nodes that lead nowhere. */
  readonly exits: readonly Edge[];
  /** Nodes so that every forward way leads to a later one. */
  readonly order: readonly string[];
  /**
   * By node, sets of ways in, as indexes of edges and exits: those in one set are alternatives, the sets are all
   * needed. The key '' is the way out.
   */
  readonly joins: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/** Builds the network in which units flow: material and service flows, and buffers. */
export function networkOf(chain: ValueChain): Network {
  const parts = leaves(chain);
  const ids = new Set(parts.map(({ id }) => id));
  const found = new Map<string, Edge>();
  const inner = partsByWhole(chain);
  const put = (start: string | undefined, end: string | undefined, edge: Omit<Edge, 'from' | 'to'>): void => {
    for (const from of ends(start, ids, inner, 'last', chain)) {
      for (const to of ends(end, ids, inner, 'first', chain)) {
        const key = `${from ?? ''} ${to ?? ''} ${edge.rework ? 'back' : ''}`;
        const known = found.get(key);
        const buffers = [...(known?.buffers ?? []), ...edge.buffers];
        if (from !== undefined || to !== undefined) found.set(key, { ...edge, ...known, from, to, buffers });
      }
    }
  };
  chain.flows.forEach((flow, index) => carries(flow) && put(flow.from, flow.to, edgeOf(flow, index)));
  for (const { id, from, to } of chain.buffers) put(from, to, { ...unstated, buffers: [id] });
  const edges = [...found.values()];
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = parts.filter(({ id, process }) => process !== undefined || touched.has(id)).map(({ id }) => id);
  return { leaves: [...ids], ...ordered(nodes, edges) };
}

/** True for flows that units follow. */
export function carries({ kind }: Flow): boolean {
  return kind === 'material' || kind === 'service';
}

/** Forward ways out of a node. */
export function waysOut({ edges }: Pick<Network, 'edges'>, id: string): Edge[] {
  return edges.filter(({ from, rework }) => from === id && !rework);
}

const unstated = { either: false, rework: false, buffers: [] } as const;

function edgeOf(flow: Flow, index: number): Omit<Edge, 'from' | 'to'> {
  return {
    either: flow.split === 'or' || flow.share !== undefined,
    rework: flow.rework === true,
    buffers: [],
    flow: index,
  };
}

function partsByWhole(chain: ValueChain): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const { id, parent } of chain.activities)
    if (parent !== undefined) parts.set(parent, [...(parts.get(parent) ?? []), id]);
  return parts;
}

function ends(
  id: string | undefined,
  nodes: ReadonlySet<string>,
  inner: ReadonlyMap<string, readonly string[]>,
  side: 'first' | 'last',
  chain: ValueChain,
): (string | undefined)[] {
  if (id === undefined || chain.parties.some((party) => party.id === id)) return [undefined];
  if (nodes.has(id)) return [id];
  const parts = inner.get(id) ?? [];
  const edge = parts.filter((part) => {
    return !chain.flows.some(
      (flow) =>
        carries(flow) &&
        flow.rework !== true &&
        (side === 'first'
          ? flow.to === part && parts.includes(flow.from)
          : flow.from === part && parts.includes(flow.to)),
    );
  });
  return edge.flatMap((part) => ends(part, nodes, inner, side, chain));
}

function ordered(nodes: readonly string[], edges: readonly Edge[]): Omit<Network, 'leaves'> {
  const state = new Map<string, 'open' | 'done'>();
  const order: string[] = [];
  const back = new Set<Edge>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const edge of edges) {
      if (edge.from !== id || edge.to === undefined || edge.rework) continue;
      if (state.get(edge.to) === 'open') back.add(edge);
      else if (state.get(edge.to) === undefined) visit(edge.to);
    }
    state.set(id, 'done');
    order.unshift(id);
  };
  for (const id of nodes.toReversed()) if (state.get(id) === undefined) visit(id);
  const marked = edges.map((edge) => (back.has(edge) ? { ...edge, rework: true } : edge));
  const exits = nodes
    .filter((id) => waysOut({ edges: marked }, id).length === 0)
    .map((from) => ({ ...unstated, from }));
  const network = { nodes, edges: marked, exits, order };
  return { ...network, joins: joinsOf(network) };
}
