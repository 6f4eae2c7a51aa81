import type { Content } from '../library/content.ts';
import type { AnyDocument } from '../library/knowledge.ts';
import { textIn } from '../locale/text.ts';
import { anyWord, WordTally } from './word-tally.ts';

/** The words that a site uses in one language. */
export interface Vocabulary {
  readonly lang: string;
  /** Word in lower case → number of documents that have it. */
  readonly documents: ReadonlyMap<string, number>;
  /** Word in lower case → how often it stands in sentences. */
  readonly places: ReadonlyMap<string, number>;
  /** Words of titles and headings, and of the names of tags, concepts and series. */
  readonly named: ReadonlySet<string>;
  /** How many documents there are. */
  readonly size: number;
}

/** What words are read from. */
export interface VocabularySource {
  readonly documents: readonly AnyDocument[];
  readonly content: Pick<Content, 'tags' | 'series'>;
}

/** Words of at least this many letters are offered for a mistyped one. */
const shortest = 5;
/** Longer ones are no words but addresses, formulas, or a script without spaces. */
const longest = 32;
/** A word with more places than this needs more bytes than all others that a reader asks for together. */
const heavy = 6000;
/** So many words at most; the list is loaded by a reader who has mistyped. */
const most = 9000;

/** The words of a text, in lower case. What an apostrophe or a hyphen joins are two. */
export function wordsOf(text: string, lang: string): string[] {
  return text.toLocaleLowerCase(lang).match(anyWord) ?? [];
}

/** Reads the words of all documents of a language, and of the registries. */
export function readVocabulary(knowledge: VocabularySource, lang: string): Vocabulary {
  const own = knowledge.documents.filter((document) => document.lang === lang);
  const tally = new WordTally();
  const named = new Set(registryNames(knowledge, lang).flatMap((name) => wordsOf(name, lang)));
  const count = (text: string, places: 0 | 1): void => {
    tally.add(text.toLocaleLowerCase(lang), places);
  };
  for (const document of own) {
    tally.begin();
    for (const name of namesIn(document)) {
      count(name, 0);
      for (const word of wordsOf(name, lang)) named.add(word);
    }
    count(document.front.description, 0);
    for (const { text } of document.outline.sections) count(text, 1);
  }
  const documents = new Map<string, number>();
  const places = new Map<string, number>();
  for (const counted of tally.counts()) {
    documents.set(counted.word, counted.documents);
    places.set(counted.word, counted.places);
  }
  return { lang, documents, places, named, size: own.length };
}

/**
 * The words that stand nearly everywhere in a large site, in order: they tell no text from another, and looking them
 * up costs more than all other words of a question.
 */
export function heavyWords({ places }: Vocabulary): string[] {
  return [...places]
    .filter(([, count]) => count > heavy)
    .map(([word]) => word)
    .sort(compare);
}

/**
 * The words that are offered for a mistyped one, as a file: one on each line, in order, with a digit behind it
 * that says how common it is. Of too many, those that name something stay, and then the commonest.
 */
export function vocabularyText({ documents, named }: Vocabulary): string {
  const words = [...new Set([...named, ...documents.keys()])]
    .filter((word) => word.length >= shortest && word.length <= longest)
    .map((word) => ({ word, count: documents.get(word) ?? 0, isNamed: named.has(word) }));
  return words
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.count - a.count || compare(a.word, b.word))
    .slice(0, most)
    .sort((a, b) => compare(a.word, b.word))
    .map(({ word, count }) => `${word}${String(Math.min(9, Math.floor(Math.log2(count + 1))))}\n`)
    .join('');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function namesIn({ front, outline }: AnyDocument): string[] {
  const synonyms = 'synonyms' in front ? front.synonyms : [];
  return [front.title, ...synonyms, ...outline.headings.map(({ text }) => text)];
}

function registryNames(knowledge: VocabularySource, lang: string): string[] {
  const { tags, series } = knowledge.content;
  return [
    ...tags.flatMap(({ label, synonyms }) => [textIn(label, lang) ?? '', ...(synonyms?.[lang] ?? [])]),
    ...series.map(({ title }) => textIn(title, lang) ?? ''),
  ];
}
