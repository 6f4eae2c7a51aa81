import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readPart } from '../../../src/build/search/part.ts';
import { entryName } from '../../../src/client/search-entry.ts';

let files: Map<string, Buffer>;
beforeEach(async () => {
  files = await filesFor('<span data-pagefind-ignore data-pagefind-meta="title">T</span><p>Some words.</p>');
});
afterAll(close);

/** What Pagefind makes of one page. */
async function filesFor(body: string): Promise<Map<string, Buffer>> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  const content = `<html lang="en"><body data-pagefind-body>${body}</body></html>`;
  await index!.addHTMLFile({ url: '/a/', content });
  const made = await index!.getFiles();
  await index!.deleteIndex();
  return new Map(made.files.map((one) => [one.path, Buffer.from(one.content)]));
}

function spoil(name: string, change: (text: string) => string): void {
  const [path, bytes] = [...files].find(([one]) => one.endsWith(name))!;
  const isPacked = bytes[0] === 0x1f;
  const text = Buffer.from(change((isPacked ? gunzipSync(bytes) : bytes).toString('latin1')), 'latin1');
  files.set(path, isPacked ? gzipSync(text) : text);
}

describe('what Pagefind makes', () => {
  it('is read whole', () => {
    const { pages, facets, words } = readPart(files);
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
  ])('in another form is told: %s', (_what, name, change) => {
    spoil(name, change);
    expect(() => readPart(files)).toThrow('The search index has a form that is not known.');
  });

  it('in another form is told: a file that is not there', () => {
    for (const path of files.keys()) if (path.endsWith('.pf_fragment')) files.delete(path);
    expect(() => readPart(files)).toThrow('The search index has a form that is not known.');
  });

  it('in another form is told: a field that no record has', async () => {
    files = await filesFor('<span data-pagefind-meta="mood">Calm</span><p>Some words.</p>');
    expect(() => readPart(files)).toThrow('The search index has a form that is not known.');
  });
});
