import { describe, expect, it } from 'vitest';
import { fillSlots } from '../../src/core/essay/slot.ts';
import { compileBody, faultsOf, htmlOf } from './compiled.ts';

describe('images', () => {
  it.each([
    ['![A "b"](x.png)', '<img src="{i0}" alt="A “b”">'],
    ['Text ![a](x.png)', '<p>Text <img src="{i0}" alt="a"></p>'],
    ['[![a](x.png)](y)', '<p><a href="{l0}"><img src="{i0}" alt="a"></a></p>'],
    ['<img src="x.png" alt="a" />', '<img src="{i0}" alt="a">'],
    ['<Figure src="x.png" alt="a" />', '<figure class="figure"><img src="{i0}" alt="a"></figure>'],
  ])('%s', async (body, html) => {
    expect(await htmlOf(body)).toBe(html);
  });

  it('say whether their author gave a text alternative', async () => {
    const body =
      '![](a.png)\n\n![b](b.png)\n\n<img src="c.png" />\n\n<img src="d.png" alt="" />\n\n<Figure src="e.png" />\n\n<Figure src="f.png" alt="" />\n\n<Figure src="g.png" alt={"g"} />';
    const { outline } = await compileBody(body);
    expect(outline.images.map(({ src, alt, line }) => [src, alt, line])).toEqual([
      ['a.png', undefined, 1],
      ['b.png', 'b', 3],
      ['c.png', undefined, 5],
      ['d.png', '', 7],
      ['e.png', undefined, 9],
      ['f.png', '', 11],
      ['g.png', 'g', 13],
    ]);
  });

  it('keep spaces and letters of their file names', async () => {
    const { outline } = await compileBody('![a](<my ä.png>) ![b](my%20b.png)');
    expect(outline.images.map((image) => image.src)).toEqual(['my ä.png', 'my b.png']);
  });

  it('are replaced whole, whatever stands in their text alternative', async () => {
    const { html } = await compileBody('![a > "b"](x.png) c\n\n<Figure src="y.png" alt="d > e" />');
    const filled = fillSlots(html ?? '', { image: (index) => `[${index}]`, link: () => '', component: () => '' });
    expect(filled).toBe('<p>[0] c</p>\n<figure class="figure">[1]</figure>');
  });

  it('need a file name that is written out', async () => {
    expect(await faultsOf('<Figure src={`a${1}.png`} alt="a" />')).toEqual([
      '1:1 computed-address: src of <Figure> is computed, so nothing can check or resolve it.',
    ]);
  });
});
