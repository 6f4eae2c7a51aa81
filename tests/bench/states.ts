import { setAside } from './aside.ts';
import type { Contestant } from './contestant.ts';
import type { Corpus } from './corpus.ts';
import { measure, type Measurement } from './measure.ts';
import { languages } from './prose.ts';

/** What has happened to a site since its last build, in the order in which they are measured. */
export const states = ['cold', 'unchanged', 'edited', 'new', 'tag'] as const;
export type State = (typeof states)[number];

/** How each state is called in tables. */
export const stateNames: Readonly<Record<State, string>> = {
  cold: 'cold',
  unchanged: 'nothing changed',
  edited: 'one essay edited',
  new: 'one new essay',
  tag: 'one tag renamed',
};

/** What each state took. */
export type Results = Partial<Record<State, Measurement>>;

/** Writes a corpus for a generator and measures its builds. @param onResult called after each */
export async function runStates(
  contestant: Contestant,
  corpus: Corpus,
  folder: string,
  wanted: readonly State[],
  onResult: (state: State, measurement: Measurement) => void,
): Promise<Results> {
  await writeCorpus(contestant, corpus, folder);
  const prepared = contestant.prepare?.(corpus, folder) ?? [];
  if (prepared.length > 0) await measure(prepared);
  const results: Results = {};
  for (const state of states.filter((one) => one === 'cold' || wanted.includes(one))) {
    await changes[state](contestant, corpus, folder);
    results[state] = await measure(contestant.commands(folder));
    onResult(state, results[state]);
  }
  return results;
}

/** Writes all the files of a corpus into an empty folder. */
export async function writeCorpus(contestant: Contestant, corpus: Corpus, folder: string): Promise<void> {
  await setAside(folder);
  await contestant.write(corpus, folder);
  await contestant.writeTags(corpus, folder);
  for (let index = 0; index < corpus.essays; index += 1) await writeVersions(contestant, corpus, folder, index);
}

async function writeVersions(contestant: Contestant, corpus: Corpus, folder: string, index: number): Promise<void> {
  for (const lang of languages) await contestant.writeEssay(corpus, folder, corpus.essay(index, lang));
}

/** What is done before the build of each state. */
const changes: Readonly<Record<State, (contestant: Contestant, corpus: Corpus, folder: string) => Promise<void>>> = {
  cold: (contestant, _corpus, folder) => contestant.forget(folder),
  unchanged: () => Promise.resolve(),
  edited: (contestant, corpus, folder) => {
    const plan = corpus.essay(Math.floor(corpus.essays / 2), 'sv');
    return contestant.writeEssay(corpus, folder, plan, '\nEn mening till, som ingen har läst förut.\n');
  },
  new: (contestant, corpus, folder) => writeVersions(contestant, corpus, folder, corpus.essays),
  tag: (contestant, corpus, folder) => {
    const [first, ...others] = corpus.tags;
    if (first === undefined) return Promise.resolve();
    const renamed = { ...first, label: { ...first.label, en: 'Another name' } };
    return contestant.writeTags({ ...corpus, tags: [renamed, ...others] }, folder);
  },
};
