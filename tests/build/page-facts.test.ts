import { describe, expect, it } from 'vitest';
import { checkPages } from '../../src/build/output-check.ts';
import { readFacts } from '../../src/build/page-facts.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><link rel="canonical" href="https://a.example/en/">${head}</head><body>${body}</body></html>`;

function rulesOf(pages: Readonly<Record<string, string>>, files: readonly string[] = []): string[] {
  const facts = new Map(Object.entries(pages).map(([file, html]) => [file, readFacts(html)]));
  const present = new Set([...files, ...facts.keys()]);
  const site = { address: 'https://a.example/', pages: facts, hasFile: (file: string) => present.has(file) };
  return checkPages(site).map(({ rule, file, message }) =>
    `${rule} ${file ?? ''} ${/“[^”]*”|\S+= on <\w+>|<\w+> with/.exec(message)?.[0] ?? ''}`.trim(),
  );
}

describe('a built page', () => {
  it.each([
    ['<b style="color:red">x</b>', 'style= on <b>'],
    ['<b onclick="x()">x</b>', 'onclick= on <b>'],
    ['<style>b{}</style>', '<style> with code inside'],
    ['<script>x()</script>', '<script> with code inside'],
    ['<script type="module">x()</script>', '<script> with code inside'],
    ['<script type="importmap">{}</script>', '<script> with code inside'],
    ['<script type="text/ecmascript">x()</script>', '<script> with code inside'],
  ])('must not hold %s', (body, forbidden) => {
    expect(readFacts(page(body)).forbidden).toEqual([forbidden]);
    expect(rulesOf({ 'en/index.html': page(body) })).toEqual([
      expect.stringContaining('inline-code en/index.html') as string,
    ]);
  });

  it.each([
    '<script src="/a.js"></script>',
    '<script type="application/ld+json">{}</script>',
    '<b class="style">onclick</b>',
  ])('may hold %s', (body) => {
    expect(readFacts(page(body)).forbidden).toEqual([]);
  });

  it('leads only to what is there, to its parts too', () => {
    const pages = {
      'en/index.html': page('<a href="/en/b/#x">b</a> <a href="b/#y">y</a> <a href="/c">c</a> <img src="/d.png">'),
      'en/b/index.html': page('<b id="x">x</b>'),
    };
    expect(rulesOf(pages, ['d.png'])).toEqual(['dead-link en/index.html “b/#y”', 'dead-link en/index.html “/c”']);
  });

  it('is asked for every address of a set of pictures', () => {
    const picture = '<img srcset="/a.webp 1w, /b.webp 2w,/c.webp 3w, data:image/png;base64,AAAA 4w" src="/a.webp">';
    expect(rulesOf({ 'en/index.html': page(picture) }, ['a.webp'])).toEqual([
      'dead-link en/index.html “/b.webp”',
      'dead-link en/index.html “/c.webp”',
    ]);
  });

  it('has each id once', () => {
    expect(rulesOf({ 'en/index.html': page('<b id="x">1</b><b id="x">2</b>') })).toEqual([
      'repeated-id en/index.html “x”',
    ]);
  });

  it('names itself in its set of languages and is named in return', () => {
    const link = (lang: string, href: string): string =>
      `<link rel="alternate" hreflang="${lang}" href="https://a.example/${href}">`;
    const own = page('', link('en', 'en/') + link('sv', 'sv/'));
    const alone = '<html lang="sv"><link rel="canonical" href="https://a.example/sv/"></html>';
    expect(rulesOf({ 'en/index.html': own, 'sv/index.html': alone })).toEqual([
      expect.stringContaining('hreflang-mutual en/index.html') as string,
    ]);
    const other = page('', link('sv', 'sv/'));
    expect(rulesOf({ 'en/index.html': other, 'sv/index.html': alone })).toContain('hreflang-self en/index.html');
  });
});
