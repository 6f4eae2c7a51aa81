import { daysText, numberText, percentText, quantityText, secondsText } from '../format.ts';
import type { Speaker } from '../format.ts';
import type { Scene } from '../scene.ts';
import { stepOf, type Step } from '../step.ts';
import { isolate } from '../text.ts';
import { fillWords } from '../words.ts';

/** In which order a stream shows what; numbers do not change it. Plain JSON. */
export interface StreamForm {
  /** Ids of activities. */
  readonly columns: readonly (readonly string[])[];
  /** Ids of the buffers before, between and after the columns. */
  readonly gaps: readonly (readonly string[])[];
}

/** What waits before a column, or after the last one. */
export interface Wait {
  /** Amounts, one line each. */
  readonly amounts: readonly string[];
  /** Time on the ladder's upper level: waiting. */
  readonly wait: string;
  readonly waitSeconds: number;
}

/** All numbers of a stream, as they are written into its drawings. */
export interface StreamNumbers<Gap extends Wait = Wait> {
  /** Of every activity. */
  readonly steps: ReadonlyMap<string, Step>;
  readonly columns: readonly (readonly Step[])[];
  /** One more than columns. */
  readonly gaps: readonly Gap[];
  readonly total: string;
  /** Seconds of work and of waiting in order, for a strip drawn to scale. */
  readonly scale: readonly { readonly seconds: number; readonly kind: 'wait' | 'work' }[];
}

/** The numbers of a scene, in the order of a stream. */
export function streamNumbers(scene: Scene, form: StreamForm, speaker: Speaker): StreamNumbers {
  const steps = new Map(scene.chain.activities.map((one) => [one.id, stepOf(one, scene, speaker)]));
  const columns = form.columns.map((ids) => [...steps.values()].filter(({ activity }) => ids.includes(activity.id)));
  const gaps = form.gaps.map((ids) => waitOf(ids, scene, speaker));
  return { steps, columns, gaps, total: totalOf(scene, speaker), scale: scaleOf(columns, gaps, scene) };
}

function waitOf(ids: readonly string[], { chain, result }: Scene, speaker: Speaker): Wait {
  const { words, lang, dir } = speaker;
  const { leadTime } = result;
  const waits = leadTime?.inputs.filter(({ name }) => ids.includes(name)).map(({ value }) => value) ?? [];
  const waitSeconds = Math.max(0, ...waits);
  const days = leadTime === null || leadTime.value === 0 ? 0 : (waitSeconds / leadTime.value) * leadTime.days;
  return {
    amounts: chain.buffers.flatMap(({ id, quantity }) =>
      quantity === undefined || !ids.includes(id) ? [] : [isolate(quantityText(quantity, speaker), dir)],
    ),
    wait: days === 0 ? '' : isolate(fillWords(words['unit.d'], { value: numberText(days, lang, 1) }), dir),
    waitSeconds,
  };
}

function totalOf({ result }: Scene, speaker: Speaker): string {
  const { words, lang, dir } = speaker;
  const { leadTime, valueAddedTime, ratio, conventions } = result;
  if (!leadTime || !valueAddedTime) return '';
  const worked = conventions?.leadTime === 'block' || conventions?.leadTime === 'queueing' ? (ratio?.value ?? 0) : 0;
  const wait = isolate(daysText(leadTime.days * (1 - worked), speaker), dir);
  const work = isolate(secondsText(valueAddedTime.value, speaker), dir);
  const share = ratio ? ` (${isolate(percentText(ratio.value, lang), dir)})` : '';
  return fillWords(words.ladderTotal, { wait, work }) + share;
}

function scaleOf(columns: StreamNumbers['columns'], gaps: readonly Wait[], { result }: Scene): StreamNumbers['scale'] {
  const lead = result.leadTime;
  if (!lead) return [];
  const block = result.conventions?.leadTime === 'block';
  const seconds = (id: string): number => result.valueAddedTime?.inputs.find(({ name }) => name === id)?.value ?? 0;
  const parts = gaps.flatMap((gap, index) => {
    const step = columns[index]?.find(({ counts }) => counts)?.activity.id;
    const work = step === undefined ? 0 : seconds(step);
    const own = block && step !== undefined ? (lead.inputs.find(({ name }) => name === step)?.value ?? 0) - work : 0;
    return [
      { seconds: gap.waitSeconds + own, kind: 'wait' as const },
      { seconds: work, kind: 'work' as const },
    ];
  });
  return parts.filter((part) => part.seconds > 0);
}

/** A piece of a strip. */
export interface Span {
  readonly x: number;
  readonly width: number;
  readonly kind: 'wait' | 'work';
}

/** Times as pieces of a strip, in order: as long as the times are, or as long as their logarithms. */
export function spansOf(scale: StreamNumbers['scale'], room: number, form: 'linear' | 'log'): Span[] {
  const weights = scale.map(({ seconds }) => (form === 'log' ? Math.log10(1 + seconds) : seconds));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let x = 0;
  return scale.map(({ kind }, index) => {
    const long = ((weights[index] ?? 0) / sum) * room;
    // Work is never too short to be seen; a line of paper parts what waits from what comes next.
    const width = Math.max(kind === 'work' ? 1.5 : 0, long - (kind === 'wait' ? 1.5 : 0));
    const span = { x: Math.min(x, room - width), width, kind };
    x += long;
    return span;
  });
}
