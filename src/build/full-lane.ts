import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { AnyDocument } from '../core/library/knowledge.ts';
import type { Words } from '../core/locale/words.ts';
import { digestOf, type Folder } from './folder.ts';
import type { Page } from '../core/library/page.ts';

/** Name of the module that holds the essays which are modules of their own. */
const name = 'virtual:throughline/full-lane';

/** A document with imports of its own. */
export interface FullLaneDocument {
  /** Path in the author's folder, which names it. */
  readonly file: string;
  readonly lang: string;
  /** Path on this machine. */
  readonly disk: string;
}

/** What the full lane renders in this build. */
export interface FullLane {
  readonly documents: readonly FullLaneDocument[];
  readonly words: Readonly<Record<string, Words>>;
}

// The configuration of Astro is read apart from the build that fills this in.
const key = Symbol.for('throughline.full-lane');
const stage = globalThis as { [key]?: FullLane };

/** A document of the full lane that could not be rendered, and what its code threw. */
export interface FullLaneFault {
  readonly module: string;
  readonly fault: unknown;
}

/** Documents of the full lane could not be rendered. */
export class FullLaneError extends Error {
  readonly faults: readonly FullLaneFault[];

  constructor(faults: readonly FullLaneFault[]) {
    super(faults.map(({ module }) => module).join(', '));
    this.faults = faults;
  }
}

const faultsKey = Symbol.for('throughline.full-lane.faults');
const collector = globalThis as { [faultsKey]?: FullLaneFault[] | undefined };

/** Runs a rendering and collects what documents of the full lane throw in it, instead of ending at the first. */
export async function collectFaults(rendering: () => Promise<unknown>): Promise<readonly FullLaneFault[]> {
  const faults: FullLaneFault[] = [];
  collector[faultsKey] = faults;
  try {
    await rendering();
  } finally {
    collector[faultsKey] = undefined;
  }
  return faults;
}

/** The full lane of the documents that are to be seen. */
export function fullLaneOf(documents: readonly AnyDocument[], words: FullLane['words'], folder: Folder): FullLane {
  const own = documents.filter(({ lane }) => lane === 'full');
  const disk = (file: string): string => folder.files.get(file)?.disk ?? '';
  return { documents: own.map(({ file, lang }) => ({ file, lang, disk: disk(file) })), words };
}

/** Names the documents of the full lane. */
export function setFullLane(lane: FullLane): void {
  stage[key] = lane;
}

/** The documents of the full lane, for Astro's configuration. */
export function fullLane(): FullLane {
  return stage[key] ?? { documents: [], words: {} };
}

/** The language of a document of the full lane, by the file it lies in. */
export function langOfFile(file: URL): string {
  const found = fullLane().documents.find(({ disk }) => pathToFileURL(disk).href === file.href);
  return found?.lang ?? 'und';
}

/** Makes the documents of the full lane importable by key; each is loaded when a page needs it. */
export function fullLanePlugin(): Plugin {
  return {
    name: 'throughline:full-lane',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? moduleCode(fullLane()) : undefined),
  };
}

/**
 * Lets components lie anywhere on the disk. Astro takes a file that shares no folder with the project for a path
 * inside the project and then misses its styles and scripts; named as Vite names files outside, it is found.
 */
export function anywherePlugin(): Plugin {
  return {
    name: 'throughline:anywhere',
    configResolved({ plugins }) {
      const load = plugins.find((plugin) => plugin.name === 'astro:build')?.load;
      if (typeof load !== 'object')
        throw new Error('Astro has no plugin “astro:build” that loads parts of components.');
      const { handler } = load;
      load.handler = function (id, ...rest) {
        return handler.call(this, existsSync(id.replace(/\?.*$/s, '')) ? `/@fs${id}` : id, ...rest);
      };
    },
  };
}

const digests = new WeakMap<Folder, string>();

/**
 * Digest of what modules of an author's folder may import: everything, since code may import data and images too,
 * but other documents only where some file imports one.
 */
export function codeDigest(folder: Folder): string {
  const known = digests.get(folder);
  if (known !== undefined) return known;
  const files = [...folder.files.values()];
  const all = files.some(({ path, bytes }) => /\.(?:[cm]?[jt]sx?|astro|mdx)$/.test(path) && importsDocument(bytes()));
  const code = all ? files : files.filter(({ path }) => !path.endsWith('.mdx'));
  const digest = digestOf(code.map((file) => `${file.path} ${file.digest}`).join('\n'));
  digests.set(folder, digest);
  return digest;
}

/** True for code that may import a document: one that it names, or what a pattern or a computed name finds. */
function importsDocument(source: Buffer): boolean {
  if (!source.includes('import') && !source.includes('.mdx')) return false;
  const code = source.toString();
  return documentImports.some((kind) => kind.test(code));
}

const documentImports = [
  /^[ \t]*(?:import|export)\b[^;]*?\.mdx\b/m,
  /\bimport\.meta\.glob\b/,
  // All but a plain text that names something else.
  /\bimport\s*\((?!\s*(["'])(?:(?!\.mdx|\1).)*\1\s*[,)])/,
];

const opening = '<!--full-lane-->';
const closing = '<!--/full-lane-->';

/** The part of a built page that a document of the full lane has rendered; `undefined` when there is none. */
export function cutFullLane(html: string): { before: string; fragment: string; after: string } | undefined {
  const start = html.indexOf(opening);
  const end = html.indexOf(closing, start);
  if (start < 0 || end < 0) return undefined;
  return {
    before: html.slice(0, start),
    fragment: html.slice(start + opening.length, end),
    after: html.slice(end + closing.length),
  };
}

/** Key of the module that a page renders, when it is of the full lane. */
export function moduleOf(page: Page): string | undefined {
  return 'body' in page && 'module' in page.body ? page.body.module : undefined;
}

function moduleCode({ documents }: FullLane): string {
  const entries = documents.map(({ file, disk }) => `${JSON.stringify(file)}: () => import(${JSON.stringify(disk)}),`);
  return [
    `export const modules = {\n${entries.join('\n')}\n};`,
    'export function fail(module, fault) {',
    "  const faults = globalThis[Symbol.for('throughline.full-lane.faults')];",
    '  if (faults === undefined) throw fault;',
    '  faults.push({ module, fault });',
    "  return '';",
    '}',
    '',
  ].join('\n');
}
