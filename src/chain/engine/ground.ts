import type { Activity, Buffer, Calendar, Conventions, ValueChain } from '../model/chain.ts';
import { calendarDay, seconds } from './calendar.ts';
import { timeOf } from './flow-law.ts';
import type { Network } from './network.ts';

/** A model in one scenario, with what every formula needs of it. */
export interface Ground {
  readonly chain: ValueChain;
  readonly calendar: Calendar;
  readonly conventions: Conventions;
  /** Working seconds in a day. */
  readonly available: number;
  readonly network: Network;
  /** The activities that are nodes of the network, and those without parts. */
  readonly nodes: readonly Activity[];
  readonly leaves: readonly Activity[];
  readonly starts: ReadonlyMap<string, number>;
  readonly whatIf: boolean;
}

/** Seconds in a day of lead time, by the time base. */
export function daySeconds({ conventions, available }: Ground): number {
  return conventions.timeBase === 'calendar' ? calendarDay : available;
}

/** Seconds a unit waits in a buffer: its quantity over a rate per day, or the wait as given. NaN without a rate. */
export function bufferSeconds({ quantity, wait }: Buffer, ground: Ground, rate: number | undefined): number {
  if (quantity !== undefined)
    return rate === undefined ? NaN : (timeOf(quantity.value, rate) ?? Infinity) * daySeconds(ground);
  return wait === undefined ? 0 : seconds(wait, ground.calendar, daySeconds(ground));
}
