import type { Vocabulary } from './vocabulary.ts';

/** Finds the parts of a compound word; a word that is none gives nothing. */
export type Splitter = (word: string) => readonly string[] | undefined;

/** Languages that write a compound as one word and join its parts with at most a short sound. */
const closed = new Set(['sv', 'da', 'nb', 'nn', 'no', 'de', 'nl', 'af', 'is', 'fo', 'fy']);
/** Letters of the shortest word that may be a compound. */
export const shortestCompound = 7;
const shortestPart = 3;
/** Parts shorter than this must stand in the text as they are; longer ones may have another ending there. */
const sureLength = 4;
/** A short word that so large a part of the documents has is one that binds sentences, not one that names things. */
const commonShare = 0.4;
const commonLength = 6;

/** What is put at the end of words to make others of them, though it may look like a word itself. */
const ending =
  /^(?:are|arens?|ens|era|erar|erade|ering|ring|ningen|arna|erna|orna|ande|ende|heten?|heter|heterna|skap|skapen|elsen?)s?$/u;
/** Article, number and case in their commonest forms. */
const inflection =
  /(?:arna|erna|orna|ande|ene)s?$|(?:en|et|er|ar|or|an|ens|ets|ers|ars|ors|ans)$|(?:[aent]s?|(?<!s)s)$/u;
/** What may stand between two parts, or takes the place of an ending there. */
const joint = /(?:en|er|es|s|e|o|u|a|n)$/u;

/**
 * Splits compounds into words that the site itself uses: `värdekedjan` into `värde` and `kedjan` when some text has
 * `värde` and some has `kedja`. No list of words is involved, so it splits no more than what readers can look for.
 * @returns none for a language that writes compounds as several words
 */
export function compoundSplitter(vocabulary: Vocabulary): Splitter | undefined {
  if (!closed.has(vocabulary.lang.split('-')[0] ?? '')) return undefined;
  const parts = partsOf(vocabulary);
  const known = new Map<string, readonly string[] | undefined>();
  return (word) => {
    if (!known.has(word)) known.set(word, word.length < shortestCompound ? undefined : split(word, parts));
    return known.get(word);
  };
}

interface Parts {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

function partsOf({ documents, named, size }: Vocabulary): Parts {
  const isCommon = (word: string): boolean =>
    word.length <= commonLength && (documents.get(word) ?? 0) > Math.max(2, size * commonShare);
  const all = [...new Set([...named, ...documents.keys()])].filter((word) => word.length >= shortestPart);
  const common = new Set(all.filter(isCommon));
  const words = all.filter((word) => !common.has(word));
  const stems = words.map(stemOf).filter((stem) => stem.length >= sureLength && !common.has(stem));
  return { words: new Set(words), stems: new Set(stems) };
}

/** The first split that holds; the rest may be a compound itself. */
function split(word: string, parts: Parts): readonly string[] | undefined {
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    const rest = word.slice(at);
    if (!isModifier(word.slice(0, at), parts, rest.length >= sureLength)) continue;
    const inner = split(rest, parts) ?? (isHead(rest, parts) ? [rest] : undefined);
    if (inner !== undefined) return [word.slice(0, at), ...inner];
  }
  return undefined;
}

/** The last part bends as the whole does, so that the text may know it with another ending. */
function isHead(part: string, { words, stems }: Parts): boolean {
  if (ending.test(part)) return false;
  const stem = stemOf(part);
  return words.has(part) || (stem.length >= sureLength && (stems.has(stem) || words.has(stem)));
}

/** A part before the last: as it is, with a sound behind it, or (before a long one) without its own ending. */
function isModifier(part: string, { words, stems }: Parts, mayBeShort: boolean): boolean {
  if (ending.test(part)) return false;
  if (words.has(part) || (part.endsWith('s') && words.has(part.slice(0, -1)))) return true;
  if (!mayBeShort) return false;
  const stem = part.replace(joint, '');
  return [part, stem].some((one) => one.length >= sureLength && stems.has(one));
}

function stemOf(word: string): string {
  const stem = word.replace(inflection, '');
  return stem.length >= shortestPart ? stem : word;
}
