import { describe, expect, it } from 'vitest';
import { components } from '../../src/vocabulary/components.tsx';
import { vocabulary } from '../../src/vocabulary/vocabulary.ts';
import { faultsOf, htmlOf } from '../mdx/compiled.ts';

describe('the vocabulary', () => {
  it('has a component for each entry and an entry for each component', () => {
    expect(Object.keys(components).sort()).toEqual(Object.keys(vocabulary).sort());
  });

  it.each(Object.entries(vocabulary))('shows a correct use of %s', async (_name, { example }) => {
    expect(await faultsOf(example)).toEqual([]);
  });

  it.each([
    [
      '<Figure src="a.png" alt="A" caption="C" wide />',
      '<figure class="figure wide"><img src="{i0}" alt="A"><figcaption>C</figcaption></figure>',
    ],
    [
      '<Figure src="a.png" alt="">C *d*</Figure>',
      '<figure class="figure"><img src="{i0}" alt><figcaption>C <em>d</em></figcaption></figure>',
    ],
    ['<Aside>A</Aside>', '<div class="aside" role="note">A</div>'],
    [
      '<Aside title="T" kind="warning">\nA\n</Aside>',
      '<div class="aside warning" role="note" aria-label="T"><p class="aside-title">T</p><p>A</p></div>',
    ],
    ['<Quote>A</Quote>', '<figure class="quote"><blockquote>A</blockquote></figure>'],
    ['<Quote by="B">A</Quote>', '<figure class="quote"><blockquote>A</blockquote><figcaption>B</figcaption></figure>'],
    [
      '<Quote by="B" source="S" href="x">A</Quote>',
      '<figure class="quote"><blockquote>A</blockquote><figcaption><span class="quote-by">B, </span><a href="{l0}"><cite>S</cite></a></figcaption></figure>',
    ],
    ['A <Quantity chain="a" of="takt" bare />.', '<p>A <span class="quantity">{c0}</span>.</p>'],
    ['<ValueChain id="a" />', '<div class="value-chain">{c0}</div>'],
  ])('%s', async (body, html) => {
    expect(await htmlOf(body)).toBe(html);
  });
});
