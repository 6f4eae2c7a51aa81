import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/build/folder.ts';
import type { KeptFiles } from '../../src/build/kept-file.ts';
import { Staging } from '../../src/build/output.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staging-'));
});
afterEach(() => rm(folder, { recursive: true }));

function* pieces(): Generator<string> {
  for (let count = 0; count < 50_000; count += 1) yield `värde ${String(count)} 🐜\n`;
}

it('pours a file in pieces as if it had been written whole, and takes it over while its key is the same', async () => {
  const whole = [...pieces()].join('');
  const first = new Staging(join(folder, 'out'), {});
  await first.open();
  await first.pour('a/b.xml', 'key', pieces);
  expect(await readFile(join(first.folder, 'a/b.xml'), 'utf8')).toBe(whole);
  expect(first.files.get('a/b.xml')).toMatchObject({ key: 'key', digest: digestOf(whole) });
  await first.publish();
  const kept: KeptFiles = Object.fromEntries(first.files);
  const second = new Staging(join(folder, 'out'), kept);
  await second.open();
  await second.pour('a/b.xml', 'key', () => {
    throw new Error('The same key means the same bytes.');
  });
  await second.pour('empty.xml', 'key', () => []);
  await second.publish();
  expect(await readFile(join(folder, 'out', 'a/b.xml'), 'utf8')).toBe(whole);
  expect(await readFile(join(folder, 'out', 'empty.xml'), 'utf8')).toBe('');
});

describe('the output that was replaced last', () => {
  const out = (): string => join(folder, 'out');
  let kept: KeptFiles = {};
  beforeEach(() => {
    kept = {};
  });

  /** Publishes an output of these files; those that were in the last one with the same text are taken over. */
  async function publish(files: Readonly<Record<string, string>>): Promise<void> {
    const staging = new Staging(out(), kept, join(folder, 'spare'));
    await staging.open();
    for (const [file, text] of Object.entries(files)) await staging.make(file, text, () => text);
    await staging.publish();
    kept = Object.fromEntries(staging.files);
  }

  async function read(place: string): Promise<Record<string, string>> {
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
    const texts = paths.map(async (path) => [path.slice(place.length + 1), await readFile(path, 'utf8')] as const);
    return Object.fromEntries(await Promise.all(texts));
  }

  it('becomes the next one: what has not changed stays the same file, the rest is written, deleted or made a folder', async () => {
    await publish({ 'a/same': 's', 'a/other': '1', gone: 'x', file: 'f', 'folder/in': 'i' });
    const { ino } = await stat(join(out(), 'a/same'));
    await publish({ 'a/same': 's', 'a/other': '2', file: 'f', 'folder/in': 'i' });
    const third = { 'a/same': 's', 'a/other': '3', 'file/now/folder': 'n', folder: 'now a file' };
    await publish(third);
    expect(await read(out())).toEqual(third);
    expect((await stat(join(out(), 'a/same'))).ino).toBe(ino);
    expect((await readdir(folder)).sort()).toEqual(['out', 'spare']);
  });

  it('is never written through: the present output keeps its bytes while the next one is made', async () => {
    await publish({ page: '1', same: 's' });
    await publish({ page: '1', same: 's', more: 'm' });
    const staging = new Staging(out(), kept, join(folder, 'spare'));
    await staging.open();
    await staging.make('page', '2', () => '2');
    await staging.pour('same', 'other', () => ['o']);
    expect(await read(out())).toEqual({ page: '1', same: 's', more: 'm' });
    staging.discard();
    expect((await readdir(folder)).sort()).toEqual(['out', 'spare']);
  });

  it('leads nowhere else when somebody has put a link into it', async () => {
    await publish({ 'en/page': '1' });
    await mkdir(join(folder, 'own'));
    await writeFile(join(folder, 'own/page'), 'mine');
    await rename(join(out(), 'en'), join(folder, 'en-before'));
    await symlink(join(folder, 'own'), join(out(), 'en'));
    await publish({ 'en/page': '2' });
    await publish({ 'en/page': '3' });
    expect(await read(join(folder, 'own'))).toEqual({ page: 'mine' });
    expect(await read(out())).toEqual({ 'en/page': '3' });
  });

  it('may be garbage', async () => {
    await publish({ 'a/page': '0' });
    await mkdir(join(folder, 'spare/a/page'), { recursive: true });
    await writeFile(join(folder, 'spare/a/page/stray'), 'x');
    await publish({ 'a/page': '1' });
    expect(await read(out())).toEqual({ 'a/page': '1' });
  });
});
