import type { Author } from '../author/author.ts';
import type { Words } from '../locale/words.ts';
import { createUrls, slugIn, type Route, type Urls } from '../route/urls.ts';
import type { Series } from '../series/series.ts';
import type { Site } from '../site/site.ts';
import type { Tag } from '../tag/tag.ts';
import type { ChainEntry, Content, LibraryOptions } from './content.ts';
import { indexDocuments, type AnyDocument, type DocumentIndex } from './documents.ts';
import { perLanguage } from './per-language.ts';
import { sayQuantities } from './quantities.ts';
import { indexRegistries, type RegistryIndex } from './registries.ts';

export type { AnyDocument } from './documents.ts';

/** What every page builder asks: the visible documents, paired, ordered and addressed, and what they use. */
export interface Knowledge extends DocumentIndex, RegistryIndex {
  readonly content: Content;
  readonly site: Site;
  readonly urls: Urls;
  readonly languages: readonly string[];
  readonly words: (lang: string) => Words;
  readonly route: (document: AnyDocument) => Route;
  readonly tagRoute: (tag: Tag, lang: string) => Route;
  readonly authorRoute: (author: Author, lang: string) => Route;
  readonly seriesRoute: (series: Series, lang: string) => Route;
  readonly chainRoute: (chain: ChainEntry, lang: string) => Route;
  /** True when `public/` has a file at a route. */
  readonly isPublic: (route: Route) => boolean;
}

/** Indexes a content folder once; every question after that is a lookup. */
export function indexContent(written: Content, options: LibraryOptions): Knowledge {
  const content = sayQuantities(written);
  const { site } = content;
  const urls = createUrls(site, content.words);
  const documents = indexDocuments(content, options);
  const publicRoutes = new Set(content.publicFiles.map(({ route }) => route));
  return {
    ...documents,
    ...indexRegistries(content, documents.allEssays),
    content,
    site,
    urls,
    languages: site.languages,
    words: (lang) => required(content.words[lang], `words of ${lang}`),
    route: (document) => routeOf(urls, document),
    tagRoute: perLanguage((tag, lang) => urls.item('tags', lang, slugIn(tag, tag.label, lang))),
    authorRoute: (author, lang) => urls.item('authors', lang, author.id),
    seriesRoute: perLanguage((series, lang) => urls.item('series', lang, slugIn(series, series.title, lang))),
    chainRoute: (chain, lang) => urls.item('chains', lang, chain.id),
    isPublic: (route) => publicRoutes.has(route),
  };
}

function routeOf(urls: Urls, document: AnyDocument): Route {
  const slug = document.front.slug ?? document.id;
  return document.kind === 'concept' ? urls.item('concepts', document.lang, slug) : urls.document(document.lang, slug);
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The content was read without ${what}.`);
  return value;
}
