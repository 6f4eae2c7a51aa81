import type { Calendar } from '../model/chain.ts';
import { perDay } from './calendar.ts';
import type { Ground } from './ground.ts';
import type { Cost } from './margin.ts';
import { margin } from './margin.ts';
import type { Quantity } from './quantity.ts';
import type { Figure } from './result.ts';
import { figure, inputOf } from './result.ts';

/** Costs of leaf activities: per unit started, and fixed per day. Activities without a cost are absent. */
export function costsOf({ leaves, calendar, starts }: Ground): Map<string, Cost> {
  return new Map(
    leaves.flatMap(({ id, cost }): [string, Cost][] => {
      if (cost === undefined) return [];
      const { variable, fixed } = cost;
      return [[id, { starts: starts.get(id) ?? 1, variable: variable?.value ?? 0, fixed: daily(fixed, calendar) }]];
    }),
  );
}

/** Formula 16 for a whole chain: money left per working day; `null` without a price or a throughput. */
export function marginOf(
  { chain, calendar }: Ground,
  rate: Figure | null,
  costs: ReadonlyMap<string, Cost>,
): Figure | null {
  const price = chain.demand?.price;
  if (price === undefined || rate === null) return null;
  const wholes = chain.activities.filter(({ id }) => !costs.has(id));
  const besides = [
    ...chain.resources.map(({ cost, count }) => daily(cost, calendar) * count),
    ...wholes.map(({ cost }) => daily(cost?.fixed, calendar)),
  ].map((fixed): Cost => ({ starts: 0, variable: 0, fixed }));
  const value = margin(rate.value, price.value, [...costs.values(), ...besides]);
  return figure(value, `${chain.currency ?? price.unit.split('/')[0]}/d`, 'margin', [
    inputOf('throughput', rate),
    inputOf('price', price),
  ]);
}

function daily(cost: Quantity | undefined, calendar: Calendar): number {
  return cost === undefined ? 0 : perDay(cost, calendar);
}
