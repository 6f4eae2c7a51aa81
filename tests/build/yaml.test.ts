import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/build/yaml.ts';

describe('YAML', () => {
  it('gives its value and where its parts stand, counted in the whole file', () => {
    const { value, placeOf, problems } = readYaml('a: 1\nb:\n  - c: 2\n  - d\n', 'x.yaml', 10);
    expect({ value, problems }).toEqual({ value: { a: 1, b: [{ c: 2 }, 'd'] }, problems: [] });
    expect(placeOf(['b', 0, 'c'])).toEqual({ line: 12, column: 5 });
    expect(placeOf(['b', 1])).toEqual({ line: 13, column: 5 });
    expect(placeOf(['b', 7, 'nothing'])).toEqual({ line: 11, column: 1 });
  });

  it.each([
    ['a second value of one key', 'a: 1\na: 2\n', '2:1 this key stands twice', 'Remove one'],
    ['a text with a colon', 'title: A: b\n', '1:8 a second colon', 'needs quotes'],
    ['a tab', 'a:\n\tb: 1\n', '2:1 a tab stands', 'spaces instead of tabs'],
    ['a bracket that stays open', 'a: 1\nb: [1,\n  2\nc: 3\n', '2:4 the list that begins here with [ has no ]', ']'],
    ['a brace that stays open', 'a: { b: c\n', '1:4 what begins here with { has no }', '}'],
    ['a quotation mark that stays open', 'a: "b\nc: d\ne: f\n', '1:4 the text that begins here with "', '\\"'],
    ['an apostrophe that stays open', "a: 'b\nc: d\n", "1:4 the text that begins here with '", "''"],
    ['an apostrophe inside apostrophes', "a: 'it's'\n", '1:8 more text follows', "''"],
    ['words behind those in quotes', 'a: "b" c\n', '1:8 more text follows', '\\"'],
    ['a line that is too deep', 'a: 1\n b: 2\n', '1:4 this line and the next', 'same column'],
    ['a line without a colon', 'a\nb: 2\n', '1:1 this line and the next', 'a colon'],
    ['a key that is not deep enough', 'a:\n  b: 1\n c: 2\n', '3:1 this line begins in another column', 'Indent'],
    ['an item that is not deep enough', 'a:\n  - b\n - c\n', '3:1 this line begins in another column', 'Indent'],
    ['a dash behind a key', 'a: - b\n', '1:4 a list begins on the line of its key', 'dash'],
    ['a dash in brackets', 'a: [b c, - d]\n', '1:10 lines with a dash', 'commas'],
    ['an at sign', 'a: @b\n', '1:4 no text can begin with @', 'quotes'],
    ['an exclamation mark', 'a: !b c\n', '1:4 !b begins with', 'quotes'],
    ['a backslash', 'a: "b\\q"\n', '1:6 \\q means nothing', 'single quotes'],
    ['text behind >', 'a: > b\n', '1:6 text follows', 'next line'],
    ['text behind |', 'a: |b\n', '1:5 text follows', 'next line'],
    ['a bracket too many', 'a: [b]]\n', '1:7 a ] closes', 'Take it out'],
    ['a name that nobody gave', 'a: *b\n', '1:1 *b stands for a value named &b', 'begins with *'],
    ['a second text after ---', 'a: 1\n---\nb: 2\n', '2:1 a second text', 'begins another text'],
    ['something else', 'a: &b &c d\n', '1:7 a node can have', 'Check colons'],
  ])('with %s is one problem with its place, said in plain words', (_what, text, said, hint) => {
    const { value, problems } = readYaml(text, 'x.yaml');
    expect(value).toBeUndefined();
    const all = problems.map(
      ({ line, column, message }) =>
        `${String(line)}:${String(column)} ${message.replace('The YAML cannot be read: ', '')}`,
    );
    expect(all).toEqual([expect.stringContaining(said)]);
    expect(problems[0]?.hint).toContain(hint);
  });

  it('with mistakes in two lines is two problems', () => {
    const lines = readYaml('a: b: c\nd: "e" f\n', 'x.yaml').problems.map(({ line }) => line);
    expect(lines).toEqual([1, 2]);
  });

  it.each([
    ['holds itself', 'a: &a [*a]\n'],
    ['holds itself further down', 'a: &a { b: { c: *a } }\n'],
    [
      'grows without end',
      `a: &a [x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n`,
    ],
  ])('that %s is a problem', (_what, text) => {
    expect(readYaml(text, 'x.yaml').problems).toMatchObject([{ rule: 'invalid-yaml' }]);
  });

  it.each([
    ['control character', '"a\\u0008b"', 'U+0008'],
    ['half of a character', '"a\\uD83Cb"', 'U+D83C'],
    ['mark that is ours', '\uE000', 'U+E000'],
  ])('with a %s in a text is a problem with its place', (_what, text, code) => {
    const { value, problems } = readYaml(`a: 1\nb:\n  - c: ${text}\n`, 'x.yaml', 3);
    expect(JSON.stringify(value)).toMatch(/^\{"a":1,"b":\[\{"c":"(?:ab)?"\}\]\}$/u);
    expect(problems).toMatchObject([{ rule: 'control-character', line: 5, column: 8 }]);
    expect(problems[0]?.message).toContain(code);
  });

  it('with a character of two halves, or one of any script, is read', () => {
    expect(readYaml('a: "\\uD83C\\uDFED 🏭 \u200f\u2028é"\n', 'x.yaml').value).toEqual({ a: '🏭 🏭 \u200f\u2028é' });
  });

  it('may name a value twice', () => {
    expect(readYaml('a: &a { b: 1 }\nc: *a\n', 'x.yaml').value).toEqual({ a: { b: 1 }, c: { b: 1 } });
  });
});
