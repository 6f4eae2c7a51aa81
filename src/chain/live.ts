import type { TableForm } from './cells.ts';
import type { StreamForm } from './draw/stream-numbers.ts';
import { streamForm } from './draw/stream-plan.ts';
import type { Network } from './engine/network.ts';
import { noResult } from './engine/numbers.ts';
import type { Result } from './engine/result.ts';
import type { Speaker } from './format.ts';
import type { ValueChain } from './model/chain.ts';
import type { TextInput } from './outline.ts';
import { sceneOf } from './scene.ts';
import { stripFigures } from './strip.ts';
import { tableForm } from './table.ts';
import { tellerOf, type Teller } from './teller.ts';
import type { WholeFigure } from './whole.ts';
import { escape, textFor } from './text.ts';
import type { ChainWords } from './words.ts';

/** Words a script needs as soon as somebody touches a figure. */
export const liveKeys = [
  'stepBack',
  'stepOn',
  'findActivity',
  'clear',
  'copyLink',
  'linkCopied',
  'help',
  'helpText',
  'fedBy',
  'feeds',
  'fedByNone',
  'feedsNone',
  'linkUnknown',
  'linkClamped',
  'notLoaded',
] as const satisfies readonly (keyof ChainWords)[];

/** What stays the same while a reader looks at one figure. */
export interface LiveChain {
  readonly id: string;
  readonly lang: string;
  /** Prefix of the figure's ids. */
  readonly prefix: string;
  /**
   * Address that `.<view>.<scenario>.json`, `.<scenario>.live.json` and `.words.json` are added to; absent where no such
   * files are.
   */
  readonly base?: string | undefined;
  readonly view: string;
  readonly scenario: string;
  readonly viewpoints: readonly LiveViewpoint[];
  /** Absent where `<base>.words.json` has them, and in a figure that is not the first of its chain on a page. */
  readonly words?: LiveWords | undefined;
}

/** Words in one language that a script needs. */
export type LiveWords = Readonly<Record<(typeof liveKeys)[number], string>>;

/** One way of looking at a chain. */
export interface LiveViewpoint {
  readonly id: string;
  /** Ids of activities to bring forward. */
  readonly emphasise: readonly string[];
  readonly story?: string | undefined;
}

/** An activity as a script sees it. */
export interface LiveActivity {
  readonly id: string;
  readonly name: string;
  readonly parent?: string | undefined;
  /** Ids of the activities it feeds. */
  readonly feeds: readonly string[];
}

/** A drawing that is fetched when a reader asks for it. */
export interface LiveFigure {
  /** The whole `<figure>`, without a prefix. */
  readonly figure: string;
}

/** What is fetched when a reader first changes a number: a chain in one scenario, and all that numbers do not change. */
export interface LiveModel extends Speaker {
  readonly chain: ValueChain;
  readonly scenario: string;
  readonly network: Network;
  readonly stream: StreamForm;
  readonly tables: TableForm;
  /** Figures of the strip. */
  readonly strip: readonly WholeFigure[];
  /** What readers call the parts, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** What is known when a reader's numbers leave nothing to compute. */
  readonly nothing: Result;
}

/** What a script needs to compute a chain in one of its scenarios. */
export function liveModel(input: Pick<TextInput, 'chain' | 'scenario' | 'lang' | 'words' | 'dir'>): LiveModel {
  const { words, lang, dir } = input;
  const scene = sceneOf(input.chain, input.scenario);
  const { chain, scenario, network } = scene;
  return {
    chain: { ...chain, scenarios: [] },
    scenario,
    network,
    stream: streamForm({ chain, network }),
    tables: tableForm(input),
    strip: stripFigures(scene),
    names: namesOf(chain, tellerOf(chain, input)),
    nothing: noResult(chain, scenario),
    words,
    lang,
    dir,
  };
}

function namesOf({ activities, buffers }: ValueChain, { nameOf }: Teller): Record<string, string> {
  return Object.fromEntries([...activities, ...buffers].map(({ id }) => [id, nameOf(id)]));
}

/** The words a script needs as soon as somebody touches a figure. */
export function liveWords(words: ChainWords): LiveWords {
  return Object.fromEntries(liveKeys.map((key) => [key, words[key]])) as LiveWords;
}

/** What a script knows of the chain, with `words` where no file has them, whichever drawing is shown. */
export function liveChain(
  chain: ValueChain,
  own: Pick<LiveChain, 'lang' | 'prefix' | 'base' | 'view' | 'scenario'>,
  words: ChainWords | undefined,
): LiveChain {
  return {
    id: chain.id,
    ...own,
    viewpoints: chain.viewpoints.map(({ id, emphasise, story }) => ({
      id,
      emphasise: emphasise ?? [],
      story: story === undefined ? undefined : textFor(story, own.lang).text,
    })),
    words: own.prefix === '' && words !== undefined ? liveWords(words) : undefined,
  };
}

/** The activities of a chain in one scenario with what each feeds; money and what is sent back are no feeding. */
export function liveActivities(chain: ValueChain, lang: string): LiveActivity[] {
  const ids = new Set(chain.activities.map(({ id }) => id));
  const ways = [...chain.flows.filter(({ kind, rework }) => kind !== 'money' && rework !== true), ...chain.buffers];
  return chain.activities.map(({ id, label, parent }) => ({
    id,
    name: textFor(label, lang).text,
    parent,
    feeds: [...new Set(ways.flatMap(({ from, to }) => (from === id && to !== id && ids.has(to) ? [to] : [])))],
  }));
}

/** A value as a data block that no text in it can end. */
export function dataBlock(value: unknown, name: string): string {
  return `<script type="application/json" class="${escape(name)}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}
