import type { ValueChain } from '../model/chain.ts';
import { hasNumbers } from './parts.ts';
import type { Task } from './reckoning.ts';
import { reckon } from './reckoning.ts';
import type { Result } from './result.ts';

/** The numbers of a model. What it does not say is `null`, never guessed; a model that contradicts itself has no numbers. */
export function resultOf(task: Task): Result {
  const { chain, scenario } = task;
  return (hasNumbers(chain) ? reckon(task) : undefined) ?? noResult(chain, scenario);
}

/** What is known of a model when nothing can be computed. */
export function noResult(chain: ValueChain, scenario: string): Result {
  return {
    id: chain.id,
    scenario,
    conventions: chain.conventions ?? null,
    availableTime: null,
    demand: null,
    takt: null,
    capacity: null,
    throughput: null,
    constraint: null,
    bottleneck: [],
    leadTime: null,
    valueAddedTime: null,
    ratio: null,
    rolledCompleteAccurate: null,
    margin: null,
    workInProcess: null,
    staffing: null,
    activities: [],
    buffers: [],
  };
}
