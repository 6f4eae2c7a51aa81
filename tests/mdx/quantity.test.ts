import { describe, expect, it } from 'vitest';
import { compileBody, faultsOf, htmlOf } from './compiled.ts';

const one = '<Quantity chain="a" of="takt" />';
const shown = (text: string | undefined): string => (text ?? '').replaceAll('\uE000', '{').replaceAll('\uE001', '}');

describe('a number in a sentence', () => {
  it.each([
    [`Every ${one}, then.`, '<p>Every <span class="quantity">{c0}</span>, then.</p>'],
    [`${one} begins.`, '<p><span class="quantity">{c0}</span> begins.</p>'],
    [
      `**${one}** and "${one}"`,
      '<p><strong><span class="quantity">{c0}</span></strong> and “<span class="quantity">{c1}</span>”</p>',
    ],
    [`- ${one}`, '<ul>\n<li>\n<span class="quantity">{c0}</span>\n</li>\n</ul>'],
  ])('%s', async (body, html) => {
    expect(await htmlOf(body)).toBe(html);
  });

  it('keeps its slot in the plain text', async () => {
    const { outline } = await compileBody(`Every ${one} one.\n\n## At ${one}\n\n| n |\n|---|\n| ${one} |\n`);
    expect(outline.sections.map(({ heading, text }) => [shown(heading), shown(text)])).toEqual([
      ['', 'Every {c0} one.'],
      ['At {c1}', 'n\n{c2}'],
    ]);
    expect(shown(outline.excerpt)).toBe('Every {c0} one.');
    expect(outline.headings.map(({ text, id }) => [shown(text), id])).toEqual([['At {c1}', 'at']]);
  });

  it('counts as a word', async () => {
    expect((await compileBody(`Every ${one} one.`)).outline.words).toBe(3);
  });

  it('is part of the sentence around a link, before and after it', async () => {
    const { outline } = await compileBody(`No. At ${one}, [it takes ${one}](../x/) or ${one}. Yes.`);
    expect(outline.links.map(({ text, sentence }) => [shown(text), shown(sentence)])).toEqual([
      ['it takes {c1}', 'At {c0}, it takes {c1} or {c2}.'],
    ]);
  });

  it('does not stand alone', async () => {
    expect(await faultsOf(one)).toEqual(['1:1 component-alone: <Quantity> stands outside of any sentence.']);
    expect(await faultsOf(`<Aside>\n\n${one}\n\n</Aside>`)).toEqual([]);
  });

  it('is told for a time that there is', async () => {
    const [fault] = await faultsOf('It makes <Quantity chain="a" of="throughput" per="week" />.');
    expect(fault).toBe('1:10 wrong-prop: per of <Quantity> must be one of h, d, wk, mo, y, but is “week”.');
  });
});
