import { describe, expect, it } from 'vitest';
import { foundIn, type PageText } from '../../src/client/search-excerpt.ts';

const words = Array.from({ length: 60 }, (_, index) => `w${String(index)}`);
const page: PageText = {
  url: '/sv/a/',
  content: words.join(' '),
  meta: { title: 'A' },
  filters: {},
  anchors: [
    { id: 'två', text: 'w20 w21', location: 20 },
    { id: 'ett.b', text: 'w50', location: 50 },
    { id: 'tom', text: ' ', location: 30 },
  ],
};

function quoted(locations: readonly number[], length = 5, text = page): ReturnType<typeof foundIn> {
  return foundIn(
    text,
    locations.map((location) => ({ location, score: 1 })),
    length,
  );
}

describe('what is quoted of a page', () => {
  it.each([
    ['the beginning when nothing in it matches', [], 'w0 w1 w2 w3 w4'],
    ['a match, in its midst', [30], 'w28 w29 <mark>w30</mark> w31 w32'],
    ['the place where matches are thickest', [3, 30, 33, 45], 'w29 <mark>w30</mark> w31 w32 <mark>w33</mark>'],
    ['as many words at the end as elsewhere', [59], 'w55 w56 w57 w58 <mark>w59</mark>'],
  ])('is %s', (_what, locations, excerpt) => {
    expect(quoted(locations).excerpt).toBe(excerpt);
  });

  it('is by section, for those with a match, and leads to them', () => {
    expect(quoted([18, 19, 21, 55]).sub_results).toEqual([
      { title: 'A', url: '/sv/a/', excerpt: 'w15 w16 w17 <mark>w18</mark> <mark>w19</mark>', locations: [18, 19] },
      { title: 'w20 w21', url: '/sv/a/#tv%C3%A5', excerpt: 'w20 <mark>w21</mark> w22 w23 w24', locations: [21] },
      { title: 'w50', url: '/sv/a/#ett.b', excerpt: 'w53 w54 <mark>w55</mark> w56 w57', locations: [55] },
    ]);
  });

  it('has no punctuation in what it marks', () => {
    const content = '(flow), “tempo” … C++ é';
    expect(quoted([0, 1, 2, 3], 5, { ...page, content }).excerpt).toBe(
      '(<mark>flow</mark>), “<mark>tempo</mark>” <mark>…</mark> <mark>C</mark>++ é',
    );
  });

  it('is text, also when it looks like markup', () => {
    expect(quoted([1], 3, { ...page, content: '<b> a<i>b &copy;' }).excerpt).toBe(
      '&lt;b&gt; <mark>a&lt;i&gt;b</mark> &amp;copy;',
    );
  });

  it('has no spaces between the words of a script that has none', () => {
    expect(quoted([1], 2, { ...page, content: '価値\u200B連鎖\u200Bの' }).excerpt).toBe('価値<mark>連鎖</mark>');
  });
});
