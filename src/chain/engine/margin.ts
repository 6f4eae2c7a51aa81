/** What an activity costs: per unit started, and per day whatever is made. */
export interface Cost {
  readonly starts: number;
  readonly variable: number;
  readonly fixed: number;
}

/** Formula 16. Money left per day: R·price − Σ R·x·variable − Σ fixed. Scrap is paid for; a loss is below zero. */
export function margin(rate: number, price: number, costs: readonly Cost[]): number {
  return costs.reduce((left, { starts, variable, fixed }) => left - rate * starts * variable - fixed, rate * price);
}

/** Formula 16. Porter's margin on one good unit: price less the cost of all activities for it. */
export function unitMargin(rate: number, price: number, costs: readonly Cost[]): number | undefined {
  return rate > 0 ? margin(rate, price, costs) / rate : undefined;
}

/** A product in throughput accounting: money, units asked for, minutes on each resource. */
export interface Product {
  readonly name: string;
  readonly price: number;
  /** Truly variable cost of one unit. */
  readonly cost: number;
  readonly demand: number;
  readonly minutes: Readonly<Record<string, number>>;
}

/** What a plan makes and earns. */
export interface ProductPlan {
  readonly load: Readonly<Record<string, number>>;
  /** The resource with the highest load over what there is. */
  readonly constraint: string;
  /** Throughput per minute on the constraint, by product; infinite where it does not touch it. */
  readonly perConstraintMinute: Readonly<Record<string, number>>;
  readonly made: Readonly<Record<string, number>>;
  readonly profit: number;
  /** False when several resources are overloaded: ranking by one of them may then miss the best plan. */
  readonly sure: boolean;
}

/** Formula 17. Makes first what earns most per minute on the constraint. Units may be parts. */
export function productPlan(products: readonly Product[], available: number, expense: number): ProductPlan {
  const load = loads(products, (product) => product.demand);
  const byLoad = Object.keys(load).toSorted((a, b) => (load[b] ?? 0) - (load[a] ?? 0));
  const constraint = byLoad[0] ?? '';
  const earned = ({ price, cost }: Product): number => price - cost;
  const rank = new Map(products.map((product) => [product, earned(product) / (product.minutes[constraint] ?? 0)]));
  const made: Record<string, number> = {};
  let left = available;
  for (const product of products.toSorted((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0))) {
    const minutes = product.minutes[constraint] ?? 0;
    const units = minutes > 0 ? Math.min(product.demand, Math.max(0, left / minutes)) : product.demand;
    made[product.name] = units;
    left -= units * minutes;
  }
  const profit = products.reduce((sum, product) => sum + earned(product) * (made[product.name] ?? 0), -expense);
  const overloaded = byLoad.filter((name) => (load[name] ?? 0) > available);
  const perConstraintMinute = Object.fromEntries([...rank].map(([{ name }, value]) => [name, value]));
  return { load, constraint, perConstraintMinute, made, profit, sure: overloaded.length <= 1 };
}

/** Minutes a mix of products asks of each resource. */
export function loads(products: readonly Product[], unitsOf: (product: Product) => number): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const product of products) {
    for (const [name, minutes] of Object.entries(product.minutes))
      sum[name] = (sum[name] ?? 0) + minutes * unitsOf(product);
  }
  return sum;
}
