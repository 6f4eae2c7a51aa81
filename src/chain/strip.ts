import { howText } from './how.ts';
import type { Scene } from './scene.ts';
import type { Teller } from './teller.ts';
import { escape } from './text.ts';
import { wholeCell, type WholeFigure } from './whole.ts';

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

/** True when a chain makes less than is asked for, which a strip marks by a class; elsewhere it stands in words. */
export function fallsShort({ result }: Scene): boolean {
  return result.constraint === 'capacity' && result.demand !== null;
}

/** The few numbers of a chain, each with the way it is computed under its name. Empty without numbers. */
export function chainStrip(scene: Scene, teller: Teller): string {
  const items = stripFigures(scene).map((name) => {
    const [number, how] = [wholeCell(scene, name, teller), howText(scene.result[name], teller)];
    const short = name === 'throughput' && fallsShort(scene) ? ' class="short"' : '';
    const summary = `<summary>${escape(teller.words[name])}</summary>`;
    return `<div${short}><dt><details class="how">${summary}<p>${escape(how)}</p></details></dt><dd>${escape(number)}</dd></div>`;
  });
  return items.length === 0 ? '' : `<dl class="strip">${items.join('')}</dl>`;
}
