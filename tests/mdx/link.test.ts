import { describe, expect, it } from 'vitest';
import { compileBody, faultsOf, htmlOf } from './compiled.ts';

describe('links', () => {
  it('become slots numbered in the order of the document', async () => {
    const body =
      'A [b](../look-up/#h "t"), https://example.org, [c](#here)\nand <a href="mailto:a@b.c">d</a>.\n\n[e][ref]\n\n[ref]: ../x.mdx\n';
    const { outline } = await compileBody(body);
    expect(await htmlOf(body)).toBe(
      '<p>A <a href="{l0}" title="t">b</a>, <a href="{l1}">https://example.org</a>, <a href="{l2}">c</a>\nand <a href="{l3}">d</a>.</p>\n<p><a href="{l4}">e</a></p>',
    );
    expect(outline.links.map(({ href, line, column }) => [href, line, column])).toEqual([
      ['../look-up/#h', 1, 3],
      ['https://example.org', 1, 27],
      ['#here', 1, 48],
      ['mailto:a@b.c', 2, 5],
      ['../x.mdx', 4, 1],
    ]);
  });

  it('know the sentence they stand in', async () => {
    const { outline } = await compileBody('First one. The second [leads\non](../a/) to *it*. Third.');
    expect(outline.links[0]).toMatchObject({ text: 'leads on', sentence: 'The second leads on to it.' });
  });

  it('tell two links with the same text apart by their sentences', async () => {
    const { outline } = await compileBody('See [it](../a/) here. See [it](../b/) there.');
    expect(outline.links.map((link) => link.sentence)).toEqual(['See it here.', 'See it there.']);
  });

  it('keep the spelling of their author', async () => {
    const { outline } = await compileBody('[a](../åsikter/) [b](<../a b/>) [c](../%C3%A5/)');
    expect(outline.links.map((link) => link.href)).toEqual(['../åsikter/', '../a b/', '../å/']);
  });

  it('to other sites keep every sign that would mean something else', async () => {
    const { outline } = await compileBody(
      '[a](https://e.org/?q=50%25&b=%252F&c=%20) [b](mailto:a@e.org?body=one%0Atwo) [c](//e.org/ö/%C3%B6/%ff)',
    );
    expect(outline.links.map((link) => link.href)).toEqual([
      'https://e.org/?q=50%25&b=%252F&c=%20',
      'mailto:a@e.org?body=one%0Atwo',
      '//e.org/ö/ö/%ff',
    ]);
  });

  it('in a note come after those of the text', async () => {
    const { outline } = await compileBody('a[^1] [b](b)\n\n[^1]: [c](c)');
    expect(outline.links.map((link) => link.href)).toEqual(['b', 'c']);
  });

  it.each([
    ['[a](javascript:alert(1))', '1:1 unsafe-link: A link may not lead to javascript: addresses.'],
    ['[a](JavaScript:alert)', '1:1 unsafe-link: A link may not lead to javascript: addresses.'],
    ['<a href="java\tscript:alert(1)">x</a>', '1:1 unsafe-link: A link may not lead to javascript: addresses.'],
    ['[a](data:text/html,x)', '1:1 unsafe-link: A link may not lead to data: addresses.'],
    ['[a](vbscript:x)', '1:1 unsafe-link: A link may not lead to vbscript: addresses.'],
    ['[a](file:///etc/passwd)', '1:1 unsafe-link: A link may not lead to file: addresses.'],
    ['<Quote href="javascript:x" by="A">x</Quote>', '1:1 unsafe-link: A link may not lead to javascript: addresses.'],
    ['<svg><use href="javascript:x" /></svg>', '1:6 unsafe-link: href= on <use> may not run code.'],
    [
      '<button formaction={" Java\\tscript:x"}>y</button>',
      '1:1 unsafe-link: formaction= on <button> may not run code.',
    ],
    [
      '<map name="m"><area href="javascript:x" alt="y" /></map>',
      '1:15 unsafe-link: A link may not lead to javascript: addresses.',
    ],
    ['[a]()', '1:1 empty-link: This link has no address.'],
    ['a [](../b/)', '1:3 empty-link: This link has no words.'],
    ['<a href="../b/"> </a>', '1:1 empty-link: This link has no words.'],
    ['<a href={"a" + 1}>x</a>', '1:1 computed-address: href of <a> is computed, so nothing can check or resolve it.'],
  ])('%s is an error', async (body, fault) => {
    expect(await faultsOf(body)).toEqual([fault]);
  });

  it.each([
    '[![a](p.png)](../b/)',
    '<a href="../b/" aria-label="B"> </a>',
    '<a href="../b/">{1 + 1}</a>',
    '<a id="here" />',
  ])('without words of their own may be read aloud otherwise: %s', async (body) => {
    expect(await faultsOf(body)).toEqual([]);
  });
});

describe('films and sounds', () => {
  it('lead to files by links', async () => {
    const body =
      '<video src="/a.mp4" poster="/a.png" controls>\n  <source src="/b.mp4" />\n  <track src="/sv.vtt" />\n</video>\n\n<audio src="/c.mp3" />';
    const { outline } = await compileBody(body);
    expect(await htmlOf(body)).toContain('<video src="{l0}" poster="{l1}" controls><source src="{l2}">');
    expect(outline.links.map(({ href }) => href)).toEqual(['/a.mp4', '/a.png', '/b.mp4', '/sv.vtt', '/c.mp3']);
  });

  it.each([
    ['<audio src="https://a.example/x.mp3" />', '1:1 remote-media: “https://a.example/x.mp3” lies on another site.'],
    ['<video poster="//a.example/x.png" />', '1:1 remote-media: “//a.example/x.png” lies on another site.'],
    ['<img src="a.png" srcSet="b.png 2x" alt="A" />', '1:1 own-sizes: srcSet= on <img> is not allowed.'],
    ['<picture><source srcset="b.png" /></picture>', '1:10 own-sizes: srcset= on <source> is not allowed.'],
  ])('%s is an error', async (body, fault) => {
    expect(await faultsOf(body)).toEqual([fault]);
  });
});
