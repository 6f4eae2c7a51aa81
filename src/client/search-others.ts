import { countText, fill } from '../core/locale/words.ts';
import { everything, openIndex } from './search-index.ts';
import type { Finding, SearchIndex } from './search-index.ts';
import { showResults } from './search-results.ts';

/** The search of another language. */
export interface OtherLanguage {
  readonly lang: string;
  readonly dir: string;
  /** The language in the words of the page. */
  readonly name: string;
  readonly index: string;
  readonly href: string;
}

/** What is said of other languages. */
export interface OtherWords {
  readonly other: string;
  readonly all: string;
}

/** Results of another language that are shown here; its own page has all. */
const shown = 5;

/**
 * Says after the own results what other languages have found, one line each that opens their first results.
 * Each has an index of its own, so readers who save data get a link to the other search instead.
 */
export function otherLanguages(
  place: HTMLElement,
  languages: readonly OtherLanguage[],
  words: OtherWords,
): (query: string, isStale: () => boolean) => Promise<void> {
  const open = new Map<string, Promise<SearchIndex>>();
  const indexOf = ({ index, lang }: OtherLanguage): Promise<SearchIndex> => {
    const known = open.get(lang) ?? openIndex(index, lang);
    open.set(lang, known);
    return known;
  };
  return async (query, isStale) => {
    if (savesData()) {
      place.replaceChildren(...languages.map((one) => pageLink(one, words, query)));
      return;
    }
    for (const language of languages) {
      const finding = await indexOf(language)
        .then((index) => index.find(query, everything))
        .catch(() => undefined);
      // What has failed is tried again with the next question.
      if (finding === undefined) open.delete(language.lang);
      if (isStale()) return;
      if (finding?.isWhole === true && finding.hits.length > 0) place.append(line(language, finding, words, query));
    }
  };
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

function line(language: OtherLanguage, { hits }: Finding, words: OtherWords, query: string): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = countText({ other: words.other }, hits.length, document.documentElement.lang, {
    language: language.name,
  });
  const list = document.createElement('ol');
  list.className = 'results list';
  list.lang = language.lang;
  list.dir = language.dir;
  details.append(summary, list);
  if (hits.length > shown) details.append(pageLink(language, words, query));
  let isAsked = false;
  details.addEventListener('toggle', () => {
    if (isAsked) return;
    isAsked = true;
    // What has failed is tried again when it is opened again.
    showResults(list, hits.slice(0, shown), language, () => false).catch(() => (isAsked = false));
  });
  return details;
}

function pageLink({ lang, href, name }: OtherLanguage, { all }: OtherWords, query: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = `${href}?${new URLSearchParams({ q: query }).toString()}`;
  anchor.hreflang = lang;
  anchor.textContent = fill(all, { language: name });
  const paragraph = document.createElement('p');
  paragraph.className = 'ui';
  paragraph.append(anchor);
  return paragraph;
}
