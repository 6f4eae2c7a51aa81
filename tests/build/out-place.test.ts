import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foreignPlace, unsafePlace } from '../../src/build/out-place.ts';
import { projectRoot } from '../../src/build/project.ts';

let place: string;
let content: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'throughline-place-'));
  content = join(place, 'mine', 'content');
  mkdirSync(content, { recursive: true });
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

describe('the place of a site', () => {
  it('may lie beside the content and in a folder of the project that is none of its sources', () => {
    expect(unsafePlace({ content, out: join(place, 'mine', 'dist') })).toBeUndefined();
    expect(unsafePlace({ content, out: join(projectRoot, 'dist') })).toBeUndefined();
    expect(unsafePlace({ content, out: `${content}-site` })).toBeUndefined();
  });

  it.each([
    ['the content', () => content],
    ['a folder around the content', () => join(place, 'mine')],
    ['a folder inside the content', () => join(content, 'dist')],
    ['the project', () => projectRoot],
    ['a folder around the project', () => join(projectRoot, '..')],
    ['a folder that a build of it deletes', () => content.replace(/content$/, 'site'), 'site.next'],
    ['the sources', () => join(projectRoot, 'src', 'dist')],
  ])('is never %s', (_what, out, own = 'content') => {
    const mine = join(place, 'mine', own);
    mkdirSync(mine, { recursive: true });
    expect(unsafePlace({ content: mine, out: out() })).toMatchObject({ rule: 'unsafe-output', severity: 'error' });
  });

  it('is looked at where links lead', () => {
    symlinkSync(join(place, 'mine'), join(place, 'link'));
    expect(unsafePlace({ content, out: join(place, 'link') })).toMatchObject({ rule: 'unsafe-output' });
  });
});

describe('what is at the place of a site', () => {
  it('may be nothing, an empty folder or an older site', () => {
    const out = join(place, 'dist');
    expect(foreignPlace(out)).toBeUndefined();
    mkdirSync(out);
    expect(foreignPlace(out)).toBeUndefined();
    for (const name of ['404.html', 'sitemap.xml', 'mine.txt']) writeFileSync(join(out, name), '');
    expect(foreignPlace(out)).toBeUndefined();
  });

  it('is never somebody’s own files, which the problem names', () => {
    const out = join(place, 'photos');
    mkdirSync(out);
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg']) writeFileSync(join(out, name), '');
    expect(foreignPlace(out)).toMatchObject({
      rule: 'unsafe-output',
      message: expect.stringContaining('a.jpg, b.jpg, c.jpg …') as string,
      hint: expect.stringContaining('--out') as string,
    });
    expect(foreignPlace(join(out, 'a.jpg'))).toMatchObject({ rule: 'unsafe-output' });
  });
});
