import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Staging } from '../../../src/build/output.ts';
import { Indexer } from '../../../src/build/search/indexer.ts';
import { SearchWork, writeSearch } from '../../../src/build/search/search.ts';
import { writeBundle } from '../../../src/build/search/bundle.ts';
import { everything, openIndex } from '../../../src/client/search-index.ts';
import { searchRecords, searchSubjects } from '../../../src/core/search/record.ts';
import { readVocabulary } from '../../../src/core/search/vocabulary.ts';
import { concept, essay, know } from '../../core/folder.ts';

const texts: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'On parle de l’innovation, et d’Europe.',
    'Un cœur et deux œuvres.',
    'Une demande, des chaînes, une étape. Aujourd’hui.',
  ],
  sv: ['Om värdekedjan och flödet.', 'Varje kedja har en värdering.', 'Ett annat värde: 2^8.', 'Något helt annat.'],
};

const knowledge = know({
  site: { address: 'https://example.org/blog/', languages: ['fr', 'sv', 'en'] },
  tags: { lean: { label: { fr: 'Lean', sv: 'Lean' }, synonyms: { sv: ['resurssnål'], fr: ['au plus juste'] } } },
  documents: [
    ...Object.entries(texts).flatMap(([lang, all]) =>
      all.map((text, index) =>
        essay(`${String(index)}/${lang}`, { title: `T${String(index)}`, description: 'D.' }, { sections: [{ text }] }),
      ),
    ),
    essay('half/sv', { title: 'Halva \uD83C tecken', description: 'D.' }),
    essay('tagged/sv', { title: 'Tagged', description: 'D.', tags: ['lean'] }),
    concept('takt/sv', { title: 'Takttid', description: 'D.', synonyms: ['hjärtslag'] }),
  ],
});

let folder: string;
let staging: Staging;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  staging = new Staging(join(folder, 'site'), {});
  await staging.open();
  await writeSearch({ knowledge, staging, template: '', previous: {} });
  const read = async (url: string): Promise<Response> => new Response(await readFile(url.replace(/\?.*/, '')));
  vi.stubGlobal('fetch', vi.fn(read));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true, force: true });
});

function bundle(lang: string): string {
  return `${join(staging.folder, 'pagefind', lang)}/`;
}

async function found(lang: string, query: string, index = bundle(lang)): Promise<string[]> {
  const { hits } = await (await openIndex(index, lang)).find(query, everything);
  const pages = await Promise.all(hits.map((hit) => hit.data()));
  return pages.map(({ url }) => url.replace(`/blog/${lang}/`, ''));
}

