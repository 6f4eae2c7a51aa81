import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeBundle } from '../../../src/build/search/bundle.ts';
import { everything, openIndex, type Found } from '../../../src/client/search-index.ts';

/** Pages with so many of a word among others, below a heading with the word. */
const pages = 300;
const often = (page: number): number => 1 + (page % 40);
let root: string;
let folder: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'brief-'));
  folder = `${join(root, 'en')}/`;
  await writeBundle('en', Array.from({ length: pages }, record), folder, { heavy: [] });
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) => new Response(await readFile(url))),
  );
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(root, { recursive: true, force: true });
});

function record(_: unknown, page: number): { url: string; html: string } {
  const words = Array.from({ length: 40 }, (__, at) =>
    at < often(page) ? `Chains, pace${String(at)}` : `rest pace${String(at)}`,
  );
  const title = `<span data-pagefind-ignore data-pagefind-meta="title">${page === 42 ? 'More things' : `Page ${String(page)}`}</span>`;
  const rare = page % 100 === 7 ? 'Scarce chaining of work.' : page === 42 ? 'Nothing.' : 'More things.';
  const body = `<p>${rare}</p><h2 id="chain">The chain</h2><p>${words.join(' ')}</p>`;
  return { url: `/${String(page)}/`, html: `<html lang="en"><body data-pagefind-body>${title}${body}</body></html>` };
}

async function found(query: string): Promise<{ first: Found; count: number; urls: string[] }> {
  const { hits } = await (await openIndex(folder, 'en')).find(query, everything);
  const all = await Promise.all(hits.slice(0, 30).map((hit) => hit.data()));
  return { first: all[0]!, count: hits.length, urls: all.map(({ url }) => url) };
}

describe('a word that stands in very many places', () => {
  it('needs few bytes', async () => {
    const asked = vi.mocked(fetch);
    asked.mockClear();
    await found('chains');
    const files = asked.mock.calls.map(([url]) => url as string).filter((url) => url.includes('/index/'));
    expect(files.length).toBeLessThan(3);
    for (const file of files) expect((await stat(file)).size).toBeLessThan(2500);
    const all = await Promise.all(
      (await readdir(join(folder, 'index'))).map((name) => stat(join(folder, 'index', name))),
    );
    expect(Math.max(...all.map(({ size }) => size))).toBeGreaterThan(1500);
  });

  it('is found in all its pages, most first', async () => {
    const { count, urls } = await found('chain');
    expect(count).toBe(pages);
    const counts = urls.map((url) => often(Number(url.replaceAll('/', ''))));
    expect(Math.min(...counts.slice(0, 7))).toBeGreaterThan(36);
  });

  it('is marked wherever it stands, in each of its forms, and leads to its section', async () => {
    const { first } = await found('chain scarce');
    const marks = [first, ...first.sub_results].flatMap(({ excerpt }) => excerpt.match(/<mark>[^<]*/g) ?? []);
    expect(new Set(marks)).toEqual(new Set(['<mark>Scarce', '<mark>chaining', '<mark>chain', '<mark>Chains']));
    expect(first.sub_results.map(({ url }) => url.replace(/^\/\d+\//, ''))).toEqual(['', '#chain']);
    expect(first.sub_results[1]!.locations.length).toBe(often(Number(first.url.replaceAll('/', ''))) + 1);
  });

  it('is found in a passage word for word, and has no places of its own then', async () => {
    const { count, first } = await found('“scarce chaining of”');
    expect(count).toBe(3);
    expect(first.excerpt).toMatch(
      /^<mark>Scarce<\/mark> <mark>chaining<\/mark> <mark>of<\/mark> work\. The chain\. Ch/,
    );
    expect((await found('“chaining work”')).count).toBe(0);
  });

  it('is found in a passage first where this is a title', async () => {
    expect((await found('“more things”')).urls[0]).toBe('/42/');
  });

  it('is found as before after a passage', async () => {
    const index = await openIndex(folder, 'en');
    const told = async (query: string): Promise<unknown> =>
      (await index.find(query, everything)).hits.map(({ id, score }) => [id, score]);
    const before = await told('chain');
    await told('“scarce chaining”');
    expect(await told('chain')).toEqual(before);
  });
});

describe('a file of the index that is not as it must be', () => {
  it.each([
    [
      'is told when it is another file',
      /is no file of a search index/,
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).subarray(12)),
    ],
    [
      'is told when it breaks off',
      /cannot read a file/,
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).subarray(0, -40)),
    ],
  ])('%s', async (_what, told, spoil) => {
    const broken = await copy('broken');
    for (const name of await readdir(join(broken, 'index'))) {
      const file = join(broken, 'index', name);
      await writeFile(file, spoil(await readFile(file)));
    }
    await expect((await openIndex(broken, 'en')).find('chain', everything)).rejects.toThrow(told);
  });

  it('is read when the server has unpacked it', async () => {
    const plain = await copy('plain');
    for (const part of ['index', 'fragment']) {
      for (const name of await readdir(join(plain, part))) {
        const file = join(plain, part, name);
        await writeFile(file, gunzipSync(await readFile(file)));
      }
    }
    const { hits } = await (await openIndex(plain, 'en')).find('scarce', everything);
    expect((await hits[0]!.data()).meta['title']).toMatch(/^Page \d?\d?7$/);
  });
});

async function copy(name: string): Promise<string> {
  await cp(folder, join(root, name), { recursive: true });
  return `${join(root, name)}/`;
}
