import type { Author } from '../author/author.ts';
import type { Essay } from '../essay/essay.ts';
import { chooseText } from '../locale/text.ts';
import { authorFeed, tagFeed } from '../library/feeds.ts';
import { languageFeed } from '../library/frame.ts';
import type { Knowledge } from '../library/knowledge.ts';
import type { FeedLink } from '../library/page.ts';
import type { Route } from '../route/urls.ts';
import type { Tag } from '../tag/tag.ts';

/** One essay in a feed, without its content. */
export interface FeedEntry {
  readonly essay: Essay;
  /** Permanent id: survives a change of slug and of the site's address. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly published: Date;
  readonly updated: Date | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
}

/** A feed before it is written in one of its formats. */
export interface Feed {
  readonly route: Route;
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** Absolute address of the page the feed belongs to. */
  readonly page: string;
  /** Absolute address of the feed itself. */
  readonly self: string;
  readonly entries: readonly FeedEntry[];
}

/** Essays in the feed of a language. */
const languageLength = 50;
/** Essays in the feed of a tag or an author. */
const topicLength = 20;

/** Every feed of a site: one per language, and one per tag and author of a language. */
export function readFeeds(knowledge: Knowledge): Feed[] {
  return knowledge.languages.flatMap((lang) => [
    languageFeedOf(knowledge, lang),
    ...knowledge.tags(lang).map((tag) => tagFeedOf(knowledge, tag, lang)),
    ...knowledge.authors(lang).map((author) => authorFeedOf(knowledge, author, lang)),
  ]);
}

/** The permanent id of an essay: its own `guid`, else a tag URI (RFC 4151) of the site's identity, its id and language. */
export function feedId(knowledge: Knowledge, essay: Essay): string {
  return essay.front.guid ?? `tag:${knowledge.site.identity}:${essay.id}/${essay.lang}`;
}

function languageFeedOf(knowledge: Knowledge, lang: string): Feed {
  const home = knowledge.urls.home(lang);
  const description = chooseText(knowledge.site.description, lang, knowledge.languages).text;
  const essays = knowledge.essays(lang).slice(0, languageLength);
  return makeFeed(knowledge, home, languageFeed(knowledge, lang), description, lang, essays);
}

function tagFeedOf(knowledge: Knowledge, tag: Tag, lang: string): Feed {
  const link = tagFeed(knowledge, tag, lang);
  const description = tag.description ? chooseText(tag.description, lang, knowledge.languages).text : link.title;
  const essays = knowledge.tagged(tag.id, lang).slice(0, topicLength);
  return makeFeed(knowledge, knowledge.tagRoute(tag, lang), link, description, lang, essays);
}

function authorFeedOf(knowledge: Knowledge, author: Author, lang: string): Feed {
  const link = authorFeed(knowledge, author, lang);
  const description = author.bio ? chooseText(author.bio, lang, knowledge.languages).text : link.title;
  const essays = knowledge.signed(author.id, lang).slice(0, topicLength);
  return makeFeed(knowledge, knowledge.authorRoute(author, lang), link, description, lang, essays);
}

function makeFeed(
  knowledge: Knowledge,
  page: Route,
  link: FeedLink,
  description: string,
  lang: string,
  essays: readonly Essay[],
): Feed {
  const { urls } = knowledge;
  const route = urls.file(page, 'feed.xml');
  const entries = essays.map((essay) => entryOf(knowledge, essay));
  return {
    route,
    title: link.title,
    description,
    lang,
    page: urls.absolute(page),
    self: urls.absolute(route),
    entries,
  };
}

function entryOf(knowledge: Knowledge, essay: Essay): FeedEntry {
  const { front, lang } = essay;
  return {
    essay,
    id: feedId(knowledge, essay),
    url: knowledge.urls.absolute(knowledge.route(essay)),
    title: front.title,
    description: front.description,
    published: front.date,
    updated: front.updated,
    authors: knowledge.authorsOf(essay).map(({ name }) => chooseText(name, lang, knowledge.languages).text),
    categories: front.tags.flatMap((id) => {
      const tag = knowledge.tag(id);
      return tag === undefined ? [] : [chooseText(tag.label, lang, knowledge.languages).text];
    }),
  };
}
