/** The state of a figure as a link writes it. */
export interface Address {
  /** Id of the selected activity; empty for none. */
  readonly activity: string;
  /** What differs from the figure as the page has it: `view`, `scenario`, `viewpoint`, paths of quantities. */
  readonly parts: ReadonlyMap<string, string>;
}

/** A value between limits, in a control's unit. */
export interface Range {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

const first = ['view', 'scenario', 'viewpoint'];

/**
 * Reads the part of an address after `#`: `acme.weld-2~scenario=future~weld-2.process.uptime=90%25`.
 * `undefined` when it speaks of something else than the figure called `name`.
 */
export function readAddress(hash: string, name: string): Address | undefined {
  const [head = '', ...rest] = hash.replace(/^#/u, '').split('~');
  const [owner, activity = '', ...more] = decoded(head).split('.');
  if (owner !== name || more.length > 0) return undefined;
  const pairs = rest.filter(Boolean).map((part): [string, string] => {
    const at = part.indexOf('=');
    return at < 0 ? [decoded(part), ''] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
  });
  return { activity, parts: new Map(pairs) };
}

/** Writes an address, with `#`; the same state always gives the same text. Empty when there is nothing to say. */
export function writeAddress({ activity, parts }: Address, name: string): string {
  if (activity === '' && parts.size === 0) return '';
  const keys = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const pairs = keys.map((key) => `~${encoded(key)}=${encoded(parts.get(key) ?? '')}`);
  return `#${encoded(name)}${activity === '' ? '' : `.${encoded(activity)}`}${pairs.join('')}`;
}

/**
 * Reads a quantity of a link: `90%` or `90 %`. Brought into the range when it lies outside; `undefined` when it is no
 * number or has another unit.
 */
export function readSetting(text: string, { unit, min, max }: Range): { value: number; clamped: boolean } | undefined {
  const [, number, own] = /^\s*(-?\d+(?:\.\d+)?)\s*(\S*)\s*$/u.exec(text) ?? [];
  if (number === undefined || own !== unit) return undefined;
  const value = Math.min(max, Math.max(min, Number(number)));
  return { value, clamped: value !== Number(number) };
}

function rank(key: string): number {
  const at = first.indexOf(key);
  return at < 0 ? first.length : at;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('~', '%7E');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
