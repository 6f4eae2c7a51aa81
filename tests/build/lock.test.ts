import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCK_FILE, withLock } from '../../src/build/lock.ts';
import type { LockOwner } from '../../src/build/lock.ts';

const MODULE = join(import.meta.dirname, '..', '..', 'src', 'build', 'lock.ts');
let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-lock-'));
  lock = join(folder, LOCK_FILE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function leave(owner: Partial<LockOwner>, age = 0): void {
  writeFileSync(lock, JSON.stringify({ pid: 999_999_999, started: '', host: hostname(), ...owner }));
  const then = new Date(Date.now() - age);
  utimesSync(lock, then, then);
}

/** Whether the lock can be taken within a moment. */
async function isFree(): Promise<boolean> {
  let taken = false;
  const work = withLock(folder, () => (taken = true), { poll: 5 });
  await pause(100);
  const free = taken;
  rmSync(lock, { force: true });
  await work;
  return free;
}

/** Another process that holds the lock until it is told to stop. */
async function otherProcess(extra = ''): Promise<ChildProcess> {
  const program = `
    import { withLock } from ${JSON.stringify(MODULE)};
    ${extra}
    const inner = ${JSON.stringify(join(folder, 'inner'))};
    await withLock(${JSON.stringify(folder)}, () => withLock(inner, () => new Promise((end) => {
      process.stdout.write('held');
      process.stdin.once('data', end);
    })));
    process.stdin.unref();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

function ended(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}

describe('a lock', () => {
  it('is there during the work and gone after it, with what the work gave', async () => {
    const result = await withLock(folder, () => (JSON.parse(readFileSync(lock, 'utf8')) as LockOwner).pid);
    expect(result).toBe(process.pid);
    expect(existsSync(lock)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  it('lets one piece of work run at a time', async () => {
    const log: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      log.push(`${name} starts`);
      await pause(20);
      log.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => withLock(folder, work(name), { poll: 2 })));
    const order = log.filter((line) => line.endsWith('starts')).map((line) => line.slice(0, 1));
    expect(log).toEqual(order.flatMap((name) => [`${name} starts`, `${name} ends`]));
  });
});

describe('the lock of another process', () => {
  it('is waited for as long as that lives, which is said once', async () => {
    const child = await otherProcess();
    const waits: LockOwner[] = [];
    const mine = withLock(folder, () => 'mine', { poll: 5, onWait: (owner) => waits.push(owner) });
    await pause(50);
    expect(waits.map((owner) => owner.pid)).toEqual([child.pid]);
    child.stdin?.write('stop');
    expect(await mine).toBe('mine');
  });

  it('is taken over when that was killed', async () => {
    const child = await otherProcess();
    const end = ended(child);
    child.kill('SIGKILL');
    await end;
    expect(existsSync(lock)).toBe(true);
    expect(await isFree()).toBe(true);
  });

  it.each([
    ['a signal that nobody else handles', '', 'SIGTERM'],
    ['a signal that the program handles by ending', "process.on('SIGTERM', () => process.exit(3));", 3],
  ])('goes with it on %s', async (_what, extra, code) => {
    const child = await otherProcess(extra);
    const end = ended(child);
    child.kill('SIGTERM');
    expect(await end).toBe(code);
    expect([lock, join(folder, 'inner', LOCK_FILE)].filter((file) => existsSync(file))).toEqual([]);
  });

  it.runIf(process.platform !== 'win32')('is taken over when its number now belongs to another process', async () => {
    leave({ pid: process.pid, started: 'long ago' });
    expect(await isFree()).toBe(true);
  });

  it.each([
    { what: 'fresh', age: 0, free: false },
    { what: 'silent for two minutes', age: 120_000, free: true },
  ])('of another machine that is $what is free: $free', async ({ age, free }) => {
    leave({ host: 'elsewhere.invalid' }, age);
    expect(await isFree()).toBe(free);
  });

  it.each([
    { what: 'just being written', age: 0, free: false },
    { what: 'left half-written', age: 10_000, free: true },
  ])('that is unreadable because it is $what is free: $free', async ({ age, free }) => {
    leave({}, age);
    writeFileSync(lock, '');
    const then = new Date(Date.now() - age);
    utimesSync(lock, then, then);
    expect(await isFree()).toBe(free);
  });
});
