import type { ValueChain } from '../model/chain.ts';
import type { Fault, Path } from './fault.ts';
import { fault } from './fault.ts';
import { fieldKinds, isField, kindExamples, readField } from './field.ts';
import type { Settings } from './scenario.ts';
import { applyScenario, placeOf } from './scenario.ts';

/** A model with a scenario's changes made, and what could not be made. */
export interface Applied {
  readonly chain: ValueChain;
  readonly faults: readonly Fault[];
}

/** The model in a scenario with quantities set, each of them checked first. */
export function applyChecked(chain: ValueChain, id: string, set: Settings = {}): Applied {
  const faults: Fault[] = [];
  const applied = applyScenario(chain, id, set, (...setting) => {
    const found = settingFault(...setting);
    if (found !== undefined) faults.push(found);
    return found === undefined;
  });
  return { chain: applied, faults };
}

function settingFault(chain: ValueChain, path: string, value: string | number, at: Path): Fault | undefined {
  const dot = path.indexOf('.');
  const [owner, field] = [path.slice(0, dot), path.slice(dot + 1)];
  if (!isField(field))
    return fault(
      'chain-unknown-path',
      at,
      `"${path}" is nothing that can be set.`,
      'Write an id, a dot and a field, such as weld-2.process.uptime.',
    );
  if (readField(field, value) === undefined)
    return fault(
      'chain-bad-quantity',
      at,
      `"${value}" cannot be set at ${path}.`,
      `Write ${kindExamples[fieldKinds[field]]}.`,
    );
  if (placeOf(chain, owner) !== undefined) return undefined;
  return fault(
    'chain-unknown-path',
    at,
    `"${path}": there is no "${owner}" in this scenario.`,
    'Use the id of an activity, a buffer, a flow or a resource, or demand or calendar.',
  );
}
