import { describe, expect, it } from 'vitest';
import { meant, nearest } from '../../../src/core/problem/nearest.ts';

describe('the nearest candidates', () => {
  it.each([
    ['best first', 'titel', ['alias', 'tags', 'title'], 2, ['title', 'tags']],
    ['no more than asked for', 'titel', ['title', 'tags', 'date'], 1, ['title']],
    ['whatever the case', 'TITLE', ['Title', 'date'], 1, ['Title']],
    ['in alphabetical order where equally near', 'x', ['b', 'a'], 2, ['a', 'b']],
    ['none of none', 'x', [], 3, []],
  ])('are given %s', (_, written, candidates, count, expected) => {
    expect(nearest(written, candidates, count)).toEqual(expected);
  });
});

describe('the one that was meant', () => {
  it.each([
    ['titel', ['title', 'date'], 'title'],
    ['nmae', ['name', 'size'], 'name'],
    ['tag', ['tags', 'date'], 'tags'],
    ['descripton', ['description'], 'description'],
    ['Tags', ['tags'], 'tags'],
    ['author', ['aliases', 'authors'], 'authors'],
  ])('for %s in %j is %s', (written, candidates, expected) => {
    expect(meant(written, candidates)).toBe(expected);
  });

  it.each([
    ['keywords', ['title', 'date', 'tags']],
    ['banana', ['title']],
    ['page', ['date', 'title']],
    ['x', []],
    ['y', ['x']],
  ])('for %s in %j is nobody’s guess', (written, candidates) => {
    expect(meant(written, candidates)).toBeUndefined();
  });
});
