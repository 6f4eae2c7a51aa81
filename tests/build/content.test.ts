import { expect, it } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import type { Folder } from '../../src/build/folder.ts';
import { noFragments } from '../../src/build/fragments.ts';
import { digestOf } from '../../src/build/folder.ts';

function folderOf(texts: Readonly<Record<string, string>>): Folder {
  const files = Object.entries(texts).map(([path, text]) => {
    const bytes = Buffer.from(text);
    return { path, disk: path, bytes: () => bytes, digest: digestOf(bytes) };
  });
  return { root: 'folder', files: new Map(files.map((file) => [file.path, file])) };
}

const site = 'schema: site/1\ntitle: T\ndescription: D\naddress: https://example.org/\nlanguages: [en]\n';

it('a folder with texts whose name has a slip is a warning that names the one that was meant', async () => {
  const folder = folderOf({ 'site.yaml': site, 'essay/a/en.mdx': 'x', 'notes/readme.txt': 'x', 'public/a/b.md': 'x' });
  const { problems } = await readContent(folder, noFragments, []);
  expect(problems).toEqual([
    {
      rule: 'unknown-folder',
      severity: 'warning',
      file: 'essay',
      message: 'essay/ holds texts, but is none of the folders that are read.',
      hint: 'Did you mean essays/? Folders: essays, concepts, pages, chains, i18n, public.',
    },
  ]);
});
