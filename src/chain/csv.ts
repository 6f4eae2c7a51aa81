import type { Figure, Result } from './engine/result.ts';
import type { ValueChain } from './model/chain.ts';
import { sceneOf } from './scene.ts';
import { wholeFigures } from './whole.ts';

/**
 * Every computed number of a chain as CSV, a line each: scenario, id of what it is of, name of the number, value, unit,
 * formula. Ids and decimal points, whatever the language; lead time in seconds.
 */
export function chainCsv(chain: ValueChain): string {
  const lines = chain.scenarios.flatMap(({ id }) => linesOf(chain, id, sceneOf(chain, id).result));
  return ['scenario,of,measure,value,unit,formula', ...lines].map((line) => `${line}\r\n`).join('');
}

function linesOf(chain: ValueChain, scenario: string, result: Result): string[] {
  const line = (of: string, name: string, figure: Figure | null): string[] =>
    figure === null
      ? []
      : [[scenario, of, name, String(figure.value), figure.unit, figure.formula].map(quoted).join(',')];
  return [
    ...wholeFigures.flatMap((name) => line(chain.id, name, result[name])),
    ...result.activities.flatMap(({ id, capacity, startsPerGoodUnit, impliedUtilization, utilization, cost }) =>
      Object.entries({ capacity, startsPerGoodUnit, impliedUtilization, utilization, cost }).flatMap(([name, figure]) =>
        line(id, name, figure),
      ),
    ),
    ...result.buffers.flatMap(({ id, days, quantity }) => [
      ...line(id, 'quantity', quantity),
      ...line(id, 'days', days),
    ]),
  ];
}

function quoted(text: string): string {
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
