import type { Speaker } from './format.ts';
import { howText } from './how.ts';
import type { Scene } from './scene.ts';
import { escape, isolate } from './text.ts';
import { wholeText, type WholeFigure } from './whole.ts';

const asked = [
  'takt',
  'throughput',
  'leadTime',
  'valueAddedTime',
  'rolledCompleteAccurate',
  'margin',
  'ratio',
  'workInProcess',
] as const satisfies readonly WholeFigure[];

/** How many numbers stand under a drawing. */
const count = 4;

/** The few numbers that say most of a chain, in the order of its strip. */
export function stripFigures({ result }: Scene): WholeFigure[] {
  return asked.filter((name) => result[name] !== null).slice(0, count);
}

/** What a strip says of a figure: the number, and how it came about. */
export function stripTexts(name: WholeFigure, scene: Scene, speaker: Speaker): { number: string; how: string } {
  const figure = scene.result[name];
  const text = wholeText(scene.result, name, speaker);
  return {
    number: text === undefined ? speaker.words.unknown : isolate(text, speaker.dir),
    how: figure === null ? '' : howText(figure, scene, speaker),
  };
}

/** True when a chain makes less than is asked for, which a strip marks by a class; elsewhere it stands in words. */
export function fallsShort({ result }: Scene): boolean {
  return result.constraint === 'capacity' && result.demand !== null;
}

/** The few numbers of a chain, each with the way it is computed under its name. Empty without numbers. */
export function chainStrip(scene: Scene, speaker: Speaker): string {
  const items = stripFigures(scene).map((name) => {
    const { number, how } = stripTexts(name, scene, speaker);
    const short = name === 'throughput' && fallsShort(scene) ? ' class="short"' : '';
    const summary = `<summary>${escape(speaker.words[name])}</summary>`;
    return `<div${short}><dt><details class="how">${summary}<p>${escape(how)}</p></details></dt><dd>${escape(number)}</dd></div>`;
  });
  return items.length === 0 ? '' : `<dl class="strip">${items.join('')}</dl>`;
}
