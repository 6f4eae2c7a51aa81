import { liveChain, dataBlock } from './live.ts';
import type { ViewKind } from './model/chain.ts';
import type { TextInput } from './outline.ts';
import { scenarioName } from './scene.ts';
import { escape, textFor } from './text.ts';
import type { ChainWords } from './words.ts';

/** What the bar over a drawing is made of. */
export interface BarInput extends TextInput {
  readonly view: ViewKind;
  readonly scenario: string;
  readonly viewpoint?: string | undefined;
  readonly chainPageUrl?: string | undefined;
  /** True when that page is in the reader's language: then a file beside it has the words for the script. */
  readonly spoken?: boolean | undefined;
}

/** What readers call a view. */
export function viewName(view: ViewKind, words: ChainWords): string {
  return { nested: words.viewNested, stream: words.viewStream, porter: words.viewPorter, journey: words.viewJourney }[
    view
  ];
}

/** The id that a drawing has on the chain's page. */
export function drawingId(view: string, scenario: string): string {
  return `${view}.${scenario}`;
}

/**
 * The bar over a drawing: which drawing, which scenario, seen by whom. Links to the chain's page, which a script turns
 * into buttons; with it the data a script needs.
 */
export function chainBar(input: BarInput): string {
  const { chain, lang, words, view, scenario, chainPageUrl, prefix = '' } = input;
  const page = chainPageUrl ?? '';
  // Without a page of its own a chain has nothing to switch to.
  const choices =
    chainPageUrl === undefined
      ? []
      : [
          choice(
            'view',
            words.switchView,
            chain.views.map((one): Item => [one, viewName(one, words), `${page}#${drawingId(one, scenario)}`]),
            view,
          ),
          choice('scenario', words.switchScenario, [...scenariosOf(input, page), ...compared(input, page)], scenario),
          choice('viewpoint', words.switchViewpoint, viewpointsOf(input, page), input.viewpoint ?? ''),
        ];
  const base = chainPageUrl?.replace(/\/$/u, '');
  const data = liveChain(chain, { lang, prefix, base, view, scenario }, input.spoken === true ? undefined : words);
  return `<div class="chain-bar">${choices.join('')}${dataBlock(data, 'live')}</div>`;
}

type Item = readonly [id: string, name: string, href: string];

function scenariosOf({ chain, lang, words, view }: BarInput, page: string): Item[] {
  return chain.scenarios.map((one) => [one.id, scenarioName(one, lang, words), `${page}#${drawingId(view, one.id)}`]);
}

function compared({ chain, words }: BarInput, page: string): Item[] {
  return chain.scenarios.length > 1 ? [['*', words.compare, `${page}#compare`]] : [];
}

function viewpointsOf({ chain, lang, words }: BarInput, page: string): Item[] {
  if (chain.viewpoints.length === 0) return [];
  const seen = chain.viewpoints.map(({ id, label }): Item => [
    id,
    textFor(label, lang).text,
    `${page}#viewpoint.${id}`,
  ]);
  return [['', words.everybody, page], ...seen];
}

function choice(name: string, label: string, items: readonly Item[], current: string): string {
  if (items.length < 2) return '';
  const links = items.map(
    ([id, text, href]) =>
      `<a href="${escape(href)}" data-value="${escape(id)}"${id === current ? ' aria-current="true"' : ''}>${escape(text)}</a>`,
  );
  return `<div class="switch" role="group" data-of="${name}" aria-label="${escape(label)}">${links.join('')}</div>`;
}
