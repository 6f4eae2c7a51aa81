import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { init } from '../../src/cli/init.ts';
import { call, temporaryFolder } from './io.ts';
import { understood } from './understood.ts';

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('init', () => {
  it.each([
    ['in English', [], ['en']],
    ['in three languages', ['--lang', 'sv,en,fr'], ['sv', 'en', 'fr']],
    ['in a language that is not shipped', ['--lang', 'ar'], ['ar']],
    [
      'in regions and other scripts',
      ['--lang', 'fr-ca', '--lang', 'ja pt-BR zh-Hant'],
      ['fr-CA', 'ja', 'pt-BR', 'zh-Hant'],
    ],
    ['at an address with a path', ['--address', 'http://www.Example.ORG:8080/blog'], ['en']],
    ['at an address that is no name', ['--address', 'http://[::1]/'], ['en']],
  ])('begins a site %s that has nothing wrong with it', async (_what, argv, languages) => {
    const cwd = temporaryFolder();
    const { code, err } = await call(init, ['site', ...argv], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { library, problems } = await understood(join(cwd, 'site'));
    expect(problems).toEqual([]);
    expect(library.knowledge.languages).toEqual(languages);
    for (const lang of languages) {
      expect([library.knowledge.essays(lang).length, library.knowledge.pages(lang).length]).toEqual([1, 1]);
    }
  });

  it.each([
    '"Quotes": \'and\' #colons',
    '- a list, [perhaps] {or not}',
    '2026-03-14',
    'null',
    'كلمات: عن العمل',
    '🧵 Through & through 👩🏽‍🔧',
    '%TAG ! @all `ticks` |',
    'back\\slash <b>bold</b> {1+1}',
    '--- ...',
    'x'.repeat(300),
  ])('keeps the title %s', async (title) => {
    const cwd = temporaryFolder();
    await call(init, ['site', `--title=${title}`, '--lang=en,ar'], { cwd });
    const { library, problems } = await understood(join(cwd, 'site'));
    expect(problems).toEqual([]);
    expect(library.knowledge.site.title).toBe(title);
    expect(library.knowledge.content.authors[0]?.name).toBe(title);
  });

  it('mints the identity from the address and the year', async () => {
    const cwd = temporaryFolder();
    await call(init, ['site', '--address', 'https://Blåbär.example/texts/'], { cwd });
    const { site } = (await understood(join(cwd, 'site'))).library.knowledge;
    expect(site.identity).toBe('xn--blbr-noae.example,2026');
  });

  it('names the site after its folder, and dates the essay in UTC', async () => {
    const cwd = temporaryFolder();
    await call(init, ['deep/down/our-little_site'], { cwd });
    const { knowledge } = (await understood(join(cwd, 'deep/down/our-little_site'))).library;
    expect(knowledge.site.title).toBe('Our little site');
    expect(knowledge.essays('en')[0]?.front.date.toISOString()).toBe('2026-03-14T00:00:00.000Z');
  });

  it('explains the keys in the first language and writes each file in its own', async () => {
    const cwd = temporaryFolder();
    await call(init, ['site', '--lang', 'sv,de', '--title', 'Vår sajt'], { cwd });
    const site = join(cwd, 'site');
    expect(read(site, 'site.yaml')).toContain('# Sajtens namn.\ntitle: Vår sajt\n');
    expect(read(site, 'site.yaml')).toContain('languages: [sv, de]\n');
    expect(read(site, 'site.yaml')).toContain('  sv: En mening som säger vad sajten handlar om.\n');
    expect(read(site, 'site.yaml')).toContain(
      '  de: One sentence that says what this site is about. # Ska översättas\n',
    );
    expect(read(site, 'essays/hello/sv.mdx')).toContain('title: Hej\n');
    expect(read(site, 'essays/hello/sv.mdx')).toContain('`essays/hello/sv.mdx`');
    expect(read(site, 'essays/hello/de.mdx')).toContain('title: Hello # Ska översättas\n');
    expect(read(site, 'essays/hello/de.mdx')).toContain('{/* Ska översättas */}\n\nThis is the first essay');
    expect(read(site, 'i18n/de.yaml')).toContain('\nnewest: Newest essays\n');
    expect(readdirSync(join(site, 'i18n'))).toEqual(['de.yaml']);
  });

  it('says what it has written and how to see it', async () => {
    const cwd = temporaryFolder();
    const { out } = await call(init, ['my site'], { cwd });
    const [paths = '', next = ''] = out.split('\n\n');
    expect(paths.split('\n')).toHaveLength(5);
    for (const path of paths.split('\n')) expect(statSync(join(cwd, path)).isFile()).toBe(true);
    expect(next).toContain('npm start -- --content "my site"\n');
  });

  it.each([
    ['a folder with files', ['full'], /^The folder full is not empty\.\n {2}It holds a\.txt\. /],
    ['a file', ['full/a.txt'], /^full\/a\.txt is not a folder\./],
    ['no folder', [], /^“init” needs <folder>\./],
    ['no language', ['new', '--lang', 'en,swe-dish-!'], /^--lang: “swe-dish-!” is no language tag\./],
    ['a language twice', ['new', '--lang', 'en,EN'], /^languages names “en” twice\./],
    ['no address', ['new', '--address', 'example.org'], /^address must be the absolute address of the site/],
    ['an empty title', ['new', '--title', ' '], /^The title is empty\./],
    ['a title of two lines', ['new', '--title', 'a\nb'], /^The title holds a line end/],
  ])('refuses %s and writes nothing', async (_what, argv, err) => {
    const cwd = temporaryFolder({ 'full/a.txt': 'mine' });
    const told = await call(init, argv, { cwd });
    expect(told.code).toBe(2);
    expect(told.err).toMatch(err);
    expect(told.out).toBe('');
    expect(readdirSync(cwd, { recursive: true })).toEqual(['full', 'full/a.txt']);
  });

  it('takes a folder that holds only what begins with a dot', async () => {
    const cwd = temporaryFolder({ 'site/.git/HEAD': 'ref' });
    expect((await call(init, ['site'], { cwd })).code).toBe(0);
  });
});
