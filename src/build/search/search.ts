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
import { isInWork } from './kept-index.ts';
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

/** What search indexes are made with. */
export interface SearchSetting {
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
export function writeSearch({
  knowledge,
  ...setting
}: SearchSetting & { knowledge: Knowledge }): Promise<SearchResult> {
  const work = new SearchWork(setting);
  work.begin(knowledge);
  return work.finish();
}

/** What the index of a language is made from. */
interface LanguagePlan {
  readonly lang: string;
  /** Digest of all that it depends on. */
  readonly key: string;
  readonly subjects: readonly SearchSubject[];
  readonly chains: readonly ChainSubject[];
  readonly names: Pick<Knowledge['content'], 'tags' | 'series'>;
}

/**
 * Search indexes in the making: in a process of their own and in a folder beside the output, which need not be open yet.
 * One is made after the other: pages are rendered beside them, and two at a time would need more memory and no less time.
 */
export class SearchWork {
  readonly #setting: SearchSetting;
  readonly #workshop: string;
  readonly #folder: string;
  readonly #indexer = new Indexer();
  /** What was begun before everything was known, by language. */
  readonly #guesses = new Map<string, { readonly key: string; readonly index: Promise<LanguageIndex> }>();
  #indexes: readonly Promise<LanguageIndex>[] = [];
  /** Settled when the index that was begun last is made. */
  #last: Promise<unknown>;

  constructor(setting: SearchSetting) {
    this.#setting = setting;
    this.#workshop = workshopOf(setting.staging.folder);
    // A process that was left behind by a build that was killed may be at work in another folder.
    this.#folder = join(this.#workshop, String(process.pid));
    this.#last = rm(this.#workshop, { recursive: true, force: true, maxRetries: 10 });
  }

  /** Begins with a language while the rest is still read: a guess that nothing of the rest is found there. */
  guess(lang: string, knowledge: Knowledge): void {
    if (!hasSearch(knowledge, lang)) return;
    const plan = planOf(lang, knowledge, this.#setting.template);
    this.#guesses.set(lang, { key: plan.key, index: this.#take(plan) });
  }

  /** Begins with all languages; a guess that was right is not made again. */
  begin(knowledge: Knowledge): void {
    const languages = knowledge.languages.filter((one) => hasSearch(knowledge, one));
    this.#indexes = languages.map((lang) => {
      const plan = planOf(lang, knowledge, this.#setting.template);
      const guess = this.#guesses.get(lang);
      return guess?.key === plan.key ? guess.index : this.#take(plan);
    });
  }

  /** Puts the indexes into the output. */
  async finish(): Promise<SearchResult> {
    const { staging, kept: store } = this.#setting;
    const indexes = await Promise.all(this.#indexes).finally(() => this.#indexer.end());
    for (const index of indexes) await place(index, this.#folder, staging);
    await rm(this.#workshop, { recursive: true, force: true, maxRetries: 10 });
    if (store !== undefined) await pruneIndexes(store, indexes);
    const named = (some: readonly LanguageIndex[]): string[] => some.map(({ lang }) => lang);
    return {
      indexed: named(indexes.filter(({ made }) => made.size > 0)),
      kept: named(indexes.filter(({ made }) => made.size === 0)),
    };
  }

  /** Stops the work; the output stays as it is. */
  async abandon(): Promise<void> {
    await this.#indexer.end();
    await this.#last;
    await rm(this.#workshop, { recursive: true, force: true, maxRetries: 10 });
  }

  /** Makes an index when the others before it are made. */
  #take(plan: LanguagePlan): Promise<LanguageIndex> {
    const index = this.#last.then(() => makeIndex(plan, this.#folder, this.#setting, this.#indexer));
    // Whoever finishes hears of a failure.
    this.#last = index.catch(() => undefined);
    return index;
  }
}

function planOf(lang: string, knowledge: Knowledge, template: string): LanguagePlan {
  const subjects = searchSubjects(knowledge, lang);
  const chains = chainSubjects(knowledge, lang);
  const { tags, series } = knowledge.content;
  return { lang, key: keyOf(template, subjects, chains, knowledge), subjects, chains, names: { tags, series } };
}

async function makeIndex(
  { lang, key, subjects, chains, names }: LanguagePlan,
  folder: string,
  { texts, template, staging, previous, kept: store }: SearchSetting,
  indexer: Indexer,
): Promise<LanguageIndex> {
  const kept = wholeFiles(searchFolder(lang), key, staging, previous);
  if (kept.length > 0) return { lang, key, kept, made: new Map() };
  const out = join(folder, searchFolder(lang));
  // A guess that was wrong may lie there.
  await rm(out, { recursive: true, force: true });
  const own = store === undefined ? undefined : { file: keptFile(store, lang), key: template };
  const sent = subjects.map((subject) => sendSubject(subject, texts));
  const job = { lang, out, subjects: sent, texts: texts?.folder, chains, names, kept: own };
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

/** Deletes what is kept of languages that have no index any more, and what a process has left unfinished. */
async function pruneIndexes(store: string, indexes: readonly LanguageIndex[]): Promise<void> {
  const used = new Set(indexes.map(({ lang }) => basename(keptFile(store, lang))));
  const names = await readdir(store).catch(() => []);
  const others = names.filter((name) => !used.has(name) && !isInWork(name));
  await Promise.all(others.map((name) => rm(join(store, name), { force: true })));
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
