// @ts-check
// Runs on any Node from 20 on, before a single package is there: nothing but Node's own modules here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How long another process's setting up is waited for, in milliseconds. */
const PATIENCE = 10 * 60_000;

/**
 * Installs the project's packages with `npm ci` when they are missing, belong to another lockfile or another machine,
 * or when an earlier installation did not finish. Does nothing (in about a millisecond) otherwise.
 * All it says goes to stderr, so that a command's own output stays clean.
 * @param {string} root the project's folder
 * @param {{ install?: (root: string) => void, say?: (text: string) => void }} [effects] replaced by tests
 * @returns {boolean} whether packages were installed
 * @throws {Error} with one readable message when npm fails
 */
export function setUp(root, { install = npmCi, say = (text) => process.stderr.write(text) } = {}) {
  if (isSetUp(root)) return false;
  const release = takeTurn(join(root, '.cache', 'setup.lock'), say);
  try {
    // Whoever had the turn before may have done the work.
    if (isSetUp(root)) return false;
    const started = performance.now();
    say('Setting up the packages (npm ci) … ');
    forget(root);
    install(root);
    writeFileSync(recordOf(root), stateOf(root));
    say(`done in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    return true;
  } finally {
    release();
  }
}

/**
 * True when the packages belong to this lockfile and this machine: because this script installed them,
 * or because `npm ci` or `npm install` by hand left the same packages.
 * @param {string} root
 */
export function isSetUp(root) {
  const recorded = read(recordOf(root));
  if (recorded !== undefined) return recorded === stateOf(root);
  if (!installedByHand(root)) return false;
  writeFileSync(recordOf(root), stateOf(root));
  return true;
}

/** @param {string} root */
function recordOf(root) {
  return join(root, 'node_modules', '.throughline-lock');
}

/** @param {string} root */
function stateOf(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/**
 * Compares npm's own list of what it installed, written when it has finished, with the lockfile.
 * @param {string} root
 */
function installedByHand(root) {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const wanted = packagesIn(join(root, 'package-lock.json')) ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    return there === undefined ? !neededHere(entry) : there.version === entry.version;
  });
}

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

/**
 * A package may be missing only if it is optional and made for another machine
 * (or for one C library of two, which cannot be told from here).
 * @param {Entry} entry
 */
function neededHere(entry) {
  if (!entry.optional) return true;
  if (entry.libc !== undefined || entry.os === undefined || entry.cpu === undefined) return false;
  return entry.os.includes(process.platform) && entry.cpu.includes(process.arch);
}

/**
 * @param {string} file
 * @returns {Record<string, Entry> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Without both records an installation that stops half-way is noticed the next time.
 * @param {string} root
 */
function forget(root) {
  rmSync(recordOf(root), { force: true });
  rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true });
}

/** @param {string} root */
function npmCi(root) {
  const options = ['ci', '--include=dev', '--include=optional', '--no-progress', '--loglevel=error'];
  const [command, ...first] = npmCommand();
  const result = spawnSync(command, [...first, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && first.length === 0,
  });
  if (result.error === undefined && result.status === 0) return;
  const said = result.error === undefined ? `${result.stdout}${result.stderr}`.trim() : result.error.message;
  throw new Error(
    `The packages could not be installed: npm ci ${result.signal === null ? 'failed' : `was stopped by ${result.signal}`}.\n` +
      `${said}\nMend what npm names (the network, a proxy, free disk space), then run the same command again.`,
  );
}

/**
 * The npm that started this script, on the Node that it runs on; else the one on the path.
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const script = process.env['npm_execpath'] ?? '';
  if (!/npm-cli\.[cm]?js$/.test(script)) return ['npm'];
  return [process.env['npm_node_execpath'] ?? process.execPath, script];
}

/**
 * One process sets up at a time; the others wait. A lock of a process that is gone is taken over.
 * @param {string} lock
 * @param {(text: string) => void} say
 * @returns {() => void} gives the turn back
 */
function takeTurn(lock, say) {
  mkdirSync(dirname(lock), { recursive: true });
  const until = Date.now() + PATIENCE;
  let told = false;
  while (!claim(lock)) {
    const owner = Number(read(lock));
    // An empty file is a lock that is just being written.
    if (owner > 0 && !isAlive(owner)) rmSync(lock, { force: true });
    else if (Date.now() > until) throw new Error(`Another setup seems to hang. If none is running, delete ${lock}.`);
    else told = waitABit(told, owner, say);
  }
  return () => rmSync(lock, { force: true });
}

/**
 * @param {boolean} told
 * @param {number} owner
 * @param {(text: string) => void} say
 */
function waitABit(told, owner, say) {
  if (!told) say(`Waiting for another setup (process ${owner}) …\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  return true;
}

/** @param {string} lock */
function claim(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (reason) {
    if (/** @type {NodeJS.ErrnoException} */ (reason).code === 'EEXIST') return false;
    throw reason;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (reason) {
    return /** @type {NodeJS.ErrnoException} */ (reason).code === 'EPERM';
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
