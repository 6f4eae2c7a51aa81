import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAny, readHtml, readPlain, type HtmlListener, type Values } from '../../src/build/html.ts';

/** What a listener hears, a line each; texts that follow each other are one. */
class Heard implements HtmlListener {
  readonly parts: string[] = [];

  open(name: string, values: Values): void {
    this.parts.push(
      `<${name}${Object.entries(values)
        .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
        .join('')}>`,
    );
  }

  text(text: string): void {
    if (this.parts.at(-1)?.startsWith('“') === true) this.parts.push((this.parts.pop() ?? '') + text);
    else this.parts.push(`“${text}`);
  }

  close(name: string): void {
    this.parts.push(`</${name}>`);
  }
}

const heard = (html: string): readonly string[] => readHtml(html, () => new Heard()).parts;
const anyHeard = (html: string): readonly string[] => {
  const listener = new Heard();
  readAny(html, listener);
  return listener.parts;
};
const isPlain = (html: string): boolean => readPlain(html, new Heard());

describe('HTML in its plain form', () => {
  it.each([
    ['elements and text', '<p>a <em>b</em></p>', ['<p>', '“a ', '<em>', '“b', '</em>', '</p>']],
    ['values and switches', '<a href="/x?a=1&amp;b" hidden>c</a>', ['<a href="/x?a=1&b" hidden="">', '“c', '</a>']],
    ['elements that hold nothing', '<br><img src="a" /><hr>', ['<br>', '<img src="a">', '<hr>']],
    ['common entities', '<b>&lt;&gt; &#38; &#x27; &quot;&nbsp;& c</b>', ['<b>', '“<> & \' "\u00A0& c', '</b>']],
    ['code of scripts as it is', '<script>a<b && "</b"</script>', undefined],
    [
      'data of scripts',
      '<script type="a">{"b":"&amp;"}</script>',
      ['<script type="a">', '“{"b":"&amp;"}', '</script>'],
    ],
    ['titles', '<title>a &amp; <b></title>', ['<title>', '“a & <b>', '</title>']],
    [
      'titles of drawings',
      '<svg><title>a<b></b></title></svg>',
      ['<svg>', '<title>', '“a', '<b>', '</b>', '</title>', '</svg>'],
    ],
    [
      'parts of drawings',
      '<svg viewBox="0"><path d="M0"/></svg>',
      ['<svg viewbox="0">', '<path d="M0">', '</path>', '</svg>'],
    ],
    ['names in capitals', '<P ID="a">b</P>', ['<p id="a">', '“b', '</p>']],
    ['no comments', '<!doctype html><!-- <b> --><p>a</p>', ['<p>', '“a', '</p>']],
    ['the first of two values', '<b id="1" id="2"></b>', ['<b id="1">', '</b>']],
  ])('is read: %s', (_what, html, parts) => {
    expect(heard(html)).toEqual(parts ?? anyHeard(html));
    expect(isPlain(html)).toBe(parts !== undefined);
    expect(anyHeard(html)).toEqual(heard(html));
  });
});

describe('HTML in any other form', () => {
  it.each([
    [
      'ends that are not written',
      '<ul><li>a<li>b</ul><p>c<p>d',
      '<ul> <li> “a </li> <li> “b </li> </ul> <p> “c </p> <p> “d </p>',
    ],
    ['ends that nothing has begun', 'a</p></b>', '“a <p> </p>'],
    ['values without double quotes', "<a href=/x title='y'>z</a>", '<a href="/x" title="y"> “z </a>'],
    ['values that are not apart', '<a b="c"d="e"></a>', '<a b="c" d="e"> </a>'],
    ['seldom entities', '&copy &hellip;', '“© …'],
    ['what only objects know', '&constructor; &toString;', '“&constructor; &toString;'],
    ['signs that begin nothing', 'a < b <3', '“a < b <3'],
    ['comments that end early', '<!-->a<!--->b<!-- --!>c', '“abc'],
    ['forms in forms', '<form><form></form></form>', '<form> </form>'],
    ['links in links', '<a>b<a>c</a>', '<a> “b </a> <a> “c </a>'],
    ['short elements of HTML', '<b/>a', '<b> “a </b>'],
    ['what is not whole', '<p>a <', '<p> “a < </p>'],
  ])('is read by the library: %s', (_what, html, parts) => {
    expect(isPlain(html)).toBe(false);
    expect(heard(html).join(' ')).toBe(parts);
  });

  it('leaves a listener behind that has heard half', () => {
    const listeners: Heard[] = [];
    const heardAll = readHtml('<p>a</p><p>b', () => {
      listeners.push(new Heard());
      return listeners.at(-1) ?? new Heard();
    });
    expect(listeners).toHaveLength(2);
    expect(heardAll).toBe(listeners[1]);
    expect(heardAll.parts).toEqual(['<p>', '“a', '</p>', '<p>', '“b', '</p>']);
  });
});

const pieces =
  '<p> </p> <a href="/x"> </a> <b> </b> <svg> </svg> <title> </title> <desc> <path d="M"/> <li> </li> <td> <tr> </tr> <h2> </h2> <br> <br/> </br> <img alt="&amp;"> <form> </form> <script> </script> <style> </style> <textarea> </textarea> <!-- --> <!---> <!doctype\u00A0html> <option> <select> </select> <image> <iframe src="/y"> </iframe> <P\u00A0A=b> <p\u00A0a=\'b\'> <p\u00A0a> <p\u00A0a="b"c> <b/> &amp; &lt &#0; &#x41; &#150; & &x; &constructor; &nbsp; constructor="a" a < > " \' / = -- ! ? \u00A0'
    .split(' ')
    .map((piece) => piece.replaceAll('\u00A0', ' '));

describe('both ways to read HTML', () => {
  it('hear the same, whatever it is', () => {
    const html = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join(''));
    fc.assert(
      fc.property(html, (text) => {
        expect(heard(text)).toEqual(anyHeard(text));
      }),
      { numRuns: 4000, seed: 7 },
    );
  });
});
