import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cards } from '../../../src/core/metadata/card.ts';
import { textFiles } from '../../../src/core/metadata/text-files.ts';
import { markdownLine } from '../../../src/core/metadata/markdown-text.ts';
import { twinText } from '../../../src/core/metadata/twin.ts';
import { concept, essay, know, page, understand, type FolderInput } from '../folder.ts';

const shelf: FolderInput = {
  site: {
    title: { en: 'Site', sv: 'Plats', ar: 'موقع' },
    languages: ['en', 'sv', 'ar'],
    address: 'https://example.org/blog/',
  },
  tags: { lean: { label: { en: 'Lean', sv: 'Snålt' } } },
  authors: { ada: { name: 'Ada', default: true } },
  series: { work: { title: { en: 'The work' }, planned: [{ part: 2, title: 'Next' }] } },
  documents: [
    essay('a/en', {
      title: 'A: “b” [c]',
      description: 'Says\nd.',
      tags: ['lean'],
      updated: '2026-02-02',
      series: { id: 'work', part: 1 },
    }),
    essay('a/sv', { title: 'Å', tags: ['lean'] }),
    concept('takt/en', { title: 'Takt time' }),
    page('about/en', { title: 'About' }),
  ],
};

function file(name: string, input = shelf): string {
  const library = understand(input);
  const found = textFiles(library).find((one) => one.file === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  expect(library.table.routes.has(name)).toBe(true);
  return found.text();
}

describe('the list for language models', () => {
  it('names every essay as Markdown, concepts and pages, each with a sentence', () => {
    expect(file('en/llms.txt')).toBe(
      [
        '# Site',
        '',
        '> What it is',
        '',
        '## Essays',
        '',
        '- [A: “b” \\[c\\]](https://example.org/blog/en/a/index.md): Says d.',
        '',
        '## Concepts',
        '',
        '- [Takt time](https://example.org/blog/en/concepts/takt/): About takt/en',
        '',
        '## About this site',
        '',
        '- [About](https://example.org/blog/en/about/): About about/en',
        '',
      ].join('\n'),
    );
  });
  it('of the site leads to that of each language', () => {
    expect([...file('llms.txt').matchAll(/\]\((\S+)\)/g)].map(([, address]) => address)).toEqual([
      'https://example.org/blog/en/llms.txt',
      'https://example.org/blog/sv/llms.txt',
      'https://example.org/blog/ar/llms.txt',
    ]);
  });
});

describe('the Markdown twin', () => {
  it('says at its top what others may want to know, as YAML that any parser reads', () => {
    const [first] = know(shelf).essays('en');
    const text = twinText(know(shelf), first!, 'Body.\n');
    const [, head = '', body] = text.split(/^---$/m);
    expect(parse(head)).toEqual({
      title: 'A: “b” [c]',
      description: 'Says\nd.',
      url: 'https://example.org/blog/en/a/',
      lang: 'en',
      date: '2026-01-01',
      updated: '2026-02-02',
      authors: ['Ada'],
      tags: ['Lean'],
      translations: { sv: 'https://example.org/blog/sv/a/' },
    });
    expect(body).toBe('\n\n# A: “b” \\[c\\]\n\nBody.\n');
  });
});

describe('a text as Markdown', () => {
  it.each(['`code` and *stars*, [x](y) <b> &amp; ~~z~~ #', '_a_ a_b \\ ![i](j)', 'C#', '#', '# a ##'])(
    'reads in a heading as it was written: %s',
    (text) => {
      const { children } = unified()
        .use(remarkParse)
        .use(remarkGfm)
        .parse(`# ${markdownLine(text)}\n`);
      expect(children).toMatchObject([{ type: 'heading', children: [{ type: 'text', value: text }] }]);
    },
  );
});

describe('the web manifest', () => {
  it('is one for each language, with its name, direction and the site’s icons', () => {
    const manifest = JSON.parse(file('ar/site.webmanifest')) as { icons: { src: string; purpose?: string }[] };
    expect(manifest).toMatchObject({ name: 'موقع', lang: 'ar', dir: 'rtl', start_url: '/blog/ar/', scope: '/blog/' });
    expect(manifest.icons.map(({ src, purpose }) => [src, purpose])).toEqual([
      ['/blog/favicon.svg', undefined],
      ['/blog/icon-192.png', 'any'],
      ['/blog/icon-512.png', 'any'],
      ['/blog/icon-maskable-512.png', 'maskable'],
    ]);
  });
  it('leaves an icon to the author who brings one', () => {
    const { problems } = understand({ ...shelf, publicFiles: ['icon-192.png', 'favicon.ico'] });
    expect(problems.filter(({ rule }) => rule === 'same-address')).toEqual([]);
  });
});

