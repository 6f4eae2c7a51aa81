import type { z } from 'zod';
import { conceptSchema } from '../core/concept/concept.ts';
import { essaySchema, pageSchema, type DocumentKind } from '../core/essay/essay.ts';
import type { AnyDocument } from '../core/library/knowledge.ts';
import { canonicalLanguage } from '../core/locale/language.ts';
import { isId, slugOf } from '../core/locale/slug.ts';
import type { Words } from '../core/locale/words.ts';
import { meant } from '../core/problem/nearest.ts';
import { error, hasErrors, type Problem } from '../core/problem/problem.ts';
import { checkValue } from '../core/problem/schema.ts';
import { compile } from '../mdx/compile.ts';
import { splitFrontmatter } from '../mdx/frontmatter.ts';
import { pipelineDigest } from '../mdx/pipeline.ts';
import { digestOf, textOf, type Folder, type FolderFile } from './folder.ts';
import type { FragmentStore, Kept } from './fragments.ts';
import { tendHeap } from './heap.ts';
import type { Counter } from './progress.ts';
import { Turns } from './turns.ts';
import { readYaml } from './yaml.ts';

/** The documents of a folder, in the order of their files. */
export interface ReadDocuments {
  readonly documents: readonly AnyDocument[];
  readonly problems: readonly Problem[];
  readonly compiled: number;
  readonly known: number;
}

const folders = {
  essays: { kind: 'essay', schema: essaySchema },
  concepts: { kind: 'concept', schema: conceptSchema },
  pages: { kind: 'page', schema: pageSchema },
} as const satisfies Record<string, { kind: DocumentKind; schema: z.ZodType }>;

/** From so many documents on, a build needs much memory. */
const many = 4000;

/** Who hears how the reading goes on. */
export interface ReadingListener {
  readonly onProgress?: Counter;
  /** Hears of each document as soon as it is read. */
  readonly onDocument?: (document: AnyDocument) => void;
  /** Hears of all documents of a language, in the order of their files, when the last of them is read and none so far has an error. */
  readonly onLanguage?: (lang: string, documents: readonly AnyDocument[]) => void;
}

/** Reads every MDX file of a folder; only those whose bytes are new are compiled. */
export async function readDocuments(
  folder: Folder,
  languages: readonly string[],
  words: Readonly<Record<string, Words>>,
  store: FragmentStore,
  { onProgress, onDocument, onLanguage }: ReadingListener,
): Promise<ReadDocuments> {
  const problems: Problem[] = [];
  const found = [...folder.files.values()].filter((file) => inDocumentFolder(file.path));
  const places = found.flatMap((file) => {
    const place = placeOf(file.path, languages);
    if ('problem' in place) problems.push(place.problem);
    return 'place' in place ? [{ file, ...place.place }] : [];
  });
  const keyed = Object.fromEntries(
    languages.map((lang) => [lang, digestOf(pipelineDigest() + lang + wordsKey(words[lang]))]),
  );
  if (places.length > many) tendHeap();
  const read: ReadOne[] = [];
  const turns = new Turns();
  for (const lang of languages) {
    const begun = read.length;
    for (const place of places.filter((one) => one.lang === lang)) {
      // Images of what has been read are in the making.
      await turns.take();
      const one = await readOne(place, keyed[lang] ?? '', words, store);
      read.push(one);
      onProgress?.(read.length, places.length);
      if (one.document !== undefined) onDocument?.(one.document);
    }
    if (!read.some((one) => hasErrors(one.problems))) onLanguage?.(lang, documentsOf(read.slice(begun)));
  }
  for (const one of read) problems.push(...one.problems);
  const documents = documentsOf(read);
  const compiled = read.filter(({ fresh }) => fresh).length;
  return { documents, problems, compiled, known: read.length - compiled };
}

interface Place {
  readonly folder: keyof typeof folders;
  readonly id: string;
  readonly lang: string;
}

interface ReadOne {
  readonly document: AnyDocument | undefined;
  readonly problems: readonly Problem[];
  readonly fresh: boolean;
}

