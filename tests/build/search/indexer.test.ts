import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Indexer } from '../../../src/build/search/indexer.ts';
import type { IndexJob } from '../../../src/build/search/language.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-indexer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A language in which one chain is to be found. */
function job(out: string): IndexJob {
  const chains = [{ url: '/en/chains/a/', title: 'A chain', description: 'Of steps.', activities: [] }];
  const names = { tags: [], series: [] };
  return { lang: 'en', out: join(folder, out), subjects: [], texts: undefined, chains, names, kept: undefined };
}

describe('the process that makes indexes', () => {
  let indexer = new Indexer();
  afterEach(async () => {
    await indexer.end();
    indexer = new Indexer();
  });

  it('makes one after the other, also behind one that cannot be made', async () => {
    writeFileSync(join(folder, 'taken'), 'a file');
    await expect(indexer.index(job('taken'))).rejects.toThrow(/EEXIST|ENOTDIR/);
    for (const out of ['first', 'second']) expect([...(await indexer.index(job(out))).keys()]).toContain('words.txt');
  });

  it('is given up in the midst of its work, and takes no more', async () => {
    const work = indexer.index(job('third'));
    const told = expect(work).rejects.toThrow('The search index was given up.');
    await indexer.end();
    await told;
    await expect(indexer.index(job('fourth'))).rejects.toThrow('The search index was given up.');
  });
});