describe('headers', () => {
  it('keep a site on https to https, and no other', () => {
    expect(file('_headers')).toContain('/blog/*\n');
    expect(file('_headers')).toMatch(/\n {2}Strict-Transport-Security: max-age=\d+\n/);
    const plain = { ...shelf, site: { ...shelf.site, address: 'http://localhost:1/' } };
    expect(file('_headers', plain)).not.toContain('Strict-Transport');
  });
  it('name the types that servers do not know', () => {
    const rules = file('_headers');
    expect(rules).toMatch(/\n\/blog\/:lang\/feed\.json\n(?: {2}.*\n)* {2}Content-Type: application\/feed\+json/);
    expect(rules).toMatch(/\n\/blog\/:lang\/:slug\/index\.md\n(?: {2}.*\n)* {2}X-Robots-Tag: noindex/);
  });
  it('open the feeds of the site, of languages, tags and authors, and their archives, to readers that are web pages themselves', () => {
    const open = [...file('_headers').matchAll(/\n(\S+)\n {2}Access-Control-Allow-Origin: \*/g)].map(
      ([, path]) => path,
    );
    expect(open).toEqual([
      '/blog/feed.xml',
      '/blog/atom.xml',
      '/blog/:lang/feed.xml',
      '/blog/:lang/atom.xml',
      '/blog/:lang/:kind/:slug/feed.xml',
      '/blog/:lang/:kind/:slug/atom.xml',
      '/blog/:lang/atom-*',
      '/blog/:lang/feed.json',
      '/blog/:lang/feeds.opml',
    ]);
  });
  it('give what is named by its content a long life', () => {
    const long = [...file('_headers').matchAll(/\n(\S+)\n {2}Cache-Control: .*immutable/g)].map(([, path]) => path);
    expect(long).toEqual([
      '/blog/_astro/*',
      '/blog/images/*',
      '/blog/pagefind/:lang/fragment/*',
      '/blog/pagefind/:lang/index/*',
      '/blog/pagefind/:lang/filter/*',
    ]);
  });
});

it('files of the author’s own among the images are asked for again, and images elsewhere are not', () => {
  const input = {
    ...shelf,
    images: ['essays/a/x.png', 'essays/b/x.png', 'essays/c/x.png'],
    publicFiles: ['images/logo.png', 'images/b/old.png'],
  };
  const long = [...file('_headers', input).matchAll(/\n(\S+)\n {2}Cache-Control: .*immutable/g)].map(
    ([, path]) => path,
  );
  expect(long.filter((path) => path?.includes('images'))).toEqual(['/blog/images/a/*', '/blog/images/c/*']);
});

describe('nginx', () => {
  const site = { ...shelf, documents: [essay('a/en', { aliases: ['/2013/a.html'], tags: ['lean'] })] };
  const settings = file('_nginx.conf', site);

  it('leads old addresses on as other servers do', () => {
    const led = [...settings.matchAll(/location = "(\S+)" \{ return 301 "(\S+)"; \}/g)].map(([, from, to]) => [
      from,
      to,
    ]);
    expect(led).toEqual([['/blog/2013/a.html', '/blog/en/a/']]);
    expect(file('_redirects', site)).toBe('/blog/2013/a.html /blog/en/a/ 301\n');
  });
  it('knows the site’s languages and whether it is on https', () => {
    expect(settings).toContain('"^/blog/(en|sv|ar)/"');
    expect(settings).toContain('Strict-Transport-Security');
    const plain = { ...site, site: { ...shelf.site, address: 'http://localhost:1/' } };
    expect(file('_nginx.conf', plain)).not.toContain('Strict-Transport');
  });
  it('has its settings to itself', () => {
    const { problems } = understand({ ...shelf, publicFiles: ['_nginx.conf'] });
    expect(problems.map(({ rule }) => rule)).toContain('same-address');
  });
});

it('the sitemap says when a page was last changed, where content knows', () => {
  const entry = (address: string): string =>
    new RegExp(`<loc>${address}</loc>[^]*?</url>`).exec(file('sitemap.xml'))?.[0] ?? '';
  expect(entry('https://example.org/blog/en/a/')).toContain('<lastmod>2026-02-02</lastmod>');
  expect(entry('https://example.org/blog/sv/')).toContain('<lastmod>2026-01-01</lastmod>');
  expect(entry('https://example.org/blog/en/about/')).not.toContain('lastmod');
});

it('a preview image names the series and the part, or the first tag', () => {
  const all = cards(know(shelf));
  expect(all.map(({ route, title, over, by }) => [route, title, over, by])).toEqual([
    ['en/card.png', 'What it is', undefined, undefined],
    ['en/a/card.png', 'A: “b” [c]', 'The work · Part 1 of 2', 'Ada'],
    ['sv/card.png', 'What it is', undefined, undefined],
    ['sv/a/card.png', 'Å', 'Snålt', 'Ada'],
    ['ar/card.png', 'What it is', undefined, undefined],
  ]);
});
