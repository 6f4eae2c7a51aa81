import { describe, expect, it } from 'vitest';
import { compileBody, faultsOf, htmlOf } from './compiled.ts';

describe('tables', () => {
  it('are aligned by classes, scroll by themselves and name their headers', async () => {
    expect(await htmlOf('| a | b | c | |\n|:-|-:|:-:|-|\n| 1 | 2 | 3 | 4 |')).toBe(
      '<div class="table" tabindex="0"><table>\n<thead>\n<tr>\n<th class="align-start" scope="col">a</th>\n<th class="align-end" scope="col">b</th>\n<th class="align-center" scope="col">c</th>\n<td></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="align-start">1</td>\n<td class="align-end">2</td>\n<td class="align-center">3</td>\n<td>4</td>\n</tr>\n</tbody>\n</table></div>',
    );
  });
});

describe('tasks', () => {
  it('are boxes with a name', async () => {
    const html = await htmlOf('- [x] a\n- [ ] b');
    expect(html).toContain('<input type="checkbox" checked disabled aria-label="DONE"> a');
    expect(html).toContain('<input type="checkbox" disabled aria-label="OPEN"> b');
  });
});

describe('code', () => {
  it('is highlighted with classes and takes the focus', async () => {
    expect(await htmlOf('```js\nlet a = "<";\n```')).toBe(
      '<pre tabindex="0"><code class="hljs language-js"><span class="hljs-keyword">let</span> a = <span class="hljs-string">"&lt;"</span>;\n</code></pre>',
    );
  });

  it.each(['```\na "b" -- c\n```', '```text\na "b" -- c\n```', '    not code in MDX'])(
    'stays plain: %j',
    async (body) => {
      expect(await htmlOf(body)).not.toContain('hljs');
    },
  );

  it('in an unknown language is shown plain, with a warning that names the nearest', async () => {
    const { html, problems } = await compileBody('Text\n\n~~~pythn\na = 1\n~~~');
    expect(html).toBe('<p>Text</p>\n<pre tabindex="0"><code class="language-pythn">a = 1\n</code></pre>');
    expect(problems).toEqual([
      {
        rule: 'unknown-code-language',
        severity: 'warning',
        file: 'essays/a/en.mdx',
        line: 3,
        column: 1,
        message: 'No colours are known for code in “pythn”.',
        hint: 'Did you mean python? It is shown without colours.',
      },
    ]);
  });
});

describe('output', () => {
  it('never has a style attribute', async () => {
    expect(await htmlOf('| a |\n|:-:|\n| b |\n\n1. a\n\n7. b')).not.toContain('style');
  });

  it.each([
    ['a &amp; \\< b', '<p>a &amp; &lt; b</p>'],
    ['a\\\nb', '<p>a<br>\nb</p>'],
    ['***', '<hr>'],
    ['~~a~~', '<p><del>a</del></p>'],
    ['3. a', '<ol start="3">\n<li>a</li>\n</ol>'],
    ['<abbr title="a &gt; b">x</abbr> y', '<p><abbr title="a > b">x</abbr> y</p>'],
    ['<span className="k">x</span> y', '<p><span class="k">x</span> y</p>'],
    ['<>a *b*</>', 'a <em>b</em>'],
    ['<details>\n<summary>S</summary>\n\nText\n</details>', '<details><summary>S</summary><p>Text</p></details>'],
  ])('%j is %j', async (body, html) => {
    expect(await htmlOf(body)).toBe(html);
  });

  it.each(['\uE000', '\uE001', '\u0007', '\u0085'])('refuses the invisible character %j', async (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    expect(await faultsOf(`Text\n\nab${character}c`)).toEqual([
      `3:3 control-character: There is an invisible character here (U+${code}).`,
    ]);
  });
});
