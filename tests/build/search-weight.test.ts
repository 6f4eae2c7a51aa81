import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Staging } from '../../src/build/output.ts';
import { writeSearch } from '../../src/build/search.ts';
import { everything, openIndex } from '../../src/client/search-index.ts';
import { makeCorpus } from '../bench/corpus.ts';
import { luckOf } from '../bench/luck.ts';
import { essay, know } from '../core/folder.ts';

const root = join(import.meta.dirname, '../..');
const size = 1000;
/** Bytes until the first result is there, of which the page's own script is a part. */
const budget = 100_000;

let place: string;
let folder: string;
let script: number;
let sent = 0;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'weight-'));
  const staging = new Staging(join(place, 'site'), {});
  await staging.open();
  await writeSearch(know({ site: { languages: ['sv'] }, documents: documents() }), staging, {});
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

it('gives the first result within 100 kB at a thousand essays, for questions of up to three words and one that binds them', async () => {
  const heavy: Record<string, number> = {};
  for (const question of await questions()) {
    sent = script;
    const index = await openIndex(folder, 'sv');
    const { hits } = await index.find(question, everything);
    await hits[0]!.data();
    if (sent > budget) heavy[question] = sent;
  }
  expect(heavy).toEqual({});
});

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
    return essay(`${plan.id}/sv`, { title, description, date }, { sections: [{ text: plain(start) }, ...sections] });
  });
}

function plain(markdown: string): string {
  return markdown.replace(/\[\^\w+\]:?|[[\]()*|>-]/g, ' ').replace(/\s+/g, ' ');
}

/** Words that some texts have, alone, two and three together, and two with one between that binds sentences. */
async function questions(): Promise<string[]> {
  const luck = luckOf('questions');
  const lines = (await readFile(join(folder, 'words.txt'), 'utf8')).split('\n').filter((line) => line !== '');
  const word = (): string => luck.pick(lines.filter((line) => Number(line.slice(-1)) < 6)).slice(0, -1);
  return Array.from({ length: 12 }, () => [
    word(),
    `${word()} ${word()}`,
    `${word()} ${word()} ${word()}`,
    `${word()} och ${word()}`,
  ]).flat();
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
