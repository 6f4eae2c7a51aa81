import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Staging } from '../../../src/build/output.ts';
import { writeSearch } from '../../../src/build/search/search.ts';
import { entryName, placesName, type SearchEntry } from '../../../src/client/search-entry.ts';
import { everything, openIndex, type Chosen } from '../../../src/client/search-index.ts';
import { makeCorpus } from '../../bench/corpus.ts';
import { luckOf, type Luck } from '../../bench/luck.ts';
import { essay, know } from '../../core/folder.ts';

const root = join(import.meta.dirname, '../../..');
const size = 1000;
/** Tags of the site, of which every essay has three. */
const topics = 24;
/** Bytes until the first result is there, and what of them the search page itself needs with its style. */
const [budget, page] = [100_000, 6000];
/** Bytes of what every question needs: the program and the list of files; and of any piece of the index. */
const [program, list, piece] = [3500, 5000, 4000];

let place: string;
let folder: string;
let script: number;
let sent = 0;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'weight-'));
  const staging = new Staging(join(place, 'site'), {});
  await staging.open();
  const tags = Object.fromEntries(
    Array.from({ length: topics }, (_, index) => [`t${String(index)}`, { label: `Ämne ${String(index)}` }]),
  );
  const knowledge = know({ site: { languages: ['sv'] }, tags, documents: documents() });
  await writeSearch({ knowledge, staging, template: '', previous: {} });
  folder = `${join(staging.folder, 'pagefind/sv')}/`;
  script = (await pageScript()) + (await asSent(join(folder, 'pagefind.js')));
  vi.stubGlobal('fetch', async (url: string) => {
    const file = url.replace(/\?.*/, '');
    const bytes = await asSent(file);
    sent += bytes;
    return new Response(await readFile(file));
  });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(place, { recursive: true, force: true });
});

it('gives the first result within 100 kB at a thousand essays, whatever words are asked for, typed to their end or not', async () => {
  expect(await overweight(await questions(), everything)).toEqual({});
});

it('gives the first result within 100 kB also when tags and a year are chosen', async () => {
  expect(await overweight((await questions()).slice(0, 40), { tag: ['Ämne 3', 'Ämne 4'], year: ['2019'] })).toEqual({});
});

it('has a small program, a short list of files, and pieces of which none is large, whatever word is in it', async () => {
  expect(await asSent(join(folder, 'pagefind.js'))).toBeLessThan(program);
  expect(await asSent(join(folder, entryName))).toBeLessThan(list);
  const { pieces } = JSON.parse(await readFile(join(folder, entryName), 'utf8')) as SearchEntry;
  const places = placesName(pieces, 0).slice(0, -1);
  const files = (await readdir(join(folder, 'index'))).filter((file) => !file.startsWith(places));
  const sizes = await Promise.all(files.map((file) => asSent(join(folder, 'index', file))));
  expect(sizes.length).toBeGreaterThan(500);
  expect(Math.max(...sizes)).toBeLessThan(piece);
});

/** What the questions need that need too much. */
async function overweight(all: readonly string[], chosen: Chosen): Promise<Record<string, number>> {
  const heavy: Record<string, number> = {};
  for (const question of all) {
    sent = page + script;
    const index = await openIndex(folder, 'sv');
    const { hits } = await index.find(question, chosen);
    await hits[0]?.data();
    if (sent > budget) heavy[question] = sent;
  }
  return heavy;
}

/** Essays in Swedish, whose compounds make its index the largest. */
function documents(): ReturnType<typeof essay>[] {
  const corpus = makeCorpus(size);
  const dialect = { address: () => '', diagram: () => '', image: () => '' };
  return Array.from({ length: size }, (_, index) => {
    const plan = corpus.essay(index, 'sv');
    const [start = '', ...parts] = corpus.body(plan, dialect).split(/^## /m);
    const sections = parts.map((part, at) => {
      const [heading = '', ...text] = part.split('\n');
      return { id: `s${String(at)}`, heading, text: plain(text.join(' ')) };
    });
    const { title, description, date } = plan;
    const tags = [1, 5, 11].map((distance) => `t${String((index * distance + distance) % topics)}`);
    return essay(
      `${plan.id}/sv`,
      { title, description, date, tags: [...new Set(tags)] },
      { sections: [{ text: plain(start) }, ...sections] },
    );
  });
}

function plain(markdown: string): string {
  return markdown.replace(/\[\^\w+\]:?|[[\]()*|>-]/g, ' ').replace(/\s+/g, ' ');
}

/**
 * One, two and three words: any, those that most texts have, those that all have, and beginnings of words; and two with
 * one between that binds sentences.
 */
async function questions(): Promise<string[]> {
  const luck = luckOf('questions');
  const lines = (await readFile(join(folder, 'words.txt'), 'utf8')).split('\n').filter((line) => line !== '');
  const any = lines.filter((line) => Number(line.slice(-1)) < 6).map((line) => line.slice(0, -1));
  const frequent = lines.filter((line) => line.endsWith('9')).map((line) => line.slice(0, -1));
  const binding = 'och i att det som en på är av för med den till inte har'.split(' ');
  const begun = (): string => luck.pick(any).slice(0, 1 + luck.below(4));
  return Array.from({ length: 10 }, () => [
    ...[any, frequent, binding].flatMap((words) => [1, 2, 3].map((count) => several(words, count, luck))),
    `${luck.pick(any)} och ${luck.pick(any)}`,
    begun(),
    `${luck.pick(frequent)} ${luck.pick(any)} ${begun()}`,
  ]).flat();
}

function several(words: readonly string[], count: number, luck: Luck): string {
  return Array.from({ length: count }, () => luck.pick(words)).join(' ');
}

/** The search page's script as a server sends it. */
async function pageScript(): Promise<number> {
  const bundle = await rolldown({ input: join(root, 'src/client/search.ts') });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  return gzipSync(output[0].code).length;
}

async function asSent(file: string): Promise<number> {
  const bytes = await readFile(file);
  return ['.js', '.json', '.txt'].includes(extname(file)) ? gzipSync(bytes).length : bytes.length;
}
