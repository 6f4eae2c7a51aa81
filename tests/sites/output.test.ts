import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../src/core/site/policy.ts';
import { Builder } from './builder.ts';
import { chainYaml, essay, note, picture, siteYaml, tinySite } from './content.ts';
import { makeFolder, readSite, type SiteFiles } from './folder.ts';
import { alternatesOf, attributeOf, elementsOf, meaningOf, pagesOf, textOf } from './page.ts';

const rich = `Text with *all* of "it": [a link](../first/), [another](https://example.com/?a=1&b=2), a note.[^1]

## A part & more

| a | b |
| :- | -: |
| 1 | 2 |

- [x] done
- [ ] open

\`\`\`js
const a = '<b>';
\`\`\`

<Figure src="square.png" alt="A square" caption="Red" />

<Aside title="Beside">Words <em>here</em>.</Aside>

<Quote by="Ada">Said.</Quote>

<ValueChain id="work" />

[^1]: The note.
`;

const widget = `---
const { n = 0 } = Astro.props;
---
<p class="box">{n} <slot /></p>
<style>.box { color: rgb(7, 8, 9); }</style>
<script>console.log('bundled');</script>
`;

const folder = makeFolder({
  ...tinySite,
  'site.yaml': siteYaml({ accent: '"#123456"', reply: 'editor@tiny.example', navigation: '[archive, tags, series, chains, authors, { page: about }]', home: '{ chain: work }' }),
  'chains/work.yaml': chainYaml(),
  'essays/rich/en.mdx': essay('Rich & <able>', rich, { tags: '[lean, flow]', series: '{ id: steps, part: 1 }', cover: '{ src: square.png, alt: A square }', aliases: '[/rss.xml]' }),
  'essays/rich/square.png': await picture('red'),
  'essays/twin/en.mdx': essay('Twin', `export const lane = 'full';\n\n${rich}`, { date: '2026-03-13' }),
  'essays/twin/square.png': await picture('red'),
  'essays/own/en.mdx': essay('Own', `import Box from './Box.astro';\nimport Bold from './Bold.tsx';\nexport const n = 40 + 2;\n\n<Box n={n}>in <Bold /></Box>`),
  'essays/own/Box.astro': widget,
  'essays/own/Bold.tsx': `import './bold.css';\nexport default () => <b class="bold">bold</b>;\n`,
  'essays/own/bold.css': '.bold { color: rgb(1, 2, 3); }\n',
  'essays/secret/plan.png': await picture('blue'),
  'essays/secret/en.mdx': essay('Kerguelen', 'Kerguelen in full.\n\n![plan](plan.png)', { draft: 'true', tags: '[lean]', aliases: '[/kerguelen/]' }),
  'essays/later/en.mdx': essay('Heard', 'Heard in full.', { date: '2026-07-01', publish: '2026-06-01T00:00:01Z', tags: '[lean]' }),
  'essays/now/en.mdx': essay('Crozet', 'Crozet in full.', { date: '2026-05-01', publish: '2026-06-01T00:00:00Z' }),
  'concepts/secret/en.mdx': note('Kerguelen', 'A draft, too.', { draft: 'true' }),
  'pages/secret/en.mdx': note('Kerguelen', 'And this.', { draft: 'true' }),
});

