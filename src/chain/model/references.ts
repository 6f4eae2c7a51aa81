import type { Fault, Path } from '../engine/fault.ts';
import { fault } from '../engine/fault.ts';
import { isField } from '../engine/field.ts';
import { meant, nearest } from '../../core/problem/nearest.ts';
import type { ValueChain } from './chain.ts';

/** Ids that do not exist, stand twice, or contain themselves. */
export function referenceFaults(chain: ValueChain, id: string): Fault[] {
  const names = namesOf(chain);
  return [
    ...wrongFileId(chain, id),
    ...duplicates(chain),
    ...parentFaults(chain),
    ...scenarioFaults(chain),
    ...chain.flows.flatMap(({ from, to, rework }, index) =>
      from === to && rework !== true ? [idleFlow(from, index)] : [],
    ),
    ...references(chain).flatMap(({ path, id: wanted, among }) => unknown(path, wanted, names[among])),
    ...[...new Set(setPaths(chain))].flatMap(({ path, key }) => settable(path, key, names)),
  ];
}

type Among = 'ends' | 'activities' | 'resources' | 'performers' | 'scenarios' | 'flows' | 'all' | 'measures';
type Names = Readonly<Record<Among, readonly string[]>>;

interface Reference {
  readonly path: Path;
  readonly id: string | undefined;
  readonly among: Among;
}

function namesOf(chain: ValueChain): Names {
  const added = chain.scenarios.flatMap((scenario) => (scenario.add === undefined ? [] : [scenario.add]));
  const activities = [...chain.activities, ...added.flatMap((add) => add.activities ?? [])].map(({ id }) => id);
  const buffers = [...chain.buffers, ...added.flatMap((add) => add.buffers ?? [])].map(({ id }) => id);
  const flows = [...chain.flows, ...added.flatMap((add) => add.flows ?? [])].flatMap(({ id }) => id ?? []);
  const parties = chain.parties.map(({ id }) => id);
  const resources = chain.resources.map(({ id }) => id);
  return {
    activities,
    resources,
    flows,
    ends: [...activities, ...parties],
    performers: [...parties, ...resources],
    scenarios: chain.scenarios.map(({ id }) => id),
    measures: chain.measures.map(({ id }) => id),
    all: [chain.id, ...activities, ...buffers, ...flows, ...parties, ...resources],
  };
}

function references(chain: ValueChain): Reference[] {
  const ends = (list: readonly { from?: string | undefined; to: string }[], at: Path): Reference[] =>
    list.flatMap(({ from, to }, index) => [
      { path: [...at, index, 'from'], id: from, among: 'ends' as const },
      { path: [...at, index, 'to'], id: to, among: 'ends' as const },
    ]);
  return [
    ...chain.activities.flatMap((activity, index): Reference[] => [
      { path: ['activities', index, 'parent'], id: activity.parent, among: 'activities' },
      { path: ['activities', index, 'performer'], id: activity.performer, among: 'performers' },
      { path: ['activities', index, 'process', 'resource'], id: activity.process?.resource, among: 'resources' },
    ]),
    ...ends(chain.buffers, ['buffers']),
    ...ends(chain.flows, ['flows']),
    ...chain.flows.map(({ reciprocates }, index): Reference => ({
      path: ['flows', index, 'reciprocates'],
      id: reciprocates,
      among: 'flows',
    })),
    ...chain.measures.map(({ on }, index): Reference => ({ path: ['measures', index, 'on'], id: on, among: 'all' })),
    ...chain.viewpoints.flatMap(({ emphasise = [], measures = [] }, index): Reference[] => [
      ...emphasise.map((id, item): Reference => ({ path: ['viewpoints', index, 'emphasise', item], id, among: 'all' })),
      ...measures.map((id, item): Reference => ({
        path: ['viewpoints', index, 'measures', item],
        id,
        among: 'measures',
      })),
    ]),
    ...chain.scenarios.flatMap(({ from, remove = [], add, kaizen = [] }, index): Reference[] => [
      { path: ['scenarios', index, 'from'], id: from, among: 'scenarios' },
      ...remove.map((id, item): Reference => ({ path: ['scenarios', index, 'remove', item], id, among: 'all' })),
      ...ends(add?.buffers ?? [], ['scenarios', index, 'add', 'buffers']),
      ...ends(add?.flows ?? [], ['scenarios', index, 'add', 'flows']),
      ...kaizen.map(({ on }, item): Reference => ({
        path: ['scenarios', index, 'kaizen', item, 'on'],
        id: on,
        among: 'all',
      })),
    ]),
  ];
}

