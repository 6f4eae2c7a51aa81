import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translate } from '../../src/cli/translate.ts';
import { call, temporaryFolder } from './io.ts';
import { understood } from './understood.ts';

const FILES = {
  'site.yaml':
    'schema: site/1\ntitle: T\ndescription: D\naddress: https://example.org/\nlanguages: [en, sv, fr]\nnavigation: []\n',
  'tags.yaml': 'schema: tags/1\ntags:\n  lean: { label: lean }\n',
  'authors.yaml': 'schema: authors/1\nauthors:\n  ada: { name: Ada, default: true }\n',
  'series.yaml': 'schema: series/1\nseries:\n  steps: { title: Steps }\n',
  'essays/a/en.mdx': [
    '---',
    'title: \'A: "title" # with {everything} 🧵\'',
    'description: >-',
    '  Two lines',
    '  of text.',
    'date: 2026-01-02',
    'updated: 2026-02-03',
    'tags: [lean]',
    'authors: [ada]',
    'slug: a-title',
    'series: { id: steps, part: 2 }',
    'guid: https://old.example/?p=17',
    'aliases: [/old.html]',
    'cover: { src: dot.svg, alt: A dot }',
    '---',
    '',
    '',
    '    indented code',
    '',
    'A *word* and a note.[^1]',
    '',
    '[^1]: Here.',
    '',
  ].join('\n'),
  'essays/a/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  'essays/b/fr.mdx': '---\r\ntitle: B\r\ndescription: B.\r\ndate: 2026-01-02\r\n---\r\nUn\r\n\r\nDeux\r\n',
  'concepts/both/en.mdx': '---\ntitle: Both\ndescription: Both.\nsynonyms: [pair]\n---\n\nText\n',
  'pages/both/en.mdx': '---\ntitle: Both\ndescription: Both.\n---\n\nText\n',
};

describe('translate', () => {
  it('copies what holds in every language and marks what is to be translated', async () => {
    const cwd = temporaryFolder(FILES);
    const told = await call(translate, ['a', '--to', 'sv', '--content', '.'], { cwd });
    expect(told).toEqual({ code: 0, out: 'essays/a/sv.mdx\n', err: '' });
    expect(readFileSync(join(cwd, 'essays/a/sv.mdx'), 'utf8')).toBe(
      [
        '---',
        `title: 'A: "title" # with {everything} 🧵' # Ska översättas`,
        'description: Two lines of text. # Ska översättas',
        'date: 2026-01-02',
        'tags: [lean]',
        'authors: [ada]',
        'series:',
        '  id: steps',
        '  part: 2',
        'cover:',
        '  src: dot.svg',
        '  alt: A dot # Ska översättas',
        'draft: true # Ta bort den här raden för att publicera.',
        '---',
        '',
        '    indented code',
        '',
        'A *word* and a note.[^1]',
        '',
        '[^1]: Here.',
        '',
      ].join('\n'),
    );
  });

  it('leaves a folder with nothing wrong in it', async () => {
    const cwd = temporaryFolder(FILES);
    for (const argv of [
      ['a', '--to', 'sv'],
      ['a', '--to', 'fr', '--from', 'sv'],
      ['b', '--to', 'EN'],
      ['both', '--to', 'sv', '--kind', 'concept'],
      ['both', '--to', 'sv', '--kind', 'page'],
    ]) {
      expect((await call(translate, [...argv, '--content', '.'], { cwd })).code).toBe(0);
    }
    const { library, problems } = await understood(cwd);
    // Images are read by another step than this test runs.
    expect(problems.filter(({ rule }) => rule !== 'missing-image')).toEqual([]);
    const { documents } = library.knowledge;
    expect(documents.filter(({ front }) => front.draft).map(({ file }) => file)).toEqual([
      'concepts/both/sv.mdx',
      'essays/a/fr.mdx',
      'essays/a/sv.mdx',
      'essays/b/en.mdx',
      'pages/both/sv.mdx',
    ]);
    expect(readFileSync(join(cwd, 'essays/b/en.mdx'), 'utf8')).not.toContain('\r');
  });

  it.each([
    [['a', '--to', 'en'], /^essays\/a\/en\.mdx exists already, and stays as it is\./],
    [['a'], 'Into which language?\n  Add --to with one of en, sv, fr.\n'],
    [['a', '--to', 'de'], /^The site has no language “de”\./],
    [['a', '--to', 'fr', '--from', 'sv'], 'There is no “a” in sv.\n  It is there in en.\n'],
    [['a', '--to', 'fr', '--from', 'xx'], /^The site has no language “xx”\./],
    [['aa', '--to', 'fr'], 'There is no document “aa”.\n  Nearest: a, b, both.\n'],
    [['a', '--to', 'fr', '--kind', 'page'], 'There is no page “a”.\n  Nearest: both.\n'],
    [['a', '--to', 'fr', '--kind', 'post'], /^--kind: “post” is no kind of document\./],
    [['../a', '--to', 'fr'], /^There is no document “\.\.\/a”\./],
    [['both', '--to', 'fr'], '“both” is in concepts/ and in pages/.\n  Add one of: --kind concept, --kind page.\n'],
    [['empty', '--to', 'fr'], 'There is no “empty” to copy.\n  Its folder holds no text.\n'],
    [['broken', '--to', 'fr'], /^essays\/broken\/en\.mdx:3: The YAML cannot be read/],
  ])('refuses %j with what to do, and writes nothing', async (argv, err) => {
    const broken = '---\ntitle: A\ntitle: B\n---\n';
    const cwd = temporaryFolder({ ...FILES, 'essays/empty/note.txt': '', 'essays/broken/en.mdx': broken });
    const before = readdirSync(cwd, { recursive: true });
    const told = await call(translate, [...argv, '--content', '.'], { cwd });
    expect(told.err).toMatch(err);
    expect({ code: told.code, out: told.out, files: readdirSync(cwd, { recursive: true }) }).toEqual({
      code: 2,
      out: '',
      files: before,
    });
  });
});
