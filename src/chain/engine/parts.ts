import type { Activity, ValueChain } from '../model/chain.ts';

/** Activities without parts, in the author's order. Only they do work; wholes are the sum of theirs. */
export function leaves(chain: ValueChain): Activity[] {
  const parents = new Set(chain.activities.map(({ parent }) => parent));
  return chain.activities.filter(({ id }) => !parents.has(id));
}

/** True when the chain has anything to compute. */
export function hasNumbers(chain: ValueChain): boolean {
  return (
    chain.demand !== undefined ||
    chain.buffers.length > 0 ||
    chain.activities.some(({ process, cost }) => process ?? cost)
  );
}
