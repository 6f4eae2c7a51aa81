import type { LiveActivity } from '../../chain/live.ts';

/** Which way to look from an activity. */
export type Way = 'up' | 'down';

/** The activities of a chain and what they feed. */
export interface Trace {
  readonly activities: readonly LiveActivity[];
  /** Direct neighbours of an activity; where a whole is fed, its parts are too. */
  readonly beside: (id: string, way: Way) => string[];
  /** Everything that an activity feeds, or that feeds it, itself left out. */
  readonly reach: (id: string, way: Way) => Set<string>;
  readonly parentOf: (id: string) => string | undefined;
  readonly has: (id: string) => boolean;
}

/** Makes a chain's activities ready to be traced. Loops end. */
export function makeTrace(activities: readonly LiveActivity[]): Trace {
  const parents = new Map(activities.map(({ id, parent }) => [id, parent]));
  const links = { down: new Map<string, string[]>(), up: new Map<string, string[]>() };
  for (const { id, feeds } of activities) {
    for (const other of feeds) {
      put(links.down, id, other);
      put(links.up, other, id);
    }
  }
  const around = new Map<string, { readonly outer: string[]; readonly inner: string[] }>();
  for (const { id } of activities) around.set(id, { outer: [], inner: [] });
  for (const { id } of activities) {
    for (let at = parents.get(id); at !== undefined && at !== id; at = parents.get(at)) {
      if (around.get(id)?.outer.includes(at) === true) break;
      around.get(id)?.outer.push(at);
      around.get(at)?.inner.push(id);
    }
  }
  const near = (id: string): { readonly outer: string[]; readonly inner: string[] } =>
    around.get(id) ?? { outer: [], inner: [] };
  const beside = (id: string, way: Way): string[] => {
    const { outer, inner } = near(id);
    const found = [id, ...outer, ...inner].flatMap((one) => links[way].get(one) ?? []);
    return [...new Set(found)].filter((one) => one !== id && !outer.includes(one) && !inner.includes(one));
  };
  const reach = (id: string, way: Way): Set<string> => {
    const found = new Set<string>();
    const own = new Set([id, ...near(id).inner]);
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const next of beside(at, way).flatMap((one) => [one, ...near(one).inner])) {
        if (own.has(next) || found.has(next)) continue;
        found.add(next);
        open.push(next);
      }
    }
    return found;
  };
  return { activities, beside, reach, parentOf: (id) => parents.get(id), has: (id) => parents.has(id) };
}

/** Where a key leads from an activity, among those that are drawn; `undefined` when nowhere. */
export function moveFrom(id: string, move: Move, trace: Trace, drawn: readonly string[]): string | undefined {
  const on = (list: Iterable<string>): string | undefined => [...list].find((one) => drawn.includes(one));
  const at = drawn.indexOf(id);
  const own = trace.parentOf(id);
  switch (move) {
    case 'down':
    case 'up':
      return on(trace.beside(id, move)) ?? on(trace.reach(id, move));
    case 'in':
      return drawn.find((one) => trace.parentOf(one) === id);
    case 'out':
      return own !== undefined && drawn.includes(own) ? own : undefined;
    case 'first':
      return drawn[0];
    case 'last':
      return drawn.at(-1);
    case 'on':
      return drawn[at + 1];
    case 'back':
      return drawn[at - 1];
    default: {
      const kin = drawn.filter((one) => trace.parentOf(one) === own);
      const line = new Set([...trace.reach(id, 'up'), ...trace.reach(id, 'down')]);
      const side = kin.filter((one) => one === id || !line.has(one));
      return (side.length > 1 ? side : kin)[(side.length > 1 ? side : kin).indexOf(id) + (move === 'next' ? 1 : -1)];
    }
  }
}

/** Ways to move: with and against the flow, to what stands beside, in and out, to the ends, one step in order. */
export type Move = Way | 'next' | 'previous' | 'in' | 'out' | 'first' | 'last' | 'on' | 'back';

function put(map: Map<string, string[]>, key: string, value: string): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
