import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { projectRoot } from '../../src/build/project.ts';
import { installPackages } from './packages.ts';

/** Files of the peers that lie in this project: their templates and settings. */
export const peerSources = join(projectRoot, 'tests/bench/peers');
/** Where the packages of peers are installed. */
export const peerRoot = join(projectRoot, '.cache/bench/peers');

/** Writes a file below a folder, which is made when missing. */
export async function put(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Copies the templates of a peer into its working folder. */
export async function putSources(name: string, folder: string): Promise<void> {
  await cp(join(peerSources, name), folder, { recursive: true });
}

/** Front matter as YAML of which every value is JSON. */
export function frontMatter(facts: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(facts).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `${['---', ...lines, '---'].join('\n')}\n\n`;
}

/** Where a program of that name is found on the path, if it is. */
export function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/**
 * Installs the packages of the peers from their lockfile, once for each lockfile.
 * @returns why that failed, or `undefined`
 */
export function installPeers(): Promise<string | undefined> {
  return installPackages(peerSources, peerRoot);
}

/** Lets a working folder import the packages of the peers. */
export async function linkPackages(folder: string): Promise<void> {
  // Astro looks here for packages that have to be bundled.
  await cp(join(peerSources, 'package.json'), join(folder, 'package.json'));
  await symlink(join(peerRoot, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

/** Path of a package's program. */
export function peerProgram(path: string): string {
  return join(peerRoot, 'node_modules', path);
}
