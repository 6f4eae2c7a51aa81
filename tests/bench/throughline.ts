import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { outFolder, stateFolder } from '../../src/build/build.ts';
import { cardRecipe } from '../../src/build/cards.ts';
import { neighboursOf } from '../../src/build/output.ts';
import { projectRoot } from '../../src/build/project.ts';
import { setAside } from './aside.ts';
import type { Contestant, ProgramCall } from './contestant.ts';
import type { Corpus, Dialect, EssayPlan } from './corpus.ts';
import { put } from './peer.ts';
import { picture } from './pictures.ts';
import { languages } from './prose.ts';

/** Folder of the state that keeps preview images. */
const previews = 'cards';

const dialect: Dialect = {
  address: (id) => `../${id}/`,
  diagram: (chain) => `<ValueChain id="${chain}" />`,
  image: (name, alt) => `![${alt}](${name})`,
};

/** This generator, started as its users start it. */
export const throughline: Contestant = {
  name: 'throughline',
  available: () => Promise.resolve(undefined),
  site: (folder) => `${folder}-site`,
  write: async (corpus, folder) => {
    await writeRegistries(corpus, folder);
    for (const chain of corpus.chains) await put(folder, `chains/${chain}.yaml`, chainText(chain));
  },
  writeEssay: async (corpus, folder, plan, extra = '') => {
    const place = `essays/${plan.id}`;
    await put(folder, `${place}/${plan.lang}.mdx`, `${frontOf(plan)}\n${corpus.body(plan, dialect)}${extra}`);
    if (plan.image !== undefined && plan.lang === 'en')
      await put(folder, `${place}/${plan.image}`, await picture(plan.id));
  },
  writeTags: (corpus, folder) => put(folder, 'tags.yaml', tagsText(corpus)),
  forget: async (folder) => {
    await forgetState(folder);
    const site = `${folder}-site`;
    await setAside(site, ...neighboursOf(site), outFolder(site));
  },
  prepare: (corpus, folder) => {
    if (hasPreviews(corpus, folder)) return [];
    writeFileSync(`${folder}.previews`, cardRecipe());
    return [buildCall(folder)];
  },
  commands: (folder) => [buildCall(folder)],
};

function buildCall(folder: string): ProgramCall {
  const launcher = join(projectRoot, 'src/cli/launch.mjs');
  const args = [launcher, 'build', '--content', folder, '--out', `${folder}-site`];
  return { program: process.execPath, args, cwd: projectRoot };
}

/** Takes away all that builds have left but preview images, which nobody else makes. */
async function forgetState(folder: string): Promise<void> {
  const state = stateFolder(folder);
  const names = await readdir(state).catch(() => []);
  await setAside(...names.filter((name) => name !== previews).map((name) => join(state, name)));
}

/** True when there are as many as needed, drawn as they would be now. */
function hasPreviews({ essays }: Corpus, folder: string): boolean {
  const [kept, recipe] = [join(stateFolder(folder), previews), `${folder}.previews`];
  if (!existsSync(kept) || !existsSync(recipe) || readFileSync(recipe, 'utf8') !== cardRecipe()) return false;
  return readdirSync(kept).length >= essays * languages.length;
}

function frontOf({ title, description, date, tags, author }: EssayPlan): string {
  const facts = [
    ['title', title],
    ['description', description],
    ['date', date],
  ].map(([key, value]) => `${key ?? ''}: ${JSON.stringify(value)}`);
  return `${['---', ...facts, `tags: [${tags.join(', ')}]`, `authors: [${author}]`, '---'].join('\n')}\n`;
}

async function writeRegistries(corpus: Corpus, folder: string): Promise<void> {
  const site = {
    schema: 'site/1',
    title: { en: 'Bench', sv: 'Bänk', fr: 'Banc' },
    description: { en: 'A made-up site.', sv: 'En påhittad webbplats.', fr: 'Un site inventé.' },
    address: 'https://bench.example/',
    languages: [...languages],
    defaultLanguage: 'en',
  };
  const authors = corpus.authors.map((id): [string, unknown] => [
    id,
    { kind: 'person', name: { en: id, sv: id, fr: id } },
  ]);
  // Every YAML file may as well be JSON.
  await put(folder, 'site.yaml', JSON.stringify(site, undefined, 2));
  await put(
    folder,
    'authors.yaml',
    JSON.stringify({ schema: 'authors/1', authors: Object.fromEntries(authors) }, undefined, 2),
  );
  await put(folder, 'tags.yaml', tagsText(corpus));
}

function tagsText({ tags }: Corpus): string {
  const entries = tags.map(({ id, label }): [string, unknown] => [id, { label }]);
  return JSON.stringify({ schema: 'tags/1', tags: Object.fromEntries(entries) }, undefined, 2);
}

function chainText(id: string): string {
  const named = (text: string): Record<string, string> => Object.fromEntries(languages.map((lang) => [lang, text]));
  const steps = Array.from({ length: 6 }, (_, index) => ({
    id: `step-${String(index + 1)}`,
    parent: 'whole',
    label: named(`Step ${String(index + 1)}`),
    description: named(`does part ${String(index + 1)} of the work`),
  }));
  const chain = {
    schema: 'value-chain/1',
    id,
    title: named(id),
    description: named(`How ${id} works in six steps.`),
    views: ['nested'],
    activities: [{ id: 'whole', label: named('The whole') }, ...steps],
    flows: steps.slice(1).map((step, index) => ({ from: `step-${String(index + 1)}`, to: step.id, kind: 'service' })),
  };
  return JSON.stringify(chain, undefined, 2);
}
