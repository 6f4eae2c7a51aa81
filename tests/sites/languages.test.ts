import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xmlFault } from '../../src/build/output-check.ts';
import { Builder } from './builder.ts';
import { essay, note, picture, siteYaml } from './content.ts';
import { makeFolder, readSite, type SiteFiles } from './folder.ts';
import { alternatesOf, attributeOf, elementsOf, pagesOf, textOf } from './page.ts';
import { wordsYaml } from './words.ts';

const png = await picture('red');
const builder = new Builder();
afterAll(() => builder.end());

describe('a site in Arabic and Japanese that is nothing but a folder', () => {
  const arabic = { urlTags: 'وسوم', urlArchive: 'ارشيف', urlSearch: 'بحث', urlSubscribe: 'اشتراك' };
  const japanese = { urlTags: 'タグ', urlArchive: '書庫', urlSearch: '検索', urlSubscribe: '購読' };
  const folder = makeFolder({
    'site.yaml': siteYaml({ title: '{ ar: نهر, ja: 川 }', description: '{ ar: عن الماء, ja: 水について }', languages: '[ar, ja]', defaultLanguage: 'ja' }),
    'tags.yaml': 'schema: tags/1\ntags:\n  water:\n    label: { ar: ماء, ja: 水 }\n',
    'i18n/ar.yaml': wordsYaml('ع', arabic),
    'i18n/ja.yaml': wordsYaml('あ', japanese),
    'essays/river/ar.mdx': essay('النهر', 'ماء "يجري".[^1]\n\n[^1]: حاشية.', { slug: 'النهر', tags: '[water]' }),
    'essays/river/ja.mdx': essay('川の流れ', '水は流れる。川は長い。\n\n## 上流\n\n山から。', { slug: '川', tags: '[water]' }),
    'essays/mountain/ja.mdx': essay('山', "import Mot from './Mot.tsx';\n\n[川](../river/) <Mot />", { slug: '山', tags: '[water]' }),
    'essays/mountain/Mot.tsx': 'export default () => <b>Zanzibar</b>;\n',
    'public/pemba.txt': 'Zanzibar',
    'essays/desert/ar.mdx': essay('الصحراء', 'رمل.', { slug: 'الصحراء' }),
  });
  let site: SiteFiles;
  beforeAll(async () => {
    const { ok, problems } = await builder.build(folder);
    expect({ ok, errors: problems.filter(({ severity }) => severity === 'error') }).toEqual({ ok: true, errors: [] });
    site = readSite(folder.out);
  });
  afterAll(() => {
    folder.dispose();
  });

  it('has each page in its language and direction', () => {
    const river = textOf(site, 'ar/النهر/index.html');
    expect(attributeOf(river, 'html', 'lang')).toBe('ar');
    expect(attributeOf(river, 'html', 'dir')).toBe('rtl');
    expect(attributeOf(textOf(site, 'ja/川/index.html'), 'html', 'dir')).toBe('ltr');
  });

  it('has addresses in its own words', () => {
    for (const path of ['ar/وسوم/ماء/', 'ar/ارشيف/', 'ja/タグ/水/', 'ja/検索/', 'ja/山/']) expect([...site.keys()]).toContain(`${path}index.html`);
  });

  it('names each page’s other language, and the default one for everybody else', () => {
    const expected = new Map([
      ['ar', 'https://tiny.example/ar/%D8%A7%D9%84%D9%86%D9%87%D8%B1/'],
      ['ja', 'https://tiny.example/ja/%E5%B7%9D/'],
      ['x-default', 'https://tiny.example/ja/%E5%B7%9D/'],
    ]);
    expect(alternatesOf(textOf(site, 'ar/النهر/index.html'))).toEqual(expected);
    expect(alternatesOf(textOf(site, 'ja/川/index.html'))).toEqual(expected);
    expect([...alternatesOf(textOf(site, 'ja/山/index.html')).keys()]).toEqual(['ja', 'x-default']);
    expect([...alternatesOf(textOf(site, 'ar/الصحراء/index.html')).keys()]).toEqual(['ar']);
  });

  it('lists what exists in the other language only, marked as such, and says so in the switcher', () => {
    const home = textOf(site, 'ar/index.html');
    const mountain = elementsOf(home).find(({ values }) => values['href'] === '/ja/%E5%B1%B1/');
    expect(mountain).toBeDefined();
    expect(elementsOf(home).filter(({ values }) => values['lang'] === 'ja').length).toBeGreaterThan(0);
    expect(textOf(site, 'ja/山/index.html')).not.toContain('/ar/%D8%A7%D9%84%D9%86%D9%87%D8%B1/');
  });

  it('begins in the default language, at its own address', () => {
    expect(attributeOf(textOf(site, 'index.html'), 'html', 'lang')).toBe('ja');
    expect(attributeOf(textOf(site, 'index.html'), 'link', 'href', { rel: 'canonical' })).toBe('https://tiny.example/ja/');
    expect(alternatesOf(textOf(site, 'index.html')).size).toBe(0);
  });

  it('has no word of another language in what it says itself', () => {
    for (const [path, page] of pagesOf(site)) {
      const words = /\b(?:Archive|Essays?|Search|Subscribe|Skip|Tags|Home|Notes|Published|minutes?)\b/.exec(page.replace(/<[^>]*>/g, ' '));
      expect(words?.[0], path).toBeUndefined();
      if (path.startsWith('ar/')) expect(page, path).not.toContain('>あ');
    }
  });

  it.each(['ar', 'ja'])('has a feed and a search index in %s', (lang) => {
    const feed = textOf(site, `${lang}/feed.xml`);
    expect(xmlFault(feed)).toBeUndefined();
    const parsed = parseFeed(feed);
    expect(parsed.format).toBe('rss');
    expect(parsed.feed).toMatchObject({ language: lang, items: [{}, {}] });
    expect([...site.keys()].some((path) => path.startsWith(`pagefind/${lang}/`) && path.endsWith('.pf_index'))).toBe(true);
  });
});

