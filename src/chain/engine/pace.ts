import type { Conventions } from '../model/chain.ts';
import { perDay, takt } from './calendar.ts';
import type { Constraint } from './capacity.ts';
import { bottleneck, throughput } from './capacity.ts';
import type { Ground } from './ground.ts';
import { carries } from './network.ts';
import type { Figure, Input } from './result.ts';
import { figure, input, inputOf, partOf } from './result.ts';
import { stations } from './stations.ts';

/** The rates everything else rests on. */
export interface Pace {
  readonly demand: Figure | null;
  readonly takt: Figure | null;
  readonly capacity: Figure | null;
  readonly throughput: Figure | null;
  readonly constraint: Constraint | null;
  readonly bottleneck: readonly string[];
  /** Good units a day by activity; shared by those that queue for the same people or machines. */
  readonly stationOf: ReadonlyMap<string, number>;
}

/** Demand, capacity and what comes of them. */
export function paceOf(ground: Ground): Pace {
  const { chain, calendar, available } = ground;
  const asked = chain.demand && perDay(chain.demand.rate, calendar);
  const stationOf = stations(ground);
  const { capacity: most, names } = bottleneck(stationOf);
  const flow = throughput({ demand: asked, capacity: most, supply: supplyOf(ground) });
  const demand = figure(asked, 'pcs/d', 'given');
  const each = names.map((id) => partOf(id, most, 'pcs/d'));
  const capacity = figure(names.length === 0 ? NaN : most, 'pcs/d', 'processCapacity', each);
  const ask = inputOf('demand', demand);
  return {
    demand,
    takt: figure(takt(available, asked ?? 0), 's', 'takt', [timeInput(available), ask]),
    capacity,
    throughput: figure(flow?.rate, 'pcs/d', 'throughput', [ask, inputOf('capacity', capacity)]),
    constraint: flow?.constraint ?? null,
    bottleneck: names,
    stationOf,
  };
}

/** Working seconds in a day, as an input of a figure. */
export function timeInput(available: number): Input {
  return input('availableTime', available, 's/d');
}

/** The least of what suppliers can give, in good units a day; `undefined` when no supplier is limited. */
function supplyOf({ chain, calendar, starts }: Ground): number | undefined {
  const suppliers = chain.parties.filter(({ kind }) => kind === 'supplier').map(({ id }) => id);
  const sums = new Map<string, number>();
  for (const flow of chain.flows) {
    const { from, to, quantity } = flow;
    if (suppliers.includes(from) && carries(flow) && quantity?.unit.includes('/'))
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
