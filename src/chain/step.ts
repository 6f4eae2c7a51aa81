import { factsOf, type Fact } from './facts.ts';
import { figureSaid, loadText, quantityText, type Speaker } from './format.ts';
import type { Activity } from './model/chain.ts';
import { isBottleneck, loadOf, type Scene } from './scene.ts';
import { isolate } from './text.ts';
import { fillWords } from './words.ts';

/** What is said of an activity in a scene. Texts are empty where nothing is known. */
export interface Step {
  readonly activity: Activity;
  readonly facts: readonly Fact[];
  readonly load: number | undefined;
  readonly percent: string;
  /** The load as a sentence says it. */
  readonly loaded: string;
  readonly hot: boolean;
  /** What it costs a day. */
  readonly cost: string;
  /** Time on the ladder's lower level: work. */
  readonly work: string;
  /** Lead time of the step itself, where the chain counts in blocks. */
  readonly lead: string;
  /** True when its times count: it lies on the way by which lead time is told. */
  readonly counts: boolean;
}

/** What is said of an activity. */
export function stepOf(activity: Activity, scene: Scene, speaker: Speaker): Step {
  const { words, lang, dir } = speaker;
  const { process } = activity;
  const { valueAddedTime, activities, conventions } = scene.result;
  const load = loadOf(scene, activity);
  const percent = load === undefined ? '' : isolate(loadText(load, lang), dir);
  const time = process?.processTime ?? process?.cycleTime;
  const own = conventions?.leadTime === 'block' ? process?.leadTime : undefined;
  return {
    activity,
    facts: factsOf(activity, speaker).map((fact) => ({ ...fact, text: isolate(fact.text, dir) })),
    load,
    percent,
    loaded: percent && fillWords(words.loaded, { percent }),
    hot: isBottleneck(scene, activity.id),
    cost: figureSaid(activities.find(({ id }) => id === activity.id)?.cost, speaker),
    work: time === undefined ? '' : isolate(quantityText(time, speaker), dir),
    lead: own === undefined ? '' : isolate(quantityText(own, speaker), dir),
    counts: valueAddedTime?.inputs.some(({ name }) => name === activity.id) === true,
  };
}

/** What is said of an activity in figures: what it states, and its load. */
export function notesOf({ facts, loaded }: Step): string[] {
  return [...facts.map(({ name, text }) => `${name} ${text}`), loaded].filter(Boolean);
}
