import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSetUp, setUp } from '../../src/cli/setup.mjs';

let root: string;
let said: string;
let installs: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'throughline-setup-'));
  said = '';
  installs = 0;
  lock({ a: { version: '1.0.0' } });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function lock(packages: Record<string, object>): void {
  write('package-lock.json', packages);
}

function write(file: string, packages: Record<string, object>): void {
  writeFileSync(join(root, file), JSON.stringify({ packages: { '': {}, ...packages } }));
}

function run(install: () => void = () => undefined): boolean {
  return setUp(root, {
    install: () => {
      installs += 1;
      mkdirSync(join(root, 'node_modules'), { recursive: true });
      install();
    },
    say: (text) => (said += text),
  });
}

describe('setting up', () => {
  it('installs once, says so in one line with the time, and does nothing the next time', () => {
    expect(run()).toBe(true);
    expect(said).toMatch(/^Setting up the packages \(npm ci\) … done in \d+\.\d s\n$/);
    expect(run()).toBe(false);
    expect(installs).toBe(1);
  });

  it('installs again when the lockfile has changed', () => {
    run();
    lock({ a: { version: '1.0.1' } });
    expect(run()).toBe(true);
  });

  it('notices an installation that did not finish', () => {
    run();
    lock({ a: { version: '2.0.0' } });
    expect(() =>
      run(() => {
        throw new Error('pulled the plug');
      }),
    ).toThrow('pulled the plug');
    lock({ a: { version: '1.0.0' } });
    expect(isSetUp(root)).toBe(false);
    expect(run()).toBe(true);
  });

  it('takes over the turn of a setup that was killed', () => {
    mkdirSync(join(root, '.cache'));
    writeFileSync(join(root, '.cache', 'setup.lock'), '999999999');
    expect(run()).toBe(true);
  });

  it('keeps no record of an installation of another machine', () => {
    run();
    const record = join(root, 'node_modules', '.throughline-lock');
    writeFileSync(record, readFileSync(record, 'utf8').replace(process.platform, 'plan9'));
    expect(run()).toBe(true);
  });
});

describe('packages that somebody installed by hand', () => {
  const elsewhere = { optional: true, os: ['plan9'], cpu: ['mips'], version: '1.0.0' };
  const here = { optional: true, os: [process.platform], cpu: [process.arch], version: '1.0.0' };
  const cases = [
    { what: 'the same packages', wanted: {}, there: { a: { version: '1.0.0' } }, accepted: true },
    { what: 'an older version of one', wanted: {}, there: { a: { version: '0.9.0' } }, accepted: false },
    { what: 'one missing', wanted: {}, there: {}, accepted: false },
    {
      what: 'one missing that is for another machine',
      wanted: { b: elsewhere },
      there: { a: { version: '1.0.0' } },
      accepted: true,
    },
    {
      what: 'one missing that is for this machine',
      wanted: { b: here },
      there: { a: { version: '1.0.0' } },
      accepted: false,
    },
  ];
  it.each(cases)('with $what are accepted: $accepted', ({ wanted, there, accepted }) => {
    mkdirSync(join(root, 'node_modules'));
    lock({ a: { version: '1.0.0' }, ...wanted });
    write('node_modules/.package-lock.json', there);
    expect(isSetUp(root)).toBe(accepted);
  });
});
