import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newDocument } from '../../src/cli/new.ts';
import { call, temporaryFolder } from './io.ts';
import { understood } from './understood.ts';

const SITE =
  'schema: site/1\ntitle: T\ndescription: D\naddress: https://example.org/\nlanguages: [sv, en, fr]\nnavigation: []\n';

describe('new', () => {
  it.each([
    ['essay', 'value-creation', [], 'essays/value-creation/sv.mdx', 'Value creation'],
    ['concept', 'takt', ['--lang', 'FR'], 'concepts/takt/fr.mdx', 'Takt'],
    ['page', 'imprint', ['--lang=en', '--title', ' Who “we” are: {us} '], 'pages/imprint/en.mdx', 'Who “we” are: {us}'],
    ['essay', 'a-1', ['--lang=en', '--title', '٢٠٢٦: لماذا؟ 🧵'], 'essays/a-1/en.mdx', '٢٠٢٦: لماذا؟ 🧵'],
  ])('begins the %s %s with %j as a draft that has nothing wrong with it', async (kind, id, argv, file, title) => {
    const cwd = temporaryFolder({ 'site.yaml': SITE });
    const told = await call(newDocument, [kind, id, '--content', '.', ...argv], { cwd });
    expect(told).toEqual({ code: 0, out: `${file}\n`, err: '' });
    const { library, problems } = await understood(cwd);
    expect(problems).toEqual([]);
    expect(library.knowledge.documents).toMatchObject([{ kind, id, file, front: { title, draft: true } }]);
  });

  it('dates an essay with the day in UTC and speaks the language of the file', async () => {
    const cwd = temporaryFolder({ 'site.yaml': SITE });
    await call(newDocument, ['essay', 'a', '--content', '.', '--title', 'Å'], { cwd });
    expect(readFileSync(join(cwd, 'essays/a/sv.mdx'), 'utf8')).toBe(
      [
        '---',
        'title: Å',
        'description: En eller två meningar som säger vad essän handlar om.',
        'date: 2026-03-14',
        'tags: [] # Id:n ur tags.yaml',
        'draft: true # Ta bort den här raden för att publicera.',
        '---',
        '',
        'Börja här.',
        '',
      ].join('\n'),
    );
  });

  it('keeps a long title on one line', async () => {
    const cwd = temporaryFolder({ 'site.yaml': SITE });
    const title = 'many words '.repeat(30).trim();
    await call(newDocument, ['page', 'a', '--content', '.', '--title', title], { cwd });
    expect(readFileSync(join(cwd, 'pages/a/sv.mdx'), 'utf8')).toContain(`title: ${title}\n`);
  });

  it('never writes over a file, also when its name spells the language otherwise', async () => {
    const cwd = temporaryFolder({ 'site.yaml': SITE, 'essays/a/SV.mdx': 'mine' });
    const told = await call(newDocument, ['essay', 'a', '--content', '.'], { cwd });
    expect(told.code).toBe(2);
    expect(told.err).toMatch(/^essays\/a\/SV\.mdx exists already, and stays as it is\.\n/);
    expect(readdirSync(join(cwd, 'essays/a'))).toEqual(['SV.mdx']);
    expect(readFileSync(join(cwd, 'essays/a/SV.mdx'), 'utf8')).toBe('mine');
  });

  it('says when the document becomes a translation', async () => {
    const cwd = temporaryFolder({ 'site.yaml': SITE, 'essays/a/fr.mdx': '---\n---\n' });
    const { code, err } = await call(newDocument, ['essay', 'a', '--content', '.'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: 'It stands beside “a” in fr as its translation.\n' });
  });

  it.each([
    [['esay', 'a'], '“esay” is no kind of document.\n  Did you mean “essay”?\n'],
    [['post', 'a'], '“post” is no kind of document.\n  There are: essay, concept, page.\n'],
    [['essay', 'Värde skapande'], /^“Värde skapande” cannot be an id\.\n.*such as varde-skapande\./],
    [['essay', '../../etc'], /^“\.\.\/\.\.\/etc” cannot be an id\.\n.*such as etc\./],
    [['essay', '言葉'], /^“言葉” cannot be an id\.\n.*such as my-essay\./],
    [['essay', 'a', '--lang', 'de'], /^The site has no language “de”\.\n {2}It has sv, en, fr\. Add “de” to languages/],
    [['essay', 'a', '--lang', '../x'], '“../x” is no language tag.\n  Write one of sv, en, fr.\n'],
    [['essay', 'a', '--title', ''], /^--title needs a value\./],
    [['essay', 'a', '--title=\u0007'], /^The title holds a line end or an invisible character\./],
    [['essay'], /^“new” needs <id>\./],
  ])('refuses %j with what to do, and writes nothing', async (argv, err) => {
    const cwd = temporaryFolder({ 'site.yaml': SITE });
    const told = await call(newDocument, [...argv, '--content', '.'], { cwd });
    expect(told.err).toMatch(err);
    expect({ code: told.code, out: told.out, files: readdirSync(cwd) }).toEqual({
      code: 2,
      out: '',
      files: ['site.yaml'],
    });
  });

  it('tells everything that is wrong at once', async () => {
    const cwd = temporaryFolder({ 'site.yaml': SITE });
    const { err } = await call(newDocument, ['esay', 'A B', '--lang', 'de', '--content', '.'], { cwd });
    expect(err.match(/^\S.*/gm)).toHaveLength(3);
  });

  it.each([
    ['is none', {}, /^There is no site\.yaml in /],
    ['cannot be read', { 'site.yaml': 'schema: [' }, /^The YAML cannot be read/],
    [
      'is not in order',
      { 'site.yaml': SITE.replace('title', 'titel') },
      /^There is no key “titel”\.\n {2}Did you mean “title”\?/m,
    ],
  ])('refuses a folder whose site.yaml %s', async (_what, files, err) => {
    const cwd = temporaryFolder(files);
    const told = await call(newDocument, ['essay', 'a', '--content', '.'], { cwd });
    expect(told.code).toBe(2);
    expect(told.err).toMatch(err);
  });
});
