import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './fault.ts';

/** The process that holds a lock. */
export interface LockOwner {
  readonly pid: number;
  /** Tells two processes apart that were given the same number one after the other; empty where it cannot be known. */
  readonly started: string;
  readonly host: string;
}

/** How a lock is waited for. */
export interface LockOptions {
  /** Called once when another process holds the lock, before the waiting begins. */
  readonly onWait?: (owner: LockOwner) => void;
  /** Time between two looks at the lock, in milliseconds; 100 if not given. */
  readonly poll?: number;
}

/** Name of the lock file inside the locked folder: whoever empties the folder leaves this one. */
export const LOCK_FILE = 'lock.json';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const HEARTBEAT = 5_000;
/** A lock that cannot be read, or whose process cannot be seen from this machine, counts as left behind after this. */
const SILENCE = 60_000;
const HALF_WRITTEN = 2_000;

/**
 * Runs `work` while no other process runs work on the same folder (which is made when missing).
 * The lock of a process that is gone is taken over; a live one is waited for, and `onWait` told once.
 * The lock is given back when the work ends, fails, or the process ends. Locks of two folders may be nested, one folder's may not.
 */
export async function withLock<T>(folder: string, work: () => Promise<T> | T, options: LockOptions = {}): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, LOCK_FILE);
  const me = thisProcess();
  await waitFor(file, me, options);
  const release = hold(file, me);
  try {
    return await work();
  } finally {
    release();
  }
}

async function waitFor(file: string, me: LockOwner, { onWait, poll = 100 }: LockOptions): Promise<void> {
  let told = false;
  while (!claim(file, JSON.stringify(me))) {
    if (isLeftBehind(file)) {
      removeLeftBehind(file);
      continue;
    }
    const owner = readOwner(file);
    if (!told && owner !== undefined) {
      told = true;
      onWait?.(owner);
    }
    await pause(poll);
  }
}

/** Keeps the lock fresh and sees to it that it goes with the process; returns what gives it back. */
function hold(file: string, me: LockOwner): () => void {
  const beat = setInterval(() => touch(file), HEARTBEAT).unref();
  const release = (): void => {
    clearInterval(beat);
    if (isSame(readOwner(file), me)) rmSync(file, { force: true });
  };
  if (held.size === 0) listen();
  held.add(release);
  return () => {
    release();
    held.delete(release);
    if (held.size === 0) stopListening();
  };
}

/** What gives back each lock that this process holds. */
const held = new Set<() => void>();

function releaseAll(): void {
  for (const release of held) release();
}

function listen(): void {
  process.on('exit', releaseAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function stopListening(): void {
  process.off('exit', releaseAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

function onSignal(signal: NodeJS.Signals): void {
  // Whoever else listens decides when the process ends; the locks go with it.
  if (process.listenerCount(signal) > 1) return;
  releaseAll();
  stopListening();
  process.kill(process.pid, signal);
}

/** Makes the file if, and only if, it is not there. */
function claim(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (reason) {
    if (codeOf(reason) === 'EEXIST') return false;
    throw reason;
  }
}

function isLeftBehind(file: string): boolean {
  const age = ageOf(file);
  if (age === undefined) return false;
  const owner = readOwner(file);
  // An unreadable lock is one that is just being written, unless it stays so.
  if (owner === undefined) return age > HALF_WRITTEN;
  if (owner.host !== hostname()) return age > SILENCE;
  return !isAlive(owner);
}

/** Two processes may find the same dead lock: one of them removes it, after another look. */
function removeLeftBehind(file: string): void {
  const turn = `${file}.removing`;
  if (!claim(turn, '')) {
    if ((ageOf(turn) ?? 0) > HALF_WRITTEN) rmSync(turn, { force: true });
    return;
  }
  try {
    if (isLeftBehind(file)) rmSync(file, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

/** True when a process of this number runs on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (reason) {
    // It runs, but belongs to somebody else.
    return codeOf(reason) === 'EPERM';
  }
}

function isAlive(owner: LockOwner): boolean {
  if (!isRunning(owner.pid)) return false;
  const started = startOf(owner.pid);
  return started === '' || owner.started === '' || started === owner.started;
}

function thisProcess(): LockOwner {
  return { pid: process.pid, started: startOf(process.pid), host: hostname() };
}

/** When a process started, as its system says it: the ticks since boot on Linux, a date on other Unixes. */
function startOf(pid: number): string {
  try {
    if (process.platform === 'win32') return '';
    if (process.platform !== 'linux') return startByPs(pid);
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in brackets may hold spaces; the start is the twentieth field after it (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return `${boot}:${fields[19] ?? ''}`;
  } catch {
    return '';
  }
}

function startByPs(pid: number): string {
  const options = ['-o', 'lstart=', '-p', String(pid)];
  return execFileSync('ps', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function readOwner(file: string): LockOwner | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isOwner(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is LockOwner {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, started, host } = value as Partial<Record<keyof LockOwner, unknown>>;
  return Number.isInteger(pid) && Number(pid) > 0 && typeof started === 'string' && typeof host === 'string';
}

function isSame(a: LockOwner | undefined, b: LockOwner): boolean {
  return a !== undefined && a.pid === b.pid && a.started === b.started && a.host === b.host;
}

function ageOf(file: string): number | undefined {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return undefined;
  }
}

function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The folder may have been deleted by hand: there is nothing left to keep.
  }
}
