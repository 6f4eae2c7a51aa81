import { readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { encodeAround } from '../client/cbor.ts';
import { engineForm } from '../client/search-engine.ts';
import { engineName, entryName, fileNumber, lengthCode, placesName, type SearchEntry } from '../client/search-entry.ts';
import { decodeCbor, endOf, itemsOf, textAt, unknownForm } from './cbor.ts';
import { digestOf } from './folder.ts';
import { inBrief, type Word } from './search-brief.ts';

/** Bytes of a piece before it is packed: in a small site, where larger ones know more words that begin alike, and at least. */
const [largest, smallest] = [22_000, 7000];
/** Bytes of all pieces from which on a site is no small one. */
const small = 1_000_000;
/** So many times `all` is the square of the size at which the list of pieces, which everybody loads, outweighs a piece. */
const listWeight = 8;
/** What every file of an index begins with, before its CBOR. */
const signature = Buffer.from('pagefind_dcd');

/**
 * Cuts the pieces of an index smaller than Pagefind makes them and writes one short list of its files, so that the first
 * result needs few bytes. Works on many small files, and synchronously: handing each to a thread takes longer.
 * @param folder a bundle with one language, as Pagefind 1.6 writes it
 * @param size bytes of words and places that a piece may hold, where one word does not need more; without it, what suits the index
 * @throws {Error} when the files have another form
 */
export function cutIndex(folder: string, size?: number): void {
  const file = join(folder, entryName);
  const { version, languages } = JSON.parse(readFileSync(file, 'utf8')) as PagefindEntry;
  const [[lang, language] = [], ...others] = Object.entries(languages);
  if (!version.startsWith('1.6.') || lang === undefined || language === undefined || others.length > 0)
    throw unknownForm();
  const metaFile = join(folder, `pagefind.${language.hash}.pf_meta`);
  const meta = readMeta(readPacked(metaFile));
  const entry: SearchEntry = {
    ...namePages(folder, meta, lang),
    ...cutPieces(folder, meta, lang, size),
    filters: Object.fromEntries(meta.filters),
    fields: meta.fields,
  };
  unlinkSync(metaFile);
  renameSync(join(folder, `wasm.${language.wasm ?? 'unknown'}.pagefind`), join(folder, engineName));
  checkEngine(join(folder, engineName));
  writeFileSync(file, JSON.stringify(entry));
}

/** The first file that Pagefind writes. */
interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
}

/** Pagefind's list of what there is. */
interface Meta {
  readonly pages: readonly (readonly [name: string, words: number])[];
  readonly pieces: readonly (readonly [from: string, to: string, name: string])[];
  readonly filters: readonly (readonly [facet: string, name: string])[];
  readonly fields: readonly string[];
}

function readMeta(bytes: Buffer): Meta {
  const [, pages, pieces, filters, sorts, fields, ...rest] = decodeCbor(bytes) as unknown as [
    string,
    ...(readonly never[])[],
  ];
  if (fields === undefined || sorts === undefined || sorts.length > 0 || rest.length > 0) throw unknownForm();
  return { pages: pages ?? [], pieces: pieces ?? [], filters: filters ?? [], fields };
}

/** An engine that is called otherwise would only be noticed by readers. */
function checkEngine(file: string): void {
  const engine = new WebAssembly.Module(Buffer.from(readPacked(file)));
  const imports = WebAssembly.Module.imports(engine).map(({ module, name }) => `${module} ${name}`);
  const exports = new Set(WebAssembly.Module.exports(engine).map(({ name }) => name));
  if (imports.join() !== engineForm.imports.join() || !engineForm.exports.every((name) => exports.has(name)))
    throw unknownForm();
}

function cutPieces(
  folder: string,
  meta: Meta,
  lang: string,
  size?: number,
): Pick<SearchEntry, 'pieces' | 'starts' | 'brief'> {
  const files = meta.pieces.map(([, , name]) => join(folder, 'index', `${name}.pf_index`));
  const all: Word[] = [];
  for (const file of files) all.push(...wordsOf(readPacked(file)));
  for (const file of files) unlinkSync(file);
  const { words, brief } = inBrief(all.sort((a, b) => Buffer.compare(a.text, b.text)));
  const bytes = words.reduce((sum, word) => sum + word.bytes.length, 0);
  const groups = groupsOf(words, size ?? sizeFor(bytes));
  // A chunk is a list with one list in it, of words.
  const packed = groups.map((group) =>
    encodeAround(
      group.map((word) => word.bytes),
      (places) => [places],
    ),
  );
  const pieces = commonName(lang, Buffer.concat([...packed, ...brief.map((one) => one.bytes)]));
  const write = (name: string, piece: Uint8Array): void => {
    writePacked(join(folder, 'index', `${name}.pf_index`), piece);
  };
  for (const [index, piece] of packed.entries()) write(pieces + fileNumber(index), piece);
  for (const [spelling, one] of brief.entries()) write(placesName(pieces, spelling), one.bytes);
  const starts = groups.map((group, index) => apart(group[0], groups[index - 1]?.at(-1)));
  return {
    pieces,
    starts: [...starts, groups.at(-1)?.at(-1)?.text.toString() ?? ''].join('\n'),
    brief: brief.map(({ word }) => word),
  };
}

/** The size of a piece with which the first result of an index of `all` bytes needs few. */
function sizeFor(all: number): number {
  return Math.max(Math.min(largest, (largest * small) / all), smallest, Math.sqrt(listWeight * all));
}

/** Gives the files of pages short names. */
function namePages(folder: string, { pages }: Meta, lang: string): Pick<SearchEntry, 'fragments' | 'lengths'> {
  const file = (name: string): string => join(folder, 'fragment', `${name}.pf_fragment`);
  const fragments = commonName(lang, pages.map(([name]) => name).join());
  for (const [index, [name]] of pages.entries()) renameSync(file(name), file(fragments + fileNumber(index)));
  return { fragments, lengths: pages.map(([, words]) => lengthCode(words)).join('') };
}

/** Names that begin alike make a short list; they all change when any of what they name does. */
function commonName(lang: string, content: string | Buffer): string {
  return `${lang}_${digestOf(content).slice(0, 10)}_`;
}

/** A chunk is a list with one list in it: of words, each a list that begins with its text. */
function wordsOf(chunk: Buffer): Word[] {
  return itemsOf(chunk, itemsOf(chunk, 0)[0] ?? -1).map((at) => ({
    text: Buffer.from(textAt(chunk, itemsOf(chunk, at, 1)[0] ?? -1)),
    bytes: chunk.subarray(at, endOf(chunk, at)),
  }));
}

function groupsOf(words: readonly Word[], size: number): Word[][] {
  const groups: Word[][] = [];
  let filled = Infinity;
  for (const word of words) {
    const own = word.bytes.length;
    if (filled + own > size) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(word);
    filled += own;
  }
  return groups;
}

/** The shortest beginning of a word that another one does not have. */
function apart(word: Word | undefined, other: Word | undefined): string {
  const letters = Array.from(word?.text.toString() ?? '');
  const others = Array.from(other?.text.toString() ?? '');
  const same = letters.findIndex((letter, index) => letter !== others[index]);
  return same < 0 ? letters.join('') : letters.slice(0, same + 1).join('');
}

function readPacked(file: string): Buffer {
  const bytes = gunzipSync(readFileSync(file));
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error(`${file} is no file of a search index.`);
  return bytes.subarray(signature.length);
}

function writePacked(file: string, bytes: Uint8Array): void {
  writeFileSync(file, gzipSync(Buffer.concat([signature, bytes]), { level: 9 }));
}
