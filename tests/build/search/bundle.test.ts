import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBundle, type BundleSetting } from '../../../src/build/search/bundle.ts';
import { digestOf } from '../../../src/build/folder.ts';
import type { SearchRecord } from '../../../src/core/search/record.ts';

let root: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'bundle-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Words with and without marks, so that some have several spellings; one of them is everywhere. */
const words = ['ko', 'kö', 'kø', 'flöde', 'flode', 'flóde', 'kedja', 'kedjor', 'takt', 'värde', 'varde', 'och'];
const text = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((some) => ['och', ...some].join(' '));
const page = fc.record({
  title: text,
  synonyms: fc.option(text),
  heading: text,
  body: text,
  tags: fc.subarray(['lean', 'spår', 'år']),
});

/** A record of what a page says. */
function record(id: number, { title, synonyms, heading, body, tags }: Page): SearchRecord {
  const field = (name: string, value: string): string =>
    `<span data-pagefind-ignore data-pagefind-meta="${name}">${value}</span>`;
  const facets = tags.map((tag) => `<span data-pagefind-ignore data-pagefind-filter="tag">${tag}</span>`);
  const fields = [field('title', title), ...(synonyms === null ? [] : [field('synonyms', synonyms)])];
  const html = `${[...fields, ...facets].join('')}<h2 id="a">${heading}</h2><p>${body}</p>`;
  return { url: `/${String(id)}/`, html: `<html lang="sv"><body data-pagefind-body>${html}</body></html>` };
}

type Page = typeof page extends fc.Arbitrary<infer T> ? T : never;

/** All files of a bundle. */
async function bundle(
  records: readonly SearchRecord[],
  setting: Partial<BundleSetting> = {},
): Promise<Record<string, string>> {
  const folder = join(root, String((count += 1)));
  await writeBundle('sv', records, folder, { heavy: [], size: 400, ...setting });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(folder.length), digestOf(await readFile(file))])),
  ) as Record<string, string>;
}

function kept(): NonNullable<BundleSetting['kept']> {
  return { file: join(root, `${String((count += 1))}.index`), key: 'a' };
}

const some = [0, 1, 2, 3, 4].map((id) =>
  record(id, {
    title: `kö ${'takt '.repeat(id)}`,
    synonyms: null,
    heading: 'värde',
    body: 'och ko flöde',
    tags: ['lean'],
  }),
);

describe('the index of a language', () => {
  it('is the same however many pages Pagefind gets at a time', async () => {
    const site = fc.array(page, { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(site, fc.integer({ min: 1, max: 1500 }), async (pages, batch) => {
        const records = pages.map((one, id) => record(id, one));
        expect(await bundle(records, { batch })).toEqual(await bundle(records));
      }),
      { numRuns: 12, seed: 1 },
    );
  });

  it('is the same made from a kept one as made anew, whatever pages were changed, deleted, added or moved', async () => {
    const site = fc.uniqueArray(fc.record({ id: fc.nat({ max: 12 }), page }), {
      selector: ({ id }) => id,
      minLength: 1,
    });
    const states = fc.array(site, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(states, async (all) => {
        const place = kept();
        for (const pages of all) {
          const records = pages.map(({ id, page: one }) => record(id, one));
          expect(await bundle(records, { kept: place })).toEqual(await bundle(records));
        }
      }),
      { numRuns: 8, seed: 2 },
    );
  });

  it('is made without Pagefind when pages were only deleted or moved', async () => {
    const place = kept();
    await bundle(some, { kept: place });
    const others = [some[3]!, some[0]!];
    expect(await bundle(others, { kept: place })).toEqual(await bundle(others));
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -5)],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)))],
    ['empty', () => Buffer.alloc(0)],
    ['of other code', (bytes: Buffer) => Buffer.concat([Buffer.from('b'), bytes.subarray(1)])],
  ])('does not depend on a kept one that is %s', async (_what, spoil) => {
    const place = kept();
    await bundle(some.slice(1), { kept: place });
    await writeFile(place.file, spoil(await readFile(place.file)));
    expect(await bundle(some, { kept: place })).toEqual(await bundle(some));
  });
});
