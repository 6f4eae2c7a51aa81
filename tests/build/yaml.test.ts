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
    ['a second value of one key', 'a: 1\na: 2\n', 2, 'Remove one of the two'],
    ['a text with a colon', 'title: A: b\n', 1, 'needs quotes'],
    ['a tab', 'a:\n\tb: 1\n', 2, 'spaces instead of tabs'],
    ['a bracket that stays open', 'a: [1, 2\n', 2, 'Check colons'],
    ['a name that nobody gave', 'a: *b\n', 1, undefined],
    ['a second text after ---', 'a: 1\n---\nb: 2\n', 2, 'begins another text'],
  ])('with %s is a problem with its line', (_what, text, line, hint) => {
    const { value, problems } = readYaml(text, 'x.yaml');
    expect(value).toBeUndefined();
    expect(problems[0]).toMatchObject({ rule: 'invalid-yaml', file: 'x.yaml', line });
    if (hint !== undefined) expect(problems[0]?.hint).toContain(hint);
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
