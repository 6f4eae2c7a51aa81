import type { BareField } from './bare-field.ts';
import { bareFields } from './bare-field.ts';
import type { Kind, Quantity } from './quantity.ts';
import { fits, parseQuantity, share } from './quantity.ts';

/** Every quantity of a model that a scenario or a control may set, with what it measures. Paths start after the id. */
export const fieldKinds = {
  'process.processTime': 'time',
  'process.cycleTime': 'time',
  'process.leadTime': 'time',
  'process.changeoverTime': 'time',
  'process.every': 'time',
  'process.uptime': 'share',
  'process.yield': 'share',
  'process.pctCompleteAccurate': 'share',
  'cost.variable': 'price',
  'cost.fixed': 'expense',
  'value.added': 'price',
  rate: 'rate',
  price: 'price',
  shiftTime: 'time',
  plannedBreaks: 'time',
  quantity: 'any',
  wait: 'time',
  availability: 'share',
  ...(Object.fromEntries(bareFields.map((path) => [path, 'number'])) as Record<BareField, 'number'>),
} as const satisfies Record<string, Kind>;

/** A settable field's path after the id of its owner. */
export type FieldPath = keyof typeof fieldKinds;

/** What a kind of field expects, with an example, for messages. */
export const kindExamples: Readonly<Record<Kind, string>> = {
  time: 'a time, such as "46 s", "10 min" or "5 d"',
  share: 'a share, such as "85 %"',
  rate: 'a rate, such as "920 pcs/d"',
  amount: 'an amount, such as "2450 pcs"',
  price: 'money per unit, such as "12.50 EUR/pcs"',
  expense: 'money per time, such as "40000 EUR/mo"',
  number: 'a bare number, such as 2',
  any: 'a quantity, such as "2450 pcs" or "920 pcs/d"',
};

/** True when `path` names a field that can be set. */
export function isField(path: string): path is FieldPath {
  return Object.hasOwn(fieldKinds, path);
}

/** Why a number is outside what its field allows, as the end of a sentence; `undefined` when it is allowed. */
export function outOfRange(path: string, quantity: Quantity): string | undefined {
  const { value } = quantity;
  if (value < 0) return 'must not be below zero';
  const kind = isField(path) ? fieldKinds[path] : 'any';
  if (kind === 'share' && share(quantity) > 1) return 'must not be above 100 %';
  if (path === 'share' && value > 1) return 'must not be above 1';
  const positive = /(?:uptime|yield|availability|shiftTime|shiftsPerDay|daysPer\w+|count|servers|batchSize)$/u.test(
    path,
  );
  if (positive && value === 0) return 'must be above zero';
  return /(?:servers|batchSize)$/u.test(path) && value < 1 ? 'must be at least 1' : undefined;
}

/** Reads what was written for a field; `undefined` when it is no quantity, has another unit or is out of range. */
export function readField(path: FieldPath, written: string | number): Quantity | undefined {
  const quantity = parseQuantity(written);
  if (quantity === undefined || !fits(quantity, fieldKinds[path])) return undefined;
  return outOfRange(path, quantity) === undefined ? quantity : undefined;
}
