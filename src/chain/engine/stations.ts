import type { Activity, Conventions, ValueChain } from '../model/chain.ts';
import { seconds } from './calendar.ts';
import type { Work } from './capacity.ts';
import { capacity, secondsEach } from './capacity.ts';
import { share } from './quantity.ts';

/** Where work queues for the same people or machines: one activity, or all that share a resource. */
export interface Station {
  /** Units a day the station could pass on as good units, were it alone. Infinite without work. */
  readonly goodPerDay: number;
  readonly activities: readonly string[];
}

/** What an activity's process takes, in seconds; `undefined` when it has no time. */
export function workOf(activity: Activity, chain: ValueChain, available: number): Work | undefined {
  const { process } = activity;
  const time = process?.cycleTime ?? process?.processTime;
  if (process === undefined || time === undefined || chain.calendar === undefined) return undefined;
  const resource = chain.resources.find(({ id }) => id === process.resource);
  const uptime =
    (process.uptime === undefined ? 1 : share(process.uptime)) *
    (resource?.availability === undefined ? 1 : share(resource.availability));
  return {
    time: seconds(time, chain.calendar, available),
    servers: process.servers ?? resource?.count ?? 1,
    uptime,
    changeover: changeoverOf(process, chain, available),
  };
}

/** Capacity in units started per day of each activity that has a time. */
export function capacities(activities: readonly Activity[], chain: ValueChain, available: number): Map<string, number> {
  return new Map(
    activities.flatMap((activity): [string, number][] => {
      const work = workOf(activity, chain, available);
      return work === undefined ? [] : [[activity.id, capacity(work, available)]];
    }),
  );
}

/** Formula 5. Stations with the good units a day each allows; loads on a shared resource are added up first. */
export function stations(
  activities: readonly Activity[],
  chain: ValueChain,
  available: number,
  starts: ReadonlyMap<string, number>,
): Station[] {
  const groups = new Map<string, Activity[]>();
  for (const activity of activities) {
    const key =
      activity.process?.resource === undefined ? `activity ${activity.id}` : `resource ${activity.process.resource}`;
    groups.set(key, [...(groups.get(key) ?? []), activity]);
  }
  return [...groups.values()].flatMap((group): Station[] => {
    const load = group.reduce((sum, activity) => {
      const work = workOf(activity, chain, available);
      return (
        sum +
        (work === undefined ? 0 : ((starts.get(activity.id) ?? 1) * secondsEach(work)) / (work.servers * work.uptime))
      );
    }, 0);
    const working = group.some(({ process }) => (process?.cycleTime ?? process?.processTime) !== undefined);
    return working
      ? [{ goodPerDay: load > 0 ? available / load : Infinity, activities: group.map(({ id }) => id) }]
      : [];
  });
}

function changeoverOf(
  process: NonNullable<Activity['process']>,
  chain: ValueChain,
  available: number,
): Work['changeover'] {
  const asked: Conventions['changeover'] = chain.conventions?.changeover ?? 'ignore';
  if (
    asked === 'ignore' ||
    process.changeoverTime === undefined ||
    process.batchSize === undefined ||
    chain.calendar === undefined
  )
    return undefined;
  return { time: seconds(process.changeoverTime, chain.calendar, available), batch: process.batchSize };
}
