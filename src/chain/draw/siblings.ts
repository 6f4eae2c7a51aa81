import type { Activity, Flow, ValueChain } from '../model/chain.ts';
import type { Text } from '../text.ts';

/** A flow between two parts of the same whole. Flows between their inner parts count as theirs. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly kind: Flow['kind'];
  readonly label: Text | undefined;
  /** Runs against the order: a loop. */
  readonly back: boolean;
}

/** Parts of one whole in the order in which work passes through them. */
export interface Siblings {
  /** Columns to leave room for, so that what stands by itself lines up with what work passes. */
  readonly columns?: number;
  /** Columns: those in one column work side by side. */
  readonly ranks: readonly (readonly Activity[])[];
  readonly links: readonly Link[];
}

/** The parts of an activity, or the activities at the top, in the author's order. */
export function partsOf(chain: ValueChain, parent: string | undefined): Activity[] {
  return chain.activities.filter((activity) => activity.parent === parent);
}

/** Orders parts by the flows among them; loops are found and marked. */
export function arrange(chain: ValueChain, parts: readonly Activity[]): Siblings {
  const links = linksAmong(chain, parts);
  const depth = depths(parts, links);
  const linked = links.some(({ back }) => !back);
  const rankOf = (activity: Activity, index: number): number => (linked ? (depth.get(activity.id) ?? 0) : index);
  const ranks: Activity[][] = [];
  parts.forEach((activity, index) => (ranks[rankOf(activity, index)] ??= []).push(activity));
  return { ranks: ranks.filter(Boolean), links };
}

/** Parts in the order in which they are drawn: what no flow touches stands by itself before or after what work passes. */
export function blocksOf(chain: ValueChain, parts: readonly Activity[]): Activity[][] {
  const { links } = arrange(chain, parts);
  if (links.every(({ back }) => back)) return [[...parts]];
  const touched = new Set(links.flatMap(({ from, to }) => [from, to]));
  const first = parts.findIndex(({ id }) => touched.has(id));
  const flow = parts.filter(({ id }) => touched.has(id));
  const loose = parts.map((part, index) => ({ part, index })).filter(({ part }) => !touched.has(part.id));
  const before = loose.filter(({ index }) => index < first).map(({ part }) => part);
  const after = loose.filter(({ index }) => index > first).map(({ part }) => part);
  return [before, flow, after].filter((block) => block.length > 0);
}

function linksAmong(chain: ValueChain, parts: readonly Activity[]): Link[] {
  const owner = owners(chain, parts);
  const found = new Map<string, Link>();
  const add = (
    from: string | undefined,
    to: string | undefined,
    kind: Flow['kind'],
    label: Text | undefined,
    rework: boolean,
  ): void => {
    if (from === undefined || to === undefined || from === to) return;
    const key = `${from} ${to}`;
    const known = found.get(key);
    found.set(
      key,
      known === undefined ? { from, to, kind, label, back: rework } : { ...known, label: known.label ?? label },
    );
  };
  for (const flow of chain.flows)
    add(owner.get(flow.from), owner.get(flow.to), flow.kind, flow.label, flow.rework === true);
  for (const buffer of chain.buffers)
    add(owner.get(buffer.from ?? ''), owner.get(buffer.to), 'material', undefined, false);
  return markLoops([...found.values()], parts);
}

function owners(chain: ValueChain, parts: readonly Activity[]): Map<string, string> {
  const wanted = new Set(parts.map(({ id }) => id));
  const parents = new Map(chain.activities.map(({ id, parent }) => [id, parent]));
  const owner = new Map<string, string>();
  for (const { id } of chain.activities) {
    let at: string | undefined = id;
    while (at !== undefined && !wanted.has(at)) at = parents.get(at);
    if (at !== undefined) owner.set(id, at);
  }
  return owner;
}

function markLoops(links: readonly Link[], parts: readonly Activity[]): Link[] {
  const back = new Set<Link>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const link of links) {
      if (link.from !== id || link.back) continue;
      if (state.get(link.to) === 'open') back.add(link);
      else if (state.get(link.to) === undefined) visit(link.to);
    }
    state.set(id, 'done');
  };
  for (const { id } of parts) if (state.get(id) === undefined) visit(id);
  // Where nothing leads on in the author's order, what leads back is a loop and no order of its own.
  const at = new Map(parts.map(({ id }, index) => [id, index]));
  if (links.every(({ from, to }) => (at.get(to) ?? 0) < (at.get(from) ?? 0))) for (const link of links) back.add(link);
  return links.map((link) => (back.has(link) ? { ...link, back: true } : link));
}

/** Steps before each part on the longest way to it; every pass settles at least one more step. */
function depths(parts: readonly Activity[], links: readonly Link[]): Map<string, number> {
  const depth = new Map(parts.map(({ id }) => [id, 0]));
  for (let pass = 0, moved = true; moved && pass < parts.length; pass += 1) {
    moved = false;
    for (const { from, to, back } of links) {
      const least = (depth.get(from) ?? 0) + 1;
      if (back || (depth.get(to) ?? 0) >= least) continue;
      depth.set(to, least);
      moved = true;
    }
  }
  return depth;
}
