import type { Activity, Buffer, Flow, ValueChain } from '../model/chain.ts';
import { leaves } from './parts.ts';

/** A way units take. Without `from` they come in, without `to` they leave. */
export interface Edge {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Part of the units at `from` that go this way; `undefined` when nothing was said. */
  readonly share: number | undefined;
  /** One of several ways, not all of them. */
  readonly either: boolean;
  readonly rework: boolean;
  readonly buffers: readonly Buffer[];
  /** The flow in the model, for messages. */
  readonly flow: number | undefined;
}

/** Leaf activities that units pass or that state a process, and the ways between them, wholes replaced by their first and last parts. */
export interface Network {
  readonly nodes: readonly Activity[];
  readonly edges: readonly Edge[];
  /** Forward ways only, by their start; a node's own list may be empty. */
  readonly out: ReadonlyMap<string, readonly Edge[]>;
  /** Nodes so that every forward way leads to a later one. */
  readonly order: readonly string[];
}

/** Builds the network in which units flow: material and service flows, and buffers. */
export function networkOf(chain: ValueChain): Network {
  const ids = new Set(leaves(chain).map(({ id }) => id));
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
  for (const buffer of chain.buffers)
    put(buffer.from, buffer.to, { share: undefined, either: false, rework: false, buffers: [buffer], flow: undefined });
  const edges = [...found.values()];
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return ordered(
    leaves(chain).filter(({ id, process }) => process !== undefined || touched.has(id)),
    edges,
  );
}

/** True for flows that units follow. */
export function carries({ kind }: Flow): boolean {
  return kind === 'material' || kind === 'service';
}

function edgeOf(flow: Flow, index: number): Omit<Edge, 'from' | 'to'> {
  return {
    share: flow.share,
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

function ordered(nodes: readonly Activity[], edges: readonly Edge[]): Network {
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
  for (const { id } of nodes.toReversed()) if (state.get(id) === undefined) visit(id);
  const marked = edges.map((edge) => (back.has(edge) ? { ...edge, rework: true } : edge));
  const out = new Map(nodes.map(({ id }) => [id, marked.filter((edge) => edge.from === id && !edge.rework)]));
  return { nodes, edges: marked, out, order };
}
