import type { Activity, Buffer, ValueChain } from '../model/chain.ts';
import { availableTime } from './calendar.ts';
import { capacity, impliedUtilization } from './capacity.ts';
import { completeOf, leadTimeOf, ratioOf, travel, valueAdded, workInProcess } from './duration.ts';
import type { Ground } from './ground.ts';
import { bufferSeconds, daySeconds } from './ground.ts';
import type { Cost } from './margin.ts';
import { costsOf, marginOf } from './money.ts';
import type { Network } from './network.ts';
import type { Pace } from './pace.ts';
import { divisorOf, paceOf, timeInput } from './pace.ts';
import type { ActivityResult, BufferResult, Figure, Result } from './result.ts';
import { figure, input, inputOf } from './result.ts';
import { routing, splitsOf } from './routing.ts';
import { operators } from './staffing.ts';
import { workOf } from './stations.ts';

/** What is to be computed. */
export interface Task {
  /** A model to which a scenario has been applied. */
  readonly chain: ValueChain;
  /** How units can go through it. */
  readonly network: Network;
  readonly scenario: string;
  /** True when a reader has set quantities. */
  readonly whatIf: boolean;
}

/** The numbers of a model; `undefined` when it contradicts itself or says too little to compute anything. */
export function reckon({ chain, network, scenario, whatIf }: Task): Result | undefined {
  const { calendar, conventions } = chain;
  if (calendar === undefined || conventions === undefined) return undefined;
  const available = availableTime(calendar);
  const starts = available > 0 ? routing(network, splitsOf(chain)) : undefined;
  if (starts === undefined) return undefined;
  const [nodes = [], leaves = []] = [network.nodes, network.leaves].map((ids) =>
    chain.activities.filter(({ id }) => ids.includes(id)),
  );
  return computed({ chain, calendar, conventions, available, network, nodes, leaves, starts, whatIf }, scenario);
}

function computed(ground: Ground, scenario: string): Result {
  const { chain, available, calendar, conventions } = ground;
  const pace = paceOf(ground);
  const { stationOf: _, ...rates } = pace;
  const divisor = divisorOf(ground, pace);
  const trip = travel(ground, pace, divisor);
  const leadTime = leadTimeOf(ground, pace, trip, divisor);
  const valueAddedTime = valueAdded(ground, trip);
  const costs = costsOf(ground);
  const shifts = input('shiftsPerDay', calendar.shiftsPerDay, '');
  return {
    id: chain.id,
    scenario,
    ...rates,
    conventions: { ...conventions, inventoryDivisor: divisor.name },
    availableTime: figure(available, 's/d', 'availableTime', [shifts]),
    leadTime,
    valueAddedTime,
    ratio: ratioOf(valueAddedTime, leadTime, conventions.timeBase),
    rolledCompleteAccurate: completeOf(trip),
    margin: marginOf(ground, pace.throughput, costs),
    workInProcess: workInProcess(ground, pace, leadTime),
    staffing: staffingOf(ground, pace),
    activities: ground.leaves.map((activity) => activityResult(activity, ground, pace, costs)),
    buffers: chain.buffers.map((buffer) => bufferResult(buffer, ground, divisor.rate)),
  };
}

function staffingOf(ground: Ground, { takt }: Pace): Figure | null {
  const work = ground.nodes.reduce(
    (sum, activity) => sum + (ground.starts.get(activity.id) ?? 1) * (workOf(activity, ground)?.time ?? 0),
    0,
  );
  const people = takt !== null && work > 0 ? operators(work, takt.value) : NaN;
  return figure(people, '', 'staffing', [input('work', work, 's'), inputOf('takt', takt)]);
}

function activityResult(
  activity: Activity,
  ground: Ground,
  { demand, throughput, stationOf }: Pace,
  costs: ReadonlyMap<string, Cost>,
): ActivityResult {
  const { id } = activity;
  const { chain, available, starts } = ground;
  const first = starts.get(id) ?? 1;
  const work = workOf(activity, ground);
  const own = work === undefined ? Infinity : capacity(work, available);
  const good = stationOf.get(id) ?? NaN;
  const load = (rate: Figure | null, name: string, formula: 'impliedUtilization' | 'utilization'): Figure | null =>
    figure(impliedUtilization(rate?.value ?? NaN, 1, good), '', formula, [
      inputOf(name, rate),
      input('capacity', good, 'pcs/d'),
    ]);
  const money = costs.get(id);
  return {
    id,
    capacity: figure(own, 'pcs/d', 'capacity', [timeInput(available)]),
    startsPerGoodUnit: figure(first, '', 'starts'),
    impliedUtilization: load(demand, 'demand', 'impliedUtilization'),
    utilization: load(throughput, 'throughput', 'utilization'),
    cost: figure(
      money && throughput ? throughput.value * first * money.variable + money.fixed : NaN,
      `${chain.currency ?? ''}/d`,
      'cost',
    ),
  };
}

function bufferResult(buffer: Buffer, ground: Ground, rate: number | undefined): BufferResult {
  const { id, quantity, wait } = buffer;
  const days = bufferSeconds(buffer, ground, rate) / daySeconds(ground);
  return {
    id,
    days: figure((quantity ?? wait) ? days : NaN, 'd', 'bufferDays'),
    quantity: figure(quantity?.value, 'pcs', 'given'),
  };
}
