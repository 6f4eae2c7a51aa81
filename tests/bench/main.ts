import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem, type as system } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/build/project.ts';
import { clearAside } from './aside.ts';
import { astro, starlight } from './astro.ts';
import type { Contestant } from './contestant.ts';
import { makeCorpus } from './corpus.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';
import { peerSources } from './peer.ts';
import { languages } from './prose.ts';
import { settingText, tables, type Round, type Setting } from './report.ts';
import { runStates, stateNames, type State } from './states.ts';
import { throughline } from './throughline.ts';
import { weighSite } from './weight.ts';

/** What is to be measured. */
interface Wish {
  readonly what: 'build' | 'page';
  readonly sizes: readonly number[];
  /** Names of generators. */
  readonly only: readonly string[];
  readonly states: readonly State[];
  readonly seed: number;
  /** For pages: the folder whose site is weighed. */
  readonly content: string;
  readonly command: string;
}

const contestants: readonly Contestant[] = [throughline, hugo, eleventy, astro, starlight];
const place = join(projectRoot, '.cache/bench');
const say = (text: string): boolean => process.stderr.write(text);

const wish = JSON.parse(process.argv[2] ?? '{}') as Wish;
if (wish.what === 'page') process.exitCode = await weighSite(wish.content);
else await measureBuilds();

async function measureBuilds(): Promise<void> {
  const load = loadavg()[0] ?? 0;
  const present = await readyContestants();
  const setting = { ...settingOf(present), load };
  const rounds: Round[] = [];
  for (const pages of wish.sizes) {
    const corpus = makeCorpus(Math.round(pages / languages.length), wish.seed);
    for (const contestant of present) rounds.push(await round(contestant, corpus.essays * languages.length, corpus));
  }
  await clearAside();
  await mkdir(place, { recursive: true });
  const text = `${settingText(setting)}\n${tables(rounds)}`;
  await writeFile(join(place, 'report.json'), `${JSON.stringify({ setting, rounds }, undefined, 2)}\n`);
  await writeFile(join(place, 'report.md'), text);
  process.stdout.write(`${text}\nAlso in ${place}: report.md, report.json\n`);
}

async function readyContestants(): Promise<Contestant[]> {
  const present: Contestant[] = [];
  for (const contestant of contestants.filter(({ name }) => wish.only.length === 0 || wish.only.includes(name))) {
    const reason = await contestant.available();
    if (reason === undefined) present.push(contestant);
    else say(`${contestant.name} does not take part: ${reason}.\n`);
  }
  return present;
}

async function round(contestant: Contestant, pages: number, corpus: ReturnType<typeof makeCorpus>): Promise<Round> {
  const folder = join(place, `${contestant.name}-${String(pages)}`);
  say(`${contestant.name}, ${String(pages)} pages\n`);
  const results = await runStates(contestant, corpus, folder, wish.states, (state, { seconds, cpu, memory }) =>
    say(
      `  ${stateNames[state].padEnd(18)} ${seconds.toFixed(1)} s, ${cpu?.toFixed(1) ?? '–'} s of processors, ${memory?.toFixed(0) ?? '–'} MB\n`,
    ),
  );
  const files = await readdir(contestant.site(folder), { recursive: true });
  return { name: contestant.name, pages, results, files: files.filter((file) => file.endsWith('.html')).length };
}

function settingOf(present: readonly Contestant[]): Omit<Setting, 'load'> {
  const [first] = cpus();
  const machine = `${String(cpus().length)} × ${first?.model.trim() ?? 'processor'}, ${String(Math.round(totalmem() / 2 ** 30))} GB, ${system()}`;
  return { date: new Date().toISOString().slice(0, 10), machine, versions: versionsOf(present), command: wish.command };
}

function versionsOf(present: readonly Contestant[]): Record<string, string> {
  const takesPart = (name: string): boolean => present.some((one) => one.name === name);
  const lock = JSON.parse(readFileSync(join(peerSources, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  const locked = (name: string): string => lock.packages[`node_modules/${name}`]?.version ?? '–';
  return {
    Node: process.versions.node,
    ...(takesPart('hugo') && { Hugo: versionOf('hugo', ['version']) }),
    ...(takesPart('eleventy') && { Eleventy: locked('@11ty/eleventy') }),
    ...((takesPart('astro') || takesPart('starlight')) && { Astro: locked('astro') }),
    ...(takesPart('starlight') && { Starlight: locked('@astrojs/starlight') }),
  };
}

function versionOf(program: string, args: readonly string[]): string {
  const said = spawnSync(program, [...args], { encoding: 'utf8' }).stdout;
  return /\d+\.\d+[\w.]*/.exec(said)?.[0] ?? '–';
}
