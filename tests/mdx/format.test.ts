import { describe, expect, it } from 'vitest';
import { formatKeepsMeaning, formatMdx } from '../../src/mdx/format.ts';
import { compileBody } from './compiled.ts';
import { fixtures } from './fixtures.ts';

describe('formatting', () => {
  it.each([
    ['* a\n* b', '- a\n- b\n'],
    ['_a_ __b__', '*a* **b**\n'],
    ['Head\n----', '## Head\n'],
    ['~~~js\nx\n~~~', '```js\nx\n```\n'],
    ['---', '***\n'],
    ['|a|b|\n|-|-:|\n|long|1|', '| a    |  b |\n| ---- | -: |\n| long |  1 |\n'],
    ['a  \nb', 'a\\\nb\n'],
    ['See https://example.org/?a=b_c, www.example.org.', 'See https://example.org/?a=b_c, www.example.org.\n'],
    ['<Figure   src="a"\n  alt="b"/>', '<Figure src="a" alt="b" />\n'],
    ['a [b] c', 'a \\[b] c\n'],
    ['{ 1+1 }', '{ 1+1 }\n'],
    ['import a from "b"\n\n\n\nText', 'import a from "b"\n\nText\n'],
    ['a\r\nb', 'a\nb\n'],
    ['', ''],
  ])('%j becomes %j', (source, formatted) => {
    expect(formatMdx(source)).toBe(formatted);
  });

  it('keeps front matter to the letter', () => {
    const front = '---\ntitle:   "A"   # why\ntags: [ b,c ]\n---\n';
    expect(formatMdx(`${front}\n\n\n* a\n`)).toBe(`${front}\n- a\n`);
    expect(formatMdx(front)).toBe(front);
  });

  it.each(['a {1 +', '<Foo>', '---\na: b\n---\n\nx <b'])('leaves what cannot be read as it is: %j', (source) => {
    expect(formatMdx(source)).toBe(source);
  });

  it.each(fixtures)('changes nothing for readers of $name, and nothing the second time', async ({ body, lang }) => {
    const formatted = formatMdx(body);
    expect(formatMdx(formatted)).toBe(formatted);
    expect(formatKeepsMeaning(body, formatted)).toBe(true);
    expect((await compileBody(formatted, lang)).html).toBe((await compileBody(body, lang)).html);
  });

  it('knows when a meaning has changed', () => {
    expect(formatKeepsMeaning('*a*', '**a**')).toBe(false);
    expect(formatKeepsMeaning('<b', '<b')).toBe(false);
    expect(formatKeepsMeaning('* a', '- a')).toBe(true);
  });
});
