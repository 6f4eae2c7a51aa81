import type { Author } from '../author/author.ts';
import type { Essay } from '../essay/essay.ts';
import { numberText, yearText } from '../locale/format.ts';
import { chooseText, textIn } from '../locale/text.ts';
import { countText, fill } from '../locale/words.ts';
import type { Route } from '../route/urls.ts';
import type { Tag } from '../tag/tag.ts';
import { essaysAbout } from './activities.ts';
import { chainHref } from './bodies.ts';
import type { ChainEntry } from './content.ts';
import { newestChange, onlyElsewhere, slices, type ListSlice } from './entries.ts';
import { authorChannel, feedLinks, languageChannel, siteChannel, tagChannel } from './feeds.ts';
import { indexStep, type PageFacts } from './frame.ts';
import type { Knowledge } from './knowledge.ts';
import { authorData } from './linked-data.ts';
import type { ArchivePage, CountedLink, HomePage, ListPage, PageLink, Pager } from './page.ts';
import type { Shelf } from './shelf.ts';
import { siteTitle } from './site-title.ts';

/** Home of a language and its older pages; for the default language also the page at `/`. */
export function homePages(shelf: Shelf, lang: string): (HomePage | ListPage)[] {
  const { knowledge } = shelf;
  const route = knowledge.urls.home(lang);
  const [first, ...older] = slices(knowledge.essays(lang));
  const home = homePage(shelf, lang, route, first);
  const atRoot = lang === knowledge.site.defaultLanguage ? [homePage(shelf, lang, '', first)] : [];
  return [...atRoot, home, ...older.map((slice) => olderHome(shelf, lang, route, slice))];
}

/** The pages of a tag in a language. */
export function tagPages(shelf: Shelf, tag: Tag, lang: string): ListPage[] {
  const { knowledge } = shelf;
  const { languages, urls } = knowledge;
  const title = chooseText(tag.label, lang, languages).text;
  const essays = knowledge.tagged(tag.id, lang);
  const words = knowledge.words(lang);
  const parent = tag.parent === undefined ? undefined : knowledge.tag(tag.parent);
  return listPages(shelf, {
    kind: 'tag',
    lang,
    route: knowledge.tagRoute(tag, lang),
    title,
    description:
      (tag.description && textIn(tag.description, lang)) ??
      `${title}: ${countText(words.essayCount, essays.length, lang)}`,
    essays,
    versions: tagVersions(knowledge, tag),
    parent: { label: words.tags, href: urls.href(urls.index('tags', lang)) },
    broader: parent && knowledge.tagged(parent.id, lang).length > 0 ? [tagLink(knowledge, parent, lang)] : [],
    narrower: knowledge
      .narrower(tag.id)
      .filter((other) => knowledge.tagged(other.id, lang).length > 0)
      .map((other) => countedTag(knowledge, other, lang)),
    synonyms: tag.synonyms?.[lang] ?? [],
    feeds: feedLinks(knowledge, tagChannel(knowledge, tag, lang)),
    others: onlyElsewhere(knowledge, lang, (other) => knowledge.tagged(tag.id, other)),
    above: [indexStep(knowledge, 'tags', lang)],
  });
}

/** The pages of an author in a language. */
export function authorPages(shelf: Shelf, author: Author, lang: string): ListPage[] {
  const { knowledge } = shelf;
  const { urls, languages } = knowledge;
  const title = chooseText(author.name, lang, languages).text;
  return listPages(shelf, {
    kind: 'author',
    lang,
    route: knowledge.authorRoute(author, lang),
    title,
    description: author.bio ? chooseText(author.bio, lang, languages).text : title,
    essays: knowledge.signed(author.id, lang),
    versions: authorVersions(knowledge, author),
    parent: { label: knowledge.words(lang).authors, href: urls.href(urls.index('authors', lang)) },
    broader: [],
    narrower: [],
    synonyms: [],
    feeds: feedLinks(knowledge, authorChannel(knowledge, author, lang)),
    others: onlyElsewhere(knowledge, lang, (other) => knowledge.signed(author.id, other)),
    above: [indexStep(knowledge, 'authors', lang)],
    data: [authorData(knowledge, author, lang)],
  });
}

