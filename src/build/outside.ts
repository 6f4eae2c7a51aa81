import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { ChangedFile, digestOf, type Folder } from './folder.ts';
import { projectRoot } from './project.ts';

// The configuration of Astro is read apart from the build that listens to it.
const key = Symbol.for('throughline.modules');
const listener = globalThis as { [key]?: Set<string> | undefined };

/** Tells {@link collectModules} of every module that a build has read. */
export function modulesPlugin(): Plugin {
  return {
    name: 'throughline:modules',
    buildEnd() {
      const modules = listener[key];
      if (modules === undefined) return;
      for (const id of this.getModuleIds()) withStyles(id.replace(/[?#].*$/s, ''), modules);
    },
  };
}

/** Adds a module and, for a style sheet, those that it takes in, which are no modules of their own. */
function withStyles(path: string, modules: Set<string>): void {
  if (modules.has(path)) return;
  modules.add(path);
  if (!path.endsWith('.css') || !existsSync(path)) return;
  for (const [, address = ''] of readFileSync(path, 'utf8').matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/g))
    if (!/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address)) withStyles(join(dirname(path), address), modules);
}

/** Runs a build and gives the paths of the modules that it has read, those of the code and those of styles and data. */
export async function collectModules(build: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const modules = new Set<string>();
  listener[key] = modules;
  try {
    await build();
  } finally {
    listener[key] = undefined;
  }
  return modules;
}

/**
 * The files that code of an author's folder takes from elsewhere on the disk. Pages depend on them as on the
 * folder itself; which ones there are is known when the code has been built once. Packages are not among them.
 */
export class OutsideFiles {
  #paths: readonly string[];
  #digest: string;

  constructor(paths: readonly string[]) {
    this.#paths = paths;
    this.#digest = digestOfAll(paths);
  }

  get paths(): readonly string[] {
    return this.#paths;
  }

  /** Digest of their names and bytes; empty when there are none. */
  get digest(): string {
    return this.#digest;
  }

  /**
   * Takes what a rendering of a folder has read. @returns true when these are other files than before
   * @throws {ChangedFile} when those that were known have changed meanwhile: who knows which ones were read
   */
  take(modules: ReadonlySet<string>, folder: Folder): boolean {
    if (digestOfAll(this.#paths) !== this.#digest) throw new ChangedFile(this.#paths.join(', '));
    const before = this.#paths.join('\n');
    const own = new Set([...folder.files.values()].map(({ disk }) => disk));
    this.#paths = [...modules].filter((path) => isAbsolute(path) && !own.has(path) && isForeign(path)).sort();
    this.#digest = digestOfAll(this.#paths);
    return this.#paths.join('\n') !== before;
  }
}

function digestOfAll(paths: readonly string[]): string {
  const files = paths.map((path) => `${path} ${existsSync(path) ? digestOf(readFileSync(path)) : ''}`);
  return files.length === 0 ? '' : digestOf(files.join('\n'));
}

/** True for what is neither ours, which has a digest of its own, nor a package. */
function isForeign(path: string): boolean {
  const parts = path.split(sep);
  if (parts.includes('node_modules') || !existsSync(path)) return false;
  const ours = relative(projectRoot, path).split(sep)[0] ?? '';
  return !['src', 'public', '.cache', 'astro.config.mjs'].includes(ours) && path !== join(projectRoot, 'package.json');
}
