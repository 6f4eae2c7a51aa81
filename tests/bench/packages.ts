import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Installs the packages of a lockfile into another folder, once for each lockfile; the project's own stay as they are.
 * @param source folder with `package.json` and `package-lock.json`
 * @returns why that failed, or `undefined`
 */
export async function installPackages(source: string, root: string): Promise<string | undefined> {
  const lock = readFileSync(join(source, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules/.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return undefined;
  await mkdir(root, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await cp(join(source, file), join(root, file));
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) return 'npm could not install its packages';
  await writeFile(stamp, lock);
  return undefined;
}
