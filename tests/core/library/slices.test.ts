import { describe, expect, it } from 'vitest';
import { listLength, slices } from '../../../src/core/library/entries.ts';
import { newestFirst } from '../../../src/core/library/documents.ts';
import type { Page } from '../../../src/core/library/page.ts';
import { essay, essays, pageAt, understand } from '../folder.ts';

const newest = (count: number) => essays(count).toSorted(newestFirst);

describe('a list', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [20, [20]],
    [21, [20, 20]],
    [40, [20, 20]],
    [41, [20, 20, 20]],
    [61, [20, 20, 20, 20]],
  ])('of %i has pages of %j', (count, sizes) => {
    expect(slices(newest(count)).map((slice) => slice.essays.length)).toEqual(sizes);
  });

  it.each([21, 39, 40, 41, 60, 61, 100])('of %i shows every essay, and links its pages in a row', (count) => {
    const list = newest(count);
    const pages = slices(list);
    expect(new Set(pages.flatMap((slice) => slice.essays))).toEqual(new Set(list));
    const [first, ...older] = pages;
    expect(first).toMatchObject({ number: undefined, newer: undefined, older: older[0]?.number });
    expect(older.map(({ number }) => number)).toEqual(older.map((_, index) => older.length - index));
    for (const slice of older) {
      expect(slice.older).toBe(slice.number === 1 ? undefined : (slice.number ?? 0) - 1);
      expect(slice.newer).toBe(slice.number === older.length ? undefined : (slice.number ?? 0) + 1);
    }
  });

  it('counts its older pages from the oldest essay', () => {
    const last = slices(newest(45)).at(-1);
    expect(last?.number).toBe(1);
    expect(last?.essays.map(({ id }) => id).at(-1)).toBe('e001');
    expect(last?.essays).toHaveLength(listLength);
  });
});

describe('a new essay', () => {
  const tags = { lean: { label: 'Lean' }, takt: { label: 'Takt', parent: 'lean' } };
  const authors = { ada: { name: 'Ada', default: true } };
  const before = essays(45, 'en', { tags: ['lean'] });
  const added = essay('new/en', { date: '2026-02-01', tags: ['takt'] });
  const pagesOf = (documents: typeof before): Map<string, Page> =>
    new Map(understand({ tags, authors, documents }).pages.map((one) => [one.route, one]));
  const then = pagesOf(before);
  const now = pagesOf([...before, added]);
  const older = [...then.keys()].filter((route) => /\/page\/\d+\/$/.test(route));

  it('changes no older page of home, of a tag or of an author', () => {
    expect(older.sort()).toEqual(
      ['en/authors/ada/', 'en/', 'en/tags/lean/'].flatMap((list) => [`${list}page/1/`, `${list}page/2/`]),
    );
    for (const route of older) expect(now.get(route), route).toEqual(then.get(route));
  });

  it('changes the first page of each', () => {
    for (const route of ['en/', 'en/tags/lean/', 'en/authors/ada/'])
      expect(now.get(route)).not.toEqual(then.get(route));
  });

  it('adds a page when one fills up, and of the others changes only the way to the newer', () => {
    const full = pagesOf(essays(40, 'en'));
    const more = pagesOf(essays(41, 'en'));
    expect(full.has('en/page/2/')).toBe(false);
    expect(more.has('en/page/2/')).toBe(true);
    expect(more.get('en/page/1/')).toEqual({
      ...full.get('en/page/1/'),
      pager: { newer: { label: 'Newer essays', href: '/en/page/2/' } },
    });
  });
});

describe('the pages of a list', () => {
  const library = understand({ documents: essays(45) });

  it('lead from one to the next and back', () => {
    expect(pageAt(library, 'home', 'en/').pager).toEqual({ older: { label: 'Older essays', href: '/en/page/2/' } });
    expect(pageAt(library, 'list', 'en/page/2/').pager).toEqual({
      older: { label: 'Older essays', href: '/en/page/1/' },
      newer: { label: 'Newer essays', href: '/en/' },
    });
    expect(pageAt(library, 'list', 'en/page/1/').pager).toEqual({
      newer: { label: 'Newer essays', href: '/en/page/2/' },
    });
  });

  it('have titles and descriptions that tell them apart', () => {
    const one = pageAt(library, 'list', 'en/page/1/');
    const two = pageAt(library, 'list', 'en/page/2/');
    expect([one.title, two.title]).toEqual(['Essays, Page 1', 'Essays, Page 2']);
    expect(one.head.description).not.toBe(two.head.description);
    expect(one.head.canonical).toBe('https://example.org/en/page/1/');
  });
});
