import type { SlotFillers } from '../essay/slot.ts';
import { sortProblems, type Problem } from '../problem/problem.ts';
import { buildRouteTable, type Claim, type RouteTable } from '../route/table.ts';
import { navigationWords } from '../site/site.ts';
import { fillersFor, type Audience, type LinksOf } from './bodies.ts';
import { chainFiles } from './chain-files.ts';
import { chainPictures } from './chain-pictures.ts';
import { checkContent } from './checks.ts';
import type { Content, LibraryOptions } from './content.ts';
import { documentPage, essayPage } from './document-pages.ts';
import { feedRoutes } from './feeds.ts';
import { generatedRoutes } from './generated.ts';
import { chainPage, hasIndex, indexPages } from './index-pages.ts';
import type { AnyDocument, Knowledge } from './knowledge.ts';
import { archivePage, authorPages, homePages, tagPages } from './list-pages.ts';
import type { Page } from './page.ts';
import { readRedirects, type Redirect } from './redirects.ts';
import { seriesPage } from './series-pages.ts';
import { sitemapFiles } from './sitemap.ts';
import { notFoundPage, searchPage, subscribePage } from './service-pages.ts';
import { makeShelf, type Shelf } from './shelf.ts';

/** A content folder, understood: every question about the site has its answer here. */
export interface Library {
  readonly knowledge: Knowledge;
  readonly linksOf: LinksOf;
  /** All pages that are rendered, in a stable order. */
  readonly pages: readonly Page[];
  readonly redirects: readonly Redirect[];
  readonly table: RouteTable;
  readonly problems: readonly Problem[];
  /** What fills the slots of a document, for outputs that get its HTML elsewhere. */
  readonly fillers: (document: AnyDocument, audience: Audience) => SlotFillers;
}

/**
 * Understands a content folder: pairs translations, indexes tags and series, gives every page its address,
 * follows links, finds neighbours, and collects everything that is wrong. A pure function.
 */
export function buildLibrary(content: Content, options: LibraryOptions): Library {
  const shelf = makeShelf(content, options, existingIndexes);
  const { knowledge, linksOf } = shelf;
  const pages = [...knowledge.languages.flatMap((lang) => languagePages(shelf, lang)), notFoundPage(shelf)];
  const redirects = readRedirects(knowledge);
  const table = buildRouteTable([...pageClaims(shelf, pages), ...redirects, ...fileClaims(knowledge, pages)]);
  const problems = [...checkContent(knowledge, linksOf, options.now), ...table.problems];
  return {
    knowledge,
    linksOf,
    pages,
    redirects,
    table,
    problems: sortProblems(problems),
    fillers: (document, audience) => fillersFor(knowledge, linksOf, document, audience),
  };
}

function languagePages(shelf: Shelf, lang: string): Page[] {
  const { knowledge } = shelf;
  return [
    ...homePages(shelf, lang),
    ...knowledge.essays(lang).map((essay) => essayPage(shelf, essay)),
    ...knowledge.concepts(lang).map((concept) => documentPage(shelf, concept)),
    ...knowledge.pages(lang).map((page) => documentPage(shelf, page)),
    ...knowledge.tags(lang).flatMap((tag) => tagPages(shelf, tag, lang)),
    ...knowledge.authors(lang).flatMap((author) => authorPages(shelf, author, lang)),
    ...knowledge.seriesIn(lang).map((series) => seriesPage(shelf, series, lang)),
    ...knowledge.chains(lang).map((chain) => chainPage(shelf, chain, lang)),
    ...indexPages(shelf, lang),
    archivePage(shelf, lang),
    searchPage(shelf, lang),
    subscribePage(shelf, lang),
    notFoundPage(shelf, lang),
  ];
}

function existingIndexes(knowledge: Knowledge): ReadonlySet<string> {
  return new Set(
    knowledge.languages.flatMap((lang) =>
      navigationWords.filter((word) => hasIndex(knowledge, word, lang)).map((word) => knowledge.urls.index(word, lang)),
    ),
  );
}

function pageClaims(shelf: Shelf, pages: readonly Page[]): Claim[] {
  const { knowledge } = shelf;
  const files = new Map<string, Claim[]>();
  for (const document of knowledge.documents) {
    const route = knowledge.route(document);
    const line = document.lines['slug'];
    const claim = { route, what: document.kind, file: document.file, ...(line !== undefined && { line }) };
    files.set(route, [...(files.get(route) ?? []), claim]);
  }
  const taken = new Set<string>();
  return pages.flatMap((page) => {
    if (!isDocument(page)) return [{ route: page.route, what: nameOf(page), ...ownerOf(page) }];
    if (taken.has(page.route)) return [];
    taken.add(page.route);
    return files.get(page.route) ?? [];
  });
}

function isDocument(page: Page): boolean {
  return page.kind === 'essay' || page.kind === 'concept' || page.kind === 'page';
}

function nameOf(page: Page): string {
  return page.kind === 'tag' || page.kind === 'series'
    ? `page of the ${page.kind} “${page.title}”`
    : `page ${page.kind}`;
}

function ownerOf(page: Page): { file?: string } {
  if (page.kind === 'tag') return { file: 'tags.yaml' };
  if (page.kind === 'series') return { file: 'series.yaml' };
  if (page.kind === 'author') return { file: 'authors.yaml' };
  return {};
}

function fileClaims(knowledge: Knowledge, pages: readonly Page[]): Claim[] {
  const maps = sitemapFiles(knowledge, pages).map(({ file }) => file);
  // Two things of one address collide themselves; what is generated for both need not say it again.
  const own = [...new Set([...maps, ...generatedRoutes(knowledge)])].map((route) => ({
    route,
    what: 'generated file',
  }));
  const publicFiles = knowledge.content.publicFiles.map(({ route, file }) => ({ route, what: 'public file', file }));
  const chains = chainFiles(knowledge).map(({ route }) => ({ route, what: 'file of a value chain' }));
  const pictures = chainPictures(knowledge).map(({ route }) => ({ route, what: 'picture of a value chain' }));
  const feeds = [...new Set(feedRoutes(knowledge))].map((route) => ({ route, what: 'feed' }));
  return [...feeds, ...own, ...chains, ...pictures, ...publicFiles];
}
