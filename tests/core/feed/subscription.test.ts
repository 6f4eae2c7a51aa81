import { parseOpml } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { opml } from '../../../src/core/feed/opml.ts';
import { essay, know, pageAt, understand, type FolderInput } from '../folder.ts';
import { wellFormed, written } from './written.ts';

const shelf: FolderInput = {
  site: { languages: ['en', 'sv'] },
  tags: { lean: { label: { en: 'Lean', sv: 'Snålt' } }, unused: { label: 'Unused' } },
  authors: { ada: { name: 'Ada', default: true } },
  documents: [essay('a/en', { tags: ['lean'] }), essay('b/en'), essay('b/sv', { tags: ['lean'] })],
};

const language = (lang: string): string[] => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${lang}/${file}`);
const topic = (list: string): string[] => [`${list}feed.xml`, `${list}atom.xml`];

describe('a page names the feeds', () => {
  const library = understand(shelf);
  it.each([
    ['home', 'en/', language('en')],
    ['home', 'sv/', language('sv')],
    ['home', '', [...topic(''), ...language('en')]],
    ['essay', 'en/a/', language('en')],
    ['archive', 'sv/arkiv/', language('sv')],
    ['tag', 'sv/taggar/snalt/', [...topic('sv/taggar/snalt/'), ...language('sv')]],
    ['author', 'en/authors/ada/', [...topic('en/authors/ada/'), ...language('en')]],
  ] as const)('%s /%s: those of its own list and language, no others', (kind, route, expected) => {
    const { feeds } = pageAt(library, kind, route).head;
    expect(feeds.map(({ href }) => href.replace('https://example.org/', ''))).toEqual(expected);
  });
  it('and every feed that it names is written', () => {
    const files = written(shelf);
    const named = new Set(library.pages.flatMap(({ head }) => head.feeds.map(({ href }) => href)));
    expect([...named].map((href) => href.replace('https://example.org/', '')).sort()).toEqual([...files.keys()].sort());
  });
  it('and every feed has an address that nothing else can take', () => {
    for (const route of written(shelf).keys()) expect(library.table.routes.has(route)).toBe(true);
    expect(library.table.routes.has('sv/feeds.opml')).toBe(true);
  });
});

describe('the page about subscribing', () => {
  it('has all essays first, then topics, then all languages, then everything in one file', () => {
    const { groups } = pageAt(understand(shelf), 'subscribe', 'en/subscribe/');
    expect(groups.map(({ title, feeds }) => [title, feeds.length])).toEqual([
      ['All essays', 3],
      ['By tag', 2],
      ['By author', 2],
      ['In every language', 2],
      ['All at once', 1],
    ]);
  });
  it('does not speak of languages where there is one', () => {
    const one = { ...shelf, site: { languages: ['en'] }, documents: [essay('a/en')] };
    const { groups } = pageAt(understand(one), 'subscribe', 'en/subscribe/');
    expect(groups.map(({ title }) => title)).not.toContain('In every language');
  });
});

it('the list of feeds gives a reader every feed of the language once', () => {
  const { body } = parseOpml(wellFormed([...opml(know(shelf), 'sv')].join('')));
  const flat = (body?.outlines ?? []).flatMap((one) => [one, ...(one.outlines ?? [])]);
  expect(flat.map(({ text, xmlUrl }) => [text, xmlUrl])).toEqual([
    ['Site (Svenska)', 'https://example.org/sv/feed.xml'],
    ['Per tagg', undefined],
    ['Snålt – Site', 'https://example.org/sv/taggar/snalt/feed.xml'],
    ['Per skribent', undefined],
    ['Ada – Site', 'https://example.org/sv/skribenter/ada/feed.xml'],
  ]);
});
