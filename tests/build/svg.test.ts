import { describe, expect, it } from 'vitest';
import { sanitizeSvg } from '../../src/build/svg.ts';
import type { SafeSvg } from '../../src/build/svg.ts';

function safe(inside: string, attributes = 'viewBox="0 0 100 50"'): SafeSvg {
  const result = sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

const PATH = '<path d="M0 0h9"/>';
const HTML = 'xmlns="http://www.w3.org/1999/xhtml"';

describe('a drawing is made safe', () => {
  it.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<SCRIPT>alert(1)</SCRIPT>', '<SCRIPT>'],
    ['<rect width="1" height="1" onclick="alert(1)"/>', 'onclick='],
    ['<rect width="1" height="1" OnClick="alert(1)"/>', 'OnClick='],
    [`<foreignObject><div ${HTML}><script>alert(1)</script></div></foreignObject>`, '<foreignObject>'],
    [`<iframe ${HTML} src="https://evil.example"/>`, '<iframe>'],
    ['<use href="https://evil.example/x.svg#a"/>', 'href='],
    ['<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="//evil.example/x.svg#a"/>', 'xlink:href='],
    ['<image href="https://evil.example/x.png"/>', 'href='],
    ['<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', 'href='],
    ['<a href="javascript:alert(1)"><text>go</text></a>', ''],
    ['<a><set attributeName="href" to="javascript:alert(1)"/><text>go</text></a>', ''],
    ['<rect width="1" height="1" fill="url(https://evil.example/#a)"/>', 'fill='],
    ['<rect width="1" height="1" fill="u\\72l(https://evil.example/#a)"/>', 'fill='],
    ['<rect width="1" height="1" style="fill:url( \'https://evil.example/#a\')"/>', 'style='],
    ['<style>@import "https://evil.example/x.css";</style>', '<style> with addresses'],
    ['<style>rect{fill:url(https://evil.example/x)}</style>', '<style> with addresses'],
  ])('without %s', (evil, named) => {
    const { text, removed } = safe(PATH + evil);
    expect(removed).toEqual(named === '' ? [] : [named]);
    expect(text).not.toMatch(/script|evil|alert|onclick|<set|<style|style=|foreignObject|<iframe|svg\+xml/i);
    expect(text).toContain('M0 0h9');
  });

  it('with entities, instructions, comments and editors’ notes left out', () => {
    const { text } = safe(`<?x y?><!-- z --><metadata>m</metadata>${PATH}<text>&boom; &lt;b></text>`);
    expect(text).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path d="M0 0h9"></path>' +
        '<text>&amp;boom; &lt;b&gt;</text></svg>\n',
    );
  });
});

describe('a drawing keeps its looks', () => {
  it('when a style sheet becomes attributes', () => {
    const { text } = safe(
      '<style>.a{fill:#c00}</style><path class="a" style="stroke:#00f;stroke-width:2" d="M0 0h9"/>',
    );
    expect(text).toContain('fill="#c00"');
    expect(text).toContain('stroke-width="2"');
  });

  it('with gradients, text, embedded pictures and repeated parts', () => {
    const { text, removed } = safe(`
      <defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1"/></linearGradient><path id="p" d="M0 0h3v3z"/></defs>
      <rect width="9" height="9" fill="url(#g)"/><use href="#p"/><use href="#p" x="5"/><text x="1">Vévé</text>
      <image width="1" height="1" href="data:image/png;base64,AAAA"/>`);
    expect(removed).toEqual([]);
    for (const part of ['linearGradient', 'url(#', '<use', 'Vévé', 'data:image/png;base64,AAAA'])
      expect(text).toContain(part);
  });

  it('with the text inside a link', () => {
    expect(safe('<a href="https://example.org/"><text>go</text></a>').text).toContain('<text>go</text>');
  });
});

describe('the size of a drawing', () => {
  it.each([
    ['viewBox="0 0 100 50"', 100, 50],
    ['viewBox="0,0,100.4,50"', 100, 50],
    ['width="30" height="20"', 30, 20],
    ['width="2in" height="25.4mm"', 192, 96],
    ['width="200" viewBox="0 0 100 50"', 200, 100],
    ['height="200" viewBox="0 0 100 50"', 400, 200],
    ['width="100%" height="100%" viewBox="0 0 100 50"', 100, 50],
  ])('comes from %s', (attributes, width, height) => {
    expect(safe(PATH, attributes)).toMatchObject({ width, height });
  });

  it('is where a missing view box comes from', () => {
    expect(safe(PATH, 'width="30" height="20"').text).toContain('viewBox="0 0 30 20"');
  });

  it.each(['', 'width="100%"', 'viewBox="0 0 0 0"', 'viewBox="none"'])('is missing with %j', (attributes) => {
    expect(sanitizeSvg(`<svg ${attributes}>${PATH}</svg>`)).toBe('has no size');
  });
});

it.each(['', 'hello', '<html><svg/></html>'])('does not take %j for a drawing', (text) => {
  expect(sanitizeSvg(text)).toBe('is not a well-formed SVG document');
});
