import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chainWords } from '../../src/chain/words.ts';
import { words } from '../../src/cli/words.ts';
import { en } from '../../src/i18n/en.ts';
import { sv } from '../../src/i18n/sv.ts';
import { call, temporaryFolder } from './io.ts';
import { understood } from './understood.ts';

const site = (lang: string): string =>
  `schema: site/1\ntitle: T\ndescription: D\naddress: https://example.org/\nlanguages: [${lang}]\nnavigation: []\n`;

describe('words', () => {
  it.each(['ar', 'ja', 'pt-BR'])('prints a file in English that makes %s complete', async (lang) => {
    const cwd = temporaryFolder({ 'site.yaml': site(lang) });
    const { code, out } = await call(words, [lang], { cwd });
    expect(code).toBe(0);
    const made = temporaryFolder({ 'site.yaml': site(lang), [`i18n/${lang}.yaml`]: out });
    const { library, problems } = await understood(made);
    expect(problems.filter(({ rule }) => rule !== 'no-content')).toEqual([]);
    expect(Object.keys(library.knowledge.words(lang))).toEqual(Object.keys(en));
    expect(library.knowledge.words(lang).newest).toBe(en.newest);
  });

  it('has the plural categories of the language', async () => {
    const arabic = parse((await call(words, ['ar'])).out) as { readingTime: Record<string, string> };
    const japanese = parse((await call(words, ['ja'])).out) as { readingTime: Record<string, string> };
    expect(Object.keys(arabic.readingTime)).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
    expect(arabic.readingTime).toMatchObject({ one: '{count} minute', few: '{count} minutes' });
    expect(japanese.readingTime).toEqual({ other: '{count} minutes' });
  });

  it.each(['sv', 'sv-FI'])('prints the words of %s where they are shipped', async (lang) => {
    expect(parse((await call(words, [lang])).out)).toEqual({ ...sv, valueChains: chainWords.sv });
  });

  it('prints with --missing what the folder’s file lacks', async () => {
    const { readingTime: _one, newest: _two, ...rest } = en;
    const cwd = temporaryFolder({ 'i18n/ar.yaml': JSON.stringify(rest) });
    const { out } = await call(words, ['ar', '--missing', '--content', '.'], { cwd });
    expect(Object.keys(parse(out) as object)).toEqual(['readingTime', 'newest', 'valueChains']);
  });

  it('prints with --missing those of value chains that lack in a file that has all others', async () => {
    const { bottleneck: _one, ...chains } = chainWords.en;
    const cwd = temporaryFolder({ 'i18n/ar.yaml': JSON.stringify({ ...en, valueChains: chains }) });
    const { out } = await call(words, ['ar', '--missing', '--content', '.'], { cwd });
    expect(parse(out)).toEqual({ valueChains: { bottleneck: chainWords.en.bottleneck } });
  });

  it.each([
    ['all of them where there is no file', 'ar', {}, Object.keys(en).length + 1],
    [
      'nothing where the file is complete',
      'ar',
      { 'i18n/ar.yaml': JSON.stringify({ ...en, valueChains: chainWords.en }) },
      0,
    ],
    ['nothing of a shipped language', 'fr', { 'i18n/fr.yaml': 'newest: Récents' }, 0],
  ])('prints with --missing %s', async (_what, lang, files, count) => {
    const { code, out } = await call(words, [lang, '--missing', '--content', '.'], { cwd: temporaryFolder(files) });
    expect(code).toBe(0);
    expect(Object.keys((parse(out) as object | null) ?? {})).toHaveLength(count);
  });

  it.each([
    [['swe-dish-!'], {}, /^“swe-dish-!” is no language tag\./],
    [['ar', '--missing'], { 'i18n/ar.yaml': 'a: [' }, /^i18n\/ar\.yaml:1: The YAML cannot be read/],
  ])('refuses %j', async (argv, files, err) => {
    const { code, err: told } = await call(words, [...argv, '--content', '.'], { cwd: temporaryFolder(files) });
    expect(code).toBe(2);
    expect(told).toMatch(err);
  });
});
