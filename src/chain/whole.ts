import type { Figure, Result } from './engine/result.ts';
import { daysText, figureText, namesText } from './format.ts';
import type { Speaker, Voice } from './format.ts';
import type { Scene } from './scene.ts';
import type { Teller } from './teller.ts';
import { isolate } from './text.ts';
import type { ChainWords } from './words.ts';
import { fillWords, wordAt } from './words.ts';

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
  const divisor = convention?.includes('throughput') ? words.throughput : words.demand;
  return fillWords(wordAt(words, `formula.${formula}`) ?? '', { divisor: divisor.toLowerCase() });
}

/** A figure of the whole in the reader's language; lead time in days. */
export function wholeText(result: Result, name: WholeFigure, voice: Voice): string | undefined {
  if (name === 'leadTime') return result.leadTime ? daysText(result.leadTime.days, voice) : undefined;
  const figure = result[name];
  return figure ? figureText(figure, voice) : undefined;
}

/** A figure of the whole as it stands by itself, or what stands where there is none. */
export function wholeCell({ result }: Scene, name: WholeFigure, speaker: Speaker): string {
  const text = wholeText(result, name, speaker);
  return text === undefined ? speaker.words.unknown : isolate(text, speaker.dir);
}

/** Names of what holds a scene back, and whether that is what limits it. */
export function constraintText(
  { result }: Scene,
  { words, lang, nameOf }: Teller,
): { limit: string; bottleneck: string } | undefined {
  const { constraint, bottleneck } = result;
  if (!constraint) return undefined;
  return { limit: words[`constraint.${constraint}`], bottleneck: namesText(bottleneck.map(nameOf), lang) };
}
