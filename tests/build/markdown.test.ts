import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { htmlMarkdown } from '../../src/build/markdown.ts';

const page = 'https://example.org/en/look-up/';
const markdown = (html: string): string => htmlMarkdown(html, page).replace(/\n$/, '');

interface Tree {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string | null | undefined;
  readonly children?: readonly Tree[];
}

/** The text that a Markdown parser of others reads. */
function textOf(tree: Tree): string {
  return tree.value ?? tree.alt ?? (tree.children ?? []).map(textOf).join('');
}

function parsed(text: string): Tree {
  return unified().use(remarkParse).use(remarkGfm).parse(text);
}

describe('HTML as Markdown', () => {
  it.each([
    ['headings and paragraphs', '<h2 id="a">A <em>b</em></h2><p>C\n d</p>', '## A *b*\n\nC d'],
    ['emphasis next to its words', '<p>a<strong> b </strong>c <del>d</del></p>', 'a **b** c ~~d~~'],
    ['a heading that ends with a number sign', '<h2>C #</h2>', '## C \\#'],
    [
      'emphasis that marks would not make',
      '<p>a<b>«x»</b>y <b>«x»</b> z<i>.</i></p>',
      'a<b>«x»</b>y **«x»** z<i>.</i>',
    ],
    ['code in a table', '<table><tbody><tr><td><code>a|b</code></td></tr></tbody></table>', '| `a\\|b` |\n| --- |'],
    ['breaks', '<p>a<br>b</p>', 'a\\\nb'],
    ['code', '<p><code>a`b</code> <code>`</code></p>', '``a`b`` `` ` ``'],
    [
      'a block of code',
      '<pre tabindex="0"><code class="hljs language-ts"><span class="x">let</span> a;\n</code></pre>',
      '```ts\nlet a;\n```',
    ],
    ['a fence inside a fence', '<pre><code>```\na\n```</code></pre>', '````\n```\na\n```\n````'],
    ['lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['lists of paragraphs', '<ol start="3"><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>', '3. a\n\n   b\n\n4. c'],
    [
      'tasks',
      '<ul><li><input type="checkbox" checked disabled> a</li><li><input type="checkbox" disabled> b</li></ul>',
      '- [x] a\n- [ ] b',
    ],
    ['quotations', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    [
      'tables',
      '<table><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td>d<br>e</td></tr></tbody></table>',
      '| a | b\\|c |\n| --- | --- |\n| d<br>e |  |',
    ],
    [
      'links',
      '<p><a href="../b/#c" class="x">a</a> <a href="javascript:x()">b</a></p>',
      '[a](https://example.org/en/b/#c) b',
    ],
    [
      'images',
      '<figure><picture><source srcset="/a.avif"><img src="/a.png" alt="An [ant]"></picture><figcaption>b</figcaption></figure>',
      '![An \\[ant\\]](https://example.org/a.png)\n\nb',
    ],
    ['drawings and scripts', '<p>a</p><svg><text>x</text></svg><script>y</script><p>b</p>', 'a\n\nb'],
    ['frames and films', '<iframe src="https://v.example/1"></iframe>', '<https://v.example/1>'],
    ['raised letters', '<p>m<sup>2</sup></p>', 'm<sup>2</sup>'],
    ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb'],
    ['terms', '<dl><dt>a</dt><dd>b</dd></dl>', 'a\n\n: b'],
  ])('writes %s', (_what, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  it('writes notes as footnotes, each with its number', () => {
    const html =
      '<p>A<sup class="footnote-ref"><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup></p>' +
      '<section role="doc-endnotes"><h2 id="notes">Notes</h2><ol><li id="fn-1"><p>B <a href="#fnref-1" role="doc-backlink">↩</a></p><p>C</p></li></ol></section>';
    expect(markdown(html)).toBe('A[^1]\n\n[^1]: B\n\n    C');
    expect(parsed(markdown(html)).children?.map(({ type }) => type)).toEqual(['paragraph', 'footnoteDefinition']);
  });

  it.each([
    '# no heading',
    '- no item',
    '+ no item',
    '1. no item',
    '2) no item',
    '> no quotation',
    '---',
    '===',
    '*a* _b_ **c** __d__ ~~e~~ `f`',
    '[a](b) ![c](d) [^1] [e]: f',
    'a <b>c</b> &amp; &lt; <https://e.org>',
    'snake_case_name and 2 * 3 * 4',
    'back\\slash \\* star',
    'a | b',
  ])('keeps the text “%s” as it is', (text) => {
    const html = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
    const tree = parsed(markdown(html));
    expect(tree.children?.map(({ type }) => type)).toEqual(['paragraph']);
    expect(textOf(tree)).toBe(text);
  });
});
