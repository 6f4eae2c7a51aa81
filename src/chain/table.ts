import type { FormulaName, Figure, Result } from './engine/result.ts';
import { factsOf } from './facts.ts';
import { daysText, figureText, namesText, loadText } from './format.ts';
import type { Voice } from './format.ts';
import type { TextInput } from './outline.ts';
import { textHtml } from './outline.ts';
import type { Scene } from './scene.ts';
import { isBottleneck, loadOf, nameOf, scenarioName, sceneOf } from './scene.ts';
import { escape, isolate } from './text.ts';
import type { ChainWords } from './words.ts';
import { fillWords } from './words.ts';

/** Figures of a chain as a whole, in the order of the table. */
export const wholeFigures = [
  'availableTime',
  'demand',
  'takt',
  'capacity',
  'throughput',
  'leadTime',
  'valueAddedTime',
  'ratio',
  'rolledCompleteAccurate',
  'workInProcess',
  'staffing',
  'margin',
] as const;

/**
 * Tables of every scenario's numbers with units and the way they are computed: first the whole, then, for the
 * scenario at hand, each activity and what lies between. Empty for a chain without numbers.
 */
export function chainTable(input: TextInput): string {
  const scene = sceneOf(input.chain, input.scenario, input.set);
  const tables = [wholeTable(input), activityTable(input, scene), bufferTable(input, scene)].filter(Boolean);
  return tables.join('') + (tables.length > 0 ? conventionsHtml(input, scene) : '');
}

/** How a figure was computed, in words; `divisor` is filled from its convention. */
export function formulaText(figure: Figure, words: ChainWords): string {
  const key = `formula${figure.formula[0]?.toUpperCase()}${figure.formula.slice(1)}`;
  if (!isFormulaKey(key, words)) return '';
  const divisor = figure.convention?.includes('throughput') === true ? words.throughput : words.demand;
  return fillWords(words[key], { divisor: divisor.toLowerCase() });
}

/** A figure of the whole in the reader's language; lead time in days. */
export function wholeText(result: Result, name: (typeof wholeFigures)[number], voice: Voice): string | undefined {
  if (name === 'leadTime') return result.leadTime === null ? undefined : daysText(result.leadTime.days, voice);
  const figure = result[name];
  return figure === null ? undefined : figureText(figure, voice);
}

/** Names of what holds a scene back, and whether that is what limits it. */
export function constraintText(
  { chain, result }: Scene,
  voice: Voice,
): { limit: string; bottleneck: string } | undefined {
  if (result.constraint === null) return undefined;
  const { words, lang } = voice;
  const limit = { demand: words.constraintDemand, capacity: words.constraintCapacity, supply: words.constraintSupply }[
    result.constraint
  ];
  return {
    limit,
    bottleneck: namesText(
      result.bottleneck.map((id) => nameOf(chain, id, lang)),
      lang,
    ),
  };
}

function isFormulaKey(key: string, words: ChainWords): key is keyof ChainWords & `formula${Capitalize<FormulaName>}` {
  return Object.hasOwn(words, key);
}

function wholeTable(input: TextInput): string {
  const { chain, lang, words } = input;
  const shown = input.scenario ?? chain.scenarios[0]?.id;
  const scenes = chain.scenarios.map((scenario) => ({
    name: scenarioName(scenario, lang, words),
    scene: scenario.id === shown ? sceneOf(chain, shown, input.set) : sceneOf(chain, scenario.id),
  }));
  const rows = wholeFigures.flatMap((name): string[][] => {
    const texts = scenes.map(({ scene }) => wholeText(scene.result, name, { lang, words }));
    const figure = scenes.map(({ scene }) => scene.result[name]).find((one) => one !== null);
    if (texts.every((text) => text === undefined) || figure === undefined) return [];
    return [[words[name], ...texts.map((text) => cell(text, input)), formulaText(figure, words)]];
  });
  const limits = scenes.map(({ scene }) => constraintText(scene, { lang, words }));
  if (rows.length > 0 && limits.some(Boolean)) {
    rows.push(
      [words.constraint, ...limits.map((limit) => limit?.limit ?? words.unknown), ''],
      [words.bottleneck, ...limits.map((limit) => limit?.bottleneck || words.unknown), ''],
    );
  }
  return rows.length === 0
    ? ''
    : tableHtml(words.tableChain, [words.measure, ...scenes.map(({ name }) => name), words.how], rows);
}

