// Runs the engine of Pagefind 1.6 on an index that the build has cut.
import { encodeAround, encodeCbor, type CborItem } from './cbor.ts';
import {
  briefSpelling,
  engineName,
  entryName,
  fileNumber,
  placesName,
  readLengths,
  type SearchEntry,
} from './search-entry.ts';
import { foundIn, wordsIn, type Match, type PageText } from './search-excerpt.ts';
import type { Answer, Counts, Filters, Hit } from './search-index.ts';
import { engineImports, type Place, type Program } from './search-program.ts';
import { fold, formsOf, isMeantBy, termsOf } from './search-terms.ts';

type Bytes = Uint8Array<ArrayBuffer>;
/** Words without accents, words, filters, order. */
type Question = readonly [folded: string, terms: string, filters: string, order: string];

/** A word that matches: its place, its weight, and its score, which is the square of the weight times what it has in common with the query. */
interface Hint {
  readonly l: number;
  readonly w: number;
  readonly s: number;
}

/** What the engine answers to a question. */
interface Told {
  readonly results: readonly { readonly p: string; readonly s: number; readonly l: readonly Hint[] }[];
  readonly unfiltered_total: number;
  readonly filtered_counts: Partial<Counts>;
  readonly search_keywords?: readonly string[];
}

/** What is answered where nothing is found. */
const nothing: Answer = { results: [], unfilteredResultCount: 0, filters: {} };
/** Words of a quotation. */
const quotation = 26;
/** Titles first, then other names of the same thing, then its topics; what is only shown weighs nothing. */
const ranking = { meta_weights: { title: 6, synonyms: 5, topics: 0.5, day: 0 } };
/** A letter that no word has. */
const unheard = 'ꙮ';
/** What every file begins with, once it is unpacked. */
const signature = 'pagefind_dcd';
/** Weight of a word in a text, and in a heading. */
const [inText, inHeading] = [24, 144];

/** Loads the engine and the list of files of the index that lies in a folder. @throws {Error} when one does not come */
export async function openEngine(folder: string): Promise<Engine> {
  const [entry, program] = await Promise.all([loadEntry(folder), startProgram(folder)]);
  return new Engine(folder, entry, program);
}

/** An index with the engine that reads it. What has not come is asked for again by the next question. */
export class Engine {
  readonly #folder: string;
  readonly #entry: SearchEntry;
  readonly #program: Program;
  readonly #index: number;
  /** An index without pages, which tells the stems of words. */
  readonly #stemmer: number;
  readonly #loads = new Map<string, Promise<unknown>>();

