import type { Figure, Result } from './engine/result.ts';
import { daysText, figureText, namesText } from './format.ts';
import type { Voice } from './format.ts';
import type { Scene } from './scene.ts';
import type { Teller } from './teller.ts';
import type { ChainWords } from './words.ts';
import { fillWords } from './words.ts';

/** Figures of a chain as a whole, in the order of the table. */
export const wholeFigures = [
  'availableTime',
  'demand',
  'takt',
  'capacity',
  'throughput',
  'leadTime',
  'valueAddedTime',
  'ratio',
  'rolledCompleteAccurate',
  'workInProcess',
  'staffing',
  'margin',
] as const;

/** The name of a figure of a chain as a whole. */
export type WholeFigure = (typeof wholeFigures)[number];

/** How a figure was computed, in words; `divisor` is filled from its convention. */
export function formulaText(figure: Figure, words: ChainWords): string {
  const { formula, convention } = figure;
  const known: Readonly<Record<string, string | undefined>> = words;
  const divisor = convention?.includes('throughput') ? words.throughput : words.demand;
  const text = known[`formula${formula[0]?.toUpperCase()}${formula.slice(1)}`] ?? '';
  return fillWords(text, { divisor: divisor.toLowerCase() });
}

/** A figure of the whole in the reader's language; lead time in days. */
export function wholeText(result: Result, name: WholeFigure, voice: Voice): string | undefined {
  if (name === 'leadTime') return result.leadTime === null ? undefined : daysText(result.leadTime.days, voice);
  const figure = result[name];
  return figure === null ? undefined : figureText(figure, voice);
}

/** Names of what holds a scene back, and whether that is what limits it. */
export function constraintText(
  { result }: Scene,
  { words, lang, nameOf }: Teller,
): { limit: string; bottleneck: string } | undefined {
  const { constraint, bottleneck } = result;
  if (constraint === null) return undefined;
  const limits = { demand: words.constraintDemand, capacity: words.constraintCapacity, supply: words.constraintSupply };
  return { limit: limits[constraint], bottleneck: namesText(bottleneck.map(nameOf), lang) };
}