describe('a search index', () => {
  it.each([
    ['fr', 'innovation', '0/'],
    ['fr', 'l’innovation', '0/'],
    ['fr', "l'innovation", '0/'],
    ['fr', "de l'europe", '0/'],
    ['fr', 'coeur', '1/'],
    ['fr', 'cœur', '1/'],
    ['fr', 'oeuvre', '1/'],
    ['fr', 'chaine', '2/'],
    ['fr', 'demandes', '2/'],
    ['fr', 'aujourd’hui', '2/'],
    ['sv', 'värdekedjor', '0/'],
    ['sv', 'vardekedja', '0/'],
    ['sv', '”kedja har”', '1/'],
    ['sv', 'hjärtslag', 'begrepp/takt/'],
    ['sv', 'halva tecken', 'half/'],
    ['sv', 'resurssnål', 'tagged/'],
  ])('finds in %s with %s: %s', async (lang, query, page) => {
    expect((await found(lang, query))[0]).toBe(page);
  });

  it('finds a compound by its last part, after the word itself', async () => {
    expect(await found('sv', 'kedja')).toEqual(['1/', '0/']);
  });

  it.each([
    ['fr', 'Europexyzuvw', []],
    ['fr', 'dezember', []],
    ['fr', 'uncle', []],
    ['fr', 'innovat', ['0/']],
    ['fr', 'innovationniste', ['0/']],
    ['sv', 'värdekedjeanalys', []],
    ['sv', 'omxyz kedja', ['1/', '0/']],
  ])('finds in %s with %s only what may be meant', async (lang, query, pages) => {
    expect(await found(lang, query)).toEqual(pages);
  });

  it('does not find a page by its day or its kind', async () => {
    expect([await found('sv', 'essay'), await found('sv', '2026'), await found('sv', 'january')]).toEqual([[], [], []]);
  });

  it('has its addresses with the base, once', async () => {
    const { hits } = await (await openIndex(bundle('fr'), 'fr')).find('coeur', everything);
    expect((await hits[0]!.data()).url).toBe('/blog/fr/1/');
  });

  it('is not there for a language without documents', async () => {
    expect((await readdir(join(staging.folder, 'pagefind'))).toSorted()).toEqual(['fr', 'sv']);
  });

  it('holds nothing that nobody loads', async () => {
    expect((await readdir(bundle('sv'))).toSorted()).toEqual([
      'filter',
      'fragment',
      'index',
      'pagefind-entry.json',
      'pagefind.js',
      'wasm.pagefind',
      'words.txt',
    ]);
  });

  it('is taken over when nothing in the language has changed, and byte for byte the same when made again', async () => {
    const before = new Map(staging.files);
    const again = new Staging(join(folder, 'again'), {});
    await again.open();
    expect(await writeSearch({ knowledge, staging: again, template: '', previous: {} })).toEqual({
      indexed: ['fr', 'sv'],
      kept: [],
    });
    expect([...again.files].map(([file, { digest }]) => [file, digest])).toEqual(
      [...before].map(([file, { digest }]) => [file, digest]),
    );
    await again.publish();
    const files = Object.fromEntries(again.files);
    const next = async (content: typeof knowledge): Promise<unknown> => {
      const another = new Staging(join(folder, 'again'), files);
      await another.open();
      return writeSearch({ knowledge: content, staging: another, template: '', previous: files });
    };
    expect(await next(knowledge)).toEqual({ indexed: [], kept: ['fr', 'sv'] });
    const changed = know({ site: { languages: ['sv', 'en'] }, documents: [essay('n/sv')] });
    expect(await next(changed)).toEqual({ indexed: ['sv'], kept: [] });
  });

  it.each([
    ['rightly is made once', knowledge, 2],
    [
      'wrongly is made again',
      know({ site: { languages: ['fr', 'sv'] }, documents: [essay('n/fr'), essay('n/sv')] }),
      4,
    ],
  ])('that is guessed at before everything is known, %s, and is the same', async (_what, guessed, times) => {
    const another = new Staging(join(folder, 'guessed'), {});
    await another.open();
    const made = vi.spyOn(Indexer.prototype, 'index');
    const work = new SearchWork({ staging: another, template: '', previous: {} });
    for (const lang of ['fr', 'sv', 'en']) work.guess(lang, guessed);
    work.begin(knowledge);
    await work.finish();
    expect(made).toHaveBeenCalledTimes(times);
    made.mockRestore();
    const digests = (files: Staging['files']) => [...files].map(([file, { digest }]) => [file, digest]);
    expect(digests(another.files)).toEqual(digests(staging.files));
  });

  it('is kept for the next build, as long as its language has one', async () => {
    const kept = join(folder, 'kept');
    const write = async (content: typeof knowledge): Promise<string[]> => {
      const another = new Staging(join(folder, 'other'), {});
      await another.open();
      await writeSearch({ knowledge: content, staging: another, template: '', previous: {}, kept });
      return (await readdir(kept)).sort();
    };
    expect(await write(knowledge)).toEqual(['fr.index', 'sv.index']);
    const [inWork, abandoned] = [`sv.index.${String(process.pid)}.tmp`, 'sv.index.99999999.tmp'];
    for (const name of [inWork, abandoned]) await writeFile(join(kept, name), '');
    const less = know({ site: { languages: ['sv', 'en'] }, documents: [essay('n/sv')] });
    expect(await write(less)).toEqual(['sv.index', inWork]);
  });

  it('finds every word and every beginning of one also when it is cut into very small pieces, of which a word loads one', async () => {
    const words = [...new Set((texts['sv'] ?? []).join(' ').match(/\p{L}{3,}/gu))];
    const small = `${join(folder, 'small')}/`;
    const records = [...searchRecords(searchSubjects(knowledge, 'sv'), readVocabulary(knowledge, 'sv'))];
    await writeBundle('sv', records, small, { heavy: [], size: 40 });
    const pieces = async (index: string): Promise<number> => (await readdir(join(index, 'index'))).length;
    expect(await pieces(small)).toBeGreaterThan((await pieces(bundle('sv'))) + 5);
    for (const word of words) expect((await found('sv', word, small))[0], word).toBe((await found('sv', word))[0]);
    const beginnings = words.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)));
    for (const beginning of beginnings) expect(await found('sv', beginning, small), beginning).not.toEqual([]);
    const asked = vi.mocked(fetch);
    for (const word of ['hjärtslag', 'resurssnål', 'takttid']) {
      asked.mockClear();
      await found('sv', word, small);
      expect(asked.mock.calls.filter(([url]) => (url as string).includes('/index/')).length, word).toBe(1);
    }
  });

  it('has a program of what the site calls, which says nothing to the console', async () => {
    const program = await readFile(join(bundle('sv'), 'pagefind.js'), 'utf8');
    expect(program).not.toContain('console.');
    expect(Object.keys((await import(join(bundle('sv'), 'pagefind.js'))) as object)).toEqual(['heavy', 'openEngine']);
  });
});

