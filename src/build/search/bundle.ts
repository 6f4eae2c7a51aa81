import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { engineName, entryName } from '../../client/search-entry.ts';
import type { SearchRecord } from '../../core/search/record.ts';
import { digestOf } from '../folder.ts';
import { keepIndex, readKeptIndex, type KeptIndex, type KnownPage } from './kept-index.ts';
import { mergeParts, type Source } from './merge.ts';
import { Packer } from './packed.ts';
import { indexRecords, type RecordsPart } from './pagefind.ts';
import { cutIndex } from './pieces.ts';
import { programText } from './program.ts';

/** What a bundle depends on beside its records. */
export interface BundleSetting {
  /** Words that a query need not have. */
  readonly heavy: readonly string[];
  /** Where the index is kept between builds, and a digest of the code it was made with. */
  readonly kept?: { readonly file: string; readonly key: string } | undefined;
  /** Bytes of words and places that a piece of the index may hold; without it, what suits the index. */
  readonly size?: number;
  /** Characters of HTML that Pagefind gets at a time; without it, what suits it. */
  readonly batch?: number;
}

/** Digests of written files, by their paths in the bundle. */
export type Written = ReadonlyMap<string, string>;

/**
 * Writes the full-text index of one language with the program that reads it. Only records that are not in the kept index
 * are given to Pagefind; the files are the same either way.
 * @throws {Error} when it cannot be written
 */
export async function writeBundle(
  lang: string,
  records: Iterable<SearchRecord>,
  folder: string,
  { heavy, kept, size, batch }: BundleSetting,
): Promise<Written> {
  // Made while Pagefind works in its own process.
  const program = programText(heavy);
  program.catch(() => undefined);
  const before = kept && readKeptIndex(kept.file, kept.key);
  const ledger = new RecordLedger(before);
  const parts = await indexRecords(lang, ledger.fresh(records), batch);
  const engine = parts[0]?.part.engine ?? before?.engine;
  if (engine === undefined) throw new Error(`There is nothing to be found in ${lang}.`);
  const index = mergeParts(ledger.sources(parts));
  const packer = new Packer(before?.packed);
  const { entry, files } = cutIndex(index, lang, packer, size);
  if (kept !== undefined) keepIndex(kept.file, kept.key, index, { engine, packed: packer.packed });
  const all = new Map<string, string | Uint8Array>(files);
  all
    .set(engineName, engine)
    .set(entryName, JSON.stringify(entry))
    .set('pagefind.js', await program);
  return writeAll(folder, all);
}

/** Tells which records are known, and what number each has. */
class RecordLedger {
  readonly #before: KeptIndex | undefined;
  readonly #numbers: (number | undefined)[];
  readonly #fresh: { readonly number: number; readonly record: string }[] = [];

  constructor(before: KeptIndex | undefined) {
    this.#before = before;
    this.#numbers = Array.from({ length: before?.pages.length ?? 0 });
  }

  /** Those records that are not known, while all get their numbers. */
  *fresh(records: Iterable<SearchRecord>): Generator<SearchRecord> {
    const known = new Map(this.#before?.pages.map(({ record }, page) => [record, page]));
    let number = 0;
    for (const one of records) {
      const record = digestOf(`${one.url}\0${one.html}`);
      const page = known.get(record);
      if (page === undefined) {
        this.#fresh.push({ number, record });
        yield one;
      } else {
        this.#numbers[page] = number;
        known.delete(record);
      }
      number += 1;
    }
  }

  /** What an index of all records is made from. @param parts of the fresh ones, in their order */
  sources(parts: readonly RecordsPart[]): Source<KnownPage>[] {
    let begin = 0;
    const fresh = parts.map(({ part, count }): Source<KnownPage> => {
      const own = this.#fresh.slice(begin, (begin += count));
      const pages = part.pages.map((page, at) => ({ ...page, record: own[at]?.record ?? '' }));
      return { part: { ...part, pages }, numbers: own.map(({ number }) => number) };
    });
    return this.#before === undefined ? fresh : [{ part: this.#before, numbers: this.#numbers }, ...fresh];
  }
}

function writeAll(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Written {
  const folders = new Set([...files.keys()].map((file) => dirname(join(folder, file))));
  for (const one of folders) mkdirSync(one, { recursive: true });
  for (const [file, content] of files) writeFileSync(join(folder, file), content);
  return new Map([...files].map(([file, content]) => [file, digestOf(content)]));
}
