import { changeText } from '../../chain/change.ts';
import { streamNumbers } from '../../chain/draw/stream-numbers.ts';
import { reckon } from '../../chain/engine/reckoning.ts';
import { withNumber } from '../../chain/engine/scenario.ts';
import { findingHtml, findings } from '../../chain/finding.ts';
import { quantityText, type Speaker } from '../../chain/format.ts';
import type { LiveModel } from '../../chain/live.ts';
import { activityLine } from '../../chain/outline.ts';
import type { Scene } from '../../chain/scene.ts';
import { fallsShort, stripHow, stripNumber } from '../../chain/strip.ts';
import type { Teller } from '../../chain/teller.ts';
import { isSame, newsOf, readDrawing, type News } from './drawn-numbers.ts';
import { put, writeTables } from './tables.ts';

/** Where a what-if finds its model. */
export interface WhatIfSource {
  readonly address: string;
  readonly lang: string;
}

/** A figure whose numbers can be computed anew. */
export interface WhatIf {
  /** Shows the chain with other numbers, by path; says a little later in `said` what that changed. */
  readonly show: (set: ReadonlyMap<string, number>, said: HTMLElement) => void;
  /** What was computed last. */
  readonly result: () => Scene['result'];
}

/** Milliseconds of rest after which a change is told. */
const patience = 600;

/** Fetches the model of a figure and makes it computable, with the engine that also computed the page. */
export async function openWhatIf(figure: HTMLElement, { address, lang }: WhatIfSource): Promise<WhatIf> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const model = (await answer.json()) as LiveModel;
  const { words, dir, names } = model;
  const { calendar } = model.chain;
  const teller: Teller = { lang, words, dir, calendar, nameOf: (id) => names[id] ?? id };
  const base = sceneWith(model, new Map());
  const tell = (scene: Scene): News => newsOf(scene, streamNumbers(scene, model.stream, teller));
  const before = tell(base);
  const drawings = [...figure.querySelectorAll('svg')].map((svg) => ({ svg, write: readDrawing(svg, before, teller) }));
  const caption = figure.querySelector('figcaption > p');
  const told = caption?.innerHTML ?? '';
  let seen = drawings.filter(({ svg }) => svg.checkVisibility());
  let shown = base;
  let written = before;
  let timer = 0;
  const show: WhatIf['show'] = (set, said) => {
    shown = sceneWith(model, set);
    const [news, last] = [tell(shown), written];
    written = news;
    for (const { write } of seen) write(news);
    writeControls(figure, set, teller);
    writeStrip(figure, shown, model, teller, false);
    const finding = findings(shown, teller);
    if (caption !== null) caption.innerHTML = set.size === 0 || finding.length === 0 ? told : findingHtml(finding);
    writeOutline(figure, news, last, teller);
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      // Tables, which are long, and what nobody sees follow at rest.
      for (const { write } of drawings) write(news);
      writeStrip(figure, shown, model, teller, true);
      writeTables(figure, shown, model.tables, teller);
      seen = drawings.filter(({ svg }) => svg.checkVisibility());
      said.textContent = set.size === 0 ? '' : changeText(base, shown, teller);
    }, patience);
  };
  return { show, result: () => shown.result };
}

function sceneWith({ chain, network, scenario, nothing }: LiveModel, set: ReadonlyMap<string, number>): Scene {
  const changed = [...set].reduce((so, [path, value]) => withNumber(so, path, value), chain);
  const result = reckon({ chain: changed, network, scenario, whatIf: set.size > 0 }) ?? nothing;
  return { chain: changed, scenario, network, result };
}

/** Says what the controls stand at. */
function writeControls(figure: Element, set: ReadonlyMap<string, number>, speaker: Speaker): void {
  for (const control of figure.querySelectorAll<HTMLElement>('.control')) {
    const { path = '', unit = '' } = control.dataset;
    const [range, text] = [control.querySelector('input'), control.querySelector('b')];
    const said = quantityText({ value: set.get(path) ?? Number(range?.defaultValue), unit }, speaker);
    if (range !== null) range.ariaValueText = said;
    if (text !== null) text.textContent = said;
  }
}

/** Writes the few numbers; how each came about only where that can be seen, or `all`. */
function writeStrip(figure: Element, scene: Scene, { strip }: LiveModel, teller: Teller, all: boolean): void {
  const items = figure.querySelectorAll('.strip > div');
  strip.forEach((name, at) => {
    const item = items[at];
    const how = item?.querySelector(all ? 'p' : '[open] p');
    if (how) put(how, stripHow(name, scene, teller));
    put(item?.querySelector('dd'), stripNumber(name, scene, teller));
    item?.classList.toggle('short', name === 'throughput' && fallsShort(scene));
  });
}

/** Writes what the outline says of numbers that are others than before. */
function writeOutline(figure: Element, { steps, scene }: News, before: News, teller: Teller): void {
  for (const [id, step] of steps) {
    if (isSame(step, before.steps.get(id))) continue;
    const entry = figure.querySelector(`.outline [id$=".${id ?? ''}"]`);
    const line = entry?.querySelector(':scope > .numbers');
    if (line) line.innerHTML = activityLine(step.activity, scene, teller);
    entry?.classList.toggle('hot', step.hot);
  }
}
