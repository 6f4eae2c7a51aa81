import { directionOf, languageName } from '../locale/language.ts';
import {
  authorChannels,
  feedLinks,
  languageChannel,
  opmlLink,
  siteChannel,
  tagChannels,
  type Channel,
} from './feeds.ts';
import { hasIndex } from './index-pages.ts';
import type { Knowledge } from './knowledge.ts';
import type { FeedLink, NotFoundPage, SearchPage, SubscribePage } from './page.ts';
import type { Shelf } from './shelf.ts';
import { siteTitle } from './site-title.ts';

/** The search page of a language. */
export function searchPage(shelf: Shelf, lang: string): SearchPage {
  const { knowledge } = shelf;
  const { urls } = knowledge;
  const words = knowledge.words(lang);
  const link = (label: string, word: 'archive' | 'tags') => ({ label, href: urls.href(urls.index(word, lang)) });
  return {
    kind: 'search',
    ...shelf.parts({
      route: urls.index('search', lang),
      lang,
      title: words.search,
      description: `${words.search} – ${siteTitle(knowledge, lang)}`,
      versions: everywhere(knowledge, 'search'),
    }),
    title: words.search,
    ...(hasSearch(knowledge, lang) && { index: urls.href(searchFolder(lang)) }),
    others: knowledge.languages
      .filter((other) => other !== lang && hasSearch(knowledge, other))
      .map((other) => ({
        lang: other,
        dir: directionOf(other),
        name: languageName(other, lang),
        index: urls.href(searchFolder(other)),
        href: urls.href(urls.index('search', other)),
      })),
    archive: link(words.archive, 'archive'),
    // A site without tags has no list of them to lead to.
    tags: hasIndex(knowledge, 'tags', lang)
      ? link(words.tags, 'tags')
      : { label: words.home, href: urls.href(urls.home(lang)) },
  };
}

/** True when a language has anything to find. */
export function hasSearch(knowledge: Knowledge, lang: string): boolean {
  return knowledge.documents.some((document) => document.lang === lang);
}

/** Route of the folder with the search index of a language. */
export function searchFolder(lang: string): string {
  return `pagefind/${lang}/`;
}

/** What feeds a language has and what they are for. */
export function subscribePage(shelf: Shelf, lang: string): SubscribePage {
  const { knowledge } = shelf;
  const words = knowledge.words(lang);
  const links = (some: readonly Channel[]): FeedLink[] => some.flatMap((channel) => feedLinks(knowledge, channel));
  const groups: { title: string; feeds: FeedLink[] }[] = [
    { title: words.feedAll, feeds: links([languageChannel(knowledge, lang)]) },
    { title: words.feedByTag, feeds: links(tagChannels(knowledge, lang)) },
    { title: words.feedByAuthor, feeds: links(authorChannels(knowledge, lang)) },
    ...(knowledge.languages.length < 2 ? [] : [{ title: words.feedLanguages, feeds: links([siteChannel(knowledge)]) }]),
    { title: words.feedTogether, feeds: [opmlLink(knowledge, lang)] },
  ];
  return {
    kind: 'subscribe',
    ...shelf.parts({
      route: knowledge.urls.index('subscribe', lang),
      lang,
      title: words.subscribe,
      description: words.subscribeIntroduction,
      versions: everywhere(knowledge, 'subscribe'),
    }),
    title: words.subscribe,
    groups: groups.filter(({ feeds }) => feeds.length > 0),
  };
}

/** The page for lost readers of a language; without one, the page at the root that speaks them all. */
export function notFoundPage(shelf: Shelf, only?: string): NotFoundPage {
  const { knowledge } = shelf;
  const { urls, site, languages } = knowledge;
  const lang = only ?? site.defaultLanguage;
  const words = knowledge.words(lang);
  const order = only === undefined ? [lang, ...languages.filter((other) => other !== lang)] : [only];
  return {
    kind: 'not-found',
    ...shelf.parts({
      route: only === undefined ? '404.html' : `${only}/404.html`,
      lang,
      title: words.notFoundTitle,
      description: words.notFoundTitle,
      versions: new Map(languages.map((other) => [other, `${other}/404.html`])),
      noindex: true,
    }),
    parts: order.map((one) => {
      const own = knowledge.words(one);
      return {
        lang: one,
        dir: directionOf(one),
        words: own,
        home: { label: own.home, href: urls.href(urls.home(one)) },
        archive: { label: own.archive, href: urls.href(urls.index('archive', one)) },
        search: { label: own.search, href: urls.href(urls.index('search', one)) },
      };
    }),
  };
}

function everywhere(knowledge: Knowledge, word: 'search' | 'subscribe'): Map<string, string> {
  return new Map(knowledge.languages.map((lang) => [lang, knowledge.urls.index(word, lang)]));
}
