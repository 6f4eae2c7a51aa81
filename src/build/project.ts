import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn } from './folder.ts';

/** The folder of this project. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Digest of everything of ours that a page depends on: code, styles, fixed files, lockfile, the Node that runs it. */
export function templateDigest(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package-lock.json', 'astro.config.mjs']) hash.update(readFileSync(join(projectRoot, file)));
  for (const folder of ['src', 'public']) {
    for (const file of filesUnder(join(projectRoot, folder))) {
      hash.update(`${folder}/${file}\0`).update(readFileSync(join(projectRoot, folder, file)));
    }
  }
  return hash.digest('hex');
}

/**
 * Digest of what makes something that is kept: made by other code, it might be another.
 * @param files of ours, by their paths in `src`
 * @param packages names of packages that package.json has
 */
export function recipeOf(files: readonly string[], packages: RegExp): string {
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const versions = Object.entries(dependencies).filter(([name]) => packages.test(name));
  const hash = createHash('sha256').update(JSON.stringify(versions));
  for (const file of files) hash.update('\0').update(readFileSync(join(projectRoot, 'src', file)));
  return hash.digest('hex');
}

/** The neutral files that every site gets, relative to `public/`. */
export function publicFilesOfProject(): string[] {
  return filesUnder(join(projectRoot, 'public'));
}

/** Editors and systems leave hidden files. */
function filesUnder(folder: string): string[] {
  return filesIn(folder).filter((file) => !/(?:^|\/)\./.test(file));
}