  constructor(folder: string, entry: SearchEntry, program: Program) {
    this.#folder = folder;
    this.#entry = entry;
    this.#program = program;
    const bare = whole(program.init_pagefind(...this.#give(encodeCbor(metaOf(entry)))));
    this.#index = program.set_ranking_weights(bare, ...this.#give(JSON.stringify(ranking)));
    const empty = whole(program.init_pagefind(...this.#give(encodeCbor(['', [], [], [], [], []]))));
    this.#stemmer = program.enter_playground_mode(empty);
  }

  /** Loads what results are counted by. */
  async filters(): Promise<void> {
    await Promise.all(Object.values(this.#entry.filters).map((name) => this.#loadFilter(name)));
  }

  /** Finds pages. A query in straight quotation marks is a passage to be found word for word. */
  async search(query: string, filters: Filters): Promise<Answer> {
    const isPhrase = /^\s*".+"\s*$/.test(query);
    const terms = termsOf(query);
    if (terms.length === 0) return nothing;
    const folded = terms.map(fold);
    const question = [folded.join(' '), terms.join(' '), JSON.stringify(filters), ''] as const;
    const chunks = await this.#loadFor(question);
    const places = isPhrase && terms.length > 1 ? await this.#loadPlaces(question) : [];
    // From here on nobody else is asked until the places are gone again.
    this.#read(places);
    const told = this.#ask(this.#index, question, isPhrase);
    if (places.length > 0) this.#read(chunks);
    if (!isPhrase && (await this.#isFarFetched(folded, told.results))) return nothing;
    const results = told.results.map(({ p, s, l }): Hit => ({
      id: p,
      score: s,
      data: async () => {
        const page = await this.#loadPage(p);
        return foundIn(page, this.#matches(l, page), quotation);
      },
    }));
    // Passages come in the order of pages, those in a title among them.
    results.sort((a, b) => b.score - a.score);
    return { results, unfilteredResultCount: told.unfiltered_total, filters: told.filtered_counts };
  }

  /** True when no text has a word, nor one that begins with it: what is found for it is found for all that begins so. */
  #isStrange(term: string): boolean {
    const count = (word: string, isExact: boolean): number =>
      this.#ask(this.#index, [word, word, '{}', ''], isExact).unfiltered_total;
    return count(term, true) === 0 && count(term, false) === count(term + unheard, false);
  }

  /** True when one of the words is strange, and what the engine finds for it instead, a shorter one, was not meant. */
  async #isFarFetched(terms: readonly string[], [first]: Told['results']): Promise<boolean> {
    const strange = terms.filter((term) => this.#isStrange(term));
    if (first === undefined || strange.length === 0) return false;
    const page = await this.#loadPage(first.p);
    const words = wordsIn(page);
    const shown = first.l.map(({ l }) => words[l] ?? this.#entry.brief[briefSpelling(l) ?? -1] ?? '');
    const found = [...shown, ...Object.values(page.meta)].join(' ').split(' ').flatMap(formsOf);
    const all = found.concat(this.#stems(found.join(' ')));
    return this.#stems(strange.join(' ')).some((stem) => !all.some((one) => isMeantBy(stem, one)));
  }

  /** Loads the filters and the pieces of the index that a question needs, and gives these. */
  async #loadFor([folded, , narrowed]: Question): Promise<Bytes[]> {
    const { request_indexes: needed, request_filter_indexes: narrowing } = this.#program;
    const filters = this.#take(narrowing(this.#index, ...this.#give(narrowed))) as string[];
    const numbers = this.#take(needed(this.#index, ...this.#give(folded))) as string[];
    const [pieces] = await Promise.all([
      Promise.all(numbers.map((number) => this.#loadPiece(number))),
      ...filters.map((name) => this.#loadFilter(name)),
    ]);
    return pieces;
  }

  /** A piece of the index, which the engine has read. */
  #loadPiece(number: string): Promise<Bytes> {
    return this.#once(`index/${this.#entry.pieces}${number}.pf_index`, (bytes) => {
      this.#read([bytes]);
      return bytes;
    });
  }

  #read(chunks: readonly Uint8Array[]): void {
    for (const chunk of chunks) whole(this.#program.load_index_chunk(this.#index, ...this.#give(chunk)));
  }

  /** The brief words of a question with all their places. */
  async #loadPlaces([folded]: Question): Promise<Uint8Array[]> {
    const { pieces, brief } = this.#entry;
    const load = async (word: string): Promise<Uint8Array> => {
      const names = brief.flatMap((one, spelling) => (one === word ? [placesName(pieces, spelling)] : []));
      const spellings = names.map((name) => this.#once(`index/${name}.pf_index`, (bytes) => bytes));
      return encodeAround(await Promise.all(spellings), (places) => [[[word, [], places]]]);
    };
    const words = new Set(this.#stems(folded).filter((stem) => brief.includes(stem)));
    return Promise.all(Array.from(words, load));
  }

  #loadFilter(name: string): Promise<void> {
    return this.#once(`filter/${name}.pf_filter`, (bytes) => {
      whole(this.#program.load_filter_chunk(this.#index, ...this.#give(bytes)));
    });
  }

  #loadPage(number: string): Promise<PageText> {
    const read = (bytes: Uint8Array): PageText => JSON.parse(new TextDecoder().decode(bytes)) as PageText;
    return this.#once(`fragment/${this.#entry.fragments}${number}.pf_fragment`, read);
  }

  #once<T>(path: string, read: (bytes: Bytes) => T): Promise<T> {
    const known = this.#loads.get(path) ?? loadUnpacked(this.#folder + path).then(read);
    this.#loads.set(path, known);
    known.catch(() => this.#loads.delete(path));
    return known as Promise<T>;
  }

  /** The words of a page that match. For brief words, of which the index tells no places, all that have their stem. */
  #matches(hints: readonly Hint[], page: PageText): Match[] {
    const scores = new Map<number, number>();
    const shares = new Map<string, number>();
    for (const { l, w, s } of hints) {
      const spelling = briefSpelling(l);
      if (spelling === undefined) scores.set(l, s);
      else shares.set(this.#entry.brief[spelling] ?? '', s / w ** 2);
    }
    if (shares.size > 0) {
      const words = wordsIn(page).flatMap((word, location) => formsOf(word).map((part) => ({ part, location })));
      const stems = this.#stems(words.map(({ part }) => part).join(' '));
      for (const [index, { location }] of words.entries()) {
        const share = shares.get(stems[index] ?? '');
        const weight = isInHeading(location, page) ? inHeading : inText;
        if (share !== undefined && !scores.has(location)) scores.set(location, Math.fround(share * weight ** 2));
      }
    }
    const matches = Array.from(scores, ([location, score]) => ({ location, score }));
    return matches.sort((a, b) => a.location - b.location);
  }

  /** The stem of each word of a text in the form of the index. */
  #stems(text: string): readonly string[] {
    return this.#ask(this.#stemmer, [text, text, '{}', ''], false).search_keywords ?? [];
  }

  #ask(index: number, question: Question, isPhrase: boolean): Told {
    const given = question.flatMap((one) => this.#give(one));
    return this.#take(this.#program.search(index, ...given, Number(isPhrase), 0)) as Told;
  }

  /** Puts something into the engine's memory; the engine removes it. */
  #give(what: string | Uint8Array): Place {
    const bytes = typeof what === 'string' ? new TextEncoder().encode(what) : what;
    const at = this.#program.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.#program.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  /** Reads what the engine has answered, and removes it. */
  #take([at, size]: Place): unknown {
    const text = new TextDecoder().decode(new Uint8Array(this.#program.memory.buffer, at >>> 0, size));
    this.#program.__wbindgen_free(at, size, 1);
    return JSON.parse(text);
  }
}

async function loadEntry(folder: string): Promise<SearchEntry> {
  // Its address stays when the index has become another.
  return (await (await load(folder + entryName, { cache: 'no-cache' })).json()) as SearchEntry;
}

async function startProgram(folder: string): Promise<Program> {
  const asked = Object.fromEntries(engineImports.map((one) => one.split(' ') as [string, string]));
  const imports = Object.fromEntries(
    Object.entries(asked).map(([module, name]) => [module, { [name]: () => undefined }]),
  );
  const { instance } = await WebAssembly.instantiate(await loadUnpacked(folder + engineName), imports);
  const program = instance.exports as unknown as Program;
  program.__wbindgen_start();
  return program;
}

async function loadUnpacked(path: string): Promise<Bytes> {
  let bytes = new Uint8Array(await (await load(path)).arrayBuffer());
  // A server may have unpacked it already.
  if (bytes[0] === 0x1f) {
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    bytes = new Uint8Array(await new Response(plain).arrayBuffer());
  }
  if (new TextDecoder().decode(bytes.subarray(0, signature.length)) !== signature)
    throw new Error(`${path} is no file of a search index.`);
  return bytes.slice(signature.length);
}

async function load(path: string, how?: RequestInit): Promise<Response> {
  const answer = await fetch(path, how);
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
  return answer;
}

/** The address of an index; the engine gives none when it could not read what it was given. */
function whole(index: number): number {
  if (index === 0) throw new Error('The engine of the search cannot read a file of its index.');
  return index;
}

/** The list of pages and pieces as the engine reads it. */
function metaOf({ lengths, starts, filters, fields }: SearchEntry): CborItem[] {
  const pages = readLengths(lengths).map((length, number) => [fileNumber(number), length]);
  const words = starts.split('\n');
  const pieces = words.slice(0, -1).map((from, number) => [from, words[number + 1] ?? from, fileNumber(number)]);
  return ['', pages, pieces, Object.entries(filters), [], [...fields]];
}

function isInHeading(location: number, { anchors }: PageText): boolean {
  return anchors.some((one) => location >= one.location && location < one.location + one.text.split(' ').length);
}
