import { factsOf } from '../facts.ts';
import type { Fact } from '../facts.ts';
import { daysText, figureText, numberText, percentText, quantityText, secondsText } from '../format.ts';
import type { Speaker } from '../format.ts';
import type { Activity } from '../model/chain.ts';
import type { Scene } from '../scene.ts';
import { isBottleneck, loadOf } from '../scene.ts';
import { isolate } from '../text.ts';
import { fillWords } from '../words.ts';

/** In which order a stream shows what; numbers do not change it. Plain JSON. */
export interface StreamForm {
  /** Ids of activities. */
  readonly columns: readonly (readonly string[])[];
  /** Ids of the buffers before, between and after the columns. */
  readonly gaps: readonly (readonly string[])[];
}

/** A process as a stream shows it. */
export interface Step {
  readonly activity: Activity;
  readonly facts: readonly Fact[];
  readonly load: number | undefined;
  readonly hot: boolean;
  /** What it costs a day; empty where that is not known. */
  readonly cost: string;
  /** Time on the ladder's lower level: work. */
  readonly work: string;
  /** Lead time of the step itself, where the chain counts in blocks. */
  readonly lead: string;
  /** True when its times count: it lies on the way by which lead time is told. */
  readonly counts: boolean;
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
  readonly columns: readonly (readonly Step[])[];
  /** One more than columns. */
  readonly gaps: readonly Gap[];
  readonly total: string;
  /** Seconds of work and of waiting in order, for a strip drawn to scale. */
  readonly scale: readonly { readonly seconds: number; readonly kind: 'wait' | 'work' }[];
}

/** The numbers of a scene, in the order of a stream. */
export function streamNumbers(scene: Scene, form: StreamForm, speaker: Speaker): StreamNumbers {
  const columns = form.columns.map((ids) =>
    scene.chain.activities.filter(({ id }) => ids.includes(id)).map((activity) => stepOf(activity, scene, speaker)),
  );
  const gaps = form.gaps.map((ids) => waitOf(ids, scene, speaker));
  return { columns, gaps, total: totalOf(scene, speaker), scale: scaleOf(columns, gaps, scene) };
}

function stepOf(activity: Activity, scene: Scene, speaker: Speaker): Step {
  const { dir } = speaker;
  const { process } = activity;
  const time = process?.processTime ?? process?.cycleTime;
  const shown = scene.result.valueAddedTime?.inputs.find(({ name }) => name === activity.id);
  const cost = scene.result.activities.find(({ id }) => id === activity.id)?.cost;
  const block = scene.result.conventions?.leadTime === 'block';
  return {
    activity,
    facts: factsOf(activity, speaker).map((fact) => ({ ...fact, text: isolate(fact.text, dir) })),
    load: loadOf(scene, activity),
    hot: isBottleneck(scene, activity.id),
    cost: cost ? isolate(figureText(cost, speaker), dir) : '',
    work: time === undefined ? '' : isolate(quantityText(time, speaker), dir),
    lead: block && process?.leadTime !== undefined ? isolate(quantityText(process.leadTime, speaker), dir) : '',
    counts: shown !== undefined,
  };
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
    wait: days === 0 ? '' : isolate(fillWords(words.unitDay, { value: numberText(days, lang, 1) }), dir),
    waitSeconds,
  };
}

function totalOf({ result }: Scene, speaker: Speaker): string {
  const { words, lang, dir } = speaker;
  const { leadTime, valueAddedTime, ratio, conventions } = result;
  if (leadTime === null || valueAddedTime === null) return '';
  const worked = conventions?.leadTime === 'block' || conventions?.leadTime === 'queueing' ? (ratio?.value ?? 0) : 0;
  const wait = isolate(daysText(leadTime.days * (1 - worked), speaker), dir);
  const work = isolate(secondsText(valueAddedTime.value, speaker), dir);
  const share = ratio === null ? '' : ` (${isolate(percentText(ratio.value, lang), dir)})`;
  return fillWords(words.ladderTotal, { wait, work }) + share;
}

function scaleOf(columns: StreamNumbers['columns'], gaps: readonly Wait[], { result }: Scene): StreamNumbers['scale'] {
  const lead = result.leadTime;
  if (lead === null) return [];
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
