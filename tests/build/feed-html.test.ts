import { describe, expect, it } from 'vitest';
import { feedHtml } from '../../src/build/feed-html.ts';

const page = 'https://example.org/blog/en/look-up/';

describe('HTML for feed readers', () => {
  it.each([
    ['keeps what carries meaning', '<p>A <em>b</em> <strong>c</strong><br>d</p>'],
    [
      'keeps lists, quotations and tables',
      '<ol start="3"><li>a</li></ol><table><tbody><tr><th scope="row">b</th></tr></tbody></table>',
    ],
    ['keeps the language of a part', '<p><span lang="sv" dir="ltr">ord</span></p>'],
    ['keeps what only looks like markup', '<p>a &lt;b&gt; &amp; "c"</p>'],
    ['keeps line breaks in code', '<pre><code>a\n  b\n</code></pre>'],
    [
      'keeps a film and its poster',
      '<video src="https://example.org/a.mp4" poster="https://example.org/a.png" controls="controls"></video>',
    ],
  ])('%s', (_what, html) => {
    expect(feedHtml(html, page)).toBe(html);
  });

  it.each([
    ['classes, ids and what scripts would use', '<h2 id="x" class="y" data-z="1" tabindex="0">A</h2>', '<h2>A</h2>'],
    [
      'scripts, styles and drawings',
      '<p>a<script>x()</script><style>b{}</style><svg><text>c</text></svg>d</p>',
      '<p>ad</p>',
    ],
    ['a drawing with a drawing inside', '<svg><svg><a href="#">x</a></svg></svg>after', 'after'],
    [
      'handlers',
      '<p onclick="x()"><a href="https://e.org/" onmouseover="y()">a</a></p>',
      '<p><a href="https://e.org/">a</a></p>',
    ],
    ['addresses that run', '<a href="javascript:x()">a</a><img src="data:text/html,x">', '<a>a</a>'],
    [
      'colours of code',
      '<pre tabindex="0"><code class="hljs"><span class="hljs-keyword">let</span> a</code></pre>',
      '<pre><code>let a</code></pre>',
    ],
    [
      'maps of images, and what moves',
      '<map name="a"><area href="/x" alt="y"><a href="https://e.org/">z</a></map><marquee>a</marquee>',
      '<a href="https://e.org/">z</a>a',
    ],
    ['elements of our own', '<value-chain><p>a</p></value-chain>', '<p>a</p>'],
    [
      'several sizes of an image',
      '<picture><source srcset="/a.avif 1w" type="image/avif"><img src="/a.png" srcset="/b.png 2x" loading="lazy" alt="An ant" width="2"></picture>',
      '<img src="https://example.org/a.png" alt="An ant" width="2">',
    ],
  ])('leaves out %s', (_what, html, expected) => {
    expect(feedHtml(html, page)).toBe(expected);
  });

  it.each([
    ['a part of the page', '#part', `${page}#part`],
    ['the site', '/x/?a=1&b=2', 'https://example.org/x/?a=1&amp;b=2'],
    ['a neighbour', '../other/', 'https://example.org/blog/en/other/'],
    ['another protocol', 'mailto:a@example.org', 'mailto:a@example.org'],
    ['no protocol', '//e.org/a', 'https://e.org/a'],
  ])('gives the whole address of %s', (_what, href, expected) => {
    expect(feedHtml(`<a href="${href.replaceAll('&', '&amp;')}">a</a>`, page)).toBe(`<a href="${expected}">a</a>`);
  });

  it('shows notes as a list at the end, without arrows back', () => {
    const html =
      '<p>A<sup class="footnote-ref"><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup></p>' +
      '<section class="footnotes" role="doc-endnotes"><h2 id="notes">Notes</h2><ol><li id="fn-1"><p>B <a href="#fnref-1" role="doc-backlink">↩</a></p></li></ol></section>';
    expect(feedHtml(html, page)).toBe(
      `<p>A<sup><a href="${page}#fn-1">1</a></sup></p><h2>Notes</h2><ol><li><p>B </p></li></ol>`,
    );
  });

  it('writes the boxes of tasks as signs, and frames as links', () => {
    expect(feedHtml('<li><input type="checkbox" checked disabled>a</li><li><input type="checkbox">b</li>', page)).toBe(
      '<li>☑ a</li><li>☐ b</li>',
    );
    expect(feedHtml('<iframe src="https://v.example/1" title="A film">no</iframe><p>a</p>', page)).toBe(
      '<p><a href="https://v.example/1">A film</a></p><p>a</p>',
    );
  });
});
