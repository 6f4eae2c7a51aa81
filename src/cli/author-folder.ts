import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../build/fault.ts';
import { readYaml } from '../build/yaml.ts';
import type { DocumentKind } from '../core/essay/essay.ts';
import { canonicalLanguage } from '../core/locale/language.ts';
import { isId, slugOf } from '../core/locale/slug.ts';
import { nearest } from '../core/problem/nearest.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import { checkValue } from '../core/problem/schema.ts';
import { siteSchema, type Site } from '../core/site/site.ts';
import type { Found } from './found.ts';

/** The folder of each kind of document. */
export const kindFolders = { essay: 'essays', concept: 'concepts', page: 'pages' } as const satisfies Record<
  DocumentKind,
  string
>;

/** Kinds of documents, by name. */
export const documentKinds = Object.keys(kindFolders) as DocumentKind[];

/** Reads the settings of the site to which an author's folder belongs. */
export async function readSettings(content: string): Promise<Found<Site>> {
  const file = join(content, 'site.yaml');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    const hint = 'Name the folder with --content, or begin one: throughline init <folder>';
    return { problems: [error('missing-site', { file }, `There is no site.yaml in ${content}.`, hint)] };
  }
  const yaml = readYaml(text, file);
  if (yaml.problems.length > 0) return { problems: yaml.problems };
  return checkValue(siteSchema, yaml.value, (path) => ({ file, ...yaml.placeOf(path) }));
}

/** Ids of the documents of a kind. */
export async function idsOf(content: string, kind: DocumentKind): Promise<string[]> {
  const entries = await readdir(join(content, kindFolders[kind]), { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isDirectory() && isId(entry.name) ? [entry.name] : [])).sort();
}

/** The language versions of a document: language → path on disk. Empty when there is no such document. */
export async function versionsOf(
  content: string,
  kind: DocumentKind,
  id: string,
): Promise<ReadonlyMap<string, string>> {
  const folder = join(content, kindFolders[kind], id);
  const names = await readdir(folder).catch(() => []);
  const versions = names.flatMap((name): [string, string][] => {
    const lang = name.endsWith('.mdx') ? canonicalLanguage(name.slice(0, -'.mdx'.length)) : undefined;
    return lang === undefined ? [] : [[lang, join(folder, name)]];
  });
  return new Map(versions.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The language that was named, in its canonical form, if the site has it. */
export function siteLanguage(written: string, { languages }: Site): Found<string> {
  const lang = canonicalLanguage(written);
  if (lang !== undefined && languages.includes(lang)) return { value: lang };
  const hint =
    lang === undefined
      ? `Write one of ${languages.join(', ')}.`
      : `It has ${languages.join(', ')}. Add “${lang}” to languages in site.yaml if it is to have it.`;
  const message = lang === undefined ? `“${written}” is no language tag.` : `The site has no language “${written}”.`;
  return { problems: [error('unknown-language', {}, message, hint)] };
}

/** What is wrong with a text as the id of a new document. */
export function idProblems(id: string): Problem[] {
  if (isId(id)) return [];
  const plain = slugOf(id.normalize('NFD').replace(/\p{M}/gu, ''), '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const hint = `It is a name for folders: lower-case letters a–z, digits and single hyphens, such as ${plain === '' ? 'my-essay' : plain}. Titles may have any letters.`;
  return [error('bad-id', {}, `“${id}” cannot be an id.`, hint)];
}

/** The problem of an id that no document has, with the nearest that exist. */
export function noSuchDocument(what: string, id: string, ids: readonly string[]): Problem {
  const near = nearest(id, [...new Set(ids)]).join(', ');
  return error(
    'unknown-document',
    {},
    `There is no ${what} “${id}”.`,
    near === '' ? 'There is none at all yet.' : `Nearest: ${near}.`,
  );
}

/**
 * Writes a file that must not exist yet, and the folders it needs.
 * @param shown the file's name for people
 * @returns what stood in the way, if anything
 */
export async function writeNew(file: string, text: string, shown: string): Promise<Problem | undefined> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
    return undefined;
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST') throw fault;
    return error('file-exists', {}, `${shown} exists already, and stays as it is.`, 'Edit it, or delete it first.');
  }
}
