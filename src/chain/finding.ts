import { daysText, figureSaid, loadText, percentText } from './format.ts';
import type { Scene } from './scene.ts';
import type { Teller } from './teller.ts';
import { escape, isolate } from './text.ts';
import { constraintText } from './whole.ts';
import { fillWords } from './words.ts';

/** One sentence a drawing shows, with the names that carry it. */
export interface Finding {
  readonly text: string;
  /** A part of the text to bring forward; may be empty. */
  readonly strong: string;
}

/** What the numbers of a scene say, in sentences; empty for a chain without numbers. */
export function findings(scene: Scene, teller: Teller): Finding[] {
  return [paceFinding(scene, teller), timeFinding(scene, teller), qualityFinding(scene, teller)].filter(
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
    .map(({ text, strong }) => escape(text).replace(escape(strong), (found) => found && `<b>${found}</b>`))
    .join(' ');
}

function paceFinding(scene: Scene, teller: Teller): Finding | undefined {
  const { throughput, demand, constraint, bottleneck, activities } = scene.result;
  if (!throughput || !constraint) return undefined;
  if (bottleneck.length === 0 && constraint !== 'supply') return undefined;
  const { words, lang, dir } = teller;
  const names = constraintText(scene, teller)?.bottleneck ?? '';
  const load = activities.find(({ id }) => id === bottleneck[0])?.impliedUtilization;
  const text = constraint === 'capacity' && !demand ? words['finding.unasked'] : words[`finding.${constraint}`];
  const values = {
    names,
    throughput: figureSaid(throughput, teller),
    demand: figureSaid(demand, teller),
    percent: load ? isolate(loadText(load.value, lang), dir) : '',
  };
  return { text: fillWords(text, values), strong: constraint === 'supply' ? '' : names };
}

/** Where a what-if makes less than is asked for, it counts stock otherwise: then lead times cannot be compared. */
function timeFinding({ result, chain }: Scene, teller: Teller): Finding | undefined {
  const { leadTime, valueAddedTime, conventions } = result;
  if (!leadTime || !valueAddedTime) return undefined;
  const { words, dir } = teller;
  const isAlike = conventions?.inventoryDivisor === chain.conventions?.inventoryDivisor;
  const values = {
    lead: isolate(daysText(leadTime.days, teller), dir),
    work: figureSaid(valueAddedTime, teller),
  };
  return { text: fillWords(words['finding.time'] + (isAlike ? '' : ` ${words['finding.stock']}`), values), strong: '' };
}

function qualityFinding({ result }: Scene, { words, lang, dir }: Teller): Finding | undefined {
  const share = result.rolledCompleteAccurate;
  if (!share) return undefined;
  const values = { percent: isolate(percentText(share.value, lang), dir) };
  return { text: fillWords(words['finding.complete'], values), strong: '' };
}
