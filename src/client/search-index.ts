import { foldWord, isOneSlip } from '../core/locale/typing.ts';
import type { Engine } from './search-engine.ts';

/** Chosen values by facet: any of them within one, all facets together. */
export type Chosen = Readonly<Record<Facet, readonly string[]>>;
/** What results can be narrowed by. */
export type Facet = 'tag' | 'year';
/** How many results each value of each facet would leave. */
export type Counts = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

/** What the index tells of a page: excerpts are HTML with the matches in `<mark>`. */
export interface Found {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly filters: Readonly<Record<string, readonly string[] | undefined>>;
  readonly sub_results: readonly Section[];
}

/** A section of a page with a match in it. */
export interface Section {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  /** Positions of the matches. */
  readonly locations: readonly number[];
}

/** A result whose text is loaded when it is shown. */
export interface Hit {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<Found>;
}

/** What a question finds, best first. */
export interface Finding {
  readonly hits: readonly Hit[];
  /** False when hardly anything has all the words, so that what has some of them is here too. */
  readonly isWhole: boolean;
}

/** The index of one language, loaded. */
export interface SearchIndex {
  readonly find: (query: string, chosen: Chosen) => Promise<Finding>;
  readonly count: (query: string, chosen: Chosen) => Promise<Counts>;
  /** The query with each mistyped word in the form in which the site knows it, or `undefined`. */
  readonly meant: (query: string) => Promise<string | undefined>;
}

/** The facets, in the order in which they are shown. */
export const facets: readonly Facet[] = ['tag', 'year'];
/** No facet chosen. */
export const everything: Chosen = { tag: [], year: [] };

/** Any of these values of a facet, by facet. */
export type Filters = Readonly<Record<string, { readonly any: readonly string[] }>>;

/** What the engine answers. */
export interface Answer {
  readonly results: readonly Hit[];
  /** Results that there are without the filters. */
  readonly unfilteredResultCount: number;
  /** Of the facets that are loaded. */
  readonly filters: Partial<Counts>;
}

/** The program that lies with an index. */
interface EngineModule {
  /** Words, with spaces between them, that stand nearly everywhere and cost much to look up. */
  readonly heavy: string;
  readonly openEngine: (folder: string) => Promise<Pick<Engine, 'search' | 'filters'>>;
}

/** Fewer results than this are hardly any. */
const few = 3;
/** So many at most that have only some of the words. */
const most = 20;
const quoted = /^\s*["“”„«»‹›「」『』](.+)["“”„«»‹›「」『』]\s*$/u;

/** How often the program of a folder could not be loaded: a browser that asks for one address again is told the same. */
const failures = new Map<string, number>();

async function loadProgram(folder: string): Promise<EngineModule> {
  const failed = failures.get(folder) ?? 0;
  const again = failed === 0 ? '' : `?${String(failed)}`;
  try {
    return (await import(/* @vite-ignore */ `${folder}pagefind.js${again}`)) as EngineModule;
  } catch (fault) {
    failures.set(folder, failed + 1);
    throw fault;
  }
}

/**
 * Loads the engine and the index that lie in a folder. Words are read as `lang` has them. What has failed may be tried
 * again.
 */
export async function openIndex(folder: string, lang: string): Promise<SearchIndex> {
  const { openEngine, heavy } = await loadProgram(folder);
  const engine = await openEngine(folder);
  const light = lightener(new Set(heavy.split(' ')), lang);
  const ask: Ask = (query, chosen) => engine.search(asIndexed(query, lang), filtersOf(chosen));
  return {
    find: (query, chosen) => find(ask, light(query), asIndexed(light(query), lang).split(/\s+/), chosen),
    count: async (query, chosen) => {
      await engine.filters();
      const own = await Promise.all(facets.map((facet) => ask(light(query), { ...chosen, [facet]: [] })));
      return { tag: own[0]?.filters.tag ?? {}, year: own[1]?.filters.year ?? {} };
    },
    meant: async (query) => {
      const unknown = await unknownWords(ask, light(query));
      return unknown.length === 0 ? undefined : correct(query, unknown, await loadWords(folder), lang);
    },
  };
}

