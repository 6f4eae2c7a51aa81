import { figureSaid, type Voice } from './format.ts';
import type { Buffer } from './model/chain.ts';
import type { Scene } from './scene.ts';
import type { Step } from './step.ts';
import type { Teller } from './teller.ts';
import type { WholeFigure } from './whole.ts';
import { constraintText, formulaText } from './whole.ts';
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

/** What limits the chain, and what holds it back. */
export function limitCells(scene: Scene, teller: Teller): [limit: string, bottleneck: string] {
  const { limit, bottleneck } = constraintText(scene, teller) ?? {};
  return [limit ?? teller.words.unknown, bottleneck || teller.words.unknown];
}

/** Stated facts of an activity, and its load. */
export function activityCells(step: Step, { facts, loaded }: TableForm, { words }: Voice): string[] {
  const load = step.percent && step.percent + (step.hot ? `, ${words.bottleneckIs}` : '');
  const own = facts.map((key) => step.facts.find((fact) => fact.key === key)?.text);
  return [...own, ...(loaded ? [load] : [])].map((text) => text || words.unknown);
}

/** What a buffer holds, and how many days that is. */
export function bufferCells({ id }: Buffer, { result }: Scene, teller: Teller): string[] {
  const own = result.buffers.find((one) => one.id === id);
  return [own?.quantity, own?.days].map((figure) => figureSaid(figure, teller) || teller.words.unknown);
}

/** How the days of buffers were computed; empty when none is known. */
export function bufferFormula({ result }: Scene, words: ChainWords): string {
  const days = result.buffers.find((one) => one.days !== null)?.days;
  const convention = result.conventions?.inventoryDivisor ?? 'demand';
  return days ? formulaText({ ...days, convention }, words) : '';
}
