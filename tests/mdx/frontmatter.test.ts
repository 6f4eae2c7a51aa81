import { describe, expect, it } from 'vitest';
import { compile } from '../../src/mdx/compile.ts';
import { splitFrontmatter } from '../../src/mdx/frontmatter.ts';
import { line, words } from './compiled.ts';

describe('front matter', () => {
  it.each([
    ['---\ntitle: A\n---\nText', { yaml: 'title: A', yamlLine: 2, body: 'Text', bodyLine: 4 }],
    ['---\r\ntitle: A\r\n---\r\nText', { yaml: 'title: A', yamlLine: 2, body: 'Text', bodyLine: 4 }],
    ['\uFEFF---\na: 1\nb: 2\n---\n\nText', { yaml: 'a: 1\nb: 2', yamlLine: 2, body: '\nText', bodyLine: 5 }],
    ['---\n---\nText', { yaml: '', yamlLine: 2, body: 'Text', bodyLine: 3 }],
    ['---\na: 1\n---', { yaml: 'a: 1', yamlLine: 2, body: '', bodyLine: 3 }],
    ['Text\n\n---\n\nMore', { yaml: undefined, yamlLine: 1, body: 'Text\n\n---\n\nMore', bodyLine: 1 }],
    ['---\nnever closed', { yaml: undefined, yamlLine: 1, body: '---\nnever closed', bodyLine: 1 }],
    ['', { yaml: undefined, yamlLine: 1, body: '', bodyLine: 1 }],
    ['---\ntext: "---"\nmore: ----\n---\nx', { yaml: 'text: "---"\nmore: ----', yamlLine: 2, body: 'x', bodyLine: 5 }],
  ])('splits %j', (source, split) => {
    expect(splitFrontmatter(source)).toEqual(split);
  });

  it('is counted in the lines of problems and of the outline', async () => {
    const source = '---\ntitle: A\ntags: []\n---\n\n## Head\n\n<Nothing />\n';
    const { outline, problems } = await compile({ source, file: 'a.mdx', lang: 'en', words });
    expect(outline.headings[0]).toMatchObject({ line: 6, column: 1 });
    expect(problems.map(line)).toEqual(['8:1 unknown-component: There is no component <Nothing>.']);
  });

  it('does not take a line of hyphens at the top of the body for more of itself', async () => {
    const source = '---\ntitle: A\n---\n---\n\nText\n\n---\n';
    expect((await compile({ source, file: 'a.mdx', lang: 'en', words })).html).toBe('<hr>\n<p>Text</p>\n<hr>');
  });
});
