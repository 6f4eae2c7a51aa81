import type { AstroIntegration } from 'astro';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { digestOf, filesIn } from './folder.ts';
import { readSealed, writeSealed } from './sealed.ts';

/**
 * The code of the site's pages as Astro has bundled it. Kept, it renders pages without Astro's build, which takes
 * longer than a few pages do. Only the pages of this project can be kept so: what an author's code asks Astro for,
 * such as images, is made by Astro's build alone.
 */
export interface PageProgram {
  /** Paths of the assets that its pages use, from {@link PageProgram.assetsFolder}. */
  readonly assets: readonly string[];
  readonly assetsFolder: string;
  /** The HTML of the page at an address of the site, as bytes. Pages are those named when the first one is rendered. */
  readonly render: (address: string) => Promise<Uint8Array>;
}

/** Where a program is kept. */
export interface ProgramPlace {
  /** Folder of its own, within the project's: that is where the code looks for packages. */
  readonly folder: string;
  /** Says all that the code depends on. */
  readonly key: string;
}

/** What is written beside a program. */
interface ProgramRecord {
  readonly key: string;
  /** Digest of every file, by its path in the folder. */
  readonly files: Readonly<Record<string, string>>;
}

const entry = 'page-program.mjs';

/** Folder of the program of a site. @param state folder that keeps what is known of it between builds */
export function programFolder(state: string): string {
  return join(state, 'program');
}

/** True when there is a program, whether or not it is of use. */
export function hasProgram(state: string): boolean {
  return existsSync(recordFile(programFolder(state)));
}

function recordFile(folder: string): string {
  return join(folder, 'program.json');
}

/** True when there is a program for this key, and all of it is as it was written. */
export function isProgramKept({ folder, key }: ProgramPlace): boolean {
  const record = readRecord(folder);
  if (record?.key !== key) return false;
  return Object.entries(record.files).every(([file, digest]) => isWhole(join(folder, file), digest));
}

/** Loads a program. Ask {@link isProgramKept} first. */
export async function loadProgram({ folder }: ProgramPlace): Promise<PageProgram> {
  const files = Object.keys(readRecord(folder)?.files ?? {});
  const assets = files.flatMap((file) => (file.startsWith('assets/') ? [file.slice('assets/'.length)] : []));
  const { render } = (await import(pathToFileURL(join(folder, 'code', entry)).href)) as Pick<PageProgram, 'render'>;
  return { assets, assetsFolder: join(folder, 'assets'), render };
}

// The configuration of Astro is read apart from the build that listens to it.
const listening = Symbol.for('throughline.program');
const listener = globalThis as { [listening]?: ((folder: string) => void) | undefined };

/**
 * Runs a build of Astro's and keeps the code of the pages; it is put together beside `out`.
 * @param build gives the paths of the assets that it has written into `out`
 */
export async function keepProgram<T extends { readonly assets: readonly string[] }>(
  { folder, key }: ProgramPlace,
  out: string,
  build: () => Promise<T>,
): Promise<T> {
  const draft = `${out}.program`;
  listener[listening] = (code) => {
    cpSync(code, join(draft, 'code'), { recursive: true });
  };
  try {
    const built = await build();
    for (const asset of built.assets) {
      const target = join(draft, 'assets', asset);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(out, asset), target);
    }
    const files = filesIn(draft).map((file) => [file, digestOf(readFileSync(join(draft, file)))] as const);
    const record: ProgramRecord = { key, files: Object.fromEntries(files) };
    writeSealed(recordFile(draft), JSON.stringify(record));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return built;
  } finally {
    listener[listening] = undefined;
  }
}

/** Tells {@link keepProgram} where Astro has put the code of the pages, before that is deleted. */
export function programIntegration(): AstroIntegration {
  let folder = '';
  const plugin: Plugin = {
    name: 'throughline:program',
    buildStart() {
      const id = fileURLToPath(new URL('program-entry.ts', import.meta.url));
      if (this.environment.name === 'prerender') this.emitFile({ type: 'chunk', id, fileName: entry });
    },
    writeBundle({ dir }) {
      if (this.environment.name === 'prerender') folder = dir ?? '';
    },
  };
  return {
    name: 'throughline:program',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build' && listener[listening] !== undefined) updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          ...standard,
          setup: async () => {
            listener[listening]?.(folder);
            await standard.setup?.();
          },
        }));
      },
    },
  };
}

function readRecord(folder: string): ProgramRecord | undefined {
  const text = readSealed(recordFile(folder));
  return text === undefined ? undefined : (JSON.parse(text) as ProgramRecord);
}

function isWhole(path: string, digest: string): boolean {
  try {
    return digestOf(readFileSync(path)) === digest;
  } catch {
    return false;
  }
}
