import type { Figure, Input } from './engine/result.ts';
import { figureText, numberText } from './format.ts';
import type { Teller } from './teller.ts';
import { formulaText } from './whole.ts';

/** How a number came about, in a line: its formula, and what went into it. */
export function howText(figure: Figure, teller: Teller): string {
  const { words, lang } = teller;
  const known: Readonly<Record<string, string | undefined>> = words;
  const name = ({ name: own, part }: Input): string => (part ? teller.nameOf(own) : (known[own] ?? own));
  const text = (one: Input): string => (one.unit === '' ? numberText(one.value, lang, 2) : figureText(one, teller));
  const parts = figure.inputs.map((one) => `${name(one)} ${text(one)}`);
  const almost = figure.exactness === 'approximation' ? [words.approximation] : [];
  return [formulaText(figure, words), ...parts, ...almost].filter(Boolean).join(' · ');
}
