import { activityCells, bufferCells, bufferFormula, limitCells } from './cells.ts';
import type { TableForm } from './cells.ts';
import { factsOf } from './facts.ts';
import type { TextInput } from './outline.ts';
import { textHtml } from './outline.ts';
import type { Scene } from './scene.ts';
import { loadOf, nameOf, scenarioName, sceneOf } from './scene.ts';
import { stepOf } from './step.ts';
import { placeOf, tellerOf } from './teller.ts';
import { escape } from './text.ts';
import { formulaText, wholeCell, wholeFigures } from './whole.ts';
import { fillWords } from './words.ts';

/**
 * Tables of every scenario's numbers with units and the way they are computed: first the whole, then, for the
 * scenario at hand, each activity and what lies between. Empty for a chain without numbers.
 */
export function chainTable(input: TextInput): string {
  const scene = sceneOf(input.chain, input.scenario, input.set);
  const form = tableForm(input);
  const tables = [wholeTable(input, form), activityTable(input, scene, form), bufferTable(input, scene)].filter(
    Boolean,
  );
  return tables.join('') + (tables.length > 0 ? conventionsHtml(input, scene) : '');
}

/** What the tables of a chain in a scenario have room for. */
export function tableForm(input: Pick<TextInput, 'chain' | 'scenario' | 'set' | 'lang' | 'words'>): TableForm {
  const scenes = scenesOf(input);
  const shown = sceneOf(input.chain, input.scenario, input.set);
  const working = shown.chain.activities.filter(({ process }) => process !== undefined);
  const figures = wholeFigures.filter((name) => scenes.some(({ result }) => result[name] !== null));
  return {
    figures,
    facts: [...new Set(working.flatMap((activity) => factsOf(activity, input)).map(({ key }) => key))],
    loaded: working.some((activity) => loadOf(shown, activity) !== undefined),
    column: input.chain.scenarios.findIndex(({ id }) => id === shown.scenario),
  };
}

/** All scenarios; the shown one as the reader has it. */
function scenesOf({
  chain,
  scenario = chain.scenarios[0]?.id,
  set,
}: Pick<TextInput, 'chain' | 'scenario' | 'set'>): Scene[] {
  return chain.scenarios.map(({ id }) => sceneOf(chain, id, id === scenario ? set : undefined));
}

function wholeTable(input: TextInput, { figures }: TableForm): string {
  const { chain, lang, words } = input;
  if (figures.length === 0) return '';
  // A second figure of a chain on a page leaves the numbers of all scenarios to the first.
  if (input.prefix) return '<table hidden></table>';
  const scenes = scenesOf(input);
  const rows = figures.map((name) => {
    const figure = scenes.map(({ result }) => result[name]).find((one) => one !== null);
    const how = figure ? formulaText(figure, words) : '';
    return [words[name], ...scenes.map((scene) => wholeCell(scene, name, tellerOf(scene.chain, input))), how];
  });
  const limits = scenes.map((scene) => limitCells(scene, tellerOf(scene.chain, input)));
  if (scenes.some(({ result }) => result.constraint !== null))
    rows.push(
      [words.constraint, ...limits.map(([limit]) => limit), ''],
      [words.bottleneck, ...limits.map(([, bottleneck]) => bottleneck), ''],
    );
  const names = chain.scenarios.map((scenario) => scenarioName(scenario, lang, words));
  return tableHtml(words.tableChain, [words.measure, ...names, words.how], rows);
}

function activityTable(input: TextInput, scene: Scene, form: TableForm): string {
  const { lang, words } = input;
  const { facts, loaded } = form;
  if (facts.length === 0) return '';
  const rows = scene.chain.activities
    .filter(({ process }) => process !== undefined)
    .map((activity) => [
      nameOf(scene.chain, activity.id, lang),
      ...activityCells(stepOf(activity, scene, input), form, input),
    ]);
  const head = [words.activity, ...facts.map((key) => words[key]), ...(loaded ? [words.impliedUtilization] : [])];
  const title = fillWords(words.tableActivities, { scenario: nameOfScenario(input, scene) });
  const how = scene.result.demand === null ? words['formula.utilization'] : words['formula.impliedUtilization'];
  return tableHtml(title, head, rows, loaded ? [words.how, ...facts.map(() => ''), how] : []);
}

function bufferTable(input: TextInput, scene: Scene): string {
  const { chain, result } = scene;
  const { words } = input;
  if (result.buffers.length === 0) return '';
  const teller = tellerOf(chain, input);
  const rows = chain.buffers.map((buffer) => [placeOf(chain, buffer, input), ...bufferCells(buffer, scene, teller)]);
  const title = fillWords(words.tableBuffers, { scenario: nameOfScenario(input, scene) });
  const how = bufferFormula(scene, words);
  return tableHtml(title, [words.buffer, words.quantity, words.days], rows, how === '' ? [] : [words.how, '', how]);
}

function nameOfScenario({ chain, lang, words }: TextInput, { scenario }: Scene): string {
  const found = chain.scenarios.find(({ id }) => id === scenario);
  return found === undefined ? scenario : scenarioName(found, lang, words);
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
