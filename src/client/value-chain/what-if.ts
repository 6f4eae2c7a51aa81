import { changeText } from '../../chain/change.ts';
import { streamNumbers } from '../../chain/draw/stream-numbers.ts';
import { reckon } from '../../chain/engine/reckoning.ts';
import { withNumber } from '../../chain/engine/scenario.ts';
import { findingHtml, findings } from '../../chain/finding.ts';
import { howText } from '../../chain/how.ts';
import { quantityText, type Speaker } from '../../chain/format.ts';
import type { LiveModel } from '../../chain/live.ts';
import { activityLine } from '../../chain/outline.ts';
import type { Scene } from '../../chain/scene.ts';
import { fallsShort } from '../../chain/strip.ts';
import type { Teller } from '../../chain/teller.ts';
import { wholeCell } from '../../chain/whole.ts';
import { isSame, readDrawing, type News } from './drawn-numbers.ts';
import { put, writeTables } from './tables.ts';

/** A figure whose numbers can be computed anew. What takes long is done in pieces, by whoever asks for it. */
export interface WhatIf {
  /** Says what the controls stand at. */
  readonly answer: (set: ReadonlyMap<string, number>) => void;
  /** Shows the chain with other numbers, by path, wherever they are seen. */
  readonly show: (set: ReadonlyMap<string, number>) => Iterable<unknown>;
  /** Brings what nobody sees and tables, which are long, to the numbers shown; then says in `said` what changed. */
  readonly rest: (said: HTMLElement) => Iterable<unknown>;
  /** What is found in the numbers shown, as HTML; empty for those given, and where nothing is. */
  readonly finding: () => string;
  /** What was computed last. */
  readonly result: () => Scene['result'];
}

/** Makes a figure computable from its model, with the engine that also computed the page. */
export function openWhatIf(figure: HTMLElement, model: LiveModel): WhatIf {
  const teller: Teller = { ...model, calendar: model.chain.calendar, nameOf: (id) => model.names[id] ?? id };
  const base = sceneWith(model, new Map());
  const tell = (scene: Scene): News => ({ ...scene, ...streamNumbers(scene, model.stream, teller) });
  const before = tell(base);
  const drawings = [...figure.querySelectorAll('svg')].map((svg) => ({ svg, write: readDrawing(svg, before, teller) }));
  const [entries, controls] = [outlineOf(figure), figure.querySelectorAll<HTMLElement>('.control')];
  const items = figure.querySelectorAll('.strip > div');
  let seen = drawings.filter(({ svg }) => svg.checkVisibility());
  let shown = base;
  let written = before;
  let isSet = false;
  const show = function* (set: ReadonlyMap<string, number>): Iterable<unknown> {
    shown = sceneWith(model, set);
    isSet = set.size > 0;
    yield;
    const last = written;
    written = tell(shown);
    yield;
    // What a reader sees changes in one piece.
    for (const { write } of seen) write(written);
    writeStrip(items, shown, model, teller, false);
    yield;
    writeOutline(entries, written, last, teller);
  };
  const rest = function* (said: HTMLElement): Iterable<unknown> {
    for (const { write } of drawings) {
      write(written);
      yield;
    }
    writeStrip(items, shown, model, teller, true);
    writeTables(figure, written, model.tables, teller);
    yield;
    seen = drawings.filter(({ svg }) => svg.checkVisibility());
    said.textContent = isSet ? changeText(base, shown, teller) : '';
  };
  return {
    answer: (set) => writeControls(controls, set, teller),
    show,
    rest,
    finding: () => (isSet ? findingHtml(findings(shown, teller)) : ''),
    result: () => shown.result,
  };
}

function sceneWith(model: LiveModel, set: ReadonlyMap<string, number>): Scene {
  const chain = [...set].reduce((so, [path, value]) => withNumber(so, path, value), model.chain);
  return { ...model, chain, result: reckon({ ...model, chain, whatIf: set.size > 0 }) ?? model.nothing };
}

/** Says what the controls stand at. */
function writeControls(controls: Iterable<HTMLElement>, set: ReadonlyMap<string, number>, speaker: Speaker): void {
  for (const control of controls) {
    const { path = '', unit = '' } = control.dataset;
    const [range, text] = [control.querySelector('input'), control.querySelector('b')];
    const said = quantityText({ value: set.get(path) ?? Number(range?.defaultValue), unit }, speaker);
    if (range !== null) range.ariaValueText = said;
    put(text, said);
  }
}

/** Writes the few numbers; how each came about only where that can be seen, or `all`. */
function writeStrip(items: ArrayLike<Element>, scene: Scene, { strip }: LiveModel, teller: Teller, all: boolean): void {
  strip.forEach((name, at) => {
    const item = items[at];
    const how = item?.querySelector(all ? 'p' : '[open] p');
    if (how) put(how, howText(scene.result[name], teller));
    put(item?.querySelector('dd'), wholeCell(scene, name, teller));
    item?.classList.toggle('short', name === 'throughput' && fallsShort(scene));
  });
}

/** The entries of the outline, by the end of their ids. */
function outlineOf(figure: Element): Map<string | undefined, Element> {
  return new Map([...figure.querySelectorAll('.outline li')].map((entry) => [entry.id.split('.').at(-1), entry]));
}

/** Writes what the outline says of numbers that are others than before. */
function writeOutline(entries: ReturnType<typeof outlineOf>, { steps }: News, before: News, teller: Teller): void {
  for (const [id, step] of steps) {
    if (isSame(step, before.steps.get(id))) continue;
    const entry = entries.get(id);
    const line = entry?.querySelector(':scope > .numbers');
    if (line) line.innerHTML = activityLine(step, teller);
    entry?.classList.toggle('hot', step.hot);
  }
}
