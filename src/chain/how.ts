import type { Figure, Input } from './engine/result.ts';
import { figureText, numberText } from './format.ts';
import type { Voice } from './format.ts';
import type { Scene } from './scene.ts';
import { nameOf } from './scene.ts';
import { formulaText } from './whole.ts';

/** How a number came about, in a line: its formula, and what went into it. */
export function howText(figure: Figure, scene: Scene, voice: Voice): string {
  const parts = figure.inputs.map((one) => `${inputName(one, scene, voice)} ${inputText(one, voice)}`);
  const almost = figure.exactness === 'approximation' ? [voice.words.approximation] : [];
  return [formulaText(figure, voice.words), ...parts, ...almost].filter((part) => part !== '').join(' · ');
}

function inputName({ name }: Input, { chain }: Scene, { words, lang }: Voice): string {
  const known: Readonly<Record<string, string | undefined>> = words;
  return known[name] ?? nameOf(chain, name, lang);
}

function inputText({ value, unit }: Input, voice: Voice): string {
  if (unit === '') return numberText(value, voice.lang, 2);
  return figureText({ value, unit }, voice);
}