describe('every page of a site', () => {
  const builder = new Builder();
  let site: SiteFiles;
  let pages: Map<string, string>;
  beforeAll(async () => {
    expect(await builder.build(folder)).toMatchObject({ ok: true, problems: [] });
    site = readSite(folder.out);
    pages = pagesOf(site);
    expect(pages.size).toBeGreaterThan(25);
  });
  afterAll(async () => {
    await builder.end();
    folder.dispose();
  });

  it('holds neither styles nor scripts that run, only links to them', () => {
    for (const [path, page] of pages) {
      const inside = elementsOf(page).filter(
        ({ name, values }) =>
          name === 'style' ||
          Object.keys(values).some((key) => key === 'style' || /^on/.test(key)) ||
          (name === 'script' && values['src'] === undefined && !/json/.test(values['type'] ?? '')),
      );
      expect(inside, path).toEqual([]);
    }
  });

  it('carries the policy before anything that it governs', () => {
    for (const [path, page] of pages) {
      const names = elementsOf(page).map(({ name, values }) => values['http-equiv']?.toLowerCase() ?? name);
      expect(names.indexOf('content-security-policy'), path).toBeGreaterThan(0);
      expect(names.slice(0, names.indexOf('content-security-policy')).filter((name) => /script|link|img/.test(name)), path).toEqual([]);
      const policy = elementsOf(page).find(({ values }) => values['http-equiv']?.toLowerCase() === 'content-security-policy');
      expect(policy?.values['content'], path).toBe(contentSecurityPolicy);
    }
  });

  it('says its language and direction, one heading, one title and an absolute address', () => {
    for (const [path, page] of pages) {
      const elements = elementsOf(page);
      expect(attributeOf(page, 'html', 'lang'), path).toMatch(/^(?:en|sv)$/);
      expect(attributeOf(page, 'html', 'dir'), path).toBe('ltr');
      expect(elements.filter(({ name }) => name === 'h1').length, path).toBe(1);
      expect(/<title>[^<]+<\/title>/.test(page), path).toBe(true);
      expect(attributeOf(page, 'link', 'href', { rel: 'canonical' }), path).toMatch(/^https:\/\/tiny\.example\//);
    }
  });

  it('is named in return by every page that its hreflang set names', () => {
    const byAddress = new Map([...pages].map(([path, page]) => [`https://tiny.example/${path.replace(/index\.html$/, '')}`, alternatesOf(page)]));
    for (const [address, set] of byAddress) {
      for (const other of set.values()) expect(byAddress.get(other), `${address} → ${other}`).toEqual(set);
      if (set.size > 0) expect([...set.values()]).toContain(address);
    }
  });

  it('leads only to files that are there', () => {
    for (const [path, page] of pages) {
      for (const { name, values } of elementsOf(page)) {
        const target = (values['href'] ?? values['src'] ?? '').replace(/#.*$/, '');
        if (!target.startsWith('/')) continue;
        const file = decodeURIComponent(target.slice(1));
        expect(site.has(file === '' || file.endsWith('/') ? `${file}index.html` : file), `${path} <${name}> ${target}`).toBe(true);
      }
    }
  });

  it('shows nothing of drafts and of what is not yet published, and what is published from this moment', () => {
    for (const [path, bytes] of site) expect(/Kerguelen|Heard|secret|later/i.exec(path + bytes.toString('latin1'))?.[0], path).toBeUndefined();
    for (const path of ['en/now/index.html', 'en/feed.xml', 'en/archive/index.html', 'en/index.html']) expect(textOf(site, path)).toContain('Crozet');
    expect(textOf(site, 'sitemap.xml')).toContain('/en/now/');
  });

  it('is the same HTML from both lanes, on the page and in the feed', () => {
    const bodyOf = (path: string): string =>
      /<div class="prose">([^]*?)<\/div>\s*<\/div>\s*<footer/.exec(textOf(site, path).replaceAll(/<!--\/?full-lane-->/g, ''))?.[1] ?? path;
    const plain = (text: string): string =>
      meaningOf(text.replaceAll('/images/twin/', '/images/rich/').replaceAll('/en/twin/', '/en/rich/'));
    expect(plain(bodyOf('en/twin/index.html'))).toBe(plain(bodyOf('en/rich/index.html')));
    const items = new Map([...textOf(site, 'en/feed.xml').matchAll(/<item>[^]*?<link>([^<]*)<\/link>[^]*?<content:encoded>([^]*?)<\/content:encoded>/g)].map(([, link, content]) => [link, content]));
    expect(plain(items.get('https://tiny.example/en/twin/') ?? 'twin')).toBe(plain(items.get('https://tiny.example/en/rich/') ?? 'rich'));
  });

  it('has the components of a document’s own folder, with their styles and scripts in files', () => {
    const page = textOf(site, 'en/own/index.html');
    expect(page).toMatch(/42\s+in\s+<b class="bold">bold<\/b>/);
    const linked = elementsOf(page).flatMap(({ values }) => [values['href'], values['src']]).filter((one) => one?.startsWith('/_astro/') === true);
    const code = linked.map((one) => textOf(site, String(one).slice(1))).join('\n').replace(/\s/g, '');
    expect(code).toMatch(/\.bold\{color:(?:rgb\(1,2,3\)|#010203)/);
    expect(code).toMatch(/\.box(?:\[[^\]]*\]|:where\([^)]*\))?\{color:(?:rgb\(7,8,9\)|#070809)/);
    expect(code).toContain('bundled');
  });

  it('comes with feeds that can be read and have absolute addresses only', () => {
    const feeds = new Map([...site].filter(([path]) => /\/(?:feed|atom)\.(?:xml|json)$/.test(path)).map(([path, bytes]) => [path, bytes.toString()]));
    expect(feeds.size).toBeGreaterThan(8);
    for (const [path, text] of feeds) {
      expect(() => parseFeed(text), path).not.toThrow();
      const html = text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('\\"', '"');
      for (const [, address] of html.matchAll(/\b(?:href|src)="([^"]*)"/g)) expect(address, path).toMatch(/^(?:https?:|mailto:)/);
      expect(/<(?:script|style|svg|iframe|button)\b/.exec(html)?.[0], path).toBeUndefined();
    }
  });
});
