import { perDay, seconds } from '../engine/calendar.ts';
import { compute } from '../engine/compute.ts';
import type { Fault } from '../engine/fault.ts';
import { fault } from '../engine/fault.ts';
import type { Quantity } from '../engine/quantity.ts';
import { asWritten, decimalsOf, fits } from '../engine/quantity.ts';
import type { Figure, Result } from '../engine/result.ts';
import type { MetricName, ValueChain } from './chain.ts';

/** What only shows when every scenario is computed, and authored totals that are not what comes out. */
export function computedFaults(chain: ValueChain): Fault[] {
  const found = new Map<string, Fault>();
  for (const { id } of chain.scenarios) {
    for (const one of compute(chain, { scenario: id }).faults)
      found.set(`${one.rule} ${one.path.join('.')} ${one.message}`, one);
  }
  return [...found.values(), ...totalFaults(chain)];
}

function totalFaults(chain: ValueChain): Fault[] {
  const result = compute(chain);
  return chain.measures.flatMap(({ formula, value, source, on }, index): Fault[] => {
    const path = ['measures', index, 'value'];
    if (source !== 'authored' || formula === undefined || value === undefined || on !== chain.id) return [];
    const computed = inUnit(result, formula, value, chain);
    if (computed === undefined)
      return [
        fault(
          'chain-total-unknown',
          path,
          `${formula} cannot be computed in ${value.unit || 'a bare number'}.`,
          'Write the total in a unit of what it measures, or leave the formula out.',
        ),
      ];
    const decimals = value.decimals ?? decimalsOf(String(value.value));
    if (Math.abs(computed - value.value) <= 0.5 * 10 ** -decimals + 1e-9) return [];
    const right = asWritten({ value: +computed.toFixed(decimals), unit: value.unit });
    return [
      fault(
        'chain-total-differs',
        path,
        `The total says ${asWritten(value)}, but ${formula} is ${right}.`,
        `Write ${right}, or mend the numbers it is made of.`,
      ),
    ];
  });
}

/** A computed figure in the unit the author wrote; `undefined` when it is not known or the unit does not fit. */
function inUnit(result: Result, name: MetricName, value: Quantity, chain: ValueChain): number | undefined {
  const figure: Figure | null = result[name];
  const { calendar } = chain;
  if (figure === null || calendar === undefined) return undefined;
  const one = { value: 1, unit: value.unit };
  if (figure.unit === 's' && fits(value, 'time')) return figure.value / seconds(one, calendar, dayOf(result, chain));
  if (figure.unit === '' && fits(value, 'share')) return value.unit === '%' ? figure.value * 100 : figure.value;
  if (figure.unit.endsWith('/d') && value.unit.includes('/')) return figure.value / perDay(one, calendar);
  return figure.unit === 'pcs' && fits(value, 'amount') ? figure.value : undefined;
}

function dayOf({ leadTime, availableTime }: Result, chain: ValueChain): number {
  if (leadTime !== null && leadTime.days > 0) return leadTime.value / leadTime.days;
  return chain.conventions?.timeBase === 'calendar' ? 86_400 : (availableTime?.value ?? NaN);
}
