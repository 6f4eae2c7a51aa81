import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import type { Knowledge } from '../core/library/knowledge.ts';
import { hasSearch, searchFolder } from '../core/library/service-pages.ts';
import { chainRecords, chainSubjects, type ChainSubject } from '../core/search/chain-record.ts';
import { searchRecords, searchSubjects, type SearchRecord, type SearchSubject } from '../core/search/record.ts';
import { heavyWords, readVocabulary, vocabularyText, type VocabularySource } from '../core/search/vocabulary.ts';
import { digestOf } from './folder.ts';
import type { KeptFiles } from './kept-file.ts';
import type { Staging } from './output.ts';
import { templateDigest } from './project.ts';
import { Indexer } from './indexer.ts';
import { cutIndex } from './search-chunks.ts';

/** What the search index of a build came to. */
export interface SearchResult {
  readonly indexed: readonly string[];
  readonly kept: readonly string[];
}

/** The index of one language: made in a folder of its own, or still whole in the last output. */
interface LanguageIndex {
  readonly lang: string;
  readonly key: string;
  readonly files: readonly string[];
  readonly isKept: boolean;
}

/** What the index of a language is made from; plain data, so that it can be sent to another thread. */
export interface IndexJob {
  readonly lang: string;
  /** Folder that gets the index. */
  readonly out: string;
  readonly subjects: readonly SearchSubject[];
  readonly chains: readonly ChainSubject[];
  readonly names: VocabularySource['content'];
}

/** Search indexes in the making. */
export interface SearchWork {
  /** Puts the indexes into the output. */
  readonly finish: () => Promise<SearchResult>;
  /** Stops the work; the output stays as it is. */
  readonly abandon: () => Promise<void>;
}

/** Writes a full-text index per language; one whose documents have not changed is taken over. */
export function writeSearch(knowledge: Knowledge, staging: Staging, previous: KeptFiles): Promise<SearchResult> {
  return beginSearch(knowledge, staging, previous).finish();
}

/** Begins with the indexes in a thread of its own and in a folder beside the output, which need not be open yet. */
export function beginSearch(knowledge: Knowledge, staging: Staging, previous: KeptFiles): SearchWork {
  const folder = `${staging.folder}.search`;
  const indexer = new Indexer();
  const work = makeIndexes(knowledge, folder, staging, previous, indexer).finally(() => indexer.end());
  // Whoever finishes hears of a failure.
  work.catch(() => undefined);
  return {
    finish: async () => {
      const indexes = await work;
      for (const index of indexes) await place(index, folder, staging);
      await rm(folder, { recursive: true, force: true });
      const named = (some: readonly LanguageIndex[]): string[] => some.map(({ lang }) => lang);
      return { indexed: named(indexes.filter((one) => !one.isKept)), kept: named(indexes.filter((one) => one.isKept)) };
    },
    abandon: async () => {
      await indexer.end();
      await work.catch(() => undefined);
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Makes the index of a language. */
export async function indexLanguage({ lang, out, subjects, chains, names }: IndexJob): Promise<void> {
  const documents = subjects.map(({ document }) => document);
  const vocabulary = readVocabulary({ documents, content: names }, lang);
  await writeIndex(lang, [...searchRecords(subjects, vocabulary), ...chainRecords(chains, vocabulary)], out);
  await makeLighter(out, heavyWords(vocabulary));
  await writeFile(join(out, 'words.txt'), vocabularyText(vocabulary));
}

async function makeIndexes(
  knowledge: Knowledge,
  folder: string,
  staging: Staging,
  previous: KeptFiles,
  indexer: Indexer,
): Promise<LanguageIndex[]> {
  await rm(folder, { recursive: true, force: true });
  const template = templateDigest();
  const { tags, series } = knowledge.content;
  const made: LanguageIndex[] = [];
  for (const lang of knowledge.languages.filter((one) => hasSearch(knowledge, one))) {
    const subjects = searchSubjects(knowledge, lang);
    const chains = chainSubjects(knowledge, lang);
    const key = keyOf(template, subjects, chains, knowledge);
    const kept = wholeFiles(searchFolder(lang), key, staging, previous);
    if (kept.length > 0) {
      made.push({ lang, key, files: kept, isKept: true });
      continue;
    }
    const out = join(folder, searchFolder(lang));
    await indexer.index({ lang, out, subjects: subjects.map(withoutPage), chains, names: { tags, series } });
    made.push({ lang, key, files: await filesIn(folder, searchFolder(lang)), isKept: false });
  }
  return made;
}

/** Records are made of the outline. */
function withoutPage({ document, ...facts }: SearchSubject): SearchSubject {
  return { ...facts, document: { ...document, fragment: undefined } };
}

async function place({ lang, key, files, isKept }: LanguageIndex, folder: string, staging: Staging): Promise<void> {
  if (isKept) {
    for (const file of files) staging.keep(file);
    return;
  }
  const target = join(staging.folder, searchFolder(lang));
  await rm(target, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true });
  await rename(join(folder, searchFolder(lang)), target);
  for (const file of files) staging.adopt(file, key);
}

/** All that an index depends on. The text of a document is known by the digest of its file. */
function keyOf(
  template: string,
  subjects: readonly SearchSubject[],
  chains: readonly ChainSubject[],
  { content }: Knowledge,
): string {
  const facts = subjects.map(({ document, ...rest }) => ({ ...rest, digest: document.digest }));
  const names = [
    content.tags.map(({ label, synonyms }) => [label, synonyms]),
    content.series.map(({ title }) => title),
  ];
  return digestOf(JSON.stringify([template, facts, names, chains]));
}

/** The files of an index in the last output when all are there as they were made from this key, else none. */
function wholeFiles(folder: string, key: string, staging: Staging, previous: KeptFiles): string[] {
  const files = Object.keys(previous).filter((file) => file.startsWith(folder));
  return files.every((file) => staging.has(file, key)) ? files : [];
}

async function writeIndex(lang: string, records: readonly SearchRecord[], outputPath: string): Promise<void> {
  const { createIndex, close } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: lang });
  if (index === undefined) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
  const faults = await addAll(index, records);
  await mkdir(outputPath, { recursive: true });
  const written = await index.writeFiles({ outputPath });
  await index.deleteIndex();
  await close();
  const all = [...errors, ...faults, ...written.errors];
  if (all.length > 0) throw new Error(`The search index of ${lang} could not be written: ${all.join('; ')}`);
}

