import type { Author } from '../author/author.ts';
import type { Concept } from '../concept/concept.ts';
import type { DocumentKind, Essay, SitePage } from '../essay/essay.ts';
import { compareText } from '../locale/format.ts';
import type { Words } from '../locale/words.ts';
import { createUrls, slugIn, type Route, type Urls } from '../route/urls.ts';
import type { Series } from '../series/series.ts';
import type { Site } from '../site/site.ts';
import type { Tag } from '../tag/tag.ts';
import type { ChainEntry, Content, LibraryOptions } from './content.ts';
import { descendants } from './tags.ts';

/** A document of any kind. */
export type AnyDocument = Essay | Concept | SitePage;

/** The versions of one document, by language. No language is the master. */
export interface TranslationSet<D extends AnyDocument = AnyDocument> {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly versions: ReadonlyMap<string, D>;
}

/**
 * What every page builder asks: the visible documents, paired, ordered and addressed.
 * Drafts and what is not yet published are filtered here and nowhere else.
 */
export interface Knowledge {
  readonly content: Content;
  readonly site: Site;
  readonly urls: Urls;
  readonly languages: readonly string[];
  readonly words: (lang: string) => Words;
  /** Visible essays of a language, newest first. */
  readonly essays: (lang: string) => readonly Essay[];
  /** Visible concepts of a language in alphabetical order. */
  readonly concepts: (lang: string) => readonly Concept[];
  readonly pages: (lang: string) => readonly SitePage[];
  /** All visible documents, in the order of their files. */
  readonly documents: readonly AnyDocument[];
  /** Every translation set of essays, newest first by its newest version. */
  readonly essaySets: readonly TranslationSet<Essay>[];
  readonly set: (kind: DocumentKind, id: string) => TranslationSet | undefined;
  /** True when a file exists but is not shown: a draft, or not yet published. */
  readonly hidden: (kind: DocumentKind, id: string, lang: string) => boolean;
  readonly tag: (id: string) => Tag | undefined;
  /** Visible essays of a tag or of a narrower one, newest first. */
  readonly tagged: (tag: string, lang: string) => readonly Essay[];
  readonly author: (id: string) => Author | undefined;
  readonly authorsOf: (essay: Essay) => readonly Author[];
  readonly signed: (author: string, lang: string) => readonly Essay[];
  readonly series: (id: string) => Series | undefined;
  readonly inSeries: (series: string, lang: string) => readonly Essay[];
  readonly chain: (id: string) => ChainEntry | undefined;
  readonly route: (document: AnyDocument) => Route;
  readonly tagRoute: (tag: Tag, lang: string) => Route;
  readonly authorRoute: (author: Author, lang: string) => Route;
  readonly seriesRoute: (series: Series, lang: string) => Route;
  readonly chainRoute: (chain: ChainEntry, lang: string) => Route;
}

