import { describe, expect, test } from 'vitest';
import { showsChain } from '../../src/components/chain.ts';
import type { Page } from '../../src/core/library/page.ts';

const page = (fields: object): Page => fields as Page;

describe('the styles of diagrams', () => {
  test.each([
    ['a chain’s own page', { kind: 'chain' }, true],
    ['a home with a map', { kind: 'home', map: '<figure></figure>' }, true],
    ['a home without', { kind: 'home' }, false],
    ['an essay that draws a chain', { kind: 'essay', body: { html: '<p>a</p><figure class="chain">' } }, true],
    ['an essay that only speaks of one', { kind: 'essay', body: { html: '<p>class, chain</p>' } }, false],
    ['an essay that is a module of its own', { kind: 'essay', body: { module: 'a.mdx' } }, true],
    ['a list', { kind: 'tag' }, false],
  ])('are loaded for %s or not', (_name, fields, expected) => {
    expect(showsChain(page(fields))).toBe(expected);
  });
});
