import { chainBar } from './bar.ts';
import { chainControls } from './controls.ts';
import { drawNested } from './draw/nested.ts';
import { drawJourney } from './draw/journey.ts';
import { drawPorter } from './draw/porter.ts';
import { drawStream } from './draw/stream.ts';
import type { Drawing, DrawInput } from './draw/drawing.ts';
import { findingHtml, findings, findingText } from './finding.ts';
import { dataBlock, liveActivities } from './live.ts';
import type { Measure } from './measure.ts';
import type { ViewKind } from './model/chain.ts';
import type { TextInput } from './outline.ts';
import { chainOutline, textHtml } from './outline.ts';
import { scenarioName, sceneOf } from './scene.ts';
import { chainStrip } from './strip.ts';
import { chainTable, evidenceHtml } from './table.ts';
import { constraintText, wholeFigures, wholeText } from './whole.ts';
import { tellerOf } from './teller.ts';
import { escape, textFor } from './text.ts';
import { fillWords } from './words.ts';

/** What a whole figure is made of. */
export interface FigureInput extends TextInput {
  /** The chain's first view when absent. */
  readonly view?: ViewKind | undefined;
  readonly measure: Measure;
  /** Address of the page with all views and scenarios. */
  readonly chainPageUrl?: string | undefined;
  readonly spoken?: boolean | undefined;
  /** Safe HTML that replaces what the figure says of itself. */
  readonly caption?: string | undefined;
  /** The viewpoint whose story the caption tells. */
  readonly viewpoint?: string | undefined;
  /** False to leave out what a reader may change. */
  readonly controls?: boolean | undefined;
  /** Accent of drawings that are files of their own, six hexadecimal digits. */
  readonly accent?: string | undefined;
  readonly hrefOf?: DrawInput['hrefOf'];
  readonly badgeOf?: DrawInput['badgeOf'];
}

/** The plain form of a chain: for feeds, search and Markdown. */
export interface ChainText {
  /** One paragraph for those who do not see the picture. */
  readonly alt: string;
  readonly tableHtml: string;
  /** Everything the outline and the tables say, without markup, a line each. */
  readonly text: string;
}

/** One of a chain's drawings, for wide and for narrow places. */
export function drawView(view: ViewKind, input: DrawInput): Drawing {
  const draw = { nested: drawNested, stream: drawStream, porter: drawPorter, journey: drawJourney }[view];
  return draw(input);
}

/**
 * A figure that can be touched: the bar over it, and the figure. Works without JavaScript, where the bar leads to the
 * chain's page.
 */
export function chainFigure(input: FigureInput): string {
  const { chain } = input;
  const view = input.view ?? chain.views[0] ?? 'nested';
  const { scenario } = sceneOf(chain, input.scenario);
  return `<value-chain data-name="${escape(`${input.prefix ?? ''}${chain.id}`)}">${chainBar({ ...input, view, scenario })}${figureHtml({ ...input, view, scenario })}</value-chain>`;
}

/**
 * The figure by itself: the drawing twice (style sheets show one), its few numbers, what may be changed, what it shows in
 * words, and under `<details>` the outline that its activities link to, the tables and the sources.
 */
export function figureHtml(input: FigureInput): string {
  const { chain, lang, words, prefix = '' } = input;
  const view = input.view ?? chain.views[0] ?? 'nested';
  const scene = sceneOf(chain, input.scenario);
  const told = sceneOf(chain, input.scenario, input.set);
  const captionId = `${prefix}${chain.id}-caption`;
  const { wide, narrow } = drawView(view, { ...input, idPrefix: prefix, describedBy: captionId });
  const caption = input.caption ?? captionHtml(input);
  const more =
    input.chainPageUrl === undefined
      ? ''
      : `<p class="whole"><a href="${escape(input.chainPageUrl)}">${escape(words.wholeChain)}</a></p>`;
  return (
    `<figure class="chain" aria-labelledby="${escape(captionId)}" data-chain="${chain.id}" data-view="${view}" data-scenario="${scene.scenario}" data-prefix="${escape(prefix)}">` +
    `${wide}${narrow}${chainStrip(told, tellerOf(told.chain, input))}${input.controls === false ? '' : chainControls(input)}` +
    // The caption is the last of a figure's children: HTML allows nothing after it.
    dataBlock(liveActivities(scene.chain, lang), 'activities') +
    `<figcaption><p id="${escape(captionId)}">${caption}</p>` +
    `<details class="more"><summary>${escape(words.details)}</summary><div class="outline">${chainOutline(input)}</div>` +
    `<div class="tables">${chainTable(input)}</div>${evidenceHtml(input)}${more}</details></figcaption></figure>`
  );
}

/** What a figure says under its drawing: the findings, or the author's description where there are no numbers. */
export function captionHtml(input: TextInput): string {
  const { chain, lang, scenario, set } = input;
  const scene = sceneOf(chain, scenario, set);
  const told = findings(scene, tellerOf(scene.chain, input));
  return told.length > 0 ? findingHtml(told) : textHtml(chain.description, lang);
}

/** The plain form: a text alternative, the tables as HTML without links, and plain lines for an index. */
export function chainText(input: TextInput): ChainText {
  const { chain, lang } = input;
  const scene = sceneOf(chain, input.scenario);
  const title = textFor(chain.title, lang).text;
  const description = textFor(chain.description, lang).text;
  const said = findingText(findings(scene, tellerOf(scene.chain, input)));
  const alt = [`${title}.`, description, said].filter((part) => part !== '').join(' ');
  return {
    alt,
    tableHtml: chainTable(input),
    text: [title, description, said, ...activityLines(input), ...numberLines(input)].filter(Boolean).join('\n'),
  };
}

function activityLines({ chain, lang, words, scenario }: TextInput): string[] {
  return sceneOf(chain, scenario).chain.activities.map(({ label, description }) => {
    const name = textFor(label, lang).text;
    return description === undefined
      ? name
      : fillWords(words.namedFlow, { name, what: textFor(description, lang).text });
  });
}

function numberLines(input: TextInput): string[] {
  const { chain, lang, words } = input;
  return chain.scenarios.flatMap((scenario) => {
    const scene = sceneOf(chain, scenario.id);
    const teller = tellerOf(scene.chain, input);
    const numbers = wholeFigures.flatMap((name) => {
      const text = wholeText(scene.result, name, teller);
      return text === undefined ? [] : [`${words[name]} ${text}`];
    });
    const limit = constraintText(scene, teller);
    if (limit !== undefined)
      numbers.push(`${words.constraint} ${limit.limit}`, `${words.bottleneck} ${limit.bottleneck}`);
    return numbers.length === 0
      ? []
      : [fillWords(words.namedFlow, { name: scenarioName(scenario, lang, words), what: numbers.join(' · ') })];
  });
}
