import type { Calendar, Conventions, ValueChain } from '../model/chain.ts';
import { perDay, takt } from './calendar.ts';
import type { Constraint } from './capacity.ts';
import { bottleneck, throughput } from './capacity.ts';
import type { Ground } from './ground.ts';
import { carries } from './network.ts';
import type { Figure } from './result.ts';
import { figure, input } from './result.ts';
import { stations } from './stations.ts';

/** The rates everything else rests on. */
export interface Pace {
  readonly demand: Figure | null;
  readonly takt: Figure | null;
  readonly capacity: Figure | null;
  readonly throughput: Figure | null;
  readonly constraint: Constraint | null;
  readonly bottleneck: readonly string[];
  readonly stationOf: ReadonlyMap<string, number>;
}

/** Demand, capacity and what comes of them. */
export function paceOf({ chain, calendar, available, network, starts }: Ground): Pace {
  const rate = chain.demand === undefined ? undefined : perDay(chain.demand.rate, calendar);
  const list = stations(network.nodes, chain, available, starts);
  const stationOf = new Map(
    list.flatMap(({ activities, goodPerDay }) => activities.map((id): [string, number] => [id, goodPerDay])),
  );
  const slowest = bottleneck(stationOf);
  const flow = throughput({ demand: rate, capacity: slowest.capacity, supply: supplyOf(chain, calendar, starts) });
  const asked = rate === undefined ? null : figure(rate, 'pcs/d', 'given');
  const beat = rate === undefined ? undefined : takt(available, rate);
  const most =
    slowest.capacity === Infinity
      ? null
      : figure(
          slowest.capacity,
          'pcs/d',
          'processCapacity',
          slowest.names.map((id) => ({ name: id, value: slowest.capacity, unit: 'pcs/d' })),
        );
  const limits = [
    ...(asked === null ? [] : [input('demand', asked)]),
    ...(most === null ? [] : [input('capacity', most)]),
  ];
  return {
    demand: asked,
    takt:
      beat === undefined || asked === null
        ? null
        : figure(beat, 's', 'takt', [{ name: 'availableTime', value: available, unit: 's/d' }, input('demand', asked)]),
    capacity: most,
    throughput: flow === undefined ? null : figure(flow.rate, 'pcs/d', 'throughput', limits),
    constraint: flow?.constraint ?? null,
    bottleneck: slowest.names,
    stationOf,
  };
}

/** The least of what suppliers can give, in good units a day; `undefined` when no supplier is limited. */
function supplyOf(chain: ValueChain, calendar: Calendar, starts: ReadonlyMap<string, number>): number | undefined {
  const suppliers = new Set(chain.parties.filter(({ kind }) => kind === 'supplier').map(({ id }) => id));
  const sums = new Map<string, number>();
  for (const { from, to, quantity, ...flow } of chain.flows) {
    if (
      quantity === undefined ||
      !suppliers.has(from) ||
      !carries({ from, to, ...flow }) ||
      !quantity.unit.includes('/')
    )
      continue;
    sums.set(to, (sums.get(to) ?? 0) + perDay(quantity, calendar));
  }
  const goods = [...sums].map(([id, sum]) => sum / (starts.get(id) ?? 1));
  return goods.length === 0 ? undefined : Math.min(...goods);
}

/** The rate that stock is divided by. */
export interface Divisor {
  readonly name: Conventions['inventoryDivisor'];
  readonly rate: number | undefined;
}

/** Stock over demand does not react when the line makes less than demand, so a what-if then divides by throughput. */
export function divisorOf({ conventions, whatIf }: Ground, pace: Pace): Divisor {
  const switched =
    whatIf &&
    conventions.leadTime === 'inventory' &&
    conventions.inventoryDivisor === 'demand' &&
    pace.constraint === 'capacity' &&
    pace.demand !== null;
  const name = switched ? 'throughput' : conventions.inventoryDivisor;
  return { name, rate: (name === 'demand' ? pace.demand : pace.throughput)?.value };
}
