import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { runCommand } from '../../src/cli/arguments.ts';
import type { Command } from '../../src/cli/arguments.ts';

/** What a command said, and how it ended. */
export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The moment at which all commands of the tests are called. */
export const NOW = new Date('2026-03-14T22:30:00Z');

/** Runs one command as a process would, without one. */
export async function call(
  command: Command,
  argv: readonly string[],
  { cwd = '/', env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Told> {
  let out = '';
  let err = '';
  const io = {
    cwd,
    env,
    stdout: (text: string) => (out += text),
    stderr: (text: string) => (err += text),
    now: () => NOW,
  };
  const load = (): Promise<Command> => Promise.resolve(command);
  const code = await runCommand({ [command.name]: load }, [command.name, ...argv], io);
  return { code, out, err };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder of its own for a test, with files in it; it is gone after the last test of its file. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'throughline-cli-')));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
