import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noManifest, readManifest, writeManifest } from '../../src/build/manifest.ts';
import { writeSealed } from '../../src/build/sealed.ts';

describe('what is remembered of a build', () => {
  let file: string;
  beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'throughline-manifest-')), 'manifest.json');
  });
  afterEach(() => {
    rmSync(join(file, '..'), { recursive: true });
  });

  it('is read as it was written', () => {
    const manifest = { ...noManifest, input: 'abc', outside: ['/a.ts'], pages: 3, waiting: '2026-01-01T00:00:00.000Z' };
    writeManifest(file, manifest);
    expect(readManifest(file)).toEqual({ ...manifest, since: undefined });
  });

  it.each([
    ['missing', () => undefined],
    ['damaged', () => writeFileSync(file, '{"version":2,"manifest":')],
    ['of an older version', () => writeSealed(file, JSON.stringify({ input: 'abc', files: {}, pages: 3 }))],
    ['of a later version', () => writeSealed(file, JSON.stringify({ version: 99, manifest: { pages: 3 } }))],
  ])('counts as nothing when it is %s', (_what, write) => {
    write();
    expect(readManifest(file)).toEqual(noManifest);
  });
});
