import type { Calendar } from '../model/chain.ts';
import type { Quantity } from './quantity.ts';
import { sides } from './quantity.ts';

/** Seconds in a calendar day. */
export const calendarDay = 86_400;

const shortUnits: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, cd: calendarDay };

/** Formula 1. Working seconds in a day: shifts × (shift time − planned breaks). */
export function availableTime(calendar: Calendar): number {
  const { shiftsPerDay, shiftTime, plannedBreaks } = calendar;
  // What a day is must not depend on itself: shifts are told in hours, minutes or seconds.
  return shiftsPerDay * (seconds(shiftTime, calendar, NaN) - seconds(plannedBreaks, calendar, NaN));
}

/** Formula 2. Seconds between two units that customers ask for; `undefined` when they ask for none. */
export function takt(available: number, demandPerDay: number): number | undefined {
  return demandPerDay > 0 ? available / demandPerDay : undefined;
}

/**
 * Seconds of a time, where a day has `daySeconds`: the available time for work, 86,400 for calendar days.
 * NaN when the calendar lacks the days of a week, month or year.
 */
export function seconds(time: Quantity, calendar: Calendar, daySeconds: number): number {
  const short = shortUnits[time.unit];
  if (short !== undefined) return time.value * short;
  return time.value * daySeconds * daysIn(time.unit, calendar);
}

/** Flow units or money per working day. NaN as above. */
export function perDay(rate: Quantity, calendar: Calendar): number {
  const [, unit] = sides(rate.unit);
  const short = unit === 'cd' ? undefined : shortUnits[unit];
  return short === undefined ? rate.value / daysIn(unit, calendar) : (rate.value * availableTime(calendar)) / short;
}

/** Working days in a unit of time of a day or more, or in a shift. */
function daysIn(unit: string, { shiftsPerDay, daysPerWeek = NaN, daysPerMonth, daysPerYear }: Calendar): number {
  const days: Readonly<Record<string, number | undefined>> = {
    d: 1,
    shift: 1 / shiftsPerDay,
    wk: daysPerWeek,
    mo: daysPerMonth,
    y: daysPerYear,
    cd: daysPerWeek / 7,
  };
  return days[unit] ?? NaN;
}