function activityTable(input: TextInput, scene: Scene): string {
  const { lang, words } = input;
  const voice = { lang, words };
  const working = scene.chain.activities.filter(({ process }) => process !== undefined);
  const facts = working.map((activity) => factsOf(activity, voice));
  const keys = [...new Set(facts.flat().map(({ key }) => key))];
  const loaded = working.some((activity) => loadOf(scene, activity) !== undefined);
  if (working.length === 0 || keys.length === 0) return '';
  const rows = working.map((activity, index) => {
    const load = loadOf(scene, activity);
    const percent =
      load === undefined
        ? undefined
        : loadText(load, lang) + (isBottleneck(scene, activity.id) ? `, ${words.bottleneckIs}` : '');
    const stated = keys.map((key) => cell(facts[index]?.find((fact) => fact.key === key)?.text, input));
    return [nameOf(scene.chain, activity.id, lang), ...stated, ...(loaded ? [cell(percent, input)] : [])];
  });
  const head = [words.activity, ...keys.map((key) => words[key]), ...(loaded ? [words.impliedUtilization] : [])];
  const title = fillWords(words.tableActivities, { scenario: nameOfScenario(input, scene) });
  const how = scene.result.demand === null ? words.formulaUtilization : words.formulaImpliedUtilization;
  return tableHtml(title, head, rows, loaded ? [words.how, ...keys.map(() => ''), how] : []);
}

function bufferTable(input: TextInput, scene: Scene): string {
  const { chain, result } = scene;
  const { lang, words } = input;
  if (result.buffers.length === 0) return '';
  const rows = chain.buffers.map((buffer) => {
    const own = result.buffers.find(({ id }) => id === buffer.id);
    const to = nameOf(chain, buffer.to, lang);
    const name =
      buffer.from === undefined
        ? fillWords(words.before, { to })
        : fillWords(words.between, { from: nameOf(chain, buffer.from, lang), to });
    const text = (figure: Figure | null | undefined): string =>
      cell(figure === null || figure === undefined ? undefined : figureText(figure, { lang, words }), input);
    return [name, text(own?.quantity), text(own?.days)];
  });
  const title = fillWords(words.tableBuffers, { scenario: nameOfScenario(input, scene) });
  const days = result.buffers.find((one) => one.days !== null)?.days;
  const convention = result.conventions?.inventoryDivisor ?? 'demand';
  const how = days === null || days === undefined ? [] : [words.how, '', formulaText({ ...days, convention }, words)];
  return tableHtml(title, [words.buffer, words.quantity, words.days], rows, how);
}

function nameOfScenario({ chain, lang, words }: TextInput, { scenario }: Scene): string {
  const found = chain.scenarios.find(({ id }) => id === scenario);
  return found === undefined ? scenario : scenarioName(found, lang, words);
}

function cell(text: string | undefined, { words, dir }: TextInput): string {
  return text === undefined ? words.unknown : isolate(text, dir);
}

function tableHtml(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  foot: readonly string[] = [],
): string {
  const heads = head.map((name) => `<th scope="col">${escape(name)}</th>`).join('');
  const line = ([name = '', ...cells]: readonly string[]): string =>
    `<tr><th scope="row">${escape(name)}</th>${cells.map((text) => `<td>${escape(text)}</td>`).join('')}</tr>`;
  const last = foot.length === 0 ? '' : `<tfoot>${line(foot)}</tfoot>`;
  return `<div class="table"><table><caption>${escape(title)}</caption><thead><tr>${heads}</tr></thead><tbody>${rows.map(line).join('')}</tbody>${last}</table></div>`;
}

function conventionsHtml({ words }: TextInput, { result }: Scene): string {
  const { conventions } = result;
  if (conventions === null) return '';
  const base = conventions.timeBase === 'calendar' ? words.timeBaseCalendar : words.timeBaseWorking;
  const changeover = conventions.changeover === 'ignore' ? words.changeoverIgnore : words.changeoverInclude;
  return `<p class="conventions">${escape(`${base} ${changeover}`)}</p>`;
}

/** Where the numbers come from, as HTML; empty when nothing is said. */
export function evidenceHtml({ chain, words, lang }: TextInput): string {
  const stated = [chain.evidence, ...chain.activities.map(({ evidence }) => evidence)].filter(
    (one) => one !== undefined,
  );
  const kinds = {
    measured: words.evidenceMeasured,
    published: words.evidencePublished,
    estimate: words.evidenceEstimate,
    illustrative: words.evidenceIllustrative,
  };
  const lines = stated.map(({ source, url, date, kind }) => {
    const name = url === undefined ? escape(source) : `<a href="${escape(url)}">${escape(source)}</a>`;
    return `${name}${date === undefined ? '' : `, ${escape(date)}`} (${escape(kinds[kind])})`;
  });
  const notes = chain.notes.map((note) => `<p>${textHtml(note, lang)}</p>`).join('');
  const sources = [...new Set(lines)]
    .map((line) => `<p class="source">${escape(words.source)}${lang.startsWith('fr') ? '\u00a0' : ''}: ${line}</p>`)
    .join('');
  return notes + sources;
}
