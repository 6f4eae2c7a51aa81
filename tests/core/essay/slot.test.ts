import { describe, expect, it } from 'vitest';
import { fillSlots, slot } from '../../../src/core/essay/slot.ts';

const fillers = {
  link: (index: number) => `href="/${String(index)}/"`,
  image: (index: number) => `<picture>${String(index)}</picture>`,
  component: (index: number) => `<figure>${String(index)}</figure>`,
};

describe('slots', () => {
  it.each([
    ['a link', `<a class="x" href="${slot('link', 3)}" title="t">a</a>`, '<a class="x" href="/3/" title="t">a</a>'],
    [
      'a film',
      `<video src="${slot('link', 3)}" poster="${slot('link', 4)}"></video>`,
      '<video src="/3/" poster="/4/"></video>',
    ],
    ['an image', `<p><img src="${slot('image', 0)}" alt="a" title="b"></p>`, '<p><picture>0</picture></p>'],
    ['an image whose text holds >', `<img alt="a > b" src="${slot('image', 12)}">`, '<picture>12</picture>'],
    [
      'two images',
      `<img src="${slot('image', 0)}"><img src="${slot('image', 1)}">`,
      '<picture>0</picture><picture>1</picture>',
    ],
    [
      'an image beside what is none',
      `<img src="a.png"><b src="${slot('image', 0)}"></b>`,
      '<img src="a.png"><b src="<picture>0</picture>"></b>',
    ],
    ['a component', `<p>a</p>${slot('component', 1)}<p>b</p>`, '<p>a</p><figure>1</figure><p>b</p>'],
    [
      'nothing',
      '<p>a <img src="x.png" alt=""> <a href="/x/">b</a></p>',
      '<p>a <img src="x.png" alt=""> <a href="/x/">b</a></p>',
    ],
  ])('of %s are filled', (_, html, filled) => {
    expect(fillSlots(html, fillers)).toBe(filled);
  });

  it('are filled in the order of the text, and what fills them is not read again', () => {
    const order: number[] = [];
    const html = slot('component', 2) + slot('component', 0);
    const filled = fillSlots(html, { ...fillers, component: (index) => (order.push(index), slot('component', 9)) });
    expect(order).toEqual([2, 0]);
    expect(filled).toBe(slot('component', 9) + slot('component', 9));
  });

  it('take values that look like patterns as they are', () => {
    expect(fillSlots(slot('component', 0), { ...fillers, component: () => '$& $1' })).toBe('$& $1');
  });
});