function unknown(path: Path, id: string | undefined, known: readonly string[]): Fault[] {
  if (id === undefined || known.includes(id)) return [];
  const right = meant(id, known);
  const list = nearest(id, known, 5).join(', ');
  const hint =
    right !== undefined ? `Write ${right}.` : known.length === 0 ? 'There is none yet.' : `There are ${list}.`;
  return [fault('chain-unknown-id', path, `Nothing here is called "${id}".`, hint)];
}

function duplicates(chain: ValueChain): Fault[] {
  const seen = new Map<string, string>();
  const lists = ['parties', 'activities', 'buffers', 'flows', 'resources'] as const;
  const shared = lists.flatMap((list) => chain[list].flatMap(({ id }, index) => once(seen, id, [list, index, 'id'])));
  const own = (['scenarios', 'viewpoints', 'measures', 'controls'] as const).flatMap((list) => {
    const names = new Map<string, string>();
    return chain[list].flatMap(({ id }, index) => once(names, id, [list, index, 'id']));
  });
  return [...shared, ...own];
}

function once(seen: Map<string, string>, id: string | undefined, path: Path): Fault[] {
  if (id === undefined) return [];
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, path.slice(0, 2).join('.'));
    return [];
  }
  return [
    fault('chain-duplicate-id', path, `The id "${id}" stands twice; it is also at ${first}.`, 'Give each its own id.'),
  ];
}

function parentFaults(chain: ValueChain): Fault[] {
  const parents = new Map(chain.activities.map(({ id, parent }) => [id, parent]));
  const withParts = new Set(parents.values());
  return chain.activities.flatMap((activity, index) => {
    const faults: Fault[] = [];
    if (containsItself(activity.id, parents)) {
      faults.push(
        fault(
          'chain-parent-cycle',
          ['activities', index, 'parent'],
          `"${activity.id}" is a part of itself.`,
          'Let one of the parents have no parent.',
        ),
      );
    }
    if (withParts.has(activity.id) && activity.process !== undefined) {
      const hint = 'Give the numbers to its parts; those of the whole are computed.';
      faults.push(
        fault(
          'chain-parent-with-numbers',
          ['activities', index, 'process'],
          `"${activity.id}" has parts and numbers of its own.`,
          hint,
        ),
      );
    }
    return faults;
  });
}

function idleFlow(id: string, index: number): Fault {
  const hint = 'Let it lead to another activity, or write rework: true for what is done again.';
  return fault('chain-idle-flow', ['flows', index], `The flow leads from "${id}" to itself.`, hint);
}

/** Scenarios that begin with each other, and so with nothing. */
function scenarioFaults(chain: ValueChain): Fault[] {
  const origins = new Map(chain.scenarios.map(({ id, from }) => [id, from]));
  return chain.scenarios.flatMap(({ id }, index) =>
    containsItself(id, origins)
      ? [
          fault(
            'chain-scenario-cycle',
            ['scenarios', index, 'from'],
            `The scenario "${id}" begins with itself.`,
            'Leave out from: with one of those that begin with each other; it then begins with the numbers given.',
          ),
        ]
      : [],
  );
}

function containsItself(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

function wrongFileId(chain: ValueChain, id: string): Fault[] {
  if (chain.id === id) return [];
  return [
    fault(
      'chain-wrong-id',
      ['id'],
      `The file is called ${id}.yaml, but its id is "${chain.id}".`,
      `Write id: ${id}, or rename the file.`,
    ),
  ];
}

function setPaths(chain: ValueChain): { path: Path; key: string }[] {
  return [
    ...chain.scenarios.flatMap(({ set }, index) =>
      Object.keys(set ?? {}).map((key) => ({ path: ['scenarios', index, 'set', key], key })),
    ),
    ...chain.controls.map(({ path: key }, index) => ({ path: ['controls', index, 'path'], key })),
  ];
}

function settable(path: Path, key: string, names: Names): Fault[] {
  const dot = key.indexOf('.');
  const owner = key.slice(0, dot);
  const owners = [...names.all, 'demand', 'calendar'];
  if (dot > 0 && owners.includes(owner) && isField(key.slice(dot + 1))) return [];
  const right = meant(owner, owners);
  const hint =
    dot > 0 && !owners.includes(owner) && right !== undefined
      ? `Did you mean ${right}${key.slice(dot)}?`
      : 'Write an id, a dot and a field, such as weld-2.process.uptime or demand.rate.';
  return [fault('chain-unknown-path', path, `"${key}" is nothing that can be set.`, hint)];
}