/** Every essay of a language, by year, newest first. */
export function archivePage(shelf: Shelf, lang: string): ArchivePage {
  const { knowledge } = shelf;
  const words = knowledge.words(lang);
  const years = Map.groupBy(knowledge.essays(lang), (essay) => yearText(essay.front.date, lang));
  return {
    kind: 'archive',
    ...shelf.parts({
      route: knowledge.urls.index('archive', lang),
      lang,
      title: words.archive,
      description: `${words.archive} – ${siteTitle(knowledge, lang)}`,
      versions: new Map(knowledge.languages.map((other) => [other, knowledge.urls.index('archive', other)])),
      modified: newestChange(knowledge.essays(lang)),
    }),
    title: words.archive,
    years: [...years].map(([year, essays]) => ({
      year,
      entries: essays.map((essay) => shelf.entry(essay, lang)),
    })),
  };
}

/** The addresses of a tag in the languages that have an essay with it. */
export function tagVersions(knowledge: Knowledge, tag: Tag): Map<string, Route> {
  const langs = knowledge.languages.filter((lang) => knowledge.tagged(tag.id, lang).length > 0);
  return new Map(langs.map((lang) => [lang, knowledge.tagRoute(tag, lang)]));
}

/** The addresses of an author in the languages that have an essay by them. */
export function authorVersions(knowledge: Knowledge, author: Author): Map<string, Route> {
  const langs = knowledge.languages.filter((lang) => knowledge.signed(author.id, lang).length > 0);
  return new Map(langs.map((lang) => [lang, knowledge.authorRoute(author, lang)]));
}

/** A tag with the number of its essays in a language. */
export function countedTag(knowledge: Knowledge, tag: Tag, lang: string): CountedLink {
  const { length } = knowledge.tagged(tag.id, lang);
  return {
    ...tagLink(knowledge, tag, lang),
    count: countText(knowledge.words(lang).essayCount, length, lang),
    number: numberText(length, lang),
  };
}

interface ListRequest extends Pick<
  ListPage,
  'kind' | 'title' | 'description' | 'parent' | 'broader' | 'narrower' | 'synonyms' | 'feeds' | 'others'
> {
  readonly lang: string;
  readonly route: Route;
  readonly essays: readonly Essay[];
  readonly versions: ReadonlyMap<string, Route>;
  readonly above?: NonNullable<PageFacts['above']>;
  readonly data?: NonNullable<PageFacts['data']>;
}

function listPages(shelf: Shelf, request: ListRequest): ListPage[] {
  return slices(request.essays).map((slice) => listPage(shelf, request, slice));
}

/** What an older page shows depends on its own essays only, so that a new essay does not change it. */
function listPage(shelf: Shelf, request: ListRequest, slice: ListSlice): ListPage {
  const { knowledge } = shelf;
  const { lang, route, essays, versions, above, data, ...fields } = request;
  const { number } = slice;
  const own = number === undefined ? route : knowledge.urls.numbered(route, lang, number);
  const title = number === undefined ? fields.title : `${fields.title}, ${pageTitle(knowledge, lang, number)}`;
  const description = number === undefined ? fields.description : title;
  const shown = number === undefined ? essays : slice.essays;
  return {
    ...fields,
    ...shelf.parts({
      route: own,
      lang,
      title,
      description,
      versions: number === undefined ? versions : new Map([[lang, own]]),
      instead: versions,
      modified: newestChange(slice.essays),
      ...(above && { above }),
      ...(data && number === undefined && { data }),
      // Every page names the feeds of its language, which are those of the home list.
      feeds: fields.kind === 'list' ? [] : fields.feeds,
    }),
    title,
    description,
    count: countText(knowledge.words(lang).essayCount, shown.length, lang),
    entries: slice.essays.map((essay) => shelf.entry(essay, lang)),
    narrower: number === undefined ? fields.narrower : [],
    others: number === undefined ? fields.others : [],
    pager: pagerOf(knowledge, route, lang, slice),
  };
}