describe('languages that write otherwise', () => {
  const texts = {
    ja: ['流れの図を描く。', '価値連鎖とは何か。東京の天気。', '別の話。'],
    tr: ['Işık hızı.', 'Odada ışık var.', 'Başka bir şey.'],
  };
  let place: string;
  beforeAll(async () => {
    const documents = Object.entries(texts).flatMap(([lang, all]) =>
      all.map((text, index) =>
        essay(`${String(index)}/${lang}`, { title: 'T', description: 'D.' }, { sections: [{ text }] }),
      ),
    );
    const own = new Staging(join(folder, 'otherwise'), {});
    await own.open();
    const site = { address: 'https://example.org/blog/', languages: ['ja', 'tr'] };
    await writeSearch({ knowledge: know({ site, documents }), staging: own, template: '', previous: {} });
    place = join(own.folder, 'pagefind');
  });

  it.each([
    ['ja', '流れの図', ['0/']],
    ['ja', '"流れの図"', ['0/']],
    ['ja', '「価値連鎖」', ['1/']],
    ['ja', '「連鎖価値」', []],
    ['ja', '流れの図はどこにありますか', ['0/']],
    ['tr', 'ışık', ['0/', '1/']],
    ['tr', 'IŞIK', ['0/', '1/']],
    ['tr', 'isik', ['0/', '1/']],
  ])('find in %s with %s: %s', async (lang, query, pages) => {
    const all = await found(lang, query, `${join(place, lang)}/`);
    expect(lang === 'tr' ? all.toSorted() : all.slice(0, 1)).toEqual(pages);
  });
});

describe('a word that no text has', () => {
  it.each([
    ['one letter away from one that there is', 'värdekdejan', 'värdekedjan'],
    ['without its accents, and mistyped', 'vardekdejan om', 'värdekedjan om'],
    ['of fewer than six letters', 'annnt', undefined],
    ['two letters away', 'vrädekdejan', undefined],
    ['that the site has', 'värdekedjan', undefined],
    ['that is an inflection of one that the site has', 'värdekedjorna', undefined],
  ])('%s: %s → %s', async (_what, typed, meant) => {
    expect(await (await openIndex(bundle('sv'), 'sv')).meant(typed)).toBe(meant);
  });
});
