import { basename } from 'node:path';
import { readYaml, type Yaml } from '../build/yaml.ts';
import { compute } from '../chain/engine/compute.ts';
import type { CheckedResult } from '../chain/engine/result.ts';
import { parseChain, type ValueChain } from '../chain/model.ts';
import { chainReport, chainReportText, failedReport, type ChainReport, type ReportProblem } from '../chain/report.ts';
import { chainWords } from '../chain/words.ts';
import { nearest } from '../core/problem/nearest.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import { command } from './arguments.ts';
import { problemsOf, type Found } from './found.ts';
import { pathFrom, shownPath } from './place.ts';
import { readText } from './text-file.ts';

/** `throughline chain <file>`: computes a value chain, for people or for other programs. */
export const chain = command({
  name: 'chain',
  summary: 'Compute a value chain: takt, bottleneck, lead time and the rest.',
  usage: '<file>',
  options: {
    scenario: { value: 'ID', description: 'Which scenario. Without it, the first.' },
    set: { value: 'PATH=QUANTITY', many: true, description: 'Another number: weld-2.process.uptime="90 %".' },
    json: { description: 'Print one JSON object.' },
  },
  run: async ({ operands: [named = ''], options }, io) => {
    const path = pathFrom(io, named);
    const answer = await computed(path, shownPath(io, path), options.scenario, options.set);
    const { report } = answer;
    const failed = report.problems.some(({ severity }) => severity === 'error');
    // Numbers that are not the ones asked for would be taken for them.
    io.stdout(options.json ? `${JSON.stringify(report, null, 2)}\n` : failed ? '' : answer.text);
    if (!options.json) for (const problem of report.problems) io.stderr(complaint(answer.shown, problem));
    return failed ? 1 : 0;
  },
});

interface Answer {
  readonly shown: string;
  readonly report: ChainReport;
  /** The report for people; empty when there is nothing to report. */
  readonly text: string;
}

interface Read {
  readonly chain: ValueChain;
  readonly problems: readonly Problem[];
  readonly placeOf: Yaml['placeOf'];
}

async function computed(
  path: string,
  shown: string,
  scenario: string | undefined,
  set: readonly string[],
): Promise<Answer> {
  const id = basename(path).replace(/\.yaml$/, '');
  const read = await readChain(path, shown, id);
  const known = 'value' in read ? knownScenario(read.value.chain, scenario) : { value: scenario ?? null };
  const settings = settingsOf(set);
  const problems = [...problemsOf(read), ...problemsOf(known), ...problemsOf(settings)];
  if (!('value' in read && 'value' in settings) || problems.length > 0) {
    return { shown, report: failedReport(id, scenario ?? '', problems), text: '' };
  }
  const result: CheckedResult = compute(read.value.chain, { scenario, set: settings.value });
  const report = chainReport(result, read.value.problems, (at) => lineOf(at, read.value.placeOf));
  // A terminal breaks no lines between a number and its unit, and people search for plain spaces.
  return { shown, report, text: chainReportText(result, chainWords.en, 'en').replace(/[\u00A0\u202F]/g, ' ') };
}

async function readChain(path: string, shown: string, id: string): Promise<Found<Read>> {
  const file = await readText(path, shown);
  if ('problems' in file) return file;
  const yaml = readYaml(file.value.text, shown);
  if (yaml.problems.length > 0) return { problems: yaml.problems };
  const { placeOf } = yaml;
  const { chain, problems } = parseChain(yaml.value, { file: shown, id, languages: [], placeOf });
  return chain === undefined ? { problems } : { value: { chain, problems, placeOf } };
}

function knownScenario({ scenarios }: ValueChain, wanted: string | undefined): Found<string | null> {
  const ids = scenarios.map(({ id }) => id);
  if (wanted === undefined || ids.includes(wanted)) return { value: wanted ?? null };
  const hint = `It has: ${nearest(wanted, ids, ids.length).join(', ')}.`;
  return { problems: [error('unknown-scenario', {}, `The chain has no scenario “${wanted}”.`, hint)] };
}

function settingsOf(set: readonly string[]): Found<Readonly<Record<string, string>>> {
  const settings: Record<string, string> = {};
  const bad = set.filter((text) => {
    const at = text.indexOf('=');
    settings[text.slice(0, at).trim()] = text.slice(at + 1).trim();
    return at < 1;
  });
  if (bad.length === 0) return { value: settings };
  const hint = 'Write a path, = and a quantity: --set weld-2.process.uptime="90 %"';
  return { problems: bad.map((text) => error('bad-setting', {}, `--set “${text}” sets nothing.`, hint)) };
}

/** The line of a path in the file; what was set from outside has none. */
function lineOf(path: readonly (string | number)[], placeOf: Yaml['placeOf']): number | undefined {
  const outside = path.length === 1 && String(path[0]).includes('.');
  return outside ? undefined : placeOf(path)?.line;
}

function complaint(shown: string, { severity, line, message, hint }: ReportProblem): string {
  return `${shown}${line === null ? '' : `:${String(line)}`}: ${severity}: ${message}\n${hint === null ? '' : `  ${hint}\n`}`;
}
