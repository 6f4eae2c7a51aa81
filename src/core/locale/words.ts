import { numberText, pluralCategory } from './format.ts';

/** A sentence with a count: one text per plural category of the language; `other` is always there. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * The interface's words in one language. Texts may hold placeholders in braces; each key says which.
 * A new language is one file with all of these keys.
 */
export interface Words {
  /** URL word of the list of tags: `/en/tags/`. Lower case, no spaces; so are all keys that begin with `url`. */
  readonly urlTags: string;
  readonly urlSeries: string;
  readonly urlConcepts: string;
  readonly urlChains: string;
  readonly urlAuthors: string;
  readonly urlArchive: string;
  readonly urlSearch: string;
  readonly urlSubscribe: string;
  /** URL word before the number of an older page of a list: `/en/page/3/`. */
  readonly urlPage: string;

  /** Names of the kinds of pages, as headings and in the navigation. */
  readonly home: string;
  readonly essays: string;
  readonly tags: string;
  readonly series: string;
  readonly concepts: string;
  readonly chains: string;
  readonly authors: string;
  readonly archive: string;
  readonly search: string;
  readonly subscribe: string;

  /** First link of every page, for the keyboard. */
  readonly skipToContent: string;
  /** Accessible names of regions. */
  readonly mainNavigation: string;
  readonly languages: string;
  readonly siteInformation: string;
  readonly breadcrumbs: string;
  /** Button that changes between light and dark. */
  readonly switchTheme: string;
  /** `{language}`: said where a page has no translation. */
  readonly notInLanguage: string;

  /** `{names}`: a list of authors. */
  readonly byline: string;
  /** `{date}` */
  readonly updated: string;
  /** `{count}`: minutes. */
  readonly readingTime: Plural;
  /** `{languages}`: a list of links. */
  readonly alsoIn: string;
  readonly draft: string;
  /** Heading of the table of contents. */
  readonly contents: string;
  /** Heading of the footnotes. */
  readonly footnotes: string;
  /** `{reference}`: number of the footnote; name of the arrow that leads back. */
  readonly backToReference: string;
  /** Accessible name of a task list's box: done and not done. */
  readonly taskDone: string;
  readonly taskOpen: string;
  /** `{part}`, `{count}` */
  readonly partOf: string;
  readonly planned: string;
  readonly previousEssay: string;
  readonly nextEssay: string;
  readonly related: string;
  /** `{tags}`: reason why an essay is related. */
  readonly sharesTags: string;
  readonly citesThis: string;
  readonly citedHere: string;
  readonly sameSeries: string;
  /** Heading over the places of value chains that an essay is about. */
  readonly youAreHere: string;
  /** Heading over documents that link to a concept, a chain or an essay. */
  readonly mentionedIn: string;
  readonly share: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly shareSheet: string;
  readonly shareByEmail: string;
  readonly replyByEmail: string;

  /** Link to an essay in a list. */
  readonly readEssay: string;
  /** `{title}`: accessible name of the same link. */
  readonly readEssayNamed: string;
  readonly newest: string;
  readonly older: string;
  readonly newer: string;
  /** `{page}` */
  readonly pageNumber: string;
  /** Heading over entries in other languages. */
  readonly inOtherLanguages: string;
  /** `{count}` */
  readonly essayCount: Plural;
  /** Said where a list has nothing in this language. */
  readonly noEssays: string;
  /** Heading of a tag's children. */
  readonly narrower: string;
  /** Heading of a tag's parent. */
  readonly broader: string;
  readonly alsoCalled: string;

  readonly searchPlaceholder: string;
  /** Said while an index is loading. */
  readonly searchLoading: string;
  /** `{query}` */
  readonly searchNothing: string;
  /** Said when the reader's choices leave nothing. `{query}` */
  readonly searchNothingChosen: string;
  /** `{count}`, `{query}` */
  readonly searchResults: Plural;
  readonly searchMore: string;
  /** Said when JavaScript is off; `{archive}` and `{tags}` are links. */
  readonly searchNoScript: string;
  /** Said when there is no index for this language. */
  readonly searchMissing: string;
  /** Said when the index could not be loaded. */
  readonly searchFailed: string;
  /** `{count}`, `{query}`: said when nothing or hardly anything has all the words of a question, but some things have some. */
  readonly searchSome: Plural;
  /** `{suggestion}`: a link to the same question without its typing error. */
  readonly searchMeant: string;
  /** Heading over what narrows the results: tags and years. */
  readonly searchFilters: string;
  readonly searchYears: string;
  /** Buttons that show all tags or years, and that take all choices back. */
  readonly searchAll: string;
  readonly searchClear: string;
  /** Kind of a result that is no essay. */
  readonly searchConcept: string;
  /** `{language}`, `{count}`: opens what another language has found. */
  readonly searchOther: string;
  /** `{language}`: links to the search page of another language. */
  readonly searchInLanguage: string;

  /** What a feed is and how to use one, in two or three plain sentences. */
  readonly subscribeIntroduction: string;
  readonly feedAll: string;
  readonly feedByTag: string;
  readonly feedByAuthor: string;
  /** Heading over the feed of essays in every language. */
  readonly feedLanguages: string;
  /** Heading over the one file that names all feeds, and the name of that file. */
  readonly feedTogether: string;
  readonly feedOutline: string;
  /** Which of the formats to choose, in one or two sentences. */
  readonly feedFormats: string;
  /** `{topic}`, `{site}`: title of a feed on one tag or author. */
  readonly feedTitle: string;

  readonly notFoundTitle: string;
  /** What to do on a page that does not exist; `{home}`, `{archive}` and `{search}` are links. */
  readonly notFoundText: string;
  readonly movedTitle: string;
  /** `{link}` */
  readonly movedText: string;
  /** `{licence}`: a link. */
  readonly licence: string;
}

/** Keys whose value is one text. */
export type TextKey = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words];
/** Keys whose value depends on a count. */
export type PluralKey = Exclude<keyof Words, TextKey>;

/**
 * Puts values into the braces of a text. A placeholder without a value stays visible.
 * @example fill('By {names}', { names: 'Ada' }) → 'By Ada'
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The sentence for a count in a language, with `{count}` and further placeholders filled. */
export function countText(
  plural: Plural,
  count: number,
  lang: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = plural[pluralCategory(count, lang)] ?? plural.other;
  return fill(text, { ...values, count: numberText(count, lang) });
}