function homePage(shelf: Shelf, lang: string, route: Route, slice: ListSlice | undefined): HomePage {
  const { knowledge } = shelf;
  const { site, urls, languages } = knowledge;
  const words = knowledge.words(lang);
  const description = chooseText(site.description, lang, languages).text;
  const chain = site.home?.chain === undefined ? undefined : knowledge.chain(site.home.chain);
  return {
    kind: 'home',
    ...shelf.parts({
      route,
      lang,
      title: siteTitle(knowledge, lang),
      description,
      versions: new Map(languages.map((other) => [other, urls.home(other)])),
      modified: newestChange(slice?.essays ?? []),
      ...(route === '' && { canonical: urls.home(lang), feeds: feedLinks(knowledge, siteChannel(knowledge)) }),
    }),
    title: description,
    ...(site.tagline && { tagline: chooseText(site.tagline, lang, languages).text }),
    ...(chain && { map: mapOf(knowledge, chain, lang) }),
    entries: (slice?.essays ?? []).map((essay) => shelf.entry(essay, lang)),
    pager: slice ? pagerOf(knowledge, urls.home(lang), lang, slice) : {},
    others: onlyElsewhere(knowledge, lang),
    tags: knowledge.tags(lang).map((tag) => countedTag(knowledge, tag, lang)),
    feeds: feedLinks(knowledge, languageChannel(knowledge, lang)),
    subscribe: { label: words.subscribe, href: urls.href(urls.index('subscribe', lang)) },
  };
}

function olderHome(shelf: Shelf, lang: string, route: Route, slice: ListSlice): ListPage {
  const { knowledge } = shelf;
  const words = knowledge.words(lang);
  const request: ListRequest = {
    kind: 'list',
    lang,
    route,
    title: words.essays,
    description: chooseText(knowledge.site.description, lang, knowledge.languages).text,
    essays: knowledge.essays(lang),
    versions: new Map(knowledge.languages.map((other) => [other, knowledge.urls.home(other)])),
    parent: { label: words.home, href: knowledge.urls.href(route) },
    broader: [],
    narrower: [],
    synonyms: [],
    feeds: feedLinks(knowledge, languageChannel(knowledge, lang)),
    others: [],
  };
  return listPage(shelf, request, slice);
}

function pagerOf(knowledge: Knowledge, list: Route, lang: string, slice: ListSlice): Pager {
  const words = knowledge.words(lang);
  const { urls } = knowledge;
  const to = (number: number | undefined): string =>
    urls.href(number === undefined ? list : urls.numbered(list, lang, number));
  return {
    ...(slice.older !== undefined && { older: { label: words.older, href: to(slice.older) } }),
    ...(slice.number !== undefined && { newer: { label: words.newer, href: to(slice.newer) } }),
  };
}

function pageTitle(knowledge: Knowledge, lang: string, number: number): string {
  return fill(knowledge.words(lang).pageNumber, { page: numberText(number, lang) });
}

function tagLink(knowledge: Knowledge, tag: Tag, lang: string): PageLink {
  const chosen = chooseText(tag.label, lang, knowledge.languages);
  const href = knowledge.urls.href(knowledge.tagRoute(tag, lang));
  return { label: chosen.text, href, ...(chosen.lang !== lang && { lang: chosen.lang }) };
}

/** The chain that home shows: its activities say how many essays they and their parts lead to. */
function mapOf(knowledge: Knowledge, chain: ChainEntry, lang: string): string {
  const essays = (activity: string): string[] => [
    ...essaysAbout(knowledge, chain, activity),
    ...chain.parts.filter(({ parent }) => parent === activity).flatMap(({ id }) => essays(id)),
  ];
  const badge = (activity: string): string | undefined => {
    const { size } = new Set(essays(activity));
    return size === 0 ? undefined : countText(knowledge.words(lang).essayCount, size, lang);
  };
  return chain.figure({ lang, prefix: '', badge, ...chainHref(knowledge, chain, lang) });
}
