import type { Activity, ValueChain } from '../model/chain.ts';
import { seconds } from './calendar.ts';
import { inventoryOf, queueTime, timeOf } from './flow-law.ts';
import type { Ground } from './ground.ts';
import { bufferSeconds, daySeconds } from './ground.ts';
import type { Trip } from './lead-time.ts';
import { tripThrough } from './lead-time.ts';
import type { Edge } from './network.ts';
import type { Pace } from './pace.ts';
import { share } from './quantity.ts';
import type { Figure, Input, LeadTime } from './result.ts';
import { figure, input } from './result.ts';
import { workOf } from './stations.ts';

/** The trip by which times and quality are told. `rate` is what stock is divided by. */
export function travel(ground: Ground, pace: Pace, rate: number | undefined): Trip {
  const { network, conventions, chain } = ground;
  const byId = new Map(network.nodes.map((activity) => [activity.id, activity]));
  const stocks = conventions.leadTime === 'inventory' || conventions.leadTime === 'little';
  return tripThrough(network, {
    timeOf: (id) => (stocks ? 0 : stepSeconds(byId.get(id), ground, pace)),
    waitOf: (edge: Edge) =>
      stocks ? edge.buffers.reduce((sum, buffer) => sum + bufferSeconds(buffer, ground, rate), 0) : 0,
    valueOf: (id) => valueSeconds(byId.get(id), ground),
    completeOf: (id) => completeShare(chain, id),
  });
}

function stepSeconds(activity: Activity | undefined, ground: Ground, pace: Pace): number {
  const { process } = activity ?? {};
  if (ground.conventions.leadTime === 'block')
    return process?.leadTime === undefined ? NaN : seconds(process.leadTime, ground.calendar, daySeconds(ground));
  const work = activity === undefined ? undefined : workOf(activity, ground.chain, ground.available);
  if (
    activity === undefined ||
    work === undefined ||
    process?.cvArrival === undefined ||
    process.cvProcess === undefined ||
    pace.throughput === null
  )
    return NaN;
  const each = work.time / work.uptime;
  const utilization = pace.throughput.value / (pace.stationOf.get(activity.id) ?? Infinity);
  return (
    (queueTime({
      cvArrival: process.cvArrival,
      cvProcess: process.cvProcess,
      utilization,
      servers: work.servers,
      time: each,
    }) ?? Infinity) + each
  );
}

/** Formula 9, by the convention of the chain; `null` when a time on the way is not known or has no limit. */
export function leadTimeOf(ground: Ground, pace: Pace, trip: Trip, divisor: string): LeadTime | null {
  const { leadTime: name, timeBase } = ground.conventions;
  const little = name === 'little' ? timeOf(stockOf(ground, pace) ?? NaN, pace.throughput?.value ?? 0) : undefined;
  const value = name === 'little' ? (little ?? NaN) * daySeconds(ground) : trip.time;
  if (
    !Number.isFinite(value) ||
    ground.network.nodes.length === 0 ||
    (name === 'inventory' && ground.chain.buffers.length === 0)
  )
    return null;
  const formulas = {
    inventory: 'leadTimeInventory',
    block: 'leadTimeBlock',
    little: 'leadTimeLittle',
    queueing: 'leadTimeQueueing',
  } as const;
  const inputs: Input[] = (name === 'inventory' ? trip.buffers : trip.steps).map((id) => ({
    name: id,
    value: inputSeconds(id, ground, pace, divisor),
    unit: 's',
  }));
  const convention = name === 'inventory' ? `${name}/${divisor}/${timeBase}` : `${name}/${timeBase}`;
  const plain = figure(value, 's', formulas[name], inputs, convention);
  return { ...plain, exactness: name === 'queueing' ? 'approximation' : 'exact', days: value / daySeconds(ground) };
}

function inputSeconds(id: string, ground: Ground, pace: Pace, divisor: string): number {
  const buffer = ground.chain.buffers.find((candidate) => candidate.id === id);
  if (buffer !== undefined)
    return bufferSeconds(buffer, ground, (divisor === 'demand' ? pace.demand : pace.throughput)?.value);
  return stepSeconds(
    ground.network.nodes.find((activity) => activity.id === id),
    ground,
    pace,
  );
}

function valueSeconds(activity: Activity | undefined, ground: Ground): number {
  const time = activity?.process?.processTime ?? activity?.process?.cycleTime;
  if (time === undefined || (activity?.valueClass ?? 'value-added') !== 'value-added') return 0;
  return seconds(time, ground.calendar, daySeconds(ground));
}

/** Time on the trip that adds value. */
export function valueAdded(ground: Ground, trip: Trip): Figure | null {
  const byId = new Map(ground.network.nodes.map((activity) => [activity.id, activity]));
  const inputs = trip.steps.map((id) => ({ name: id, value: valueSeconds(byId.get(id), ground), unit: 's' }));
  const timed = trip.steps.some(
    (id) => (byId.get(id)?.process?.processTime ?? byId.get(id)?.process?.cycleTime) !== undefined,
  );
  return timed ? figure(trip.valueAdded, 's', 'valueAddedTime', inputs, ground.conventions.timeBase) : null;
}

/** Formula 11. Value-added time over lead time, both on the same base. */
export function ratioOf(value: Figure | null, lead: LeadTime | null, timeBase: string): Figure | null {
  if (value === null || lead === null || lead.value === 0) return null;
  return figure(
    value.value / lead.value,
    '',
    'ratio',
    [input('valueAddedTime', value), input('leadTime', lead)],
    timeBase,
  );
}

function completeShare(chain: ValueChain, id: string): number | undefined {
  const given = chain.activities.find((activity) => activity.id === id)?.process?.pctCompleteAccurate;
  return given === undefined ? undefined : share(given);
}

/** Formula 12 along the trip; `null` when a step does not say. */
export function completeOf({ chain }: Ground, trip: Trip): Figure | null {
  if (trip.complete === undefined || trip.steps.length === 0) return null;
  const inputs = trip.steps.map((id) => ({ name: id, value: completeShare(chain, id) ?? NaN, unit: '' }));
  return figure(trip.complete, '', 'rolledCompleteAccurate', inputs);
}

function stockOf(ground: Ground, pace: Pace): number | undefined {
  const rate = pace.throughput?.value;
  const amounts = ground.chain.buffers.map((buffer) => {
    if (buffer.quantity !== undefined) return buffer.quantity.value;
    return rate === undefined ? NaN : inventoryOf(rate, bufferSeconds(buffer, ground, rate) / daySeconds(ground));
  });
  return amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Units in the chain: its stocks, or by Little’s law. */
export function workInProcess(ground: Ground, pace: Pace, lead: LeadTime | null): Figure | null {
  const stock = stockOf(ground, pace);
  if (stock !== undefined) return Number.isFinite(stock) ? figure(stock, 'pcs', 'workInProcess') : null;
  if (lead === null || pace.throughput === null) return null;
  return figure(inventoryOf(pace.throughput.value, lead.days), 'pcs', 'little', [
    input('throughput', pace.throughput),
    input('leadTime', lead),
  ]);
}
