import { describe, expect, it } from 'vitest';
import { browserArguments, findBrowser } from '../../src/cli/browser.ts';
import type { Machine } from '../../src/cli/browser.ts';

function machine(programs: string[], more: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    runs: (path) => programs.includes(path),
    mayInstall: false,
    aptGet: () => Promise.reject(new Error('not here')),
    say: () => undefined,
    ...more,
  };
}

describe('the browser', () => {
  it.each<{ what: string; programs: string[]; more?: Partial<Machine>; found: string }>([
    {
      what: 'Chromium before Chrome',
      programs: ['/usr/local/bin/google-chrome', '/usr/bin/chromium'],
      found: '/usr/bin/chromium',
    },
    {
      what: 'the one CHROME_PATH names',
      programs: ['/usr/bin/chromium', '/x'],
      more: { env: { PATH: '/usr/bin', CHROME_PATH: '/x' } },
      found: '/x',
    },
    {
      what: 'an application of a macOS user',
      programs: ['/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      more: { platform: 'darwin', env: { HOME: '/Users/a' } },
      found: '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    },
    {
      what: 'a program on Windows',
      programs: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
      more: { platform: 'win32', env: { ProgramFiles: 'C:\\Program Files' } },
      found: 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    },
  ])('is $what', async ({ programs, more, found }) => {
    expect(await findBrowser(machine(programs, more))).toBe(found);
  });

  it('that CHROME_PATH names but that is not there is an error, even when there is another', async () => {
    const wrong = machine(['/usr/bin/chromium'], { env: { PATH: '/usr/bin', CHROME_PATH: '/gone' } });
    await expect(findBrowser(wrong)).rejects.toThrow('CHROME_PATH names /gone');
  });

  it('that is missing is asked for in one sentence', async () => {
    await expect(findBrowser(machine([]))).rejects.toThrow(
      /^No browser was found: install Chromium or Google Chrome[^\n]*$/,
    );
  });
});

describe('installing the browser where that is allowed', () => {
  function debian(knows: boolean): { machine: Machine; calls: string[]; said: () => string } {
    const programs: string[] = [];
    const calls: string[] = [];
    let listed = knows;
    let said = '';
    const aptGet = ([command = '']: readonly string[]): Promise<void> => {
      calls.push(command);
      if (command === 'update') listed = true;
      else if (!listed) return Promise.reject(new Error('Unable to locate package chromium'));
      else programs.push('/usr/bin/chromium');
      return Promise.resolve();
    };
    return {
      machine: machine(programs, { mayInstall: true, aptGet, say: (text) => (said += text) }),
      calls,
      said: () => said,
    };
  }

  it('takes one step when the package is known, and says how long it took', async () => {
    const { machine, calls, said } = debian(true);
    expect(await findBrowser(machine)).toBe('/usr/bin/chromium');
    expect(calls).toEqual(['install']);
    expect(said()).toMatch(/^Setting up the browser .* done in \d+\.\d s\n$/);
  });

  it('fetches the lists of packages first when it is not', async () => {
    const { machine, calls } = debian(false);
    expect(await findBrowser(machine)).toBe('/usr/bin/chromium');
    expect(calls).toEqual(['install', 'update', 'install']);
  });

  it('repeats what apt-get said when it fails', async () => {
    await expect(findBrowser(machine([], { mayInstall: true }))).rejects.toThrow(/apt-get, which said:\nnot here$/);
  });
});

it('runs without a sandbox only under root', () => {
  expect(browserArguments(true)[0]).toBe('--no-sandbox');
  expect(browserArguments(false)).not.toContain('--no-sandbox');
});
