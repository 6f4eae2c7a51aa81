import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DevSearch } from '../../src/build/dev-search.ts';
import { Indexer } from '../../src/build/search/indexer.ts';
import { essay, know } from '../core/folder.ts';

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'throughline-dev-search-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(state, { recursive: true, force: true });
});

/** A site with one essay. */
function site(title: string): ReturnType<typeof know> {
  return know({ site: { languages: ['en'] }, documents: [essay('one/en', { title, description: 'D.' })] });
}

async function wordsOf(search: DevSearch): Promise<string> {
  return (await search.file('pagefind/en/words.txt'))?.toString() ?? '';
}

describe('the search of a site that is being written', () => {
  it('knows what was saved last, also when it was asked before', async () => {
    const search = new DevSearch(state);
    search.renew(site('Harvest'));
    const before = wordsOf(search);
    search.renew(site('Bottleneck'));
    expect(await wordsOf(search)).toContain('bottleneck');
    await before;
    expect(await search.file('pagefind/en/nothing.txt')).toBeUndefined();
  });

  it('is made anew when it could not be made before', async () => {
    vi.spyOn(Indexer.prototype, 'index').mockRejectedValueOnce(new Error('out of luck'));
    const search = new DevSearch(state);
    search.renew(site('Harvest'));
    expect(await search.file('pagefind/en/words.txt')).toBeUndefined();
    expect(await wordsOf(search)).toContain('harvest');
  });
});
