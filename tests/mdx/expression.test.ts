import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/mdx/evaluate.ts';
import { compileBody, faultsOf, htmlOf } from './compiled.ts';

describe('expressions', () => {
  it.each([
    ['{1 + 1}', '2'],
    ['a{" "}b', '<p>a b</p>'],
    ['{/* nothing */}', ''],
    ['{\n  // nothing\n}', ''],
    ['{null}{false}{undefined}', '\n\n'],
    ['{"<b>" + "&"}', '&lt;b&gt;&amp;'],
    ['{[1, 2].map((n) => <b key={n}>{n * 2}</b>)}', '<b>2</b><b>4</b>'],
    ['{Math.max(1, 2) + JSON.stringify([1])}', '2[1]'],
    ['{(() => { const Date = 3; return Date; })}', undefined],
    ['<span title={"a" + 1}>x</span> y', '<p><span title="a1">x</span> y</p>'],
    ['{new Intl.NumberFormat("de").format(1234.5)}', '1.234,5'],
    ['{[<br key="b" />, <b title="/>">x</b>]}', '<br><b title="/>">x</b>'],
    ['{1 // one\n}', '1'],
  ])('%j gives %j', async (body, html) => {
    if (html === undefined) expect((await faultsOf(body)).length).toBe(1);
    else expect(await htmlOf(body)).toBe(html);
  });

  it.each([
    ['Date.now()', 'Date'],
    ['new Date().getFullYear()', 'Date'],
    ['Math.random()', 'Math.random'],
    ['Math["random"]()', 'Math.random'],
    ['process.env.HOME', 'process'],
    ['globalThis.x', 'globalThis'],
    ['fetch("x")', 'fetch'],
    ['require("fs")', 'require'],
    ['Function("return 1")()', 'Function'],
    ['eval("1")', 'eval'],
    ['import("fs")', 'import'],
    ['[].constructor.constructor("return 1")()', 'constructor'],
    ['performance.now()', 'performance'],
    ['crypto.randomUUID()', 'crypto'],
    ['setTimeout(() => 1)', 'setTimeout'],
    ['new Intl.DateTimeFormat("sv").format()', 'Intl.DateTimeFormat'],
  ])('may not say %s', async (expression, name) => {
    expect(await faultsOf(`Text\n\n{${expression}}`)).toEqual([
      `3:1 impure-expression: An expression may not use ${name}.`,
    ]);
    expect(await faultsOf(`Text\n\n<p title={${expression}}>x</p>`)).toEqual([
      `3:1 impure-expression: An expression may not use ${name}.`,
    ]);
  });

  it.each([
    ['(1234.5).toLocaleString()', 'toLocaleString'],
    ['"a".localeCompare("b")', 'localeCompare'],
    ['new Intl.NumberFormat().format(1)', 'Intl.NumberFormat'],
    ['new Intl.NumberFormat(undefined).format(1)', 'Intl.NumberFormat'],
  ])('must say in which language %s speaks', async (expression, name) => {
    expect(await faultsOf(`{${expression}}`)).toEqual([
      `1:1 impure-expression: ${name} is not told a language, so it would take that of the machine.`,
    ]);
  });

  it('may format and compare in a language that they name', async () => {
    expect(await htmlOf('{(1234.5).toLocaleString("de")} {"a".localeCompare("b", "sv")}')).toBe('1.234,5\n-1');
  });

  it('may use such names as keys', async () => {
    expect(await htmlOf('{({ Date: 1 }).Date}')).toBe('1');
  });

  it.each([
    ['a\n\nb {missing} c', '3:3 failing-expression: This cannot be rendered: missing is not defined.'],
    ['{null.x}', "1:1 failing-expression: This cannot be rendered: Cannot read properties of null (reading 'x')."],
    ['a\n\n<p title={nope}>x</p>', '3:1 failing-expression: This cannot be rendered: nope is not defined.'],
    [
      '{{ a: 1 }}',
      '1:1 failing-expression: This cannot be rendered: its value is neither a text nor a number nor an element.',
    ],
    [
      '{((name) => Math[name]())("ran" + "dom")}',
      '1:1 failing-expression: This cannot be rendered: Math[name] is not a function.',
    ],
  ])('%j fails at its place', async (body, fault) => {
    expect(await faultsOf(body)).toEqual([fault]);
  });

  it('are told together with everything else that is wrong, and once each', async () => {
    expect(await faultsOf('{null.x}\n\n<Figur />\n\n{Date.now()}\n\n<p style="x" title={nope}>a {alas}</p>')).toEqual([
      "1:1 failing-expression: This cannot be rendered: Cannot read properties of null (reading 'x').",
      '3:1 unknown-component: There is no component <Figur>.',
      '5:1 impure-expression: An expression may not use Date.',
      '7:1 style-attribute: style= on <p> is not allowed.',
      '7:29 failing-expression: This cannot be rendered: alas is not defined.',
    ]);
  });

  it.each([
    ['{[1].map(() => <a href="x">y</a>)}', '1:1 tag-in-expression: <a> may not stand inside an expression.'],
    ['{<img src="x" />}', '1:1 tag-in-expression: <img> may not stand inside an expression.'],
    ['{<ValueChain id="x" />}', '1:1 tag-in-expression: <ValueChain> may not stand inside an expression.'],
    ['{<h2>x</h2>}', '1:1 tag-in-expression: <h2> may not stand inside an expression.'],
    ['{<b style="x">y</b>}', '1:1 attribute-in-expression: style on <b> is not allowed.'],
    ['{<b onClick={1}>y</b>}', '1:1 attribute-in-expression: onClick on <b> is not allowed.'],
    ['{<b {...{}}>y</b>}', '1:1 attribute-in-expression: ... on <b> is not allowed.'],
  ])('%s hides what must be seen', async (body, fault) => {
    expect(await faultsOf(body)).toEqual([fault]);
  });

  it('are told to the search only as far as a page shows them', async () => {
    const { outline } = await compileBody('a {true} {false} {"shown"} {0} {null}');
    expect(
      outline.sections
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe('a shown 0');
  });

  it('are given up when they do not come to an end, and not when they throw', () => {
    expect(() => evaluate('(() => { for (;;); })()', 20)).toThrow('it has not come to an end within 0.02 seconds');
    expect(() => evaluate('null.x')).toThrow(TypeError);
    expect(evaluate('1 + 1')).toBe(2);
  });
});
