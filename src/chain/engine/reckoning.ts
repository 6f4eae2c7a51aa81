import type { Activity, Buffer, ValueChain } from '../model/chain.ts';
import { availableTime } from './calendar.ts';
import { impliedUtilization } from './capacity.ts';
import { completeOf, leadTimeOf, ratioOf, travel, valueAdded, workInProcess } from './duration.ts';
import type { Ground } from './ground.ts';
import { bufferSeconds, daySeconds } from './ground.ts';
import type { Cost } from './margin.ts';
import { costsOf, marginOf } from './money.ts';
import { networkOf } from './network.ts';
import type { Pace } from './pace.ts';
import { divisorOf, paceOf } from './pace.ts';
import { hasNumbers, leaves } from './parts.ts';
import { share } from './quantity.ts';
import type { ActivityResult, BufferResult, Figure, Result } from './result.ts';
import { figure, input } from './result.ts';
import { routing } from './routing.ts';
import { operators } from './staffing.ts';
import { capacities, workOf } from './stations.ts';

/**
 * The numbers of a model to which a scenario has been applied. What the model does not say is `null`, never guessed; a
 * model that contradicts itself has no numbers. `whatIf` is true when a reader has set quantities.
 */
export function reckon(chain: ValueChain, scenario: string, whatIf: boolean): Result {
  const nothing = blank(chain, scenario);
  const { calendar, conventions } = chain;
  if (!hasNumbers(chain) || calendar === undefined || conventions === undefined) return nothing;
  const available = availableTime(calendar);
  const network = networkOf(chain);
  const starts = available > 0 ? routing(network, yieldsOf(chain)) : undefined;
  if (starts === undefined) return nothing;
  return computed({ chain, calendar, conventions, available, network, starts, whatIf }, nothing);
}

function blank(chain: ValueChain, scenario: string): Result {
  const none = {
    availableTime: null,
    demand: null,
    takt: null,
    capacity: null,
    throughput: null,
    constraint: null,
    leadTime: null,
  };
  const more = {
    valueAddedTime: null,
    ratio: null,
    rolledCompleteAccurate: null,
    margin: null,
    workInProcess: null,
    staffing: null,
  };
  return {
    id: chain.id,
    scenario,
    conventions: chain.conventions ?? null,
    ...none,
    bottleneck: [],
    ...more,
    activities: [],
    buffers: [],
  };
}

function computed(ground: Ground, start: Result): Result {
  const { chain, available, calendar } = ground;
  const pace = paceOf(ground);
  const divisor = divisorOf(ground, pace);
  const trip = travel(ground, pace, divisor.rate);
  const leadTime = leadTimeOf(ground, pace, trip, divisor.name);
  const valueAddedTime = valueAdded(ground, trip);
  const ratio = ratioOf(valueAddedTime, leadTime, ground.conventions.timeBase);
  const costs = costsOf(chain, calendar, ground.starts);
  return {
    ...start,
    conventions: { ...ground.conventions, inventoryDivisor: divisor.name },
    availableTime: figure(available, 's/d', 'availableTime', [
      { name: 'shiftsPerDay', value: calendar.shiftsPerDay, unit: '' },
    ]),
    demand: pace.demand,
    takt: pace.takt,
    capacity: pace.capacity,
    throughput: pace.throughput,
    constraint: pace.constraint,
    bottleneck: pace.bottleneck,
    leadTime,
    valueAddedTime,
    ratio,
    rolledCompleteAccurate: completeOf(ground, trip),
    margin: marginOf(chain, calendar, pace.throughput, costs),
    workInProcess: workInProcess(ground, pace, leadTime),
    staffing: staffingOf(ground, pace),
    activities: leaves(chain).map((activity) => activityResult(activity, ground, pace, costs)),
    buffers: chain.buffers.map((buffer) => bufferResult(buffer, ground, divisor.rate)),
  };
}

function staffingOf({ network, chain, available, starts }: Ground, pace: Pace): Figure | null {
  if (pace.takt === null) return null;
  const work = network.nodes.reduce(
    (sum, activity) => sum + (starts.get(activity.id) ?? 1) * (workOf(activity, chain, available)?.time ?? 0),
    0,
  );
  return work > 0
    ? figure(operators(work, pace.takt.value), '', 'staffing', [
        { name: 'work', value: work, unit: 's' },
        input('takt', pace.takt),
      ])
    : null;
}

function activityResult(
  activity: Activity,
  { chain, available, starts }: Ground,
  pace: Pace,
  costs: ReadonlyMap<string, Cost>,
): ActivityResult {
  const { id } = activity;
  const first = starts.get(id) ?? 1;
  const own = capacities([activity], chain, available).get(id);
  const good = pace.stationOf.get(id);
  const load = (rate: Figure | null, formula: 'impliedUtilization' | 'utilization'): Figure | null =>
    rate === null || good === undefined
      ? null
      : figure(impliedUtilization(rate.value, 1, good), '', formula, [
          input(formula === 'utilization' ? 'throughput' : 'demand', rate),
          { name: 'capacity', value: good, unit: 'pcs/d' },
        ]);
  const money = costs.get(id);
  const rate = pace.throughput?.value;
  return {
    id,
    capacity:
      own === undefined || own === Infinity
        ? null
        : figure(own, 'pcs/d', 'capacity', [{ name: 'availableTime', value: available, unit: 's/d' }]),
    startsPerGoodUnit: figure(first, '', 'starts'),
    impliedUtilization: load(pace.demand, 'impliedUtilization'),
    utilization: load(pace.throughput, 'utilization'),
    cost:
      money === undefined || rate === undefined
        ? null
        : figure(rate * first * money.variable + money.fixed, `${chain.currency ?? ''}/d`, 'cost'),
  };
}

function bufferResult(buffer: Buffer, ground: Ground, rate: number | undefined): BufferResult {
  const days = bufferSeconds(buffer, ground, rate) / daySeconds(ground);
  const known = buffer.quantity !== undefined || buffer.wait !== undefined;
  return {
    id: buffer.id,
    days: known && Number.isFinite(days) ? figure(days, 'd', 'bufferDays') : null,
    quantity: buffer.quantity === undefined ? null : figure(buffer.quantity.value, 'pcs', 'given'),
  };
}

function yieldsOf(chain: ValueChain): (id: string) => number {
  const yields = new Map(
    chain.activities.map(({ id, process }) => [id, process?.yield === undefined ? 1 : share(process.yield)]),
  );
  return (id) => yields.get(id) ?? 1;
}
