import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setInterval } from 'node:timers';
import type { ProgramCall } from './contestant.ts';

/** What programs have taken, from start to end, everything they have started included. */
export interface Measurement {
  /** On the clock. */
  readonly seconds: number;
  /** Of processors together; `undefined` where the system does not tell. */
  readonly cpu: number | undefined;
  /** The most memory that was in use at one time, in MB; `undefined` where the system does not tell. */
  readonly memory: number | undefined;
}

/** Time between two looks at the memory, in milliseconds. */
const interval = 50;
/** A look may take so large a part of the time: what is measured shares the processors with it. */
const share = 0.02;

/** Runs programs one after the other. @throws {Error} with the end of its output when one fails */
export async function measure(calls: readonly ProgramCall[]): Promise<Measurement> {
  const parts: Measurement[] = [];
  for (const call of calls) parts.push(await measureOne(call));
  return {
    seconds: sum(parts.map(({ seconds }) => seconds)) ?? 0,
    cpu: sum(parts.map(({ cpu }) => cpu)),
    memory: largest(parts.map(({ memory }) => memory)),
  };
}

async function measureOne(call: ProgramCall): Promise<Measurement> {
  const begun = performance.now();
  const child = start(call);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data.toString()));
  let memory = 0;
  let rested = 0;
  const watch = setInterval(() => {
    const looked = performance.now();
    if (looked < rested) return;
    memory = memoryOf(child.pid ?? 0, memory);
    rested = looked + (performance.now() - looked) / share;
  }, interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(watch);
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(`${call.program} ${call.args.join(' ')}\n${said.join('').slice(-2000)}`);
  return { seconds, cpu: cpuOf(said.join('')), memory: memory === 0 ? undefined : memory };
}

/** A shell tells what its children have taken, those of their children included (POSIX, `times`). */
function start({
  program,
  args,
  cwd,
}: ProgramCall): ReturnType<typeof spawn> & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const options = { cwd, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  if (process.platform === 'win32') return spawn(program, [...args], options);
  return spawn('sh', ['-c', '"$@"; code=$?; times; exit $code', 'sh', program, ...args], options);
}

/** Seconds of user and system time of all children: the last line of what `times` prints. */
function cpuOf(said: string): number | undefined {
  const found = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(said);
  if (found === null) return undefined;
  const [userMinutes = 0, user = 0, systemMinutes = 0, system = 0] = found.slice(1).map(Number);
  return 60 * (userMinutes + systemMinutes) + user + system;
}

/**
 * Memory of a process and all below it, in MB; 0 where there is no such file system as proc(5). What several of them
 * share is counted once. To count so takes the system long, and is done only where it may come to more than is `known`.
 */
function memoryOf(pid: number, known: number): number {
  const all = withChildren(pid);
  const resident = all.map((one) => kilobytesOf(one, 'status', /^VmRSS:\s+(\d+) kB/m));
  if ((sum(resident) ?? 0) / 1024 <= known) return known;
  const shared = all.map((one) => kilobytesOf(one, 'smaps_rollup', /^Pss:\s+(\d+) kB/m));
  return Math.max(known, (sum(shared) ?? 0) / 1024);
}

function withChildren(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${String(pid)}/task`);
    const children = tasks.flatMap((task) =>
      readFileSync(`/proc/${String(pid)}/task/${task}/children`, 'utf8')
        .split(' ')
        .filter((one) => one !== ''),
    );
    return [pid, ...children.flatMap((one) => withChildren(Number(one)))];
  } catch {
    // It has ended between two looks.
    return [];
  }
}

function kilobytesOf(pid: number, file: string, place: RegExp): number {
  try {
    return Number(place.exec(readFileSync(`/proc/${String(pid)}/${file}`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce((all, one) => (all === undefined || one === undefined ? undefined : all + one), 0);
}

function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
