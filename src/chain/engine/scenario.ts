import type { Scenario, ValueChain } from '../model/chain.ts';
import { isBare } from './bare-field.ts';
import type { Path } from './fault.ts';
import { parseQuantity } from './quantity.ts';

/** Quantities to set, by path: `{ 'weld-2.process.uptime': '90 %' }`. */
export type Settings = Readonly<Record<string, string | number>>;

/** Says whether a quantity may be set in a chain; `at` is where it stands in the model. */
export type Check = (chain: ValueChain, path: string, value: string | number, at: Path) => boolean;

/**
 * The model in a scenario, then with single quantities set. The model itself stays. What cannot be set, or what `check`
 * refuses, is left as it was.
 */
export function applyScenario(chain: ValueChain, id: string, set: Settings = {}, check?: Check): ValueChain {
  const inScenario = lineage(chain, id).reduce(
    (done, scenario) =>
      setAll(patched(done, scenario), scenario.set ?? {}, check, [
        'scenarios',
        chain.scenarios.indexOf(scenario),
        'set',
      ]),
    chain,
  );
  return setAll(inScenario, set, check, []);
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

function patched(chain: ValueChain, scenario: Scenario): ValueChain {
  const gone = new Set(scenario.remove);
  const keep = ({ id }: { id?: string | undefined }): boolean => id === undefined || !gone.has(id);
  const whole = ({ from, to }: { from?: string | undefined; to: string }): boolean =>
    !gone.has(from ?? '') && !gone.has(to);
  return {
    ...chain,
    activities: [...chain.activities.filter(keep), ...(scenario.add?.activities ?? [])],
    buffers: [...chain.buffers.filter((buffer) => keep(buffer) && whole(buffer)), ...(scenario.add?.buffers ?? [])],
    flows: [...chain.flows.filter((flow) => keep(flow) && whole(flow)), ...(scenario.add?.flows ?? [])],
  };
}

function setAll(start: ValueChain, set: Settings, check: Check | undefined, at: Path): ValueChain {
  return Object.entries(set).reduce(
    (chain, [path, value]) =>
      check?.(chain, path, value, [...at, path]) === false ? chain : setOne(chain, path, value),
    start,
  );
}

function setOne(chain: ValueChain, path: string, written: string | number): ValueChain {
  const dot = path.indexOf('.');
  const [owner, field] = [path.slice(0, dot), path.slice(dot + 1)];
  const place = placeOf(chain, owner);
  const quantity = parseQuantity(written);
  if (place === undefined || quantity === undefined) return chain;
  return changed(chain, [...place, ...field.split('.')], () => (isBare(field) ? quantity.value : quantity));
}

/** The model with another number in the place of one that it states (`weld-2.process.uptime`); its unit stays. */
export function withNumber(chain: ValueChain, path: string, value: number): ValueChain {
  const [owner = '', ...field] = path.split('.');
  const place = placeOf(chain, owner) ?? [];
  return changed(chain, [...place, ...field], (before) =>
    typeof before === 'object' && before !== null && 'unit' in before ? { value, unit: before.unit } : value,
  );
}

const lists = ['activities', 'buffers', 'flows', 'resources'] as const;

/** Where something that has quantities stands in a chain; `undefined` when there is nothing of that name. */
export function placeOf(chain: ValueChain, owner: string): Path | undefined {
  if (owner === 'demand' || owner === 'calendar') return [owner];
  for (const list of lists) {
    const index = chain[list].findIndex(({ id }) => id === owner);
    if (index >= 0) return [list, index];
  }
  return undefined;
}

/** A copy in which only the value at a path is another. */
function changed<T>(target: T, [key, ...rest]: readonly (string | number)[], change: (before: unknown) => unknown): T {
  if (key === undefined) return change(target) as T;
  if (Array.isArray(target)) return target.with(Number(key), changed(target[Number(key)], rest, change)) as T;
  const before = (target ?? {}) as Record<string, unknown>;
  return { ...before, [key]: changed(before[key], rest, change) } as T;
}