/** Indexes a content folder once; every question after that is a lookup. */
export function indexContent(content: Content, options: LibraryOptions): Knowledge {
  const { site } = content;
  const urls = createUrls(site, content.words);
  const shown = (document: AnyDocument): boolean => options.drafts || isPublished(document, options.now);
  const essays = content.essays.filter(shown).sort(newestFirst);
  const concepts = content.concepts.filter(shown);
  const pages = content.pages.filter(shown);
  const documents: AnyDocument[] = [...essays, ...concepts, ...pages].sort((a, b) => (a.file < b.file ? -1 : 1));
  const sets = pair(documents);
  const byLang = groupBy(essays, (essay) => [essay.lang]);
  const below = descendants(content.tags);
  const byTag = groupBy(essays, (essay) => tagKeys(essay, below));
  const authorIds = authorsById(content.authors);
  const bySigner = groupBy(essays, (essay) => authorsOf(essay, authorIds, content.authors).map((a) => `${a.id} ${essay.lang}`));
  const bySeries = groupBy(essays, (essay) => (essay.front.series ? [`${essay.front.series.id} ${essay.lang}`] : []));
  const hiddenKeys = new Set(
    [...content.essays, ...content.concepts, ...content.pages].filter((d) => !shown(d)).map((d) => `${d.kind} ${d.id} ${d.lang}`),
  );
  const chains = new Map(content.chains.map((chain) => [chain.id, chain]));
  const tags = new Map(content.tags.map((tag) => [tag.id, tag]));
  const series = new Map(content.series.map((one) => [one.id, one]));
  const conceptsByLang = groupBy(
    [...concepts].sort((a, b) => compareText(a.front.title, b.front.title, a.lang)),
    (concept) => [concept.lang],
  );
  const pagesByLang = groupBy(pages, (page) => [page.lang]);
  return {
    content,
    site,
    urls,
    languages: site.languages,
    words: (lang) => required(content.words[lang], `words of ${lang}`),
    essays: (lang) => byLang.get(lang) ?? [],
    concepts: (lang) => conceptsByLang.get(lang) ?? [],
    pages: (lang) => pagesByLang.get(lang) ?? [],
    documents,
    essaySets: essaySets(essays, sets),
    set: (kind, id) => sets.get(`${kind} ${id}`),
    hidden: (kind, id, lang) => hiddenKeys.has(`${kind} ${id} ${lang}`),
    tag: (id) => tags.get(id),
    tagged: (tag, lang) => byTag.get(`${tag} ${lang}`) ?? [],
    author: (id) => authorIds.get(id),
    authorsOf: (essay) => authorsOf(essay, authorIds, content.authors),
    signed: (author, lang) => bySigner.get(`${author} ${lang}`) ?? [],
    series: (id) => series.get(id),
    inSeries: (id, lang) => [...(bySeries.get(`${id} ${lang}`) ?? [])].sort(byPart),
    chain: (id) => chains.get(id),
    route: (document) => routeOf(urls, document),
    tagRoute: (tag, lang) => urls.item('tags', lang, slugIn(tag, tag.label, lang)),
    authorRoute: (author, lang) => urls.item('authors', lang, author.id),
    seriesRoute: (one, lang) => urls.item('series', lang, slugIn(one, one.title, lang)),
    chainRoute: (chain, lang) => urls.item('chains', lang, chain.id),
  };
}

/** True when a document may be shown at `now`. */
export function isPublished(document: AnyDocument, now: Date): boolean {
  if (document.front.draft) return false;
  return !('publish' in document.front) || document.front.publish === undefined || document.front.publish <= now;
}

/** The version of a set in `lang`, else the first one in the order of the site's languages. */
export function bestVersion<D extends AnyDocument>(
  set: TranslationSet<D>,
  lang: string,
  languages: readonly string[],
): D | undefined {
  return set.versions.get(lang) ?? languages.map((other) => set.versions.get(other)).find((found) => found !== undefined);
}

function routeOf(urls: Urls, document: AnyDocument): Route {
  const slug = document.front.slug ?? document.id;
  return document.kind === 'concept'
    ? urls.item('concepts', document.lang, slug)
    : urls.document(document.lang, slug);
}

function pair(documents: readonly AnyDocument[]): Map<string, TranslationSet> {
  const versions = new Map<string, Map<string, AnyDocument>>();
  for (const document of documents) {
    const key = `${document.kind} ${document.id}`;
    const known = versions.get(key) ?? new Map<string, AnyDocument>();
    versions.set(key, known.set(document.lang, document));
  }
  return new Map(
    [...versions].map(([key, known]) => {
      const [first] = known.values();
      return [key, { kind: first?.kind ?? 'essay', id: first?.id ?? key, versions: known }];
    }),
  );
}

function essaySets(essays: readonly Essay[], sets: ReadonlyMap<string, TranslationSet>): TranslationSet<Essay>[] {
  const ids = new Set(essays.map((essay) => essay.id));
  return [...ids].flatMap((id) => {
    const set = sets.get(`essay ${id}`);
    return set === undefined ? [] : [set as TranslationSet<Essay>];
  });
}

function tagKeys(essay: Essay, below: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const own = new Set(essay.front.tags);
  return [...below].filter(([, ids]) => !ids.isDisjointFrom(own)).map(([tag]) => `${tag} ${essay.lang}`);
}

function authorsById(authors: readonly Author[]): Map<string, Author> {
  return new Map(authors.map((author) => [author.id, author]));
}

function authorsOf(essay: Essay, byId: ReadonlyMap<string, Author>, all: readonly Author[]): readonly Author[] {
  const named = essay.front.authors?.flatMap((id) => byId.get(id) ?? []);
  return named ?? all.filter((author) => author.default === true).slice(0, 1);
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function newestFirst(a: Essay, b: Essay): number {
  return b.front.date.getTime() - a.front.date.getTime() || (a.id < b.id ? -1 : 1);
}

function byPart(a: Essay, b: Essay): number {
  return (a.front.series?.part ?? 0) - (b.front.series?.part ?? 0);
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The content was read without ${what}.`);
  return value;
}
