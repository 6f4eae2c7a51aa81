import { createHash } from 'node:crypto';
import { encodeAround, encodeCbor } from '../../client/cbor.ts';
import { fileNumber, lengthCode, placesName, type SearchEntry } from '../../client/search-entry.ts';
import { searchFields } from '../../core/search/record.ts';
import { inBrief } from './brief.ts';
import type { MergedIndex, Word } from './merge.ts';
import type { Packer } from './packed.ts';

/** Bytes of a piece before it is packed: in a small site, where larger ones know more words that begin alike, and at least. */
const [largest, smallest] = [22_000, 7000];
/** Bytes of all pieces from which on a site is no small one. */
const small = 1_000_000;
/** So many times `all` is the square of the size at which the list of pieces, which everybody loads, outweighs a piece. */
const listWeight = 8;

/** An index as readers load it: its first file, and the others by their names. */
export interface CutIndex {
  readonly entry: SearchEntry;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Cuts an index in pieces that are smaller than Pagefind makes them, with one short list of them, so that the first
 * result needs few bytes.
 * @param size bytes of words and places that a piece may hold, where one word does not need more; without it, what suits the index
 */
export function cutIndex(index: MergedIndex, lang: string, packer: Packer, size?: number): CutIndex {
  const pages = pageFiles(index, lang);
  const words = wordFiles(index, lang, packer, size);
  const facets = facetFiles(index, lang, packer);
  const entry = { ...pages.entry, ...words.entry, ...facets.entry, fields: searchFields };
  return { entry, files: new Map([...pages.files, ...words.files, ...facets.files]) };
}

interface Files<Key extends keyof SearchEntry> {
  readonly entry: Pick<SearchEntry, Key>;
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[];
}

function wordFiles(
  index: MergedIndex,
  lang: string,
  packer: Packer,
  size?: number,
): Files<'pieces' | 'starts' | 'brief'> {
  const { words, brief } = inBrief(index.words);
  const bytes = words.reduce((sum, word) => sum + word.bytes.length, 0);
  const groups = groupsOf(words, size ?? sizeFor(bytes));
  // A piece is a list with one list in it, of words.
  const pieces = groups.map((group) =>
    encodeAround(
      group.map((word) => word.bytes),
      (places) => [places],
    ),
  );
  const name = commonName(lang, [...pieces, ...brief.map((one) => one.bytes)]);
  const file = (of: string, content: Uint8Array) => [`index/${of}.pf_index`, packer.pack(content)] as const;
  const starts = groups.map((group, at) => apart(group[0], groups[at - 1]?.at(-1)));
  return {
    entry: {
      pieces: name,
      starts: [...starts, groups.at(-1)?.at(-1)?.text.toString() ?? ''].join('\n'),
      brief: brief.map(({ word }) => word),
    },
    files: [
      ...pieces.map((piece, at) => file(name + fileNumber(at), piece)),
      ...brief.map((one, spelling) => file(placesName(name, spelling), one.bytes)),
    ],
  };
}

/** The size of a piece with which the first result of an index of `all` bytes needs few. */
function sizeFor(all: number): number {
  return Math.max(Math.min(largest, (largest * small) / all), smallest, Math.sqrt(listWeight * all));
}

function pageFiles({ pages }: MergedIndex, lang: string): Files<'fragments' | 'lengths'> {
  const fragments = commonName(
    lang,
    pages.map(({ fragment }) => fragment),
  );
  return {
    entry: { fragments, lengths: pages.map(({ words }) => lengthCode(words)).join('') },
    files: pages.map(({ fragment }, at) => [`fragment/${fragments}${fileNumber(at)}.pf_fragment`, fragment]),
  };
}

function facetFiles({ facets }: MergedIndex, lang: string, packer: Packer): Files<'filters'> {
  const all = [...facets].map(([facet, values]) => {
    const bytes = encodeCbor([facet, [...values]]);
    const name = commonName(lang, [bytes]).slice(0, -1);
    return { facet, name, bytes: packer.pack(bytes) };
  });
  return {
    entry: { filters: Object.fromEntries(all.map(({ facet, name }) => [facet, name])) },
    files: all.map(({ name, bytes }) => [`filter/${name}.pf_filter`, bytes]),
  };
}

/** Names that begin alike make a short list; they all change when any of what they name does. */
function commonName(lang: string, contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return `${lang}_${hash.digest('hex').slice(0, 10)}_`;
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