function documentsOf(read: readonly ReadOne[]): AnyDocument[] {
  return read.flatMap(({ document }) => document ?? []).sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function readOne(
  { file, folder, id, lang }: Place & { readonly file: FolderFile },
  pipeline: string,
  words: Readonly<Record<string, Words>>,
  store: FragmentStore,
): Promise<ReadOne> {
  const digest = digestOf(`${pipeline}\0${file.path}\0${file.digest}`);
  const found = store.get(digest) ?? (await compileFile(file, lang, words));
  if ('problem' in found) return { document: undefined, problems: [found.problem], fresh: false };
  const fresh = 'compiled' in found;
  const kept = fresh ? store.put(digest, found.compiled) : found;
  const { kind, schema } = folders[folder];
  const at = (path: readonly (string | number)[]) => ({ file: file.path, ...nearestPlace(kept, path) });
  const checked = kept.front === undefined ? { problems: [] } : checkValue<unknown>(schema, kept.front, at);
  const problems = [...kept.problems, ...('problems' in checked ? checked.problems : [])];
  if (!('value' in checked)) return { document: undefined, problems, fresh };
  const document = {
    kind,
    id,
    lang,
    file: file.path,
    front: checked.value,
    lines: Object.fromEntries(Object.entries(kept.places).map(([key, { line }]) => [key, line])),
    lane: kept.lane,
    outline: kept.outline,
    digest,
    get fragment() {
      return kept.html;
    },
  } as AnyDocument;
  return { document, problems, fresh };
}

/** Compiles a file, or says why it is no text. */
async function compileFile(
  file: FolderFile,
  lang: string,
  words: Readonly<Record<string, Words>>,
): Promise<{ readonly compiled: Kept } | { readonly problem: Problem }> {
  const text = textOf(file);
  return 'problem' in text ? text : { compiled: await compileOne(text.text, file.path, lang, words) };
}

async function compileOne(
  source: string,
  file: string,
  lang: string,
  words: Readonly<Record<string, Words>>,
): Promise<Kept> {
  const own = words[lang];
  if (own === undefined) throw new Error(`There are no words in ${lang}.`);
  const compiled = await compile({ source, file, lang, words: own });
  const { yaml: head, yamlLine } = splitFrontmatter(source);
  if (head === undefined) {
    const problem = noFrontMatter(file, source.replace(/^\uFEFF/, ''));
    return { ...compiled, problems: [problem, ...compiled.problems], front: undefined, places: {} };
  }
  const yaml = readYaml(head, file, yamlLine);
  const front = yaml.value ?? (yaml.problems.length > 0 ? undefined : {});
  const problems = [...yaml.problems, ...compiled.problems];
  return { ...compiled, problems, front, places: keyPlaces(front, yaml.placeOf) };
}

function noFrontMatter(file: string, source: string): Problem {
  const tell = (line: number, message: string, hint: string): Problem =>
    error('missing-front-matter', { file, line }, message, hint);
  const before = /^\s*/.exec(source)?.[0] ?? '';
  if (!/^---[ \t]*\r?(?:\n|$)/.test(source.slice(before.length))) {
    const hint = 'Begin the file with --- on a line of its own, title: … and the other keys, and --- again.';
    return tell(1, 'The file has no front matter.', hint);
  }
  if (before === '') {
    return tell(1, 'The front matter has no end.', 'Write --- on a line of its own below its last key.');
  }
  const line = before.split('\n').length;
  return tell(line, 'The front matter does not begin with the file.', 'Delete everything before its first ---.');
}

function keyPlaces(
  front: unknown,
  placeAt: (path: readonly (string | number)[]) => { line: number; column: number } | undefined,
  path: readonly (string | number)[] = [],
): Kept['places'] {
  if (typeof front !== 'object' || front === null) return {};
  const places: Record<string, { line: number; column: number }> = {};
  for (const [key, value] of Object.entries(front)) {
    const own = [...path, key];
    const place = placeAt(own);
    if (place !== undefined) places[own.join('.')] = place;
    Object.assign(places, keyPlaces(value, placeAt, own));
  }
  return places;
}

function nearestPlace(kept: Kept, path: readonly (string | number)[]): { line: number; column?: number } {
  for (let length = path.length; length > 0; length -= 1) {
    const place = kept.places[path.slice(0, length).join('.')];
    if (place !== undefined) return place;
  }
  return { line: 1 };
}

function wordsKey(words: Words | undefined): string {
  return JSON.stringify([words?.footnotes, words?.backToReference, words?.taskDone, words?.taskOpen]);
}

function inDocumentFolder(path: string): boolean {
  return /^(?:essays|concepts|pages)\//.test(path) && /\.mdx?$/i.test(path);
}

function placeOf(path: string, languages: readonly string[]): { place: Place } | { problem: Problem } {
  const parts = path.split('/');
  const [folder = '', id = '', name = ''] = parts;
  const fail = (rule: string, message: string, hint: string) => ({
    problem: error(rule, { file: path }, message, hint),
  });
  if (parts.length !== 3) {
    return fail(
      'misplaced-file',
      'The file is not where a document can be.',
      `Put it at ${folder}/<id>/<language>.mdx.`,
    );
  }
  if (!isId(id)) {
    const right = slugOf(slugOf(id.normalize('NFD').replace(/\p{M}/gu, ''), '').replace(/[^a-z0-9]+/g, '-'), 'an-id');
    const hint = `Call the folder for example ${right}; titles and addresses can have any letters.`;
    return fail('bad-id', `“${id}” cannot be an id: ids are lower-case letters a–z, digits and single hyphens.`, hint);
  }
  const written = name.replace(/\.mdx?$/i, '');
  const lang = canonicalLanguage(written);
  if (!name.endsWith('.mdx')) return fail('not-mdx', 'Documents end in .mdx.', `Rename it to ${written}.mdx.`);
  if (lang === undefined || !languages.includes(lang)) {
    const near = meant(written, languages);
    const guess =
      near === undefined
        ? 'Rename the file, or add the language there.'
        : `Did you mean ${near}.mdx? Or add the language there.`;
    const hint = `site.yaml names ${languages.join(', ')}. ${guess}`;
    return fail('unknown-language', `“${written}” is none of the site’s languages.`, hint);
  }
  return { place: { folder: folder as Place['folder'], id, lang } };
}
