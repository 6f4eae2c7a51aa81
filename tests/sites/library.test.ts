import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/core/library/library.ts';
import type { Page, PageKind } from '../../src/core/library/page.ts';
import { essay, note, siteYaml, tinySite } from './content.ts';
import { ask, type Files } from './folder.ts';

async function libraryOf(files: Files, options: Parameters<typeof ask>[1] = {}): Promise<Library> {
  const { library, problems } = await ask(files, options);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (library === undefined) throw new Error('There is no library.');
  return library;
}

function routesOf({ pages }: Library): string[] {
  return pages.map(({ route }) => route);
}

/** The pages that may be of a kind: lists of several kinds have one type. */
type PageOf<K, P = Page> = P extends { readonly kind: infer Q } ? (K extends Q ? P : never) : never;

function pageAt<K extends PageKind>(library: Library, kind: K, route: string): PageOf<K> {
  const page = library.pages.find((one) => one.kind === kind && one.route === route);
  if (page === undefined) throw new Error(`There is no ${kind} at ${route}: ${routesOf(library).join(' ')}`);
  return page as PageOf<K>;
}

/** A day of 2025 by its number, so that essays are in a known order. */
function day(number: number): string {
  return new Date(Date.UTC(2025, 0, number)).toISOString().slice(0, 10);
}

function many(count: number): Files {
  const essays = Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return [`essays/e${String(number)}/en.mdx`, essay(`Essay ${String(number)}`, 'Text.', { date: day(number), tags: '[all]' })];
  });
  return {
    'site.yaml': siteYaml({ languages: '[en]' }),
    'tags.yaml': 'schema: tags/1\ntags:\n  all: { label: All }\n',
    ...Object.fromEntries(essays),
  } as Files;
}

const bare: Files = { 'site.yaml': siteYaml({ languages: '[en]' }), 'essays/one/en.mdx': essay('One') };

describe('the least folder', () => {
  it('of one language, one essay and no registries has the pages that need nothing else', async () => {
    expect(routesOf(await libraryOf(bare)).sort()).toEqual(
      ['', '404.html', 'en/', 'en/404.html', 'en/archive/', 'en/one/', 'en/search/', 'en/subscribe/'].sort(),
    );
  });

  it('has a switcher with nothing to switch to, and no other language in its sets', async () => {
    const page = pageAt(await libraryOf(bare), 'essay', 'en/one/');
    expect(page.frame.switcher.filter(({ state }) => state !== 'current')).toEqual([]);
    expect(page.head.alternates.map(({ hreflang }) => hreflang)).toEqual(['en', 'x-default']);
  });

  it('without any essay is a site all the same, and says so', async () => {
    const { problems, library } = await ask({ 'site.yaml': siteYaml() });
    expect(problems).toMatchObject([{ rule: 'no-content', severity: 'warning' }]);
    expect(library?.pages.length).toBeGreaterThan(8);
  });

  it('with only an author’s public files keeps ours beside them', async () => {
    const { knowledge } = await libraryOf({ ...bare, 'public/favicon.svg': '<svg/>', 'public/me.txt': 'x' });
    const files = knowledge.content.publicFiles;
    expect(files.filter(({ route }) => route === 'favicon.svg')).toEqual([{ route: 'favicon.svg', file: 'public/favicon.svg' }]);
    expect(files.map(({ route }) => route)).toContain('theme.js');
  });
});

describe('a list of 45 essays', () => {
  it('shows the newest twenty first and full, numbered pages from the oldest', async () => {
    const library = await libraryOf(many(45));
    for (const list of ['en/', 'en/tags/all/']) {
      const first = list === 'en/' ? pageAt(library, 'home', list) : pageAt(library, 'tag', list);
      expect(first.entries.map(({ title }) => title)).toEqual(Array.from({ length: 20 }, (_, index) => `Essay ${String(45 - index)}`));
      const older = list === 'en/' ? ('list' as const) : ('tag' as const);
      expect(pageAt(library, older, `${list}page/1/`).entries.map(({ title }) => title)).toEqual(
        Array.from({ length: 20 }, (_, index) => `Essay ${String(20 - index)}`),
      );
      expect(pageAt(library, older, `${list}page/2/`).entries).toHaveLength(20);
      expect(routesOf(library)).not.toContain(`${list}page/3/`);
    }
  });

  it('changes its first page only when one is added', async () => {
    const [before, after] = [await libraryOf(many(45)), await libraryOf(many(46))];
    for (const number of [1, 2]) {
      const route = `en/page/${String(number)}/`;
      expect(pageAt(after, 'list', route).entries).toEqual(pageAt(before, 'list', route).entries);
    }
  });

  it('reaches every essay from its first page by way of the older ones', async () => {
    const library = await libraryOf(many(45));
    const seen = new Set<string>();
    let page: { entries: readonly { title: string }[]; pager: { older?: { href: string } } } = pageAt(library, 'home', 'en/');
    for (;;) {
      for (const { title } of page.entries) seen.add(title);
      const older = page.pager.older?.href;
      if (older === undefined) break;
      page = pageAt(library, 'list', older.slice(1));
    }
    expect(seen.size).toBe(45);
  });
});

