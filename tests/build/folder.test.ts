import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChangedFile, filesIn, folderDigest, readFolder, textOf } from '../../src/build/folder.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'throughline-folder-'));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

function write(path: string, data: string | Uint8Array = 'x'): void {
  mkdirSync(join(place, path, '..'), { recursive: true });
  writeFileSync(join(place, path), data);
}

describe('an author’s folder', () => {
  it('is read without hidden files and those of editors and systems', async () => {
    for (const path of [
      'a.yaml',
      'b/c.mdx',
      '.git/config',
      'b/.DS_Store',
      'b/c.mdx~',
      'node_modules/d/e.js',
      'Thumbs.db',
    ])
      write(path);
    expect([...(await readFolder(place)).files.keys()]).toEqual(['a.yaml', 'b/c.mdx']);
  });

  it('has its names in Unicode’s composed form', async () => {
    write('A\u030A.png');
    expect([...(await readFolder(place)).files.keys()]).toEqual(['\u00C5.png']);
  });

  it('that does not exist is empty', async () => {
    expect((await readFolder(join(place, 'nowhere'))).files.size).toBe(0);
  });

  it('passes over links to nothing, to themselves and to folders, and follows those to files', async () => {
    write('real.txt', 'real');
    mkdirSync(join(place, 'inner'));
    symlinkSync(join(place, 'nothing'), join(place, 'a'));
    symlinkSync(join(place, 'inner'), join(place, 'b'));
    symlinkSync(join(place, 'd'), join(place, 'd'));
    symlinkSync(join(place, 'real.txt'), join(place, 'c'));
    expect([...(await readFolder(place)).files.keys()]).toEqual(['c', 'real.txt']);
  });

  it.skipIf(process.platform === 'win32')('does not wait for what a pipe may say', async () => {
    execFileSync('mkfifo', [join(place, 'pipe')]);
    expect((await readFolder(place)).files.size).toBe(0);
  });

  it('that is reached by a link has the paths that the link leads to', async () => {
    write('inner/a.txt');
    symlinkSync(join(place, 'inner'), join(place, 'link'));
    const folder = await readFolder(join(place, 'link'));
    expect(folder.files.get('a.txt')?.disk).toBe(join(realpathSync(place), 'inner', 'a.txt'));
  });

  it('gives the bytes of the moment when it was read, and says so when they are others by now', async () => {
    for (const path of ['same', 'longer', 'gone']) write(path, 'one');
    const { files } = await readFolder(place);
    write('longer', 'more than one');
    rmSync(join(place, 'gone'));
    const same = files.get('same');
    expect(same?.bytes().toString()).toBe('one');
    for (const name of ['longer', 'gone']) {
      const file = files.get(name);
      if (file === undefined) throw new Error(`${name} was not read.`);
      expect(() => file.bytes()).toThrow(ChangedFile);
      expect(textOf(file)).toMatchObject({ problem: { rule: 'changed-file', file: name } });
    }
  });

  it('has a digest that any change of a name or a byte changes', async () => {
    const digests = new Set<string>();
    for (const [path, data] of [
      ['a', '1'],
      ['a', '2'],
      ['b', '2'],
      ['c/d', '2'],
    ] as const) {
      rmSync(place, { recursive: true });
      write(path, data);
      digests.add(folderDigest(await readFolder(place)));
    }
    expect(digests.size).toBe(4);
  });
});

describe('the text of a file', () => {
  const file = (bytes: Uint8Array) => ({ path: 'a', disk: 'a', digest: '', bytes: () => Buffer.from(bytes) });

  it('is read without a byte order mark', () => {
    expect(textOf(file(Buffer.from('\uFEFFå')))).toEqual({ text: 'å' });
    expect(textOf(file(Buffer.from('a\r\nb\rc\n')))).toEqual({ text: 'a\nb\nc\n' });
  });

  it('that is not UTF-8 is a problem on the line of the first wrong byte', () => {
    const bytes = Buffer.concat([Buffer.from('one\ntwo å\n'), Buffer.from([0x61, 0xe5]), Buffer.from('\nfour')]);
    expect(textOf(file(bytes))).toMatchObject({ problem: { rule: 'not-utf-8', file: 'a', line: 3 } });
  });

  it('that is empty is a problem', () => {
    expect(textOf(file(Buffer.alloc(0)))).toMatchObject({ problem: { rule: 'empty-file' } });
  });
});

it('the files below a folder are found at every depth, sorted, without the folders', () => {
  for (const path of ['b/c/d', 'a', 'b/.e']) write(path);
  expect(filesIn(place)).toEqual(['a', 'b/.e', 'b/c/d']);
});
