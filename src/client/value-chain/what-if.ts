import { planStream } from '../../chain/draw/stream-plan.ts';
import { findingHtml, findings } from '../../chain/finding.ts';
import { quantityText } from '../../chain/format.ts';
import type { LiveModel } from '../../chain/live.ts';
import type { TextInput } from '../../chain/outline.ts';
import { numbersOf } from '../../chain/outline.ts';
import { isBottleneck, sceneOf, type Scene } from '../../chain/scene.ts';
import { chainStrip } from '../../chain/strip.ts';
import { chainTable } from '../../chain/table.ts';
import { changeText } from '../../chain/change.ts';
import { readMoney } from './drawn-money.ts';
import { readDrawing } from './drawn-numbers.ts';

/** Where a what-if finds its model, and which state of it the figure shows. */
export interface WhatIfSource {
  readonly address: string;
  readonly lang: string;
  readonly prefix: string;
  readonly scenario: string;
}

/** A figure whose numbers can be computed anew. */
export interface WhatIf {
  /** Shows the chain with quantities set, by path; says a little later in `said` what that changed. */
  readonly show: (set: ReadonlyMap<string, number>, said: HTMLElement) => void;
  /** What was computed last. */
  readonly result: () => Scene['result'];
}

/** Milliseconds of rest after which tables that are open follow: laying out long ones at every step of a slider would hold it up. */
const breath = 120;
/** Milliseconds of rest after which a change is told. */
const patience = 600;

/** Fetches the model of a figure and makes it computable, with the engine that also computed the page. */
export async function openWhatIf(
  figure: HTMLElement,
  { address, lang, prefix, scenario }: WhatIfSource,
): Promise<WhatIf> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const { chain, words, dir } = (await answer.json()) as LiveModel;
  const input: TextInput = { chain, lang, dir, words, prefix, scenario };
  const base = sceneOf(chain, scenario);
  const plan = (scene: Scene): ReturnType<typeof planStream> =>
    planStream(scene, { ...input, idPrefix: prefix, measure: () => 0 });
  const drawings = [...figure.querySelectorAll('svg')].map((svg) => readDrawing(svg, plan(base), input));
  const money = [...figure.querySelectorAll('svg')].map((svg) => readMoney(svg, base, input));
  const caption = figure.querySelector('figcaption > p');
  const told = caption?.innerHTML ?? '';
  const more = figure.querySelector<HTMLDetailsElement>('.more');
  let shown = base;
  let late: (() => void) | undefined;
  let soon = 0;
  let timer = 0;
  more?.addEventListener('toggle', () => late?.());
  const show: WhatIf['show'] = (set, said) => {
    const settings = settingsOf(figure, set);
    const now: TextInput = set.size === 0 ? input : { ...input, set: settings };
    shown = sceneOf(chain, scenario, now.set);
    const fresh = plan(shown);
    for (const draw of drawings) draw(fresh, shown);
    for (const draw of money) draw(shown);
    showControls(figure, set, input);
    replaceStrip(figure, chainStrip(now));
    const finding = findings(shown, { lang, words }, dir);
    if (caption !== null) caption.innerHTML = set.size === 0 || finding.length === 0 ? told : findingHtml(finding);
    late = () => {
      late = undefined;
      showWords(figure, now, shown);
    };
    clearTimeout(soon);
    if (more?.open === true) soon = window.setTimeout(() => late?.(), breath);
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      late?.();
      said.textContent = set.size === 0 ? '' : changeText(base, shown, { lang, words }, dir);
    }, patience);
  };
  return { show, result: () => shown.result };
}

function settingsOf(figure: Element, set: ReadonlyMap<string, number>): Record<string, string | number> {
  const unit = (path: string): string =>
    figure.querySelector<HTMLElement>(`.control[data-path="${CSS.escape(path)}"]`)?.dataset['unit'] ?? '';
  return Object.fromEntries(
    [...set].map(([path, value]) => [path, unit(path) === '' ? value : `${String(value)} ${unit(path)}`]),
  );
}

function showControls(figure: Element, set: ReadonlyMap<string, number>, { lang, words }: TextInput): void {
  for (const control of figure.querySelectorAll<HTMLElement>('.control')) {
    const { path = '', unit = '' } = control.dataset;
    const own = set.get(path);
    const text = control.querySelector('b');
    for (const field of control.querySelectorAll('input')) {
      const value = own ?? Number(field.defaultValue);
      // A number that is being typed is not written over.
      if (field !== document.activeElement || field.type === 'range' || own === undefined) field.value = String(value);
      const said = quantityText({ value, unit }, { lang, words });
      if (field.type === 'range') field.ariaValueText = said;
      if (text !== null) text.textContent = said;
    }
  }
  const reset = figure.querySelector<HTMLElement>('.what-if [type=reset]');
  if (reset !== null) reset.hidden = set.size === 0;
}

function replaceStrip(figure: Element, html: string): void {
  const strip = figure.querySelector('.strip');
  if (strip === null) return;
  const open = [...strip.querySelectorAll('details')].map((one) => one.open);
  strip.outerHTML = html;
  figure
    .querySelectorAll<HTMLDetailsElement>('.strip details')
    .forEach((one, index) => (one.open = open[index] === true));
}

/** The tables, and what the outline says of numbers. */
function showWords(figure: Element, input: TextInput, scene: Scene): void {
  const tables = figure.querySelector('.tables');
  if (tables !== null) tables.innerHTML = chainTable(input);
  for (const activity of scene.chain.activities) {
    const id = `${input.prefix ?? ''}${input.chain.id}.${activity.id}`;
    const entry = figure.querySelector(`[id="${CSS.escape(id)}"]`);
    const line = entry?.querySelector(':scope > .numbers');
    if (line) line.innerHTML = numbersOf(activity, scene, input);
    entry?.classList.toggle('hot', isBottleneck(scene, activity.id));
  }
}