describe('tags', () => {
  const tags = `schema: tags/1
tags:
  work: { label: { en: Work, sv: Arbete } }
  lean: { label: { en: Lean, sv: Resurssnålt }, parent: work, synonyms: { en: [Lean Production], sv: [lean] } }
  "5": { label: Five, slug: { en: "5", sv: "2024" } }
`;
  const files: Files = {
    'site.yaml': siteYaml(),
    'tags.yaml': tags,
    'essays/a/en.mdx': essay('A', 'Text.', { tags: '[lean]' }),
    'essays/b/sv.mdx': essay('B', 'Text.', { tags: '[work, "5"]' }),
  };

  it('list the essays of their narrower tags, and lead to each other', async () => {
    const library = await libraryOf(files);
    const work = pageAt(library, 'tag', 'en/tags/work/');
    expect(work.entries.map(({ title }) => title)).toEqual(['A']);
    expect(work.narrower).toMatchObject([{ label: 'Lean', href: '/en/tags/lean/' }]);
    expect(pageAt(library, 'tag', 'en/tags/lean/').broader).toMatchObject([{ label: 'Work' }]);
  });

  it('have no page in a language without an essay, and name the essays of other languages where they have one', async () => {
    const library = await libraryOf(files);
    expect(routesOf(library)).not.toContain('sv/taggar/resurssnalt/');
    expect(pageAt(library, 'tag', 'en/tags/work/').others.map(({ title, lang }) => `${lang} ${title}`)).toEqual(['sv B']);
    expect(pageAt(library, 'tag', 'en/tags/work/').head.alternates.map(({ hreflang }) => hreflang)).toEqual(['en', 'sv', 'x-default']);
  });

  it('may have numbers for slugs, and redirect from their synonyms where they have a page', async () => {
    const library = await libraryOf(files);
    expect(routesOf(library)).toContain('sv/taggar/2024/');
    expect(library.redirects.map(({ route, to }) => `${route} → ${to}`)).toEqual(['en/tags/lean-production/ → en/tags/lean/']);
  });
});

describe('languages', () => {
  it('need not begin with the default one', async () => {
    const library = await libraryOf({ ...tinySite, 'site.yaml': siteYaml({ languages: '[sv, en]', defaultLanguage: 'en' }) });
    expect(pageAt(library, 'home', '').lang).toBe('en');
    expect(pageAt(library, 'essay', 'sv/forsta/').head.alternates.at(-1)).toEqual({ hreflang: 'x-default', href: 'https://tiny.example/en/first/' });
  });

  it('of a region take the words of their language', async () => {
    const library = await libraryOf({ 'site.yaml': siteYaml({ languages: '[fr-CA]' }), 'essays/un/fr-ca.mdx': essay('Un') });
    expect(pageAt(library, 'archive', 'fr-CA/archives/').words.archive).toBe('Archives');
  });

  it('that nobody has words for are asked for once, not key by key', async () => {
    const { problems } = await ask({ 'site.yaml': siteYaml({ languages: '[en, ja]' }), 'essays/one/en.mdx': essay('One') });
    expect(problems).toMatchObject([{ rule: 'missing-words', file: 'site.yaml' }]);
  });

  it('with an unfinished file of words are told each missing key', async () => {
    const { problems } = await ask({ ...bare, 'site.yaml': siteYaml({ languages: '[en, ja]' }), 'i18n/ja.yaml': 'home: 家\n' });
    const missing = problems.filter(({ rule, file }) => rule === 'missing-word' && file === 'i18n/ja.yaml');
    expect(missing.length).toBeGreaterThan(60);
    expect(missing.map(({ message }) => message)).toContain('The key “archive” is missing.');
    expect(missing.map(({ message }) => message)).not.toContain('The key “home” is missing.');
  });
});

describe('time', () => {
  const files: Files = {
    ...bare,
    'essays/later/en.mdx': essay('Later', 'Text.', { date: '2026-07-01', publish: '2026-07-01T06:00:00Z' }),
    'pages/plan/en.mdx': note('Plan', 'Text.', { draft: 'true' }),
  };

  it.each([
    ['a second before', '2026-07-01T05:59:59Z', false],
    ['at the moment', '2026-07-01T06:00:00Z', true],
  ])('shows an essay not before it is published: %s', async (_when, now, shown) => {
    const library = await libraryOf(files, { now: new Date(now) });
    expect(routesOf(library).includes('en/later/')).toBe(shown);
  });

  it('does not count for whoever writes: drafts and later essays are shown and marked', async () => {
    const library = await libraryOf(files, { drafts: true });
    expect(routesOf(library)).toEqual(expect.arrayContaining(['en/later/', 'en/plan/']));
  });
});
