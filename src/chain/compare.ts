import { daysDifference, figureDifference, loadDifference } from './difference.ts';
import { loadText } from './format.ts';
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
    `<div class="table differences" role="group" aria-label="${escape(words.compare)}" tabindex="0"><table><caption>${escape(words.compare)}</caption><thead><tr>` +
    `${heads.map((head) => `<th scope="col">${escape(head)}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  );
}

function wholeRows(scenes: readonly Scene[], voice: Voice): string[][] {
  return wholeFigures.flatMap((name) => {
    const figures = scenes.map(({ result }) => result[name]);
    if (figures.every((one) => one === null)) return [];
    const text = ({ result }: Scene): string => wholeText(result, name, voice) ?? voice.words.unknown;
    const change = ({ result: from }: Scene, { result: to }: Scene): string => {
      if (name === 'leadTime')
        return from.leadTime && to.leadTime ? daysDifference(from.leadTime.days, to.leadTime.days, voice) : '';
      const [one, other] = [from[name], to[name]];
      return one && other ? figureDifference(one, other, voice) : '';
    };
    return [[voice.words[name], ...withChanges(scenes, text, change)]];
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
      ...withChanges(scenes, text, (from, to) => {
        const [one, other] = [at(from), at(to)];
        return one === undefined || other === undefined ? '' : loadDifference(one, other, voice);
      }),
    ];
  });
}

function withChanges(
  scenes: readonly Scene[],
  text: (scene: Scene) => string,
  change: (from: Scene, to: Scene) => string,
): string[] {
  return scenes.flatMap((scene, index) => {
    const [first] = scenes;
    return index === 0 || first === undefined ? [text(scene)] : [text(scene), change(first, scene)];
  });
}
