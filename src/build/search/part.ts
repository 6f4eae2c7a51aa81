import { entryName } from '../../client/search-entry.ts';
import { engineExports, engineImports } from '../../client/search-program.ts';
import { searchFields } from '../../core/search/record.ts';
import { CborReader, decodeCbor, unknownForm } from './cbor.ts';
import { unpack } from './packed.ts';

/** A page of an index. */
export interface IndexPage {
  /** Its text and what is known of it, as the file that readers load. */
  readonly fragment: Buffer;
  /** How many words it has. */
  readonly words: number;
}

/** Facet → value → numbers of the pages that have it. */
export type Facets = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** What Pagefind knows of some pages. */
export interface IndexPart {
  readonly pages: readonly IndexPage[];
  readonly facets: Facets;
  /** Words in CBOR, one behind the other: each with its spellings, the pages of each, and the places there. */
  readonly words: Buffer;
  /** The program that stems words and ranks pages, as the file that readers load. */
  readonly engine: Buffer;
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

/** Bytes of the files of an index, by their paths. */
export type IndexFiles = ReadonlyMap<string, Buffer>;

/**
 * Reads what Pagefind has made.
 * @param files an index of one language, as Pagefind 1.6 makes it
 * @throws {Error} when the files have another form
 */
export function readPart(files: IndexFiles): IndexPart {
  const bytesOf = (file: string): Buffer => {
    const bytes = files.get(file);
    if (bytes === undefined) throw unknownForm();
    return bytes;
  };
  const { version, languages } = JSON.parse(bytesOf(entryName).toString()) as PagefindEntry;
  const [language, ...others] = Object.values(languages);
  if (!version.startsWith('1.6.') || language === undefined || others.length > 0) throw unknownForm();
  const unpacked = (file: string): Buffer => unpack(bytesOf(file), file);
  const meta = readMeta(unpacked(`pagefind.${language.hash}.pf_meta`));
  const engine = bytesOf(`wasm.${language.wasm ?? 'unknown'}.pagefind`);
  checkEngine(unpack(engine, 'wasm'));
  const pieces = meta.pieces.map(([, , name]) => wordsOf(unpacked(`index/${name}.pf_index`)));
  return {
    pages: meta.pages.map(([name, words]) => ({
      fragment: bytesOf(`fragment/${name}.pf_fragment`),
      words,
    })),
    facets: new Map(meta.filters.map(([, name]) => facetOf(unpacked(`filter/${name}.pf_filter`)))),
    words: renumberFields(Buffer.concat(pieces), meta.fields),
    engine,
  };
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
function checkEngine(program: Buffer): void {
  const engine = new WebAssembly.Module(Buffer.from(program));
  const imports = WebAssembly.Module.imports(engine).map(({ module, name }) => `${module} ${name}`);
  const exports = new Set(WebAssembly.Module.exports(engine).map(({ name }) => name));
  if (imports.join() !== engineImports.join() || !engineExports.every((name) => exports.has(name))) throw unknownForm();
}

/** A piece is a list with one list in it, of words. */
function wordsOf(piece: Buffer): Buffer {
  const reader = new CborReader(piece);
  reader.tuple(1);
  reader.list();
  return piece.subarray(reader.at);
}

function facetOf(bytes: Buffer): [facet: string, values: Map<string, readonly number[]>] {
  const [facet, values] = decodeCbor(bytes) as unknown as [string, [value: string, pages: number[]][]];
  return [facet, new Map(values)];
}

/** Fields have the numbers that they have in this part; gives them those they have in every index. */
function renumberFields(words: Buffer, fields: readonly string[]): Buffer {
  const numbers = fields.map((field) => (searchFields as readonly string[]).indexOf(field));
  if (numbers.includes(-1)) throw unknownForm();
  if (numbers.every((number, field) => number === field)) return words;
  const reader = new CborReader(words);
  while (reader.at < words.length) {
    reader.tuple(3);
    reader.text();
    renumberPages(reader, numbers);
    for (let left = reader.list(); left > 0; left -= 1) {
      reader.tuple(2);
      reader.text();
      renumberPages(reader, numbers);
    }
  }
  return words;
}

/** A page tells its distance, its places in the text, and those in fields: before these stands -1 less the field. */
function renumberPages(reader: CborReader, numbers: readonly number[]): void {
  const { bytes } = reader;
  for (let left = reader.list(); left > 0; left -= 1) {
    reader.tuple(3);
    reader.number();
    reader.skip();
    for (let inFields = reader.list(); inFields > 0; inFields -= 1) {
      const { at } = reader;
      const code = (bytes[at] ?? 0) - fieldCode;
      reader.skip();
      if (code >= 0 && code < 24) bytes[at] = fieldCode + (numbers[code] ?? code);
    }
  }
}

/** Numbers below 0 begin with it. */
const fieldCode = 0x20;
