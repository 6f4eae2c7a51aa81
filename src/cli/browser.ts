import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** What the search for a browser asks of the machine it runs on; tests bring their own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True when there is a program of that path that may be run. */
  readonly runs: (path: string) => boolean;
  /** True on Debian itself, as root: where a browser can be installed without asking. */
  readonly mayInstall: boolean;
  /** Runs apt-get; rejects with what it printed when it fails. */
  readonly aptGet: (args: readonly string[]) => Promise<void>;
  /** Where progress goes. */
  readonly say: (text: string) => void;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of an installed Chromium or Chrome: the one that `CHROME_PATH` names, one on the path, or one in the usual
 * places of macOS and Windows. On Debian as root a missing one is installed.
 * @throws {Error} with one sentence that says what to install
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<string> {
  const named = machine.env['CHROME_PATH'];
  if (named) {
    if (machine.runs(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which is no program that can be run: correct it or unset it.`);
  }
  const installed = installedBrowser(machine);
  if (installed !== undefined) return installed;
  if (machine.mayInstall) await installChromium(machine);
  const found = machine.mayInstall ? installedBrowser(machine) : undefined;
  if (found !== undefined) return found;
  throw new Error('No browser was found: install Chromium or Google Chrome, or set CHROME_PATH to the program.');
}

/** Arguments with which a browser runs quietly: without calls home, and under root without a sandbox it cannot have. */
export function browserArguments(isRoot: boolean = process.getuid?.() === 0): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu'];
  return isRoot ? ['--no-sandbox', ...quiet] : quiet;
}

function installedBrowser(machine: Machine): string | undefined {
  return [...onThePath(machine), ...usualPlaces(machine)].find((path) => machine.runs(path));
}

function onThePath({ platform, env }: Machine): string[] {
  if (platform === 'win32') return [];
  const folders = (env['PATH'] ?? '').split(posix.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')];
    return ['Chromium', 'Google Chrome'].flatMap((name) =>
      folders.map((folder) => posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (platform !== 'win32') return [];
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((key) => env[key] ?? []);
  return [['Chromium'], ['Google', 'Chrome']].flatMap((maker) =>
    folders.map((folder) => win32.join(folder, ...maker, 'Application', 'chrome.exe')),
  );
}

async function installChromium({ aptGet, say }: Machine): Promise<void> {
  const started = performance.now();
  const install = ['install', '--yes', '--no-install-recommends', 'chromium'];
  say('Setting up the browser (apt-get install chromium) … ');
  try {
    // The lists of packages may be missing or old; fetching them is only worth it then.
    await aptGet(install).catch(async () => {
      await aptGet(['update']);
      await aptGet(install);
    });
  } catch (reason) {
    const printed = reason instanceof Error ? reason.message : String(reason);
    throw new Error(`Chromium could not be installed with apt-get, which said:\n${printed}`, { cause: reason });
  }
  say(`done in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    runs: isProgram,
    mayInstall: process.getuid?.() === 0 && isDebian(),
    aptGet,
    say: (text) => process.stderr.write(text),
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isDebian(): boolean {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Waits up to five minutes for another apt-get to end. */
function aptGet(args: readonly string[]): Promise<void> {
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  return new Promise((resolve, reject) => {
    const child = spawn('apt-get', [...options, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (printed += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(printed.trim()));
    });
  });
}
