import type { Figure, Input, LeadTime } from './engine/result.ts';
import { daysText, figureText, numberText } from './format.ts';
import type { Teller } from './teller.ts';
import { formulaText } from './whole.ts';
import { fillWords } from './words.ts';

/** How a number came about, in a line: its formula, and what went into it; empty where there is none. */
export function howText(figure: (Figure & Partial<LeadTime>) | null, teller: Teller): string {
  if (!figure) return '';
  const { words, lang, nameOf } = teller;
  const { days, value } = figure;
  const known: Readonly<Record<string, string | undefined>> = words;
  const text = (one: Input): string => {
    // Waiting is told in days wherever it stands, as the time it adds up to.
    if (days !== undefined && one.unit === 's') return daysText((one.value / value) * days, teller);
    return one.unit === '' ? numberText(one.value, lang, 2) : figureText(one, teller);
  };
  const parts = figure.inputs.map((one) =>
    fillWords(words.namedFlow, { name: one.part ? nameOf(one.name) : (known[one.name] ?? one.name), what: text(one) }),
  );
  const almost = figure.exactness === 'approximation' ? [words.approximation] : [];
  return [formulaText(figure, words), ...parts, ...almost].filter(Boolean).join(' · ');
}