/** What readers load before their first result: of the program what the site uses, an index in small pieces. */
async function makeLighter(folder: string, heavy: readonly string[]): Promise<void> {
  const files = await readdir(folder);
  for (const file of files.filter((one) => isSpare(one, files))) await rm(join(folder, file));
  const program = join(folder, 'pagefind.js');
  await writeFile(program, await lighterProgram(await readFile(program, 'utf8'), heavy));
  await cutIndex(folder);
}

/** The end of the function that loads a piece of the index: whatever happened, it goes on as if nothing were there. */
const silence = /("load_index_chunk"\)\))\.catch\(\(\)=>\{\}\)/;

/**
 * The program without what nobody calls, without long names, and with the words that a query need not have. A piece of
 * the index that does not come is told: “nothing found” would be wrong.
 */
async function lighterProgram(program: string, heavy: readonly string[]): Promise<string> {
  if (!silence.test(program)) throw new Error('The program of the search index has a form that is not known.');
  const parts: Readonly<Record<string, string>> = {
    program: program.replace(silence, '$1'),
    used: `export { createInstance } from 'program'; export const heavy = ${JSON.stringify(heavy.join(' '))};`,
  };
  const bundle = await rolldown({
    input: 'used',
    plugins: [{ name: 'parts', resolveId: (id) => id, load: (id) => parts[id] }],
  });
  const { output } = await bundle.generate({
    minify: { compress: { dropConsole: true }, mangle: true, codegen: true },
  });
  await bundle.close();
  return output[0].code;
}

/**
 * What comes with every index and nobody loads: interfaces (the site has its own), a worker that holds the same code
 * again, and the engine for languages without a stemmer where there is one.
 */
function isSpare(file: string, files: readonly string[]): boolean {
  if (file === 'wasm.unknown.pagefind') return files.some((one) => one !== file && one.startsWith('wasm.'));
  return /^pagefind-.*\.(?:js|css)$/.test(file);
}

async function addAll(
  index: { addHTMLFile: (file: { url: string; content: string }) => Promise<{ errors: string[] }> },
  records: readonly SearchRecord[],
): Promise<string[]> {
  const faults: string[] = [];
  for (let at = 0; at < records.length; at += 64) {
    // Half a character, which a component may print, ends the engine's program.
    const some = records
      .slice(at, at + 64)
      .map(({ url, html }) => index.addHTMLFile({ url, content: html.toWellFormed() }));
    for (const { errors } of await Promise.all(some)) faults.push(...errors);
  }
  return faults;
}

/** Paths of all files in a part of a folder, from the folder. */
async function filesIn(folder: string, part: string): Promise<string[]> {
  const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
