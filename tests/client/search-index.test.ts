import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything, openIndex } from '../../src/client/search-index.ts';

/** An engine that finds nothing and tells by its results what it was asked for. */
const engine = `
export const heavy = 'and of the über';
export const openEngine = async () => ({
  filters: async () => {},
  search: async (query) => ({ results: [{ id: query, score: 1 }], unfilteredResultCount: 3, filters: {} }),
});
`;
let folder: string;
beforeAll(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'index-'))}/`;
  await writeFile(join(folder, 'pagefind.js'), engine);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a question', () => {
  it.each([
    ['is asked without the words that stand everywhere', 'the pace of  work', 'pace work'],
    ['in capitals and decomposed letters too', 'The u\u0308ber pace', 'pace'],
    ['is asked as it is when it has no other words', 'of the', 'of the'],
    ['is asked as it is when it is to be found word for word', '“the pace of work”', '"the pace of work"'],
    ['keeps words that only begin so', 'theory of android', 'theory android'],
  ])('%s: %s → %s', async (_what, query, asked) => {
    const { hits } = await (await openIndex(folder, 'en')).find(query, everything);
    expect(hits.map(({ id }) => id)).toEqual([asked]);
  });
});
