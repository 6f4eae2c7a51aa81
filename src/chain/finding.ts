import { daysText, figureText, loadText, namesText, percentText } from './format.ts';
import type { Voice } from './format.ts';
import type { Scene } from './scene.ts';
import { nameOf } from './scene.ts';
import { escape, isolate } from './text.ts';
import { fillWords } from './words.ts';

/** One sentence a drawing shows, with the names that carry it. */
export interface Finding {
  readonly text: string;
  /** Parts of the text to bring forward. */
  readonly strong: readonly string[];
}

/** What the numbers of a scene say, in sentences; empty for a chain without numbers. */
export function findings(scene: Scene, voice: Voice, dir: 'ltr' | 'rtl'): Finding[] {
  return [paceFinding(scene, voice, dir), timeFinding(scene, voice, dir), qualityFinding(scene, voice, dir)].filter(
    (one) => one !== undefined,
  );
}

/** Findings as running text. */
export function findingText(list: readonly Finding[]): string {
  return list.map(({ text }) => text).join(' ');
}

/** Findings as HTML, with what carries them in bold. */
export function findingHtml(list: readonly Finding[]): string {
  return list
    .map(({ text, strong }) =>
      strong.reduce((html, part) => html.replace(escape(part), (found) => `<b>${found}</b>`), escape(text)),
    )
    .join(' ');
}

function paceFinding({ chain, result }: Scene, voice: Voice, dir: 'ltr' | 'rtl'): Finding | undefined {
  const { throughput, demand, constraint, bottleneck } = result;
  if (throughput === null || constraint === null) return undefined;
  const names = namesText(
    bottleneck.map((id) => nameOf(chain, id, voice.lang)),
    voice.lang,
  );
  const load = result.activities.find(({ id }) => id === bottleneck[0])?.impliedUtilization;
  const { words } = voice;
  if (bottleneck.length === 0 && constraint !== 'supply') return undefined;
  const unasked = constraint === 'capacity' && demand === null;
  const text = unasked
    ? words.findingUnasked
    : { demand: words.findingDemand, capacity: words.findingCapacity, supply: words.findingSupply }[constraint];
  const values = {
    names,
    throughput: isolate(figureText(throughput, voice), dir),
    demand: demand === null ? '' : isolate(figureText(demand, voice), dir),
    percent: load === undefined || load === null ? '' : isolate(loadText(load.value, voice.lang), dir),
  };
  return { text: fillWords(text, values), strong: constraint === 'supply' ? [] : [names] };
}

function timeFinding({ result }: Scene, voice: Voice, dir: 'ltr' | 'rtl'): Finding | undefined {
  const { leadTime, valueAddedTime } = result;
  if (leadTime === null || valueAddedTime === null) return undefined;
  const values = {
    lead: isolate(daysText(leadTime.days, voice), dir),
    work: isolate(figureText(valueAddedTime, voice), dir),
  };
  return { text: fillWords(voice.words.findingTime, values), strong: [] };
}

function qualityFinding({ result }: Scene, voice: Voice, dir: 'ltr' | 'rtl'): Finding | undefined {
  const share = result.rolledCompleteAccurate;
  if (share === null) return undefined;
  return {
    text: fillWords(voice.words.findingComplete, { percent: isolate(percentText(share.value, voice.lang), dir) }),
    strong: [],
  };
}
