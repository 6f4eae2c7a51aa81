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
  return [
    paceFinding(scene, teller),
    timeFinding(scene, teller),
    stockFinding(scene, teller),
    qualityFinding(scene, teller),
  ].filter((one) => one !== undefined);
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
  if (throughput === null || constraint === null) return undefined;
  if (bottleneck.length === 0 && constraint !== 'supply') return undefined;
  const { words, lang, dir } = teller;
  const names = constraintText(scene, teller)?.bottleneck ?? '';
  const load = activities.find(({ id }) => id === bottleneck[0])?.impliedUtilization;
  const text = constraint === 'capacity' && demand === null ? words['finding.unasked'] : words[`finding.${constraint}`];
  const values = {
    names,
    throughput: figureSaid(throughput, teller),
    demand: figureSaid(demand, teller),
    percent: load ? isolate(loadText(load.value, lang), dir) : '',
  };
  return { text: fillWords(text, values), strong: constraint === 'supply' ? '' : names };
}

function timeFinding({ result }: Scene, teller: Teller): Finding | undefined {
  const { leadTime, valueAddedTime } = result;
  if (leadTime === null || valueAddedTime === null) return undefined;
  const values = {
    lead: isolate(daysText(leadTime.days, teller), teller.dir),
    work: figureSaid(valueAddedTime, teller),
  };
  return { text: fillWords(teller.words['finding.time'], values), strong: '' };
}

/** A what-if that makes less than is asked for counts stock otherwise, so that lead times cannot be compared. */
function stockFinding({ result, chain }: Scene, { words }: Teller): Finding | undefined {
  const isOther = result.conventions?.inventoryDivisor !== chain.conventions?.inventoryDivisor;
  return isOther && result.leadTime !== null ? { text: words['finding.stock'], strong: '' } : undefined;
}

function qualityFinding({ result }: Scene, { words, lang, dir }: Teller): Finding | undefined {
  const share = result.rolledCompleteAccurate;
  if (share === null) return undefined;
  const percent = isolate(percentText(share.value, lang), dir);
  return { text: fillWords(words['finding.complete'], { percent }), strong: '' };
}
