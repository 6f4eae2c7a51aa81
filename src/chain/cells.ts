import type { Figure } from './engine/result.ts';
import { factsOf } from './facts.ts';
import { figureText, loadText } from './format.ts';
import type { Activity, Buffer } from './model/chain.ts';
import type { Scene } from './scene.ts';
import { isBottleneck, loadOf } from './scene.ts';
import type { Teller } from './teller.ts';
import { isolate } from './text.ts';
import type { WholeFigure } from './whole.ts';
import { constraintText, formulaText, wholeText } from './whole.ts';
import type { ChainWords } from './words.ts';

/** What the tables of a chain in one scenario have room for; numbers do not change it. Plain JSON. */
export interface TableForm {
  /** Lines of the table of the whole; none when it is empty. */
  readonly figures: readonly WholeFigure[];
  /** Columns of the table of activities; none when it is empty. */
  readonly facts: readonly (keyof ChainWords)[];
  /** True when its last column is the load. */
  readonly loaded: boolean;
  /** The scenario's place among all. */
  readonly column: number;
}

/** A figure of the whole, or what stands where there is none. */
export function wholeCell({ result }: Scene, name: WholeFigure, teller: Teller): string {
  return cell(wholeText(result, name, teller), teller);
}

/** What limits the chain, and what holds it back. */
export function limitCells(scene: Scene, teller: Teller): [limit: string, bottleneck: string] {
  const { limit, bottleneck } = constraintText(scene, teller) ?? {};
  return [limit ?? teller.words.unknown, bottleneck || teller.words.unknown];
}

/** Stated facts of an activity, and its load. */
export function activityCells(
  activity: Activity,
  scene: Scene,
  { facts, loaded }: TableForm,
  teller: Teller,
): string[] {
  const own = factsOf(activity, teller);
  const load = loadOf(scene, activity);
  const hot = isBottleneck(scene, activity.id) ? `, ${teller.words.bottleneckIs}` : '';
  return [
    ...facts.map((key) => cell(own.find((fact) => fact.key === key)?.text, teller)),
    ...(loaded ? [cell(load === undefined ? undefined : loadText(load, teller.lang) + hot, teller)] : []),
  ];
}

/** What a buffer holds, and how many days that is. */
export function bufferCells({ id }: Buffer, { result }: Scene, teller: Teller): string[] {
  const own = result.buffers.find((one) => one.id === id);
  return [own?.quantity, own?.days].map((figure?: Figure | null) =>
    cell(figure ? figureText(figure, teller) : undefined, teller),
  );
}

/** How the days of buffers were computed; empty when none is known. */
export function bufferFormula({ result }: Scene, words: ChainWords): string {
  const days = result.buffers.find((one) => one.days !== null)?.days;
  const convention = result.conventions?.inventoryDivisor ?? 'demand';
  return days ? formulaText({ ...days, convention }, words) : '';
}

function cell(text: string | undefined, { words, dir }: Teller): string {
  return text === undefined ? words.unknown : isolate(text, dir);
}
