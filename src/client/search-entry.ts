/** What the first file of an index tells of the others. The build writes it and the engine of readers reads it. */
export interface SearchEntry {
  /** How the names of the files begin that hold the texts of pages; then comes the number of the page, see {@link fileNumber}. */
  readonly fragments: string;
  /** How the names of the files begin that hold words and their places; then comes the number of the piece. */
  readonly pieces: string;
  /** How many words each page has: two hexadecimal digits, in sixteenths of a power of two. */
  readonly lengths: string;
  /** The beginnings of words with which the pieces begin, and the last word of all, each on a line. */
  readonly starts: string;
  /**
   * Words that stand in so many places that their pieces tell only how often each page has them: as many places from
   * {@link briefPlace} on. A word stands here once for each of its spellings, of which each has a file of its own with
   * all its places, see {@link placesName}.
   */
  readonly brief: readonly string[];
  /** Names of the files of facets, by facet. */
  readonly filters: Readonly<Record<string, string>>;
  /** Names of what is known of a page beside its text. */
  readonly fields: readonly string[];
}

/** Name of an index's first file. */
export const entryName = 'pagefind-entry.json';
/** Name of the file that holds the engine. */
export const engineName = 'wasm.pagefind';
/** Places of one brief spelling at most. */
export const briefPlaces = 8;

/** No text is so long. */
const beyond = 0x70_00_00_00;

/** The number of a file in its name. */
export function fileNumber(number: number): string {
  return number.toString(36);
}

/** Name of the file that holds a spelling of a brief word with its pages and all its places there. */
export function placesName(pieces: string, spelling: number): string {
  return `${pieces}all-${fileNumber(spelling)}`;
}

/** The first of the places that stand for those of a brief spelling. */
export function briefPlace(spelling: number): number {
  return beyond + spelling * briefPlaces;
}

/** The number of the brief spelling that a place stands for, or `undefined` for a place in a text. */
export function briefSpelling(place: number): number | undefined {
  return place < beyond ? undefined : Math.floor((place - beyond) / briefPlaces);
}

/** A number of words in sixteenths of a power of two, which is enough to weigh matches. */
export function lengthCode(words: number): string {
  const sixteenths = Math.min(0xff, Math.round(16 * Math.log2(Math.max(1, words))));
  return sixteenths.toString(16).padStart(2, '0');
}

/** The numbers of words that {@link lengthCode} has written one behind the other. */
export function readLengths(codes: string): number[] {
  return Array.from(codes.match(/../g) ?? [], (code) => Math.round(2 ** (Number.parseInt(code, 16) / 16)));
}
