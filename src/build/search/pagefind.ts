import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchRecord } from '../../core/search/record.ts';
import { readPart, type IndexPart } from './part.ts';

/** Characters of HTML that are indexed at a time: what Pagefind knows of them takes forty times that in memory. */
const batchSize = 1_000_000;

/** The index of some records. */
export interface RecordsPart {
  readonly part: IndexPart;
  /** How many records are in it. */
  readonly count: number;
}

/** What of Pagefind makes an index. */
interface PagefindIndex {
  readonly addHTMLFile: (file: { url: string; content: string }) => Promise<{ errors: string[] }>;
  readonly writeFiles: (options: { outputPath: string }) => Promise<{ errors: string[] }>;
  readonly deleteIndex: () => Promise<unknown>;
}

/**
 * Lets Pagefind index the records of a language, some at a time, so that it needs no more memory for many than for some.
 * @param folder for what it writes; it is gone afterwards
 * @throws {Error} with all that Pagefind says against it
 */
export async function indexRecords(
  lang: string,
  records: Iterable<SearchRecord>,
  folder: string,
  size = batchSize,
): Promise<RecordsPart[]> {
  const { createIndex, close } = await import('pagefind');
  const parts: RecordsPart[] = [];
  let before: { place: string; count: number } | undefined;
  const readBefore = (): void => {
    if (before !== undefined) parts.push({ part: readPart(before.place), count: before.count });
  };
  try {
    for (const batch of batchesOf(records, size)) {
      const { index, errors } = await createIndex({ forceLanguage: lang });
      if (index === undefined) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
      const { count, faults } = await addAll(index, batch);
      const place = join(folder, String(parts.length + (before === undefined ? 0 : 1)));
      await mkdir(place, { recursive: true });
      const writing = index.writeFiles({ outputPath: place });
      // Read here while Pagefind writes in its own process.
      readBefore();
      const written = await writing;
      await index.deleteIndex();
      const all = [...errors, ...faults, ...written.errors];
      if (all.length > 0) throw new Error(`The search index of ${lang} could not be written: ${all.join('; ')}`);
      before = { place, count };
    }
    readBefore();
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
  return parts;
}

/** Records in the same order, so many characters at a time. */
function* batchesOf(records: Iterable<SearchRecord>, size: number): Generator<Generator<SearchRecord>> {
  const all = records[Symbol.iterator]();
  let next = all.next();
  const batch = function* (): Generator<SearchRecord> {
    for (let filled = 0; next.done !== true && filled < size; next = all.next()) {
      filled += next.value.html.length;
      yield next.value;
    }
  };
  while (next.done !== true) yield batch();
}

/** Adds records a few at a time; the next ones are made while Pagefind reads some. */
async function addAll(
  index: PagefindIndex,
  records: Iterable<SearchRecord>,
): Promise<{ count: number; faults: string[] }> {
  const faults: string[] = [];
  let count = 0;
  let some: Promise<{ errors: string[] }>[] = [];
  let before: Promise<{ errors: string[] }[]> = Promise.resolve([]);
  const flush = async (): Promise<void> => {
    const sent = Promise.all(some);
    for (const { errors } of await before) faults.push(...errors);
    [before, some] = [sent, []];
  };
  for (const { url, html } of records) {
    count += 1;
    // Half a character, which a component may print, ends the engine's program.
    some.push(index.addHTMLFile({ url, content: html.toWellFormed() }));
    if (some.length === 64) await flush();
  }
  await flush();
  await flush();
  return { count, faults };
}
