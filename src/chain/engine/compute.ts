import type { ValueChain } from '../model/chain.ts';
import { contradictions } from './contradiction.ts';
import { networkOf } from './network.ts';
import { resultOf } from './numbers.ts';
import type { CheckedResult } from './result.ts';
import { applyChecked } from './setting.ts';

/** Which state of the model to compute. */
export interface ComputeOptions {
  /** Id of a scenario; the first one when absent. */
  readonly scenario?: string | undefined;
  /** Quantities to set on top of it: `{ 'weld-2.process.uptime': '90 %' }`. */
  readonly set?: Readonly<Record<string, string | number>> | undefined;
}

/**
 * Computes a model in one scenario and says what contradicts itself. The numbers are those of
 * `reckon`, which is all that a browser computes.
 */
export function compute(model: ValueChain, options: ComputeOptions = {}): CheckedResult {
  const scenario = options.scenario ?? model.scenarios[0]?.id ?? 'today';
  const { chain, faults } = applyChecked(model, scenario, options.set);
  const network = networkOf(chain);
  const numbers = resultOf({ chain, network, scenario, whatIf: Object.keys(options.set ?? {}).length > 0 });
  return { ...numbers, faults: [...faults, ...contradictions(chain, network, numbers)] };
}
