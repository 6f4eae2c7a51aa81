import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';

/** Folders and files of this project that decide what is kept of a document: its fragment and its front matter. */
const sources = [
  'mdx',
  'vocabulary',
  'core/essay/slot.ts',
  'core/locale/slug.ts',
  'core/problem',
  'build/yaml.ts',
  'build/documents.ts',
];

/** Packages that do. */
const packages = ['satteri', 'preact', 'preact-render-to-string', 'lowlight', 'highlight.js', 'zod', 'yaml'];

/**
 * One digest of everything a fragment depends on besides its source, its language and its words:
 * this code, the packages that parse and render, and the machine's tables of languages.
 */
export function pipelineDigest(): string {
  const root = join(import.meta.dirname, '..');
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash
      .update(`${relative(root, file).replaceAll(sep, '/')}\n`)
      .update(readFileSync(file))
      .update('\0');
  }
  for (const name of packages) hash.update(`${name}@${versionOf(name)}\n`);
  return hash.update(`icu ${process.versions['icu'] ?? ''}`).digest('hex');
}

function filesIn(path: string): string[] {
  if (/\.tsx?$/.test(path)) return [path];
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return inside
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

function versionOf(name: string): string {
  const require = createRequire(import.meta.url);
  const places = [import.meta.url, require.resolve('lowlight')];
  for (const place of places) {
    const version = versionFrom(place, name);
    if (version !== undefined) return version;
  }
  throw new Error(`The package ${name} is not installed. Run npm ci.`);
}

/** The version that code at `place` gets when it imports the package. */
function versionFrom(place: string, name: string): string | undefined {
  for (const folder of createRequire(place).resolve.paths(name) ?? []) {
    const file = join(folder, ...name.split('/'), 'package.json');
    if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
  return undefined;
}
