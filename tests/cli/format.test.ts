import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { format } from '../../src/cli/format.ts';
import * as writer from '../../src/mdx/format.ts';
import { call, temporaryFolder } from './io.ts';

const HEAD = '---\ntitle: A\n---\n\n';
const FILES = {
  'essays/a/en.mdx': `${HEAD}* one\n* two\n`,
  'essays/a/sv.mdx': `${HEAD}- ett\n- två\n`,
  'concepts/c/en.mdx': `${HEAD}__bold__\n`,
  'pages/p/en.mdx': `${HEAD}Text\n`,
  'essays/a/data.md': '* not ours\n',
  'notes.mdx': '* not a document\n',
};
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('format', () => {
  it('writes all documents of the folder in one form, and nothing else', async () => {
    const cwd = temporaryFolder(FILES);
    const before = readdirSync(cwd, { recursive: true });
    const { code, out, err } = await call(format, ['--content', '.'], { cwd });
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'concepts/c/en.mdx\nessays/a/en.mdx\n',
      err: '2 of 4 files changed.\n',
    });
    expect(read(cwd, 'essays/a/en.mdx')).toBe(`${HEAD}- one\n- two\n`);
    expect(read(cwd, 'concepts/c/en.mdx')).toBe(`${HEAD}**bold**\n`);
    for (const path of ['essays/a/sv.mdx', 'pages/p/en.mdx', 'essays/a/data.md', 'notes.mdx'] as const) {
      expect(read(cwd, path)).toBe(FILES[path]);
    }
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
    expect((await call(format, ['--content', '.'], { cwd })).out).toBe('');
  });

  it('lists with --check what would change, changes nothing, and ends with 1', async () => {
    const cwd = temporaryFolder(FILES);
    const told = await call(format, ['--check', '--content', '.'], { cwd });
    expect(told).toEqual({ code: 1, out: 'concepts/c/en.mdx\nessays/a/en.mdx\n', err: '2 of 4 files would change.\n' });
    expect(read(cwd, 'essays/a/en.mdx')).toBe(FILES['essays/a/en.mdx']);
    expect((await call(format, ['--check', 'pages/p/en.mdx'], { cwd })).code).toBe(0);
  });

  it('writes only the files that are named', async () => {
    const cwd = temporaryFolder(FILES);
    const { out } = await call(format, ['notes.mdx', 'essays/a/sv.mdx'], { cwd });
    expect(out).toBe('notes.mdx\n');
    expect(read(cwd, 'essays/a/en.mdx')).toBe(FILES['essays/a/en.mdx']);
  });

  it.each([
    ['a syntax error', '* a {1 +\n', /^a\.mdx has a syntax error, and stays as it is\./],
    ['bytes that are no text', Buffer.from([0x2a, 0x20, 0xff]), /^a\.mdx is not UTF-8\./],
  ])('leaves a file with %s alone, names it, and ends with 1', async (_what, source, err) => {
    const cwd = temporaryFolder({ 'b.mdx': '* b\n' });
    writeFileSync(join(cwd, 'a.mdx'), source);
    const told = await call(format, ['a.mdx', 'b.mdx'], { cwd });
    expect(told.err).toMatch(err);
    expect({ code: told.code, out: told.out }).toEqual({ code: 1, out: 'b.mdx\n' });
    expect(readFileSync(join(cwd, 'a.mdx'))).toEqual(Buffer.from(source));
  });

  it('leaves a file alone whose meaning would change, and names it', async () => {
    vi.spyOn(writer, 'formatKeepsMeaning').mockImplementation((source, formatted) => source === formatted);
    const cwd = temporaryFolder({ 'a.mdx': '* a\n' });
    const told = await call(format, ['a.mdx'], { cwd });
    expect(told.err).toMatch(/^a\.mdx stays as it is\.\n {2}Something in it would be read differently/);
    expect({ code: told.code, out: told.out, text: read(cwd, 'a.mdx') }).toEqual({ code: 0, out: '', text: '* a\n' });
  });

  it.each([
    ['none.mdx', 'none.mdx is no file that can be read.\n'],
    ['data.md', 'data.md is no MDX file.\n'],
  ])('refuses %s', async (name, message) => {
    const cwd = temporaryFolder({ 'data.md': '* a' });
    const { code, err } = await call(format, [name], { cwd });
    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  it('takes away a mark at the beginning and foreign line ends', async () => {
    const cwd = temporaryFolder({ 'a.mdx': '\uFEFFa\n', 'b.mdx': 'a\r\nb\r\n' });
    expect((await call(format, ['a.mdx', 'b.mdx'], { cwd })).out).toBe('a.mdx\nb.mdx\n');
    expect(read(cwd, 'a.mdx') + read(cwd, 'b.mdx')).toBe('a\na\nb\n');
  });

  it('keeps permissions, and links to files', async () => {
    const cwd = temporaryFolder({ 'real.mdx': '* a\n' });
    chmodSync(join(cwd, 'real.mdx'), 0o640);
    symlinkSync('real.mdx', join(cwd, 'link.mdx'));
    await call(format, ['link.mdx'], { cwd });
    expect(read(cwd, 'real.mdx')).toBe('- a\n');
    expect(statSync(join(cwd, 'real.mdx')).mode & 0o777).toBe(0o640);
  });
});
