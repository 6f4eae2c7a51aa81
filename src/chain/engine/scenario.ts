import type { Scenario, ValueChain } from '../model/chain.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { fieldKinds, isField, kindExamples, readField } from './field.ts';

/** A model with a scenario's changes made, and what could not be made. */
export interface Applied {
  readonly chain: ValueChain;
  readonly faults: readonly Fault[];
}

/** The model in a scenario, then with single quantities set (`{ 'weld-2.process.uptime': '90 %' }`). The model itself stays. */
export function applyScenario(
  chain: ValueChain,
  id: string,
  set: Readonly<Record<string, string | number>> = {},
): Applied {
  const patched = lineage(chain, id).reduce<Applied>(
    (done, scenario) => patch(done, scenario, chain.scenarios.indexOf(scenario)),
    { chain, faults: [] },
  );
  return setAll(patched, set, []);
}

/** The scenario's ancestors and itself, oldest first; stops where it would go round. */
function lineage(chain: ValueChain, id: string): Scenario[] {
  const line: Scenario[] = [];
  let at = chain.scenarios.find((scenario) => scenario.id === id);
  while (at !== undefined && !line.includes(at)) {
    line.unshift(at);
    const from: string | undefined = at.from;
    at = chain.scenarios.find((scenario) => scenario.id === from);
  }
  return line;
}

function patch({ chain, faults }: Applied, scenario: Scenario, index: number): Applied {
  const gone = new Set(scenario.remove);
  const keep = ({ id }: { id?: string | undefined }): boolean => id === undefined || !gone.has(id);
  const whole = ({ from, to }: { from?: string | undefined; to: string }): boolean =>
    !gone.has(from ?? '') && !gone.has(to);
  const changed: ValueChain = {
    ...chain,
    activities: [...chain.activities.filter(keep), ...(scenario.add?.activities ?? [])],
    buffers: [...chain.buffers.filter((buffer) => keep(buffer) && whole(buffer)), ...(scenario.add?.buffers ?? [])],
    flows: [...chain.flows.filter((flow) => keep(flow) && whole(flow)), ...(scenario.add?.flows ?? [])],
  };
  return setAll({ chain: changed, faults }, scenario.set ?? {}, ['scenarios', index, 'set']);
}

function setAll(start: Applied, set: Readonly<Record<string, string | number>>, at: Fault['path']): Applied {
  return Object.entries(set).reduce<Applied>(({ chain, faults }, [path, value]) => {
    const result = setOne(chain, path, value, [...at, path]);
    return 'rule' in result ? { chain, faults: [...faults, result] } : { chain: result, faults };
  }, start);
}

const lists = ['activities', 'buffers', 'flows', 'resources'] as const;

function setOne(chain: ValueChain, path: string, value: string | number, at: Fault['path']): ValueChain | Fault {
  const dot = path.indexOf('.');
  const [owner, field] = [path.slice(0, dot), path.slice(dot + 1)];
  if (!isField(field))
    return fault(
      'chain-unknown-path',
      at,
      `"${path}" is nothing that can be set.`,
      'Write an id, a dot and a field, such as weld-2.process.uptime.',
    );
  const quantity = readField(field, value);
  if (quantity === undefined)
    return fault(
      'chain-bad-quantity',
      at,
      `"${value}" cannot be set at ${path}.`,
      `Write ${kindExamples[fieldKinds[field]]}.`,
    );
  const set = bare(field) ? quantity.value : quantity;
  if (owner === 'demand' || owner === 'calendar') return withValue(chain, [owner, field], set);
  for (const list of lists) {
    const index = chain[list].findIndex(({ id }) => id === owner);
    if (index >= 0) return withValue(chain, [list, index, ...field.split('.')], set);
  }
  return fault(
    'chain-unknown-path',
    at,
    `"${path}": there is no "${owner}" in this scenario.`,
    'Use the id of an activity, a buffer, a flow or a resource, or demand or calendar.',
  );
}

/** Fields that hold a bare number in the model. */
function bare(field: keyof typeof fieldKinds): boolean {
  return fieldKinds[field] === 'number';
}

function withValue<T>(target: T, [key, ...rest]: readonly (string | number)[], value: unknown): T {
  if (key === undefined) return value as T;
  if (Array.isArray(target))
    return target.map((item: unknown, index) => (index === key ? withValue(item, rest, value) : item)) as T;
  const before = (target ?? {}) as Record<string, unknown>;
  return { ...before, [key]: withValue(before[key], rest, value) } as T;
}
