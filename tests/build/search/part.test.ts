import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readPart } from '../../../src/build/search/part.ts';
import { entryName } from '../../../src/client/search-entry.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'part-'));
  await write('<span data-pagefind-ignore data-pagefind-meta="title">T</span><p>Some words.</p>');
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

/** Lets Pagefind write the index of one page. */
async function write(body: string): Promise<void> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  const content = `<html lang="en"><body data-pagefind-body>${body}</body></html>`;
  await index!.addHTMLFile({ url: '/a/', content });
  await rm(folder, { recursive: true, force: true });
  await index!.writeFiles({ outputPath: folder });
  await index!.deleteIndex();
}

async function spoil(name: string, change: (text: string) => string): Promise<void> {
  const file = join(folder, (await readdir(folder, { recursive: true })).find((one) => one.endsWith(name)) ?? '');
  const bytes = await readFile(file);
  const isPacked = bytes[0] === 0x1f;
  const text = Buffer.from(change((isPacked ? gunzipSync(bytes) : bytes).toString('latin1')), 'latin1');
  await writeFile(file, isPacked ? gzipSync(text) : text);
}

describe('what Pagefind writes', () => {
  it('is read whole', () => {
    const { pages, facets, words } = readPart(folder);
    expect(pages.map(({ words: count }) => count)).toEqual([2]);
    expect([...facets]).toEqual([]);
    expect(words.toString()).toContain('word');
  });

  it.each([
    ['another version', entryName, (text: string) => text.replace('"1.6.', '"1.7.')],
    [
      'more than one language',
      entryName,
      (text: string) => text.replace('"languages":{', '"languages":{"sv":{"hash":"","wasm":"sv"},'),
    ],
    [
      'an engine that is called otherwise',
      'wasm.en.pagefind',
      (text: string) => text.replace('request_indexes', 'request_xxxxxxx'),
    ],
    ['a list with more in it', 'pf_meta', (text: string) => text.replace(/^(pagefind_dcd)\x86/, '$1\x87') + '\x80'],
    [
      'words with more in them',
      'pf_index',
      (text: string) => text.replace(/^(pagefind_dcd\x81[\x80-\x97])\x83/, '$1\x84'),
    ],
  ])('in another form is told: %s', async (_what, name, change) => {
    await spoil(name, change);
    expect(() => readPart(folder)).toThrow('The search index has a form that is not known.');
  });

  it('in another form is told: a field that no record has', async () => {
    await write('<span data-pagefind-meta="mood">Calm</span><p>Some words.</p>');
    expect(() => readPart(folder)).toThrow('The search index has a form that is not known.');
  });
});
