import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf } from '../../src/build/folder.ts';
import { Staging, type KeptFiles } from '../../src/build/output.ts';

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
