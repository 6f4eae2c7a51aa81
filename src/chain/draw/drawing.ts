import type { Measure } from '../measure.ts';
import type { Activity, ValueChain } from '../model/chain.ts';
import type { Scene } from '../scene.ts';
import { isBottleneck, scenarioName } from '../scene.ts';
import { escape, textFor } from '../text.ts';
import type { ChainWords } from '../words.ts';
import { fillWords } from '../words.ts';

/** What a drawing is made of. */
export interface DrawInput {
  readonly chain: ValueChain;
  /** The page's language. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Goes before every id the drawing refers to; tells two figures of one chain on a page apart. */
  readonly idPrefix: string;
  readonly measure: Measure;
  readonly words: ChainWords;
  /** The first scenario when absent. */
  readonly scenario?: string | undefined;
  /** Where an activity's link leads; to its entry in the outline when absent. */
  readonly hrefOf?: ((activity: Activity) => string) | undefined;
  /** A short line for an activity, such as the number of its essays. */
  readonly badgeOf?: ((activity: Activity) => string | undefined) | undefined;
  /** Id of the element that says the finding in words. */
  readonly describedBy?: string | undefined;
}

/** A drawing for wide places and one for narrow ones; style sheets show one of them. */
export interface Drawing {
  readonly wide: string;
  readonly narrow: string;
}

/** Widths the drawings are made for, in CSS pixels at which type has its nominal size. */
export const drawnWidths = { wide: 880, narrow: 300 } as const;

/** Type of the drawings; the style sheet sets the same sizes. */
export const faces = {
  wide: { label: { size: 17.5, weight: 600, leading: 21.5 }, small: { size: 15.7, weight: 400, leading: 20 } },
  narrow: { label: { size: 16.5, weight: 600, leading: 20.5 }, small: { size: 14.2, weight: 400, leading: 18 } },
} as const;

/** What a drawing is called: chain, view, scenario. */
export function drawingName({ chain, scenario }: Scene, view: string, { lang, words }: DrawInput): string {
  const named = chain.scenarios.find(({ id }) => id === scenario);
  const called = named === undefined ? scenario : scenarioName(named, lang, words);
  return fillWords(words.drawingName, { title: textFor(chain.title, lang).text, view, scenario: called });
}

/** An activity's shapes as a link to its entry in the outline, with a description of its place and load. */
export function activityLink(
  activity: Activity,
  drawn: string,
  notes: readonly string[],
  scene: Scene,
  input: DrawInput,
): string {
  const { words, idPrefix } = input;
  const { activities, id: chainId } = scene.chain;
  const number = activities.findIndex(({ id }) => id === activity.id) + 1;
  const href = input.hrefOf?.(activity) ?? `#${idPrefix}${chainId}.${activity.id}`;
  const hot = isBottleneck(scene, activity.id);
  const said = fillWords(words.activityPlace, { index: String(number), count: String(activities.length) });
  const label = [said, ...notes, ...(hot ? [words.bottleneckIs] : [])].join(', ');
  return `<a class="act a${number}${hot ? ' hot' : ''}" href="${escape(href)}" data-activity="${activity.id}" aria-description="${escape(label)}">${drawn}</a>`;
}
