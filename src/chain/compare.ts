import { daysText, figureText, loadText } from './format.ts';
import type { Speaker, Voice } from './format.ts';
import type { TextInput } from './outline.ts';
import { nameOf, scenarioName, sceneOf, type Scene } from './scene.ts';
import { constraintText, wholeFigures, wholeText } from './whole.ts';
import { tellerOf } from './teller.ts';
import { escape, isolate } from './text.ts';

/** A table of all scenarios beside each other, with what each changes of the first. Empty for one scenario, or without numbers. */
export function compareHtml(input: TextInput): string {
  const { chain, lang, words, dir } = input;
  const scenes = chain.scenarios.map(({ id }) => sceneOf(chain, id));
  const [first, ...others] = scenes;
  if (first === undefined || others.length === 0) return '';
  const teller = tellerOf(chain, input);
  const rows = [...wholeRows(scenes, teller), ...limitRows(scenes, teller), ...loadRows(scenes, teller)];
  if (rows.length === 0) return '';
  const names = chain.scenarios.map((one) => scenarioName(one, lang, words));
  const heads = [words.measure, names[0] ?? '', ...names.slice(1).flatMap((name) => [name, words.difference])];
  const cell = (text: string): string => `<td>${escape(isolate(text, dir))}</td>`;
  const body = rows.map(
    ([name = '', ...cells]) => `<tr><th scope="row">${escape(name)}</th>${cells.map(cell).join('')}</tr>`,
  );
  return (
    `<div class="table differences"><table><caption>${escape(words.compare)}</caption><thead><tr>` +
    `${heads.map((head) => `<th scope="col">${escape(head)}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  );
}

function wholeRows(scenes: readonly Scene[], voice: Voice): string[][] {
  return wholeFigures.flatMap((name) => {
    const figures = scenes.map(({ result }) => result[name]);
    if (figures.every((one) => one === null)) return [];
    const text = ({ result }: Scene): string => wholeText(result, name, voice) ?? voice.words.unknown;
    const value = ({ result }: Scene): number | undefined =>
      name === 'leadTime' ? result.leadTime?.days : result[name]?.value;
    const unit = figures.find((one) => one !== null) ?? undefined;
    const change = (by: number): string => {
      if (name === 'leadTime') return signed(by, daysText(Math.abs(by), voice));
      return unit === undefined ? '' : signed(by, figureText({ ...unit, value: Math.abs(by) }, voice));
    };
    return [[voice.words[name], ...withChanges(scenes, text, value, change)]];
  });
}

function limitRows(scenes: readonly Scene[], voice: Speaker): string[][] {
  const limits = scenes.map((scene) => constraintText(scene, tellerOf(scene.chain, voice)));
  if (limits.every((limit) => limit === undefined)) return [];
  const row = (of: 'limit' | 'bottleneck'): string[] =>
    limits.flatMap((limit, index) => [limit?.[of] || voice.words.unknown, ...(index === 0 ? [] : [''])]);
  return [
    [voice.words.constraint, ...row('limit')],
    [voice.words.bottleneck, ...row('bottleneck')],
  ];
}

function loadRows(scenes: readonly Scene[], voice: Voice): string[][] {
  const loads = scenes.map(
    ({ result }) =>
      new Map(result.activities.map((one) => [one.id, (one.impliedUtilization ?? one.utilization)?.value])),
  );
  const ids = [
    ...new Set(loads.flatMap((known) => [...known].flatMap(([id, load]) => (load === undefined ? [] : [id])))),
  ];
  return ids.map((id) => {
    const owner = scenes.find(({ chain }) => chain.activities.some((one) => one.id === id));
    const at = (scene: Scene): number | undefined => loads[scenes.indexOf(scene)]?.get(id);
    const text = (scene: Scene): string => {
      const load = at(scene);
      return load === undefined ? '–' : loadText(load, voice.lang);
    };
    const name = owner === undefined ? id : nameOf(owner.chain, id, voice.lang);
    return [
      `${voice.words.impliedUtilization}: ${name}`,
      ...withChanges(scenes, text, at, (by) => signed(by, loadText(Math.abs(by), voice.lang))),
    ];
  });
}

function withChanges(
  scenes: readonly Scene[],
  text: (scene: Scene) => string,
  value: (scene: Scene) => number | undefined,
  change: (by: number) => string,
): string[] {
  const start = scenes[0] && value(scenes[0]);
  return scenes.flatMap((scene, index) => {
    const own = value(scene);
    if (index === 0) return [text(scene)];
    return [text(scene), start === undefined || own === undefined ? '' : change(own - start)];
  });
}

/** A difference with its sign; nothing is a dash. */
function signed(by: number, text: string): string {
  if (Math.abs(by) < 1e-9) return '–';
  return `${by < 0 ? '\u2212' : '+'}${text}`;
}
