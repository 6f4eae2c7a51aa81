import type { Activity, Buffer } from '../model/chain.ts';
import { seconds } from './calendar.ts';
import { inventoryOf, queueTime, timeOf } from './flow-law.ts';
import type { Ground } from './ground.ts';
import { bufferSeconds, daySeconds } from './ground.ts';
import type { Trip } from './lead-time.ts';
import { tripThrough } from './lead-time.ts';
import type { Divisor, Pace } from './pace.ts';
import type { Quantity } from './quantity.ts';
import { share } from './quantity.ts';
import type { Figure, Input, LeadTime } from './result.ts';
import { figure, input, inputOf, partOf } from './result.ts';
import { workOf } from './stations.ts';

/** The trip by which times and quality are told. */
export function travel(ground: Ground, pace: Pace, { rate }: Divisor): Trip {
  const { network, conventions, chain, calendar, nodes } = ground;
  const stocks = conventions.leadTime === 'inventory' || conventions.leadTime === 'little';
  return tripThrough(network, {
    legOf: (id) => {
      const activity = nodes.find((one) => one.id === id);
      const { valueClass = 'value-added', process } = activity ?? {};
      const work = valueClass === 'value-added' ? workTime(process) : undefined;
      return {
        id,
        time: stocks || activity === undefined ? 0 : stepSeconds(activity, ground, pace),
        valueAdded: work === undefined ? 0 : seconds(work, calendar, daySeconds(ground)),
        complete: process?.pctCompleteAccurate ? share(process.pctCompleteAccurate) : NaN,
      };
    },
    waitsOf: ({ buffers }) =>
      chain.buffers
        .filter(({ id }) => stocks && buffers.includes(id))
        .map((buffer) => partOf(buffer.id, bufferSeconds(buffer, ground, rate), 's')),
    shareOf: ({ flow = -1 }) => chain.flows[flow]?.share ?? 0,
  });
}

function workTime(process: Activity['process']): Quantity | undefined {
  return process?.processTime ?? process?.cycleTime;
}

function stepSeconds(activity: Activity, ground: Ground, { throughput, stationOf }: Pace): number {
  const { conventions, calendar } = ground;
  const { leadTime, cvArrival, cvProcess } = activity.process ?? {};
  if (conventions.leadTime === 'block')
    return leadTime === undefined ? NaN : seconds(leadTime, calendar, daySeconds(ground));
  const work = workOf(activity, ground);
  if (work === undefined || cvArrival === undefined || cvProcess === undefined || throughput === null) return NaN;
  const { servers } = work;
  const time = work.time / work.uptime;
  const utilization = throughput.value / (stationOf.get(activity.id) ?? Infinity);
  return (queueTime({ cvArrival, cvProcess, utilization, servers, time }) ?? Infinity) + time;
}

/** Formula 9, by the convention of the chain; `null` when a time on the way is not known or has no limit. */
export function leadTimeOf(ground: Ground, { throughput }: Pace, trip: Trip, divisor: Divisor): LeadTime | null {
  const { leadTime: name, timeBase } = ground.conventions;
  const day = daySeconds(ground);
  let value = trip.time;
  let inputs: readonly (Input | undefined)[] = trip.steps.map(({ id, time }) => partOf(id, time, 's'));
  if (name === 'inventory') inputs = trip.waits;
  if (name === 'little') {
    const stock = stockOf(ground, throughput) ?? NaN;
    value = (timeOf(stock, throughput?.value ?? 0) ?? NaN) * day;
    inputs = [input('workInProcess', stock, 'pcs'), inputOf('throughput', throughput)];
  }
  if (ground.nodes.length === 0 || (name === 'inventory' && ground.chain.buffers.length === 0)) return null;
  const convention = name === 'inventory' ? `${name}/${divisor.name}/${timeBase}` : `${name}/${timeBase}`;
  const formula = `leadTime${name.charAt(0).toUpperCase()}${name.slice(1)}` as `leadTime${Capitalize<typeof name>}`;
  const made = figure(value, 's', formula, inputs, convention);
  return made && { ...made, exactness: name === 'queueing' ? 'approximation' : 'exact', days: value / day };
}

/** Time on the trip that adds value. */
export function valueAdded({ nodes, conventions }: Ground, { steps, valueAdded: value }: Trip): Figure | null {
  const timed = nodes.some(({ id, process }) => steps.some((step) => step.id === id) && workTime(process));
  const inputs = steps.map((step) => partOf(step.id, step.valueAdded, 's'));
  return figure(timed ? value : NaN, 's', 'valueAddedTime', inputs, conventions.timeBase);
}

/** Formula 11. Value-added time over lead time, both on the same base. */
export function ratioOf(value: Figure | null, lead: LeadTime | null, timeBase: string): Figure | null {
  const inputs = [inputOf('valueAddedTime', value), inputOf('leadTime', lead)];
  return figure(value && lead && lead.value !== 0 ? value.value / lead.value : NaN, '', 'ratio', inputs, timeBase);
}

/** Formula 12 along the trip; `null` when a step does not say. */
export function completeOf({ complete, steps }: Trip): Figure | null {
  const inputs = steps.map((step) => partOf(step.id, step.complete, ''));
  return figure(steps.length === 0 ? NaN : complete, '', 'rolledCompleteAccurate', inputs);
}

function stockOf(ground: Ground, throughput: Figure | null): number | undefined {
  const { buffers } = ground.chain;
  const amount = (buffer: Buffer): number =>
    buffer.quantity?.value ??
    inventoryOf(throughput?.value ?? NaN, bufferSeconds(buffer, ground, throughput?.value) / daySeconds(ground));
  return buffers.length === 0 ? undefined : buffers.reduce((sum, buffer) => sum + amount(buffer), 0);
}

/** Units in the chain: its stocks, or by Little’s law. */
export function workInProcess(ground: Ground, { throughput }: Pace, lead: LeadTime | null): Figure | null {
  const stock = stockOf(ground, throughput);
  if (stock !== undefined) return figure(stock, 'pcs', 'workInProcess');
  const inputs = [inputOf('throughput', throughput), inputOf('leadTime', lead)];
  return figure(throughput && lead ? inventoryOf(throughput.value, lead.days) : NaN, 'pcs', 'little', inputs);
}
