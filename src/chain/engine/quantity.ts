/** A number with its unit as the author wrote it: `{ value: 46, unit: 's' }`, `{ value: 18400, unit: 'pcs/mo' }`. */
export interface Quantity {
  readonly value: number;
  /** One unit, or two with `/` between: `min`, `%`, `pcs`, `EUR/pcs`. Empty for a bare number. */
  readonly unit: string;
  /** Digits after the decimal point, where zeros at the end were written. */
  readonly decimals?: number;
}

/** What a field measures; decides which units it takes. */
export type Kind = 'time' | 'share' | 'rate' | 'amount' | 'price' | 'expense' | 'number' | 'any';

/** Units of time. `d`, `wk`, `mo`, `y` and `shift` are working time of the chain's calendar; `cd` is a calendar day. */
export const timeUnits = ['s', 'min', 'h', 'shift', 'd', 'wk', 'mo', 'y', 'cd'] as const;
/** One of `timeUnits`. */
export type TimeUnit = (typeof timeUnits)[number];

const written = /^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)\s*(\S.*)?$/iu;

/**
 * Reads a quantity: a number with a decimal point, a space, a unit. `undefined` when it is none.
 * @example parseQuantity('12.50 EUR/pcs') → { value: 12.5, unit: 'EUR/pcs' }
 */
export function parseQuantity(text: string | number): Quantity | undefined {
  if (typeof text === 'number') return Number.isFinite(text) ? { value: text, unit: '' } : undefined;
  const match = written.exec(text);
  if (match?.[1] === undefined) return undefined;
  const value = Number(match[1]);
  const unit = (match[2] ?? '').replace(/\s*\/\s*/u, '/').trim();
  if (!Number.isFinite(value) || !/^[^\s\d/,.][^\s/]*(?:\/[^\s/]+)?$|^$/u.test(unit)) return undefined;
  const decimals = decimalsOf(match[1]);
  return decimals > decimalsOf(String(value)) ? { value, unit, decimals } : { value, unit };
}

/** True when `unit` is a unit of time. */
export function isTimeUnit(unit: string): unit is TimeUnit {
  return (timeUnits as readonly string[]).includes(unit);
}

/** True for a currency code of ISO 4217's shape: three capital letters. */
export function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/u.test(unit);
}

/** The two sides of a unit: `pcs/mo` → `['pcs', 'mo']`, `s` → `['s', '']`. */
export function sides(unit: string): [over: string, under: string] {
  const [over = '', under = ''] = unit.split('/');
  return [over, under];
}

/** True when a quantity's unit fits what a field measures. */
export function fits(quantity: Quantity, kind: Kind): boolean {
  const [over, under] = sides(quantity.unit);
  const pieces = !isTimeUnit(over) && !isCurrency(over) && over !== '%' && over !== '';
  if (kind === 'time') return isTimeUnit(over) && under === '';
  if (kind === 'share') return (over === '%' || over === '') && under === '';
  if (kind === 'number') return quantity.unit === '';
  if (kind === 'amount') return pieces && under === '';
  if (kind === 'rate') return pieces && isTimeUnit(under);
  if (kind === 'price') return isCurrency(over) && under !== '' && !isTimeUnit(under);
  if (kind === 'expense') return isCurrency(over) && isTimeUnit(under);
  return true;
}

/** A share as a number: `85 %` and `0.85` are both 0.85. All of it where none is given. */
export function share({ value, unit }: Quantity = { value: 1, unit: '' }): number {
  return unit === '%' ? value / 100 : value;
}

/** A quantity as an author writes it: `46 s`, `85 %`, `3`. */
export function asWritten(quantity: Quantity): string {
  return quantity.unit === '' ? String(quantity.value) : `${quantity.value} ${quantity.unit}`;
}

/** Digits after the decimal point of a written number. */
export function decimalsOf(text: string): number {
  return /\.(\d+)$/u.exec(text)?.[1]?.length ?? 0;
}
