import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noFragments, openFragments, type FragmentStore, type Kept } from '../../src/build/fragments.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'throughline-fragments-'));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

const outline = { headings: [], links: [], images: [], components: [], ids: ['a'], words: 3, excerpt: 'Å ä ö' };
const kept: Kept = {
  lane: 'fast',
  outline: { ...outline, sections: [{ text: 'Å ä\nö' }, { id: 'b', heading: 'B', text: '' }] },
  html: '<p>Å ä\nö</p>\n',
  problems: [],
  front: { title: 'T' },
  places: { title: { line: 2, column: 1 } },
};

function entryFile(): string {
  return join(place, readdirSync(place)[0] ?? '');
}

describe.each<[string, () => FragmentStore]>([
  ['on disk', () => openFragments(place)],
  ['in memory', () => noFragments],
])('a compiled document %s', (_where, open) => {
  it.each([
    ['of the fast lane', kept],
    ['of the full lane', { ...kept, lane: 'full', html: undefined } as const],
    ['without a text', { ...kept, outline: { ...kept.outline, sections: [] }, html: '' }],
  ])('%s is what it was', (_what, document) => {
    expect({ ...open().put('key', document) }).toEqual(document);
  });
});

describe('a store on disk', () => {
  it('gives another process what this one has put', () => {
    openFragments(place).put('key', kept);
    expect({ ...openFragments(place).get('key') }).toEqual(kept);
  });

  it('has none of an entry that is damaged', () => {
    openFragments(place).put('key', kept);
    writeFileSync(entryFile(), readFileSync(entryFile(), 'utf8').replace('ö</p>', 'o</p>'));
    expect(openFragments(place).get('key')).toBeUndefined();
  });

  it('says so when an entry is gone or cut off while it is in use, instead of giving less', () => {
    const found = openFragments(place).put('key', kept);
    writeFileSync(entryFile(), readFileSync(entryFile()).subarray(0, -3));
    expect(() => found.html).toThrow('was changed while it was in use');
    rmSync(entryFile());
    expect(() => found.outline.sections).toThrow();
  });

  it('knows what was put or asked for, and deletes the rest', async () => {
    openFragments(place).put('old', kept);
    const store = openFragments(place);
    store.put('new', kept);
    expect([store.has('old'), store.has('new')]).toEqual([false, true]);
    await store.prune();
    expect(readdirSync(place)).toHaveLength(1);
    expect(store.get('old')).toBeUndefined();
  });
});
