import type { SearchRecord } from '../../core/search/record.ts';
import { readPart, type IndexFiles, type IndexPart } from './part.ts';

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
  readonly getFiles: () => Promise<{ errors: string[]; files: { path: string; content: Uint8Array }[] }>;
  readonly deleteIndex: () => Promise<unknown>;
}

/**
 * Lets Pagefind index the records of a language, some at a time, so that it needs no more memory for many than for some.
 * What it makes goes through no disk: to write thousands of small files, read and delete them takes a fifth of its time.
 * @throws {Error} with all that Pagefind says against it
 */
export async function indexRecords(
  lang: string,
  records: Iterable<SearchRecord>,
  size = batchSize,
): Promise<RecordsPart[]> {
  const { createIndex, close } = await import('pagefind');
  const parts: RecordsPart[] = [];
  let before: { files: IndexFiles; count: number } | undefined;
  const readBefore = (): void => {
    if (before !== undefined) parts.push({ part: readPart(before.files), count: before.count });
  };
  try {
    for (const batch of batchesOf(records, size)) {
      const { index, errors } = await createIndex({ forceLanguage: lang });
      if (index === undefined) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
      const { count, faults } = await addAll(index, batch);
      const making = index.getFiles();
      // Read here while Pagefind makes the next ones in its own process.
      readBefore();
      const made = await making;
      await index.deleteIndex();
      const all = [...errors, ...faults, ...made.errors];
      if (all.length > 0) throw new Error(`The search index of ${lang} could not be made: ${all.join('; ')}`);
      before = { files: new Map(made.files.map(({ path, content }) => [path, bufferOf(content)])), count };
    }
    readBefore();
  } finally {
    await close();
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

/** The same bytes, not copied. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
