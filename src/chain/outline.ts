import { enumeration, type Voice } from './format.ts';
import { partsOf } from './draw/siblings.ts';
import type { Activity, Flow, ValueChain } from './model/chain.ts';
import type { Scene, Settings } from './scene.ts';
import { nameOf, sceneOf } from './scene.ts';
import { notesOf, stepOf, type Step } from './step.ts';
import { escape, textFor } from './text.ts';
import type { Text } from './text.ts';
import type { ChainWords } from './words.ts';
import { fillWords } from './words.ts';

/** What the text form of a chain is made of. */
export interface TextInput {
  readonly chain: ValueChain;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: ChainWords;
  readonly scenario?: string | undefined;
  /** What a reader has set on top of the scenario. */
  readonly set?: Settings | undefined;
  /** Goes before every id and fragment link; tells two figures of one chain on a page apart. */
  readonly prefix?: string | undefined;
  /** More HTML for an activity, such as links to its essays; must be safe. */
  readonly moreOf?: ((activity: Activity) => string) | undefined;
}

/**
 * The chain as nested lists that mirror its parts. Every entry has the id that links to an activity lead to
 * (`<prefix><chain>.<activity>`) and says what it receives from and passes to whom.
 */
export function chainOutline(input: TextInput): string {
  return listOf(undefined, { ...input, scene: sceneOf(input.chain, input.scenario, input.set) });
}

/** The number of an activity in drawing and outline, from 1; the same in both, so that style sheets can pair them. */
export function numberOf(chain: ValueChain, id: string): number {
  return chain.activities.findIndex((activity) => activity.id === id) + 1;
}

/** A text for a reader as HTML, marked with its language when that is another. */
export function textHtml(text: Text, lang: string): string {
  const { text: said, lang: own } = textFor(text, lang);
  return own === undefined ? escape(said) : `<span lang="${escape(own)}">${escape(said)}</span>`;
}

interface Desk extends TextInput {
  readonly scene: Scene;
}

function listOf(parent: string | undefined, desk: Desk): string {
  const parts = partsOf(desk.scene.chain, parent);
  return parts.length === 0 ? '' : `<ol>${parts.map((part) => entryOf(part, desk)).join('')}</ol>`;
}

function entryOf(activity: Activity, desk: Desk): string {
  const { chain, lang, scene, prefix = '' } = desk;
  const id = `${prefix}${chain.id}.${activity.id}`;
  const said = activity.description === undefined ? '' : ` <span>${textHtml(activity.description, lang)}</span>`;
  const more = desk.moreOf?.(activity) ?? '';
  const step = stepOf(activity, scene, desk);
  const numbers = activityLine(step, desk);
  const lines = [...logicOf(activity, desk), ...flowsOf(activity, desk), more].filter(Boolean);
  const hot = step.hot ? ' hot' : '';
  return (
    `<li id="${escape(id)}" class="o${numberOf(scene.chain, activity.id)}${hot}"><b>${textHtml(activity.label, lang)}</b>${said}` +
    `${numbers === '' ? '' : `<p class="numbers">${numbers}</p>`}${lines.map((line) => `<p>${line}</p>`).join('')}${listOf(activity.id, desk)}</li>`
  );
}

/** What is stated and computed of an activity, as a line of HTML; empty without numbers. */
export function activityLine(step: Step, { words }: Voice): string {
  const hot = step.hot ? [`<strong>${escape(words.bottleneckIs)}</strong>`] : [];
  return [...notesOf(step).map(escape), ...hot].join(' · ');
}

function logicOf({ inputs, outputs, outcomes }: Activity, { lang, words }: Desk): string[] {
  return (
    [
      ['inputs', inputs],
      ['outputs', outputs],
      ['outcomes', outcomes],
    ] as const
  ).flatMap(([key, texts]) =>
    texts === undefined || texts.length === 0
      ? []
      : [fillWords(escape(words[key]), { what: texts.map((text) => textHtml(text, lang)).join(', ') })],
  );
}

function flowsOf({ id }: Activity, desk: Desk): string[] {
  const { chain } = desk.scene;
  const { words } = desk;
  const into = chain.flows.filter(({ to, rework }) => to === id && rework !== true);
  const out = chain.flows.filter(({ from, rework }) => from === id && rework !== true);
  const back = chain.flows.filter(({ from, rework }) => from === id && rework === true);
  const buffersIn = chain.buffers.filter(
    ({ from, to }) => to === id && from !== undefined && !into.some((flow) => flow.from === from),
  );
  const buffersOut = chain.buffers.filter(({ from, to }) => from === id && !out.some((flow) => flow.to === to));
  return [
    sentence(
      words.receivesFrom,
      [
        ...into.map((flow) => end(flow.from, flow, desk)),
        ...buffersIn.map(({ from }) => end(from ?? '', undefined, desk)),
      ],
      desk,
    ),
    sentence(
      words.passesTo,
      [...out.map((flow) => end(flow.to, flow, desk)), ...buffersOut.map(({ to }) => end(to, undefined, desk))],
      desk,
    ),
    sentence(
      words.sendsBackTo,
      back.map((flow) => end(flow.to, flow, desk)),
      desk,
    ),
  ];
}

function sentence(text: string, names: readonly string[], { lang }: Voice): string {
  if (names.length === 0) return '';
  const parts = enumeration(lang).formatToParts(names.map((_, index) => String(index)));
  const html = parts
    .map(({ type, value }) => (type === 'element' ? (names[Number(value)] ?? '') : escape(value)))
    .join('');
  return fillWords(escape(text), { names: html });
}

function end(id: string, flow: Flow | undefined, { scene, lang, prefix = '', chain, words }: Desk): string {
  const name = escape(nameOf(scene.chain, id, lang));
  const linked = scene.chain.activities.some((activity) => activity.id === id);
  const who = linked ? `<a href="#${escape(`${prefix}${chain.id}.${id}`)}">${name}</a>` : name;
  return flow?.label === undefined
    ? who
    : fillWords(escape(words.namedFlow), { name: who, what: textHtml(flow.label, lang) });
}
