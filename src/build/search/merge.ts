import { cborHead } from '../../client/cbor.ts';
import { CborReader } from './cbor.ts';
import type { Facets, IndexPage, IndexPart } from './part.ts';

/** A part of an index, and the numbers that its pages get in the whole; one without a number is left out. */
export interface Source<Page extends IndexPage = IndexPage> {
  readonly part: Pick<IndexPart, 'facets' | 'words'> & { readonly pages: readonly Page[] };
  readonly numbers: readonly (number | undefined)[];
}

/** A word of an index, and the word with all its pages as CBOR. */
export interface Word {
  readonly text: Buffer;
  readonly bytes: Buffer;
}

/** The index of many pages. */
export interface MergedIndex<Page extends IndexPage = IndexPage> {
  readonly pages: readonly Page[];
  readonly facets: Facets;
  /** In the order of their bytes. */
  readonly words: readonly Word[];
}

/**
 * Makes one index of parts. It depends on the pages alone, and not on what part each has come in: so an index of which
 * one page has changed need not be made again, and one of many pages can be made of a few at a time.
 * @param sources in which the pages with numbers have each from 0 on once, and rising within a part
 */
export function mergeParts<Page extends IndexPage>(sources: readonly Source<Page>[]): MergedIndex<Page> {
  const pages: Page[] = [];
  for (const { part, numbers } of sources) {
    for (const [own, page] of part.pages.entries()) {
      const number = numbers[own];
      if (number !== undefined) pages[number] = page;
    }
  }
  return { pages, facets: mergeFacets(sources), words: mergeWords(sources) };
}

function mergeFacets(sources: readonly Source[]): Facets {
  const all = sources.flatMap(({ part, numbers }) =>
    [...part.facets].flatMap(([facet, values]) =>
      [...values].flatMap(([value, pages]) =>
        pages.flatMap((page) => {
          const number = numbers[page];
          return number === undefined ? [] : { facet, value, number };
        }),
      ),
    ),
  );
  const inOrder = all.sort((a, b) => order(a.facet, b.facet) || order(a.value, b.value) || a.number - b.number);
  const facets = new Map<string, Map<string, number[]>>();
  for (const { facet, value, number } of inOrder) {
    const values = facets.get(facet) ?? new Map<string, number[]>();
    const pages = values.get(value) ?? [];
    pages.push(number);
    facets.set(facet, values.set(value, pages));
  }
  return facets;
}

/** Pages of a spelling that follow each other also in the whole: their bytes are the same there, but for the first distance. */
interface Run {
  readonly first: number;
  last: number;
  count: number;
  readonly bytes: Buffer;
  /** Where the first page begins, and what follows its distance. */
  readonly start: number;
  readonly rest: number;
  end: number;
}

/** A word as it stands in some parts: the text itself and its other spellings, each with its pages. */
interface Entry {
  readonly text: Buffer;
  readonly spellings: Map<string, { readonly form: Buffer; readonly runs: Run[] }>;
  /** The bytes of the word, as long as nothing of it is another in the whole. */
  whole: Buffer | undefined;
}

function mergeWords(sources: readonly Source[]): Word[] {
  const entries = new Map<string, Entry>();
  for (const { part, numbers } of sources) readWords(part.words, numbers, entries);
  return [...entries.values()]
    .flatMap(({ text, spellings, whole }) => {
      if (whole !== undefined) return { text, bytes: whole };
      const bytes = wordBytes(text, spellings);
      return bytes === undefined ? [] : { text, bytes };
    })
    .sort((a, b) => Buffer.compare(a.text, b.text));
}

function readWords(words: Buffer, numbers: Source['numbers'], entries: Map<string, Entry>): void {
  const reader = new CborReader(words);
  const stretches = stretchesOf(numbers);
  while (reader.at < words.length) {
    const { at: start } = reader;
    reader.tuple(3);
    const text = reader.text();
    const key = text.toString();
    const known = entries.get(key);
    const entry: Entry = known ?? { text, spellings: new Map(), whole: undefined };
    let isWhole = readSpelling(reader, text, numbers, stretches, entry);
    let before: Buffer | undefined;
    for (let left = reader.list(); left > 0; left -= 1) {
      reader.tuple(2);
      const form = reader.text();
      isWhole = readSpelling(reader, form, numbers, stretches, entry) && isWhole;
      // Pagefind has them in the order in which it meets them.
      if (before !== undefined && Buffer.compare(before, form) > 0) isWhole = false;
      before = form;
    }
    entry.whole = known === undefined && isWhole ? words.subarray(start, reader.at) : undefined;
    if (known === undefined) entries.set(key, entry);
  }
}

/** Reads the pages of a spelling. @returns whether they have the same bytes in the whole, as far as this part goes */
function readSpelling(
  reader: CborReader,
  form: Buffer,
  numbers: Source['numbers'],
  stretches: readonly number[],
  { spellings }: Entry,
): boolean {
  const key = form.toString();
  const known = spellings.get(key);
  const runs: Run[] = known?.runs ?? [];
  const before = runs.length;
  const count = reader.list();
  let page = 0;
  let run: Run | undefined;
  let stretch = -1;
  for (let left = count; left > 0; left -= 1) {
    const start = reader.at;
    reader.tuple(3);
    page += reader.number();
    const rest = reader.at;
    reader.skip();
    reader.skip();
    const number = numbers[page];
    if (number === undefined) continue;
    if (run === undefined || stretches[page] !== stretch) {
      run = { first: number, last: number, count: 1, bytes: reader.bytes, start, rest, end: reader.at };
      stretch = stretches[page] ?? -1;
      runs.push(run);
    } else {
      run.last = number;
      run.count += 1;
      run.end = reader.at;
    }
  }
  if (known === undefined && runs.length > 0) spellings.set(key, { form, runs });
  if (count === 0) return true;
  return runs.length === before + 1 && run?.count === count && run.last === page;
}

/** For each page the number of its stretch: in one, pages follow each other in the whole as they do in the part. */
function stretchesOf(numbers: Source['numbers']): number[] {
  let stretch = 0;
  return numbers.map((number, page) => {
    const before = numbers[page - 1];
    if (before === undefined || number !== before + 1) stretch += 1;
    return stretch;
  });
}

function wordBytes(text: Buffer, spellings: Entry['spellings']): Buffer | undefined {
  if (spellings.size === 0) return undefined;
  const plain = text.toString();
  const others = [...spellings].filter(([form]) => form !== plain).map(([, one]) => one);
  others.sort((a, b) => Buffer.compare(a.form, b.form));
  return Buffer.concat([
    cborHead(list, 3),
    ...textBytes(text),
    ...pagesBytes(spellings.get(plain)?.runs ?? []),
    cborHead(list, others.length),
    ...others.flatMap(({ form, runs }) => [cborHead(list, 2), ...textBytes(form), ...pagesBytes(runs)]),
  ]);
}

function textBytes(text: Buffer): Uint8Array[] {
  return [cborHead(characters, text.length), text];
}

function pagesBytes(runs: readonly Run[]): Uint8Array[] {
  const inOrder = [...runs].sort((a, b) => a.first - b.first);
  const count = inOrder.reduce((sum, run) => sum + run.count, 0);
  const pieces: Uint8Array[] = [cborHead(list, count)];
  let before = 0;
  for (const { first, last, bytes, start, rest, end } of inOrder) {
    pieces.push(bytes.subarray(start, start + 1), cborHead(0, first - before), bytes.subarray(rest, end));
    before = last;
  }
  return pieces;
}

/** Kinds of items. */
const [characters, list] = [3, 4];

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
