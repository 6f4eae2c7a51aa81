import type { Calendar, ValueChain } from '../model/chain.ts';
import { perDay } from './calendar.ts';
import type { Cost } from './margin.ts';
import { margin } from './margin.ts';
import { leaves } from './parts.ts';
import type { Figure } from './result.ts';
import { figure, input } from './result.ts';

/** Costs of leaf activities: per unit started, and fixed per day. Activities without a cost are absent. */
export function costsOf(chain: ValueChain, calendar: Calendar, starts: ReadonlyMap<string, number>): Map<string, Cost> {
  return new Map(
    leaves(chain).flatMap(({ id, cost }): [string, Cost][] =>
      cost === undefined
        ? []
        : [
            [
              id,
              {
                starts: starts.get(id) ?? 1,
                variable: cost.variable?.value ?? 0,
                fixed: cost.fixed === undefined ? 0 : perDay(cost.fixed, calendar),
              },
            ],
          ],
    ),
  );
}

/** Formula 16 for a whole chain: money left per working day; `null` without a price or a throughput. */
export function marginOf(
  chain: ValueChain,
  calendar: Calendar,
  rate: Figure | null,
  costs: ReadonlyMap<string, Cost>,
): Figure | null {
  const price = chain.demand?.price;
  if (price === undefined || rate === null) return null;
  const resources = chain.resources.map(({ cost, count }): Cost => ({
    starts: 0,
    variable: 0,
    fixed: cost === undefined ? 0 : perDay(cost, calendar) * count,
  }));
  const wholes = chain.activities.filter(({ id, cost }) => cost?.fixed !== undefined && !costs.has(id));
  const overhead = wholes.map(({ cost }): Cost => ({
    starts: 0,
    variable: 0,
    fixed: cost?.fixed === undefined ? 0 : perDay(cost.fixed, calendar),
  }));
  const value = margin(rate.value, price.value, [...costs.values(), ...resources, ...overhead]);
  return figure(value, `${chain.currency ?? price.unit.split('/')[0]}/d`, 'margin', [
    input('throughput', rate),
    { name: 'price', value: price.value, unit: price.unit },
  ]);
}
