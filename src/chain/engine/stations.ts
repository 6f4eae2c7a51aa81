import type { Activity } from '../model/chain.ts';
import { seconds } from './calendar.ts';
import type { Work } from './capacity.ts';
import { secondsEach } from './capacity.ts';
import type { Ground } from './ground.ts';
import { share } from './quantity.ts';

/** What an activity's process takes, in seconds; `undefined` when it has no time. */
export function workOf({ process }: Activity, { chain, calendar, available, conventions }: Ground): Work | undefined {
  const time = process?.cycleTime ?? process?.processTime;
  if (process === undefined || time === undefined) return undefined;
  const { uptime, servers, changeoverTime, batchSize } = process;
  const resource = chain.resources.find(({ id }) => id === process.resource);
  const plain = {
    time: seconds(time, calendar, available),
    servers: servers ?? resource?.count ?? 1,
    uptime: share(uptime) * share(resource?.availability),
  };
  if (conventions.changeover === 'ignore' || !changeoverTime || !batchSize) return plain;
  return { ...plain, changeover: { time: seconds(changeoverTime, calendar, available), batch: batchSize } };
}

/**
 * Formula 5. By activity, the good units a day that the place where it is done allows: its own, or the one of all that
 * share a resource, whose loads are added up first. Infinite for work that takes no time; absent without a time.
 */
export function stations(ground: Ground): Map<string, number> {
  const loads = new Map<string | Activity, number>();
  const placed = ground.nodes.flatMap((activity) => {
    const work = workOf(activity, ground);
    if (work === undefined) return [];
    const { id, process } = activity;
    const place = process?.resource ?? activity;
    const load = ((ground.starts.get(id) ?? 1) * secondsEach(work)) / (work.servers * work.uptime);
    loads.set(place, (loads.get(place) ?? 0) + load);
    return [{ id, place }];
  });
  return new Map(
    placed.map(({ id, place }) => {
      const load = loads.get(place) ?? 0;
      return [id, load > 0 ? ground.available / load : Infinity];
    }),
  );
}
