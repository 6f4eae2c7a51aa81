import { compute } from './engine/compute.ts';
import type { Result } from './engine/result.ts';
import { applyScenario } from './engine/scenario.ts';
import type { Activity, Scenario, ValueChain } from './model/chain.ts';
import { textFor } from './text.ts';
import type { ChainWords } from './words.ts';

/** A model in one scenario with its numbers: what drawings, outline and tables show. */
export interface Scene {
  /** The model with the scenario's changes made. */
  readonly chain: ValueChain;
  readonly scenario: string;
  readonly result: Result;
}

const scenes = new WeakMap<ValueChain, Map<string, Scene>>();

/** The model in a scenario; the first one when none is named. Computed once for each model object. */
export function sceneOf(model: ValueChain, scenario = model.scenarios[0]?.id ?? 'today'): Scene {
  const known = scenes.get(model) ?? new Map<string, Scene>();
  scenes.set(model, known);
  const made = known.get(scenario) ?? {
    chain: applyScenario(model, scenario).chain,
    scenario,
    result: compute(model, { scenario }),
  };
  known.set(scenario, made);
  return made;
}

/** What readers call a scenario. */
export function scenarioName({ id, label }: Scenario, lang: string, words: ChainWords): string {
  if (label !== undefined) return textFor(label, lang).text;
  return id === 'today' ? words.scenarioToday : id === 'future' ? words.scenarioFuture : id;
}

/** What readers call an activity, a party or a buffer; its id when it has no label. */
export function nameOf(chain: ValueChain, id: string, lang: string): string {
  const named = [...chain.activities, ...chain.parties, ...chain.resources].find((one) => one.id === id);
  const buffer = chain.buffers.find((one) => one.id === id);
  const label = named?.label ?? buffer?.label;
  return label === undefined ? id : textFor(label, lang).text;
}

/** The activity's load against demand, or against what is made when nobody asks; `undefined` when it has none. */
export function loadOf({ result }: Scene, activity: Activity): number | undefined {
  const own = result.activities.find(({ id }) => id === activity.id);
  return (own?.impliedUtilization ?? own?.utilization)?.value;
}

/** True for activities that hold the chain back. */
export function isBottleneck({ result }: Scene, id: string): boolean {
  return result.bottleneck.includes(id);
}