describe('a site below a path, from a folder with spaces and marks in its name, reached by a link', () => {
  const folder = makeFolder(
    {
      'site.yaml': siteYaml({ title: 'Blogue', address: 'https://example.org/blog/', languages: '[fr-CA, pt-BR]' }),
      'i18n/pt-BR.yaml': wordsYaml('pt', { urlTags: 'assuntos' }),
      'tags.yaml': 'schema: tags/1\ntags:\n  "5":\n    label: { fr-CA: Cinq, pt-BR: Cinco }\n    slug: { fr-CA: "2024" }\n    synonyms: { fr-CA: [cinq fois] }\n',
      'essays/un/fr-CA.mdx': essay('Un', 'Il dit "oui" !\n\n![Carré](mon carré.png)\n\n[Lire](/lire.txt)', { tags: '["5"]', aliases: '[/blog/2013/un.html, /vieux/]' }).replace('mon carré.png', '<mon carré.png>'),
      'essays/un/mon carré.png': png,
      'essays/un/pt-BR.mdx': essay('Um', 'Texto.', { tags: '["5"]' }),
      'essays/deux/fr-CA.mdx': essay('Deux', "import Mot from './Mot.tsx';\n\nIl dit \"oui\" ! <Mot />"),
      'essays/deux/Mot.tsx': "import { useState } from 'preact/hooks';\nexport default function Mot() { const [mot] = useState('étrange'); return <b>{mot}</b>; }\n",
      'pages/apropos/fr-CA.mdx': note('À propos'),
      'public/lire.txt': 'x',
    },
    'mitt innehåll/内容 100%',
  );
  const link = join(folder.place, 'lien');
  let site: SiteFiles;
  beforeAll(async () => {
    symlinkSync(folder.content, link);
    expect(await builder.build(folder, { content: link })).toMatchObject({ ok: true, problems: [] });
    site = readSite(folder.out);
  });
  afterAll(() => {
    folder.dispose();
  });

  it('holds nothing of the folder that the same process has built before', () => {
    expect(site.has('pemba.txt')).toBe(false);
    for (const [path, bytes] of site) expect(/Zanzibar|نهر|川/.exec(path + bytes.toString())?.[0], path).toBeUndefined();
  });

  it('has every address of its own below the path, and no folder of that name', () => {
    expect([...site.keys()].filter((path) => path.startsWith('blog'))).toEqual([]);
    for (const [path, page] of pagesOf(site)) {
      for (const { name, values } of elementsOf(page)) {
        for (const address of [values['href'], values['src'], ...(values['srcset'] ?? '').split(/, ?/).map((one) => one.split(' ')[0])]) {
          if (address?.startsWith('/') === true) expect(address, `${path} <${name}>`).toMatch(/^\/blog\//);
        }
      }
      expect(attributeOf(page, 'link', 'href', { rel: 'canonical' }) ?? 'https://example.org/blog/').toMatch(/^https:\/\/example\.org\/blog\//);
    }
    for (const address of textOf(site, 'sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)) expect(address[1]).toMatch(/^https:\/\/example\.org\/blog\//);
  });

  it('speaks a region’s language with the words of the language, and one of its own', () => {
    const home = textOf(site, 'fr-CA/index.html');
    expect(attributeOf(home, 'html', 'lang')).toBe('fr-CA');
    expect(home).toContain('Étiquettes');
    expect([...site.keys()]).toContain('fr-CA/etiquettes/2024/index.html');
    expect([...site.keys()]).toContain('pt-BR/assuntos/cinco/index.html');
  });

  it('leads from old addresses and other words to the new ones', () => {
    for (const [path, to] of [
      ['2013/un.html', '/blog/fr-CA/un/'],
      ['vieux/index.html', '/blog/fr-CA/un/'],
      ['fr-CA/etiquettes/cinq-fois/index.html', '/blog/fr-CA/etiquettes/2024/'],
    ] as const) {
      expect(attributeOf(textOf(site, path), 'meta', 'content', { 'http-equiv': 'refresh' })).toBe(`0; url=${to}`);
    }
  });

  it('sets both lanes in the language of the document', () => {
    const quoted = /«\s?oui\s?»/;
    expect(textOf(site, 'fr-CA/un/index.html')).toMatch(quoted);
    expect(textOf(site, 'fr-CA/deux/index.html')).toMatch(quoted);
    expect(textOf(site, 'fr-CA/deux/index.html')).toContain('<b>étrange</b>');
    expect(textOf(site, 'fr-CA/feed.xml')).toContain('étrange');
  });
});
