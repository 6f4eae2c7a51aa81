import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Knowledge } from '../../core/library/knowledge.ts';
import { hasSearch, searchFolder } from '../../core/library/service-pages.ts';
import { chainSubjects, type ChainSubject } from '../../core/search/chain-record.ts';
import { searchSubjects, type SearchSubject } from '../../core/search/record.ts';
import { digestOf } from '../folder.ts';
import type { KeptFiles } from '../kept-file.ts';
import { workshopOf, type Staging } from '../output.ts';
import { Indexer } from './indexer.ts';
import { sendSubject, type TextStore } from './sent-subject.ts';

/** What the search index of a build came to. */
export interface SearchResult {
  readonly indexed: readonly string[];
  readonly kept: readonly string[];
}

/** The index of one language: made in a folder of its own, or still whole in the last output. */
interface LanguageIndex {
  readonly lang: string;
  readonly key: string;
  /** Files of the last output that are taken over. */
  readonly kept: readonly string[];
  /** Digests of the files that were made, by their paths in the output. */
  readonly made: ReadonlyMap<string, string>;
}

/** Search indexes in the making. */
export interface SearchWork {
  /** Puts the indexes into the output. */
  readonly finish: () => Promise<SearchResult>;
  /** Stops the work; the output stays as it is. */
  readonly abandon: () => Promise<void>;
}

/** What search indexes are made from. */
export interface SearchOptions {
  readonly knowledge: Knowledge;
  /** Where processes read texts for themselves; without it, texts are sent to them. */
  readonly texts?: TextStore;
  /** Digest of our own code. */
  readonly template: string;
  readonly staging: Staging;
  /** What is in the present output. */
  readonly previous: KeptFiles;
  /** Folder that keeps indexes between builds, so that only what has changed is indexed; without it, nothing is trusted. */
  readonly kept?: string | undefined;
}

/** Writes a full-text index per language; one whose documents have not changed is taken over. */
export function writeSearch(options: SearchOptions): Promise<SearchResult> {
  return beginSearch(options).finish();
}

/** Begins with the indexes in processes of their own and in a folder beside the output, which need not be open yet. */
export function beginSearch(options: SearchOptions): SearchWork {
  const { staging } = options;
  const workshop = workshopOf(staging.folder);
  // A process that was left behind by a build that was killed may be at work in another folder.
  const folder = join(workshop, String(process.pid));
  const indexer = new Indexer();
  const work = makeIndexes(options, folder, indexer).finally(() => indexer.end());
  // Whoever finishes hears of a failure.
  work.catch(() => undefined);
  return {
    finish: async () => {
      const indexes = await work;
      for (const index of indexes) await place(index, folder, staging);
      await rm(workshop, { recursive: true, force: true, maxRetries: 10 });
      if (options.kept !== undefined) await pruneIndexes(options.kept, indexes);
      const named = (some: readonly LanguageIndex[]): string[] => some.map(({ lang }) => lang);
      return {
        indexed: named(indexes.filter(({ made }) => made.size > 0)),
        kept: named(indexes.filter(({ made }) => made.size === 0)),
      };
    },
    abandon: async () => {
      await indexer.end();
      await work.catch(() => undefined);
      await rm(workshop, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** One after the other: pages are rendered beside them, and two at a time would need more memory and no less time. */
async function makeIndexes(options: SearchOptions, folder: string, indexer: Indexer): Promise<LanguageIndex[]> {
  await rm(dirname(folder), { recursive: true, force: true, maxRetries: 10 });
  const { knowledge } = options;
  const indexes: LanguageIndex[] = [];
  for (const lang of knowledge.languages.filter((one) => hasSearch(knowledge, one)))
    indexes.push(await makeIndex(lang, options, folder, indexer));
  return indexes;
}

async function makeIndex(
  lang: string,
  { knowledge, texts, template, staging, previous, kept: store }: SearchOptions,
  folder: string,
  indexer: Indexer,
): Promise<LanguageIndex> {
  const { tags, series } = knowledge.content;
  const subjects = searchSubjects(knowledge, lang);
  const chains = chainSubjects(knowledge, lang);
  const key = keyOf(template, subjects, chains, knowledge);
  const kept = wholeFiles(searchFolder(lang), key, staging, previous);
  if (kept.length > 0) return { lang, key, kept, made: new Map() };
  const out = join(folder, searchFolder(lang));
  const own = store === undefined ? undefined : { file: keptFile(store, lang), key: template };
  const sent = subjects.map((subject) => sendSubject(subject, texts));
  const job = { lang, out, subjects: sent, texts: texts?.folder, chains, names: { tags, series }, kept: own };
  const made = [...(await indexer.index(job))].map(
    ([file, digest]) => [`${searchFolder(lang)}${file}`, digest] as const,
  );
  return { lang, key, kept, made: new Map(made) };
}

async function place({ lang, key, kept, made }: LanguageIndex, folder: string, staging: Staging): Promise<void> {
  for (const file of kept) staging.keep(file);
  if (made.size === 0) return;
  const target = join(staging.folder, searchFolder(lang));
  await rm(target, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true });
  await rename(join(folder, searchFolder(lang)), target);
  for (const [file, digest] of made) staging.adopt(file, key, digest);
}

/** Deletes what is kept of languages that have no index any more. */
async function pruneIndexes(store: string, indexes: readonly LanguageIndex[]): Promise<void> {
  const used = new Set(indexes.map(({ lang }) => basename(keptFile(store, lang))));
  const names = await readdir(store).catch(() => []);
  await Promise.all(names.filter((name) => !used.has(name)).map((name) => rm(join(store, name), { force: true })));
}

function keptFile(store: string, lang: string): string {
  return join(store, `${lang}.index`);
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
