import type { DateText } from '../locale/format.ts';
import type { Words } from '../locale/words.ts';
import type { PageFrame, PageLink } from './page-frame.ts';
import type { FeedLink, PageHead } from './page-head.ts';

export type { LanguageChoice, NavigationLink, PageFrame, PageLink } from './page-frame.ts';
export type { FeedLink, PageHead } from './page-head.ts';

interface PageBase {
  /** Address of the page below the site's own, decoded, without leading slash: `sv/lyft-blicken/`. */
  readonly route: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly head: PageHead;
  readonly frame: PageFrame;
  /** The interface's words in the page's language. Kept out of the page's digest: a digest of them stands in for it. */
  readonly words: Words;
}

/** An essay in a list. `lang` is the essay's own language. */
export interface Entry {
  readonly title: string;
  readonly href: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly date: DateText;
  readonly readingTime: string;
  readonly description: string;
  readonly excerpt: string;
  /** The same essay in other languages. */
  readonly alsoIn: readonly PageLink[];
  readonly draft: boolean;
}

/** A title of the table of contents. */
export interface ContentsItem {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

/** Where an essay stands in its series. */
export interface SeriesPlace {
  readonly title: string;
  readonly href: string;
  /** `Part 1 of 3` */
  readonly position: string;
  readonly parts: readonly SeriesPart[];
}

/** One part of a series; without `href` it is planned or not in this language. */
export interface SeriesPart {
  readonly part: number;
  readonly title: string;
  readonly href?: string;
  readonly lang?: string;
  readonly current: boolean;
  readonly planned: boolean;
}

/** Another essay and why it is named here. */
export interface RelatedEntry {
  readonly link: PageLink;
  readonly reason: string;
}

/**
 * The text of a document: HTML with every slot filled (fast lane), or the key of a module that
 * the page renders itself (full lane).
 */
export type Body = WrittenBody | { readonly module: string };

/** HTML that is written anew whenever it is asked for. */
export interface WrittenBody {
  readonly html: string;
  /** All that the HTML is made of: the digest of the document, and what fills its slots. Quicker than the HTML. */
  readonly sources: readonly (readonly string[])[];
}

/** An essay. */
export interface EssayPage extends PageBase {
  readonly kind: 'essay';
  readonly title: string;
  readonly description: string;
  readonly authors: readonly PageLink[];
  readonly published: DateText;
  readonly updated?: DateText;
  readonly readingTime: string;
  /** `<picture>` of the cover, ready HTML. */
  readonly cover?: string;
  readonly body: Body;
  readonly contents: readonly ContentsItem[];
  readonly tags: readonly PageLink[];
  readonly series?: SeriesPlace;
  readonly previous?: PageLink;
  readonly next?: PageLink;
  readonly related: readonly RelatedEntry[];
  /** The places of value chains that the essay is about. */
  readonly places: readonly ChainPlace[];
  readonly alsoIn: readonly PageLink[];
  /** Address for "share by e-mail". */
  readonly mail: string;
  /** Address for "reply by e-mail", when the site gives one. */
  readonly reply?: string;
  readonly draft: boolean;
}

/** A place on a value chain that an essay is about. */
export interface ChainPlace {
  readonly chain: string;
  /** Leads to the chain's page with the activity selected. */
  readonly activity: PageLink;
}

/** A page such as "about", or a concept. */
export interface DocumentPage extends PageBase {
  readonly kind: 'page' | 'concept';
  /** The list of all concepts, for one of them. */
  readonly parent?: PageLink;
  readonly title: string;
  readonly description: string;
  readonly body: Body;
  readonly contents: readonly ContentsItem[];
  readonly alsoIn: readonly PageLink[];
  /** Other names of a concept. */
  readonly synonyms: readonly string[];
  /** Essays and notes that link here. */
  readonly mentions: readonly PageLink[];
}

/** The pages of a list that follow one another. */
export interface Pager {
  readonly older?: PageLink;
  readonly newer?: PageLink;
}

/** Fields of every list of essays. */
export interface ListFields {
  readonly entries: readonly Entry[];
  readonly pager: Pager;
  /** Entries that exist in other languages only. */
  readonly others: readonly Entry[];
}

/** The first page of a language. */
export interface HomePage extends PageBase, ListFields {
  readonly kind: 'home';
  /** The one sentence that says what the site is. */
  readonly title: string;
  readonly tagline?: string;
  /** The site's own chain as a map, ready HTML. */
  readonly map?: string;
  readonly tags: readonly CountedLink[];
  readonly feeds: readonly FeedLink[];
  readonly subscribe: PageLink;
}

/** A link with the number of essays behind it, as text: `5 essays`. */
export interface CountedLink extends PageLink {
  readonly count: string;
  readonly number: string;
}

/** Older pages of the home list; the essays of one tag; the essays of one author. */
export interface ListPage extends PageBase, ListFields {
  readonly kind: 'list' | 'tag' | 'author';
  readonly title: string;
  readonly description: string;
  /** `5 essays`: all of the list on its first page, those shown on the others. */
  readonly count: string;
  /** The index this list belongs to. */
  readonly parent: PageLink;
  readonly broader: readonly PageLink[];
  readonly narrower: readonly CountedLink[];
  readonly synonyms: readonly string[];
  readonly feeds: readonly FeedLink[];
}

/** An item of an index, with what belongs below it. */
export interface IndexItem {
  readonly link: PageLink;
  readonly count?: string;
  readonly description?: string;
  readonly children: readonly IndexItem[];
}

/** The index of tags, series, concepts, chains or authors. */
export interface IndexPage extends PageBase {
  readonly kind: 'tags' | 'series-index' | 'concepts' | 'chains' | 'authors';
  readonly title: string;
  readonly items: readonly IndexItem[];
}

/** A series with its parts, planned ones too. */
export interface SeriesPage extends PageBase {
  readonly kind: 'series';
  readonly title: string;
  readonly description: string;
  readonly parent: PageLink;
  readonly parts: readonly (SeriesPart & { readonly entry?: Entry })[];
}

/** A value chain on a page of its own. */
export interface ChainPage extends PageBase {
  readonly kind: 'chain';
  readonly title: string;
  /** What it is; left out where the figure says it. */
  readonly description?: string;
  readonly parent: PageLink;
  /** The chain's figure, ready HTML. */
  readonly figure: string;
  /** All drawings, scenarios and downloads below it, ready HTML. */
  readonly gallery: string;
  readonly mentions: readonly PageLink[];
}

/** Every essay of a language, by year. */
export interface ArchivePage extends PageBase {
  readonly kind: 'archive';
  readonly title: string;
  readonly years: readonly { readonly year: string; readonly entries: readonly Entry[] }[];
}

/** The search of another language than the page's. */
export interface OtherSearch {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The language as it is called in the page's own, within a sentence. */
  readonly name: string;
  /** Address of its index. */
  readonly index: string;
  /** Address of its search page. */
  readonly href: string;
}

/** The search page. */
export interface SearchPage extends PageBase {
  readonly kind: 'search';
  readonly title: string;
  /** Address of the index of this language, or `undefined` when the language has none. */
  readonly index?: string;
  /** The other languages that have one. */
  readonly others: readonly OtherSearch[];
  readonly archive: PageLink;
  readonly tags: PageLink;
}

/** What feeds there are and what they are for. */
export interface SubscribePage extends PageBase {
  readonly kind: 'subscribe';
  readonly title: string;
  readonly groups: readonly { readonly title: string; readonly feeds: readonly FeedLink[] }[];
}

/** The page for addresses that do not exist. The one at the root has a part for each language. */
export interface NotFoundPage extends PageBase {
  readonly kind: 'not-found';
  readonly parts: readonly {
    readonly lang: string;
    readonly dir: 'ltr' | 'rtl';
    readonly words: Words;
    readonly home: PageLink;
    readonly archive: PageLink;
    readonly search: PageLink;
  }[];
}

/** Everything a page shows. One plain object each: its digest is the page's cache key. */
export type Page =
  | EssayPage
  | DocumentPage
  | HomePage
  | ListPage
  | IndexPage
  | SeriesPage
  | ChainPage
  | ArchivePage
  | SearchPage
  | SubscribePage
  | NotFoundPage;

/** The kinds of pages, each with a view of its own. */
export type PageKind = Page['kind'];
