import { howText } from './how.ts';
import type { TextInput } from './outline.ts';
import { sceneOf } from './scene.ts';
import { wholeText } from './table.ts';
import { escape, isolate } from './text.ts';

const asked = [
  'takt',
  'throughput',
  'leadTime',
  'valueAddedTime',
  'rolledCompleteAccurate',
  'margin',
  'ratio',
  'workInProcess',
] as const;

/** How many numbers stand under a drawing. */
const count = 4;

/**
 * The few numbers that say most of a chain, each with the way it is computed under its name. Empty without numbers.
 * What holds the chain back is marked by a class, and in words elsewhere.
 */
export function chainStrip(input: TextInput): string {
  const { lang, words, dir } = input;
  const voice = { lang, words };
  const scene = sceneOf(input.chain, input.scenario, input.set);
  const short = scene.result.constraint === 'capacity' && scene.result.demand !== null;
  const items = asked.flatMap((name): string[] => {
    const text = wholeText(scene.result, name, voice);
    const figure = scene.result[name];
    if (text === undefined || figure === null) return [];
    const how = `<details class="how"><summary>${escape(words[name])}</summary><p>${escape(howText(figure, scene, voice))}</p></details>`;
    return [
      `<div${name === 'throughput' && short ? ' class="short"' : ''}><dt>${how}</dt><dd>${escape(isolate(text, dir))}</dd></div>`,
    ];
  });
  return items.length === 0 ? '' : `<dl class="strip">${items.slice(0, count).join('')}</dl>`;
}
