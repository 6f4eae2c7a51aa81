import { networkOf } from './engine/network.ts';
import type { Network } from './engine/network.ts';
import { resultOf } from './engine/numbers.ts';
import type { Result } from './engine/result.ts';
import type { Settings } from './engine/scenario.ts';
import { applyScenario } from './engine/scenario.ts';
import type { Activity, Scenario, ValueChain } from './model/chain.ts';
import { textFor } from './text.ts';
import type { ChainWords } from './words.ts';

/** A model in one scenario with its numbers: what drawings, outline and tables show. */
export interface Scene {
  /** The model with the scenario's changes made. */
  readonly chain: ValueChain;
  readonly scenario: string;
  /** How units can go through it. */
  readonly network: Network;
  readonly result: Result;
}

export type { Settings };

const scenes = new WeakMap<ValueChain, Map<string, Scene>>();

/**
 * The model in a scenario, the first one when none is named, with a reader's settings. Without settings it is computed
 * once for each model object.
 */
export function sceneOf(model: ValueChain, scenario = model.scenarios[0]?.id ?? 'today', set?: Settings): Scene {
  if (set !== undefined) return setScene(model, scenario, set);
  const known = scenes.get(model) ?? new Map<string, Scene>();
  scenes.set(model, known);
  const made = known.get(scenario) ?? makeScene(model, scenario);
  known.set(scenario, made);
  return made;
}

const setScenes = new WeakMap<Settings, { readonly model: ValueChain; readonly scene: Scene }>();

/** Strip, tables and sentences of one state ask for the same settings, one after the other. */
function setScene(model: ValueChain, scenario: string, set: Settings): Scene {
  const known = setScenes.get(set);
  if (known?.model === model && known.scene.scenario === scenario) return known.scene;
  const scene = makeScene(model, scenario, set);
  setScenes.set(set, { model, scene });
  return scene;
}

function makeScene(model: ValueChain, scenario: string, set?: Settings): Scene {
  const chain = applyScenario(model, scenario, set);
  const network = networkOf(chain);
  const result = resultOf({ chain, network, scenario, whatIf: Object.keys(set ?? {}).length > 0 });
  return { chain, scenario, network, result };
}

/** What readers call a scenario. */
export function scenarioName({ id, label }: Scenario, lang: string, words: ChainWords): string {
  if (label !== undefined) return textFor(label, lang).text;
  return id === 'today' ? words.scenarioToday : id === 'future' ? words.scenarioFuture : id;
}

/** What readers call an activity, a party or a buffer; its id when it has no label. */
export function nameOf(chain: ValueChain, id: string, lang: string): string {
  const { activities, parties, resources, buffers } = chain;
  const label = [...activities, ...parties, ...resources, ...buffers].find((one) => one.id === id)?.label;
  return label === undefined ? id : textFor(label, lang).text;
}

/** The activity's load against demand, or against what is made when nobody asks; `undefined` when it has none. */
export function loadOf({ result }: Scene, activity: Activity): number | undefined {
  const own = result.activities.find(({ id }) => id === activity.id);
  return (own?.impliedUtilization ?? own?.utilization)?.value;
}

/** True for activities that hold the chain back. */
export function isBottleneck({ result }: Scene, id: string): boolean {
  // Where no more goes in than comes out, what is nearest its limit holds nothing up.
  return result.constraint !== 'supply' && result.bottleneck.includes(id);
}