type Ask = (query: string, chosen: Chosen) => Promise<Answer>;

/** A query without its heavy words, unless it has no others or is to be found word for word. */
function lightener(heavy: ReadonlySet<string>, lang: string): (query: string) => string {
  return (query) => {
    if (quoted.test(query)) return query;
    const words = query.split(/\s+/).filter((word) => word !== '');
    const light = words.filter((word) => !heavy.has(word.toLocaleLowerCase(lang).normalize()));
    return (light.length === 0 ? words : light).join(' ');
  };
}

/** A question in many words seldom stands in a text with all of them: then each word is asked for alone. */
async function find(ask: Ask, query: string, all: readonly string[], chosen: Chosen): Promise<Finding> {
  const { results, unfilteredResultCount } = await ask(query, chosen);
  const words = all.filter((word) => /\p{L}|\p{N}/u.test(word));
  if (unfilteredResultCount >= few || words.length < 2 || quoted.test(query)) return { hits: results, isWhole: true };
  const answers = await Promise.all(words.map((word) => ask(word, chosen)));
  const hits = together(answers.flatMap((answer) => answer.results));
  if (hits.length <= results.length) return { hits: results, isWhole: true };
  return { hits: hits.slice(0, most), isWhole: false };
}

/** Each page once, with the sum of its scores; it quotes the word that counts most. */
function together(hits: readonly Hit[]): Hit[] {
  const best = [...hits].sort((a, b) => b.score - a.score);
  const found = new Map<string, Hit>();
  for (const hit of best) {
    const known = found.get(hit.id);
    found.set(hit.id, known === undefined ? hit : { ...known, score: known.score + hit.score });
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

function filtersOf(chosen: Chosen): Filters {
  return Object.fromEntries(
    facets.filter((facet) => chosen[facet].length > 0).map((facet) => [facet, { any: chosen[facet] }]),
  );
}

/**
 * A query in the form of the index: a passage in any language's quotation marks is one to be found word for word,
 * `l’` and its like before a word is not looked for, and a script without spaces gets some.
 */
function asIndexed(query: string, lang: string): string {
  const [, passage] = quoted.exec(query) ?? [];
  if (passage !== undefined) return `"${spaced(passage.trim(), lang)}"`;
  const plain = query.replace(/(?<![\p{L}\p{M}'’])\p{L}{1,2}['’](?=\p{L}{3})/gu, '');
  return spaced(plain, lang);
}

function spaced(text: string, lang: string): string {
  if (!/^(?:zh|ja|th)\b/.test(lang)) return text;
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].map(({ segment }) => segment).join(' ');
}

async function loadWords(folder: string): Promise<readonly string[]> {
  const answer = await fetch(`${folder}words.txt`);
  return answer.ok ? (await answer.text()).split('\n') : [];
}

/** The words of six letters and more that no text has. What is found for them anyway only begins as they do. */
async function unknownWords(ask: Ask, query: string): Promise<string[]> {
  const words = query.match(/\p{L}[\p{L}\p{M}]{5,}/gu) ?? [];
  const counts = await Promise.all(words.map((word) => ask(`"${word}"`, everything)));
  return words.filter((_word, index) => counts[index]?.unfilteredResultCount === 0);
}

function correct(
  query: string,
  unknown: readonly string[],
  words: readonly string[],
  lang: string,
): string | undefined {
  const corrected = unknown.reduce(
    (text, word) => text.replace(word, nearest(foldWord(word, lang), words, lang) ?? word),
    query,
  );
  return corrected === query ? undefined : corrected;
}

/** The commonest word that is one slip away; a line of `words` is a word and a digit. */
function nearest(typed: string, words: readonly string[], lang: string): string | undefined {
  let best: string | undefined;
  for (const line of words) {
    if (Math.abs(line.length - 1 - typed.length) > 2) continue;
    const folded = foldWord(line.slice(0, -1), lang);
    if (isOneSlip(typed, folded) && line.slice(-1) > (best?.slice(-1) ?? '')) best = line;
  }
  return best?.slice(0, -1);
}
