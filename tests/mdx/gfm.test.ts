import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { features } from '../../src/mdx/features.ts';
import { plain } from './plain-tree.ts';

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

/** One case or more for every section of the GFM specification: section, Markdown. */
const cases: readonly (readonly [section: string, markdown: string])[] = [
  ['tabs', 'a\n\n\tcode\tmore'],
  ['tabs', '-\tone\n\n\ttwo'],
  ['precedence', '- `one\n- two`'],
  ['thematic breaks', '***\n\n- - -\n\n_____\n\n--'],
  ['ATX headings', '# One #\n## Two\n####### No\n#no\n### Three *x* ###  '],
  ['setext headings', 'One\n===\n\nTwo\nlines\n---'],
  ['indented code', '    a\n     b\n\n    c\n\ntext\n    lazy'],
  ['fenced code', '```ruby startline=3\na\n```\n\n~~~~\n```\n~~~~\n\n```\nnever closed'],
  ['fenced code', '  ```\n  a\n   b\n  ```'],
  ['HTML blocks', '<div>\n*no*\n\n*yes*\n</div>'],
  ['HTML blocks', '<!-- one\n\ntwo -->\n\n<?php a ?>\n\n<pre>\n*x*\n\n</pre>'],
  ['link reference definitions', '[one]: /a "T"\n[two]:\n  </b c>\n\n[one] [Two][] [x][two]'],
  ['link reference definitions', '[ö Ä]: /x\n\n[Ö ä]'],
  ['paragraphs', 'a\n  b\n\n\n   c'],
  ['blank lines', '  \n\na\n  \n\n# b\n\n  '],
  ['tables', '| a | b |\n|:-:|--:|\n| 1 | 2 |\n| 3 |\n| 4 | 5 | 6 |'],
  ['tables', 'a | b\n-|-\n`x\\|y` | *c*\n\nafter'],
  ['tables', '| a |\n| - |\n| b |\n> c'],
  ['tables', '| no | table |\n| - |'],
  ['tables', '| only | head |\n|---|---|'],
  ['block quotes', '> a\nlazy\n> - b\n>\n> c\n\n>\n> d'],
  ['block quotes', '> ```\n> x\n\n> > deep\n> less'],
  ['list items', '1.  a\n\n    b\n\n        code\n\n    > c'],
  ['list items', '- a\n\n  b\n- \n- c\n\n      code'],
  ['list items', '10) a\n11) b\n\n-1. no\n\n1234567890. no'],
  ['task list items', '- [ ] a\n- [x] b\n  - [X] c\n- [y] d\n- [ ]'],
  ['lists', '- a\n- b\n* c\n+ d\n\n1. e\n3. f\n2) g'],
  ['lists', '- a\n  - b\n    - c\n\n- d'],
  ['lists', 'text\n- a\n\ntext\n14. no'],
  ['backslash escapes', '\\*a\\* \\# \\\\ \\a `\\*`\\\nb'],
  ['entities', '&nbsp;&amp;&copy;&#35;&#x22;&nope;&#0; [a](/&ouml; "&quot;")'],
  ['code spans', '`a` `` b ` c `` `  d  ` `` ` `` `e\nf` `open'],
  ['code spans', '*a `*` b*'],
  ['emphasis', '*a* _b_ **c** __d__ ***e*** a*b*c a_b_c **f*g*h**'],
  ['emphasis', '* a * **not** ** _(x)_ 5*6*78 *foo**bar* **"x"**y'],
  ['emphasis', '**a *b **c** d* e** *a **b*'],
  ['strikethrough', '~~a~~ ~b~ ~~~c~~~ a~~b~~c ~~d *e*~~'],
  ['links', '[a](/b) [c](</d e> "t") [f]( /g \'h\' ) [i]() [j](a(b)c)'],
  ['links', '[a [b] c](d) [a](b "t\\"u") [*e*`f`](g) [x](y z)'],
  ['links', '[a](b)[c](d) [link [inner](x) y](z)'],
  ['links', '[full][r] [collapsed][] [short] [R] [none][nowhere]\n\n[r]: /1\n[collapsed]: /2\n[short]: /3'],
  ['images', '![a *b*](c "d") ![e][f] ![f] [![g](h)](i)\n\n[f]: /f "t"'],
  ['autolinks', '<https://a.b/c?d=e> <x@y.zz> <not a link> <made-up:scheme>'],
  ['autolinks (extension)', 'www.a.org/b, https://c.de/f(g)h). http://i.jk/l?m=n&amp; d@e.fg'],
  ['autolinks (extension)', '(https://a.bc/d) **www.x.yz** http://a_b.cd https://e.fg/~h~ www.'],
  ['raw HTML', 'a <b c="d">e</b> <!-- f --> <br/> <g <33> &lt;'],
  ['disallowed raw HTML', '<title>a</title>\n\nb <style> <em>c</em>'],
  ['hard line breaks', 'a  \nb\\\nc\nd  '],
  ['soft line breaks', 'a\nb \n c'],
  ['textual content', 'a, "b" $c$ {d} : e; f! ½ 日本語 🙂'],
  [
    'footnotes',
    'a[^1] b[^long-name] c[^1] d[^none]\n\n[^1]: One.\n[^long-name]: Two\n    lines.\n\n    ```\n    x\n    ```',
  ],
  ['footnotes', '[^a]: > quoted\n\ntext[^a]![^a]'],
  ['nesting', '> 1. a\n>    - [ ] b\n>\n>      | c |\n>      |---|\n>      | d |'],
  ['line endings', 'a\r\nb\r\n\r\n- c\r\n- d\r\n'],
  ['unicode', '**価値**の*連鎖* — ”a” «b» \u00A0*c*\u00A0'],
];

/** Where the two are known to read differently: Markdown, and what ours makes of it. Nobody writes any of these. */
const differences: readonly (readonly [markdown: string, why: string])[] = [
  ['- [x] \n1. ', 'a box with nothing after it takes the next empty item for its text'],
  ['- [x] \n    a', 'the indentation of the line after a box stays in the text'],
  ['a\n[^1]: *', 'a note that is only a list sign, right under a paragraph, is an empty list'],
];

describe('the parser reads GFM as remark-gfm does', () => {
  it.each(cases)('%s: %j', (_section, markdown) => {
    expect(plain(markdownToMdast(markdown, { features }))).toEqual(plain(remark.parse(markdown)));
  });

  it.each(differences)('except %j: %s', (markdown) => {
    expect(plain(markdownToMdast(markdown, { features }))).not.toEqual(plain(remark.parse(markdown)));
  });
});
