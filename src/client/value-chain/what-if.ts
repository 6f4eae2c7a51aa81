import { changeText } from '../../chain/change.ts';
import { streamNumbers } from '../../chain/draw/stream-numbers.ts';
import { reckon } from '../../chain/engine/reckoning.ts';
import { withNumber } from '../../chain/engine/scenario.ts';
import { findingHtml, findings } from '../../chain/finding.ts';
import { quantityText, type Speaker } from '../../chain/format.ts';
import type { LiveModel } from '../../chain/live.ts';
import { activityLine } from '../../chain/outline.ts';
import type { Scene } from '../../chain/scene.ts';
import { fallsShort, stripHow } from '../../chain/strip.ts';
import type { Teller } from '../../chain/teller.ts';
import { wholeCell } from '../../chain/whole.ts';
import { isSame, readDrawing, type News } from './drawn-numbers.ts';
import { put, writeTables } from './tables.ts';

/** A figure whose numbers can be computed anew. */
export interface WhatIf {
  /** Shows the chain with other numbers, by path; says a little later in `said` what that changed. */
  readonly show: (set: ReadonlyMap<string, number>, said: HTMLElement) => void;
  /** What was computed last. */
  readonly result: () => Scene['result'];
}

/** Milliseconds of rest after which a change is told. */
const patience = 600;

/** Makes a figure computable from its model, with the engine that also computed the page. */
export function openWhatIf(figure: HTMLElement, model: LiveModel): WhatIf {
  const teller: Teller = { ...model, calendar: model.chain.calendar, nameOf: (id) => model.names[id] ?? id };
  const base = newsOf(model, new Map(), teller);
  const drawings = [...figure.querySelectorAll('svg')].map((svg) => ({ svg, write: readDrawing(svg, base, teller) }));
  const visible = (): typeof drawings => drawings.filter(({ svg }) => svg.checkVisibility());
  const caption = figure.querySelector('figcaption > p');
  const told = caption?.innerHTML ?? '';
  let seen = visible();
  let shown = base;
  let timer = 0;
  const show: WhatIf['show'] = (set, said) => {
    const before = shown;
    const news = newsOf(model, set, teller);
    shown = news;
    for (const { write } of seen) write(news);
    writeControls(figure, set, teller);
    writeStrip(figure, news, model, teller, false);
    if (caption !== null) caption.innerHTML = (set.size > 0 && findingHtml(findings(news, teller))) || told;
    writeOutline(figure, news, before, teller);
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      // Tables, which are long, and what nobody sees follow at rest.
      for (const { write } of drawings) write(news);
      writeStrip(figure, news, model, teller, true);
      writeTables(figure, news, model.tables, teller);
      seen = visible();
      said.textContent = set.size === 0 ? '' : changeText(base, news, teller);
    }, patience);
  };
  return { show, result: () => shown.result };
}

function newsOf(model: LiveModel, set: ReadonlyMap<string, number>, teller: Teller): News {
  const chain = [...set].reduce((so, [path, value]) => withNumber(so, path, value), model.chain);
  const result = reckon({ ...model, chain, whatIf: set.size > 0 }) ?? model.nothing;
  const scene = { ...model, chain, result };
  return { ...scene, ...streamNumbers(scene, model.stream, teller) };
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
    put(item?.querySelector('dd'), wholeCell(scene, name, teller));
    item?.classList.toggle('short', name === 'throughput' && fallsShort(scene));
  });
}

/** Writes what the outline says of numbers that are others than before. */
function writeOutline(figure: Element, { steps }: News, before: News, teller: Teller): void {
  for (const [id, step] of steps) {
    if (isSame(step, before.steps.get(id))) continue;
    const entry = figure.querySelector(`.outline [id$=".${id}"]`);
    const line = entry?.querySelector(':scope > .numbers');
    if (line) line.innerHTML = activityLine(step, teller);
    entry?.classList.toggle('hot', step.hot);
  }
}
