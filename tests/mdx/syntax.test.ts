import { describe, expect, it } from 'vitest';
import { compileBody, faultsOf, line } from './compiled.ts';

describe('MDX that cannot be read', () => {
  it.each([
    ['Text\n\nx <b\n', '3:3', 'Unexpected character after `<`, expected a valid JSX tag.', /&lt;/],
    ['I <3 it', '1:3', 'Unexpected character after `<`, expected a valid JSX tag.', /&lt;/],
    [
      'a\n\nx {1+\n',
      '3:3',
      'Unexpected end of file in expression, expected a corresponding closing brace for `{`.',
      /\\\{/,
    ],
    ['a\n\n<Foo>\n\nb', '3:1', 'Expected a closing tag for `<Foo>`.', /Every tag is closed/],
    ['a\n\n</Foo>\n', '3:1', 'Unexpected closing tag `</Foo>`, expected an open tag first.', /Every tag is closed/],
    [
      'a\n\n<!-- x -->',
      '3:1',
      'Unexpected character `!` (U+0021) before name, expected a character that can start a name, such as a letter, `$`, or `_`.',
      /\{\/\* … \*\/\}/,
    ],
    [
      '<https://example.org>',
      '1:1',
      'Unexpected character after `<`, expected a valid JSX tag.',
      /\[text\]\(address\)/,
    ],
  ])('%j is one error with its place', async (body, place, message, hint) => {
    const { problems, html } = await compileBody(body);
    expect(
      problems.map((problem) => [problem.rule, `${problem.line ?? 0}:${problem.column ?? 0}`, problem.message]),
    ).toEqual([['mdx-syntax', place, message]]);
    expect(problems[0]?.hint).toMatch(hint);
    expect(html).toBe('');
  });

  it.each([
    [
      '{const a = 1}',
      "1:2 mdx-syntax: The expression cannot be read: Identifier expected. 'const' is a reserved word",
      /\\\{/,
    ],
    ['## A {#my-id}', '1:10 mdx-syntax: The expression cannot be read: ', /take \{#…\} out/],
    [
      'Text.\n\nimport duties are high.',
      '3:15 mdx-syntax: The line of code cannot be read: Expected `from`',
      /If it is text/,
    ],
    [
      'import A form "./A.tsx"\n\n<A />',
      '1:10 mdx-syntax: The line of code cannot be read: Expected `from`',
      /If it is text/,
    ],
  ])('%j is told in our words', async (body, fault, hint) => {
    const { problems } = await compileBody(body);
    expect(problems.map(line)).toEqual([expect.stringContaining(fault)]);
    expect(problems[0]?.hint).toMatch(hint);
  });

  it('tells of every block of code that cannot be read', async () => {
    expect(await faultsOf('import A form "a";\n\nText.\n\nexport of goods')).toEqual([
      expect.stringContaining('1:10 mdx-syntax') as string,
      '5:8 mdx-syntax: The line of code cannot be read: Unexpected token.',
    ]);
  });

  it('does not take the parser down with it', async () => {
    expect(await faultsOf('\0')).toHaveLength(1);
    expect(await faultsOf('')).toEqual([]);
  });
});
