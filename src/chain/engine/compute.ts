import type { Activity, Buffer, ValueChain } from '../model/chain.ts';
import { availableTime } from './calendar.ts';
import { impliedUtilization } from './capacity.ts';
import { completeOf, leadTimeOf, ratioOf, travel, valueAdded, workInProcess } from './duration.ts';
import type { Fault } from './fault.ts';
import { doubt, fault } from './fault.ts';
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
import { applyScenario } from './scenario.ts';
import { operators } from './staffing.ts';
import { capacities, workOf } from './stations.ts';

/** Which state of the model to compute. */
export interface ComputeOptions {
  /** Id of a scenario; the first one when absent. */
  readonly scenario?: string | undefined;
  /** Quantities to set on top of it: `{ 'weld-2.process.uptime': '90 %' }`. */
  readonly set?: Readonly<Record<string, string | number>> | undefined;
}

/**
 * Computes a model in one scenario. Pure: the same in a build and in a browser. What the model does not say is `null`,
 * never guessed; faults say what contradicts itself.
 */
export function compute(model: ValueChain, options: ComputeOptions = {}): Result {
  const scenario = options.scenario ?? model.scenarios[0]?.id ?? 'today';
  const { chain, faults } = applyScenario(model, scenario, options.set);
  const nothing = blank(model.id, scenario, chain, faults);
  const { calendar, conventions } = chain;
  if (!hasNumbers(chain) || calendar === undefined || conventions === undefined) return nothing;
  const available = availableTime(calendar);
  if (!(available > 0)) {
    const hint = 'Make planned breaks shorter than the shift.';
    return {
      ...nothing,
      faults: [...faults, fault('chain-no-working-time', ['calendar'], 'The calendar leaves no working time.', hint)],
    };
  }
  const network = networkOf(chain);
  const route = routing(network, (id) => yieldOf(chain, id));
  const found = [...faults, ...route.faults, ...changeoverFaults(chain)];
  if (route.faults.length > 0) return { ...nothing, faults: found };
  const whatIf = Object.keys(options.set ?? {}).length > 0;
  return computed(
    { chain, calendar, conventions, available, network, starts: route.starts, whatIf },
    { ...nothing, faults: found },
  );
}

function blank(id: string, scenario: string, chain: ValueChain, faults: readonly Fault[]): Result {
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
    id,
    scenario,
    conventions: chain.conventions ?? null,
    ...none,
    bottleneck: [],
    ...more,
    activities: [],
    buffers: [],
    faults,
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
  const tooHigh =
    ratio !== null && ratio.value > 1
      ? [
          doubt(
            'chain-ratio-above-one',
            ['activities'],
            'Value-added time is longer than lead time.',
            'Check the time base, or the lead times and stocks on the same way.',
          ),
        ]
      : [];
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
    faults: [...start.faults, ...tooHigh, ...divisor.faults],
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

function yieldOf(chain: ValueChain, id: string): number {
  const given = chain.activities.find((activity) => activity.id === id)?.process?.yield;
  return given === undefined ? 1 : share(given);
}

function changeoverFaults(chain: ValueChain): Fault[] {
  if (chain.conventions?.changeover !== 'include') return [];
  return chain.activities.flatMap(({ id, process }, index) =>
    process?.changeoverTime !== undefined && process.changeoverTime.value > 0 && process.batchSize === undefined
      ? [
          fault(
            'chain-missing-key',
            ['activities', index, 'process'],
            `"${id}" has a changeover time but no batchSize, and conventions.changeover is include.`,
            'Add batchSize, or write changeover: ignore.',
          ),
        ]
      : [],
  );
}
