import type { Author } from '../author/author.ts';
import { chooseText } from '../locale/text.ts';
import { fill } from '../locale/words.ts';
import type { Route } from '../route/urls.ts';
import type { Tag } from '../tag/tag.ts';
import { siteTitle } from './frame.ts';
import type { Knowledge } from './knowledge.ts';
import type { FeedLink } from './page.ts';

/** The feed of one tag in a language. */
export function tagFeed(knowledge: Knowledge, tag: Tag, lang: string): FeedLink {
  const topic = chooseText(tag.label, lang, knowledge.languages).text;
  return topicFeed(knowledge, topic, knowledge.tagRoute(tag, lang), lang);
}

/** The feeds of some tags that exist. */
export function tagFeeds(knowledge: Knowledge, ids: readonly string[], lang: string): FeedLink[] {
  return ids.flatMap((id) => {
    const tag = knowledge.tag(id);
    return tag === undefined ? [] : [tagFeed(knowledge, tag, lang)];
  });
}

/** The feed of one author in a language. */
export function authorFeed(knowledge: Knowledge, author: Author, lang: string): FeedLink {
  const topic = chooseText(author.name, lang, knowledge.languages).text;
  return topicFeed(knowledge, topic, knowledge.authorRoute(author, lang), lang);
}

/** The addresses of all feeds: of each language, and of each tag and author that has a page. */
export function feedRoutes(knowledge: Knowledge): Route[] {
  const { urls } = knowledge;
  const lists = knowledge.languages.flatMap((lang) => [
    urls.home(lang),
    ...knowledge.tags(lang).map((tag) => knowledge.tagRoute(tag, lang)),
    ...knowledge.authors(lang).map((author) => knowledge.authorRoute(author, lang)),
  ]);
  return lists.map((list) => urls.file(list, 'feed.xml'));
}

function topicFeed(knowledge: Knowledge, topic: string, route: string, lang: string): FeedLink {
  const { urls } = knowledge;
  return {
    title: fill(knowledge.words(lang).feedTitle, { topic, site: siteTitle(knowledge, lang) }),
    type: 'application/rss+xml',
    href: urls.absolute(urls.file(route, 'feed.xml')),
    lang,
  };
}
