import { describe, expect, it } from 'vitest';
import { ancestors, parentCircles } from '../../../src/core/library/tags.ts';
import { essay, know } from '../folder.ts';

const tag = (id: string, parent?: string) => ({ id, label: id, ...(parent !== undefined && { parent }) });
const above = (...tags: ReturnType<typeof tag>[]): Record<string, string[]> =>
  Object.fromEntries([...ancestors(tags)].map(([id, ids]) => [id, [...ids]]));

describe('the tags above a tag', () => {
  it('begin with itself and go up to the widest', () => {
    expect(above(tag('work'), tag('lean', 'work'), tag('kanban', 'lean'))).toEqual({
      work: ['work'],
      lean: ['lean', 'work'],
      kanban: ['kanban', 'lean', 'work'],
    });
  });

  it('end where a circle closes', () => {
    expect(above(tag('a', 'b'), tag('b', 'a'), tag('c', 'a'), tag('d', 'd'))).toEqual({
      a: ['a', 'b'],
      b: ['b', 'a'],
      c: ['c', 'a', 'b'],
      d: ['d'],
    });
  });

  it('count a parent that nobody declares, and end there', () => {
    expect(above(tag('a', 'gone'))).toEqual({ a: ['a', 'gone'] });
  });
});

describe('circles of parents', () => {
  it.each([
    ['none', [tag('a'), tag('b', 'a')], []],
    ['a tag of its own', [tag('a', 'a')], [['a']]],
    ['two, told once', [tag('a', 'b'), tag('b', 'a')], [['a', 'b']]],
    ['without the tags that only lead into them', [tag('x', 'a'), tag('a', 'b'), tag('b', 'a')], [['a', 'b']]],
    [
      'several',
      [tag('a', 'b'), tag('b', 'a'), tag('c', 'd'), tag('d', 'e'), tag('e', 'c')],
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
  ])('%s', (_, tags, circles) => {
    expect(parentCircles(tags)).toEqual(circles);
  });
});

describe('the essays of a tag', () => {
  const knowledge = know({
    tags: {
      work: { label: 'Work' },
      lean: { label: 'Lean', parent: 'work' },
      kanban: { label: 'Kanban', parent: 'lean' },
      unused: { label: 'Unused' },
    },
    documents: [
      essay('a/en', { date: '2026-01-01', tags: ['kanban'] }),
      essay('b/en', { date: '2026-01-03', tags: ['lean', 'work'] }),
      essay('c/en', { date: '2026-01-02', tags: ['work'] }),
      essay('a/sv', { date: '2026-01-01', tags: ['kanban'] }),
      essay('d/en', { date: '2026-01-04', tags: ['work'], draft: true }),
    ],
  });
  const ids = (tagId: string, lang: string): string[] => knowledge.tagged(tagId, lang).map(({ id }) => id);

  it.each([
    ['work', 'en', ['b', 'c', 'a']],
    ['lean', 'en', ['b', 'a']],
    ['kanban', 'en', ['a']],
    ['work', 'sv', ['a']],
    ['work', 'fr', []],
    ['unused', 'en', []],
  ])('of %s in %s are its own and those of narrower tags, each once, newest first', (tagId, lang, expected) => {
    expect(ids(tagId, lang)).toEqual(expected);
  });

  it('decide which tags a language has', () => {
    expect(knowledge.tags('en').map(({ id }) => id)).toEqual(['work', 'lean', 'kanban']);
    expect(knowledge.tags('fr')).toEqual([]);
  });
});
