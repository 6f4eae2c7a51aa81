import { describe, expect, test } from 'vitest';
import { holdsOtherScripts, showsChain, showsCode } from '../../src/components/sheets.ts';
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

describe('the styles of code', () => {
  test.each([
    [
      'an essay with code',
      { kind: 'essay', body: { html: '<pre><code class="hljs language-ts">let</code></pre>' } },
      true,
    ],
    ['an essay that is a module of its own', { kind: 'essay', body: { module: 'a.mdx' } }, true],
    ['an essay without', { kind: 'essay', body: { html: '<p><code>let</code></p>' } }, false],
    ['a list', { kind: 'tag' }, false],
  ])('are loaded for %s or not', (_name, fields, expected) => {
    expect(showsCode(page(fields))).toBe(expected);
  });
});

describe('the styles of scripts that the web fonts do not cover', () => {
  const of = (fields: object, ...languages: string[]): Page =>
    page({ lang: 'en', frame: { switcher: languages.map((lang) => ({ lang })) }, ...fields });

  test.each([
    ['a page of a site that also speaks Arabic', of({ kind: 'tag' }, 'en', 'ar'), true],
    ['a page in Chinese', of({ kind: 'tag', lang: 'zh-Hant' }), true],
    ['an essay that cites Japanese', of({ kind: 'essay', body: { html: '<p><span lang="ja">間</span></p>' } }), true],
    ['a chain with a name in Korean', of({ kind: 'chain', figure: '<b lang="ko">가</b>', gallery: '' }), true],
    ['an essay that is a module of its own', of({ kind: 'essay', body: { module: 'a.mdx' } }), true],
    ['an essay that cites French', of({ kind: 'essay', body: { html: '<p lang="fr">a</p>' } }, 'en', 'sv'), false],
    ['an essay that links to one in Japanese', of({ kind: 'essay', body: { html: '<a hreflang="ja">a</a>' } }), false],
    ['a page in Kashubian, whose tag begins otherwise', of({ kind: 'tag', lang: 'csb' }), false],
  ])('are loaded for %s or not', (_name, one, expected) => {
    expect(holdsOtherScripts(one)).toBe(expected);
  });
});
