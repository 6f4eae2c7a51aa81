import type { Author } from '../author/author.ts';
import type { Essay } from '../essay/essay.ts';
import { autonym } from '../locale/language.ts';
import { chooseText } from '../locale/text.ts';
import { fill } from '../locale/words.ts';
import type { Route } from '../route/urls.ts';
import type { Tag } from '../tag/tag.ts';
import type { Knowledge } from './knowledge.ts';
import type { FeedLink } from './page.ts';
import { siteTitle } from './site-title.ts';

/** A format that feeds are written in. */
export type FeedFormat = 'rss' | 'atom' | 'json';

/** A list of essays that can be subscribed to, in one or more formats. */
export interface Channel {
  /** Names the channel in permanent ids; free of slugs and addresses. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** `undefined` when the channel has essays in every language. */
  readonly lang: string | undefined;
  /** The page that shows the same list; its feeds lie beside it. */
  readonly page: Route;
  readonly formats: readonly FeedFormat[];
  /** All its essays, newest first; a feed holds the first `length` of them. */
  readonly essays: readonly Essay[];
  readonly length: number;
}

/** One document of a channel's archive: all essays of a year. Its address depends on nothing else. */
export interface FeedArchive {
  readonly route: Route;
  readonly year: number;
  readonly essays: readonly Essay[];
}

/** Essays in the feed of a language. */
const languageLength = 50;
/** Essays in the feed of a tag, of an author, or of all languages together. */
const topicLength = 20;

const files = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const satisfies Record<FeedFormat, string>;
const types = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;

/** Everything that can be subscribed to: all languages, each language, and each tag and author of a language. */
export function channels(knowledge: Knowledge): Channel[] {
  return [siteChannel(knowledge), ...knowledge.languages.flatMap((lang) => languageChannels(knowledge, lang))];
}

/** The channels of one language: its own first, then tags, then authors that have essays in it. */
export function languageChannels(knowledge: Knowledge, lang: string): Channel[] {
  return [languageChannel(knowledge, lang), ...tagChannels(knowledge, lang), ...authorChannels(knowledge, lang)];
}

/** The newest essays of all languages. */
export function siteChannel(knowledge: Knowledge): Channel {
  const { site, languages } = knowledge;
  const newest = languages.flatMap((lang) => knowledge.essays(lang).slice(0, topicLength));
  return {
    key: 'languages',
    title: siteTitle(knowledge, site.defaultLanguage),
    description: chooseText(site.description, site.defaultLanguage, languages).text,
    lang: undefined,
    page: '',
    formats: ['rss', 'atom'],
    essays: newest.sort((a, b) => b.front.date.getTime() - a.front.date.getTime()),
    length: topicLength,
  };
}

/** All essays of a language. */
export function languageChannel(knowledge: Knowledge, lang: string): Channel {
  return {
    key: lang,
    title: `${siteTitle(knowledge, lang)} (${autonym(lang)})`,
    description: chooseText(knowledge.site.description, lang, knowledge.languages).text,
    lang,
    page: knowledge.urls.home(lang),
    formats: ['rss', 'atom', 'json'],
    essays: knowledge.essays(lang),
    length: languageLength,
  };
}

/** The essays of one tag in a language. */
export function tagChannel(knowledge: Knowledge, tag: Tag, lang: string): Channel {
  const topic = chooseText(tag.label, lang, knowledge.languages).text;
  const description = tag.description && chooseText(tag.description, lang, knowledge.languages).text;
  const essays = knowledge.tagged(tag.id, lang);
  const page = knowledge.tagRoute(tag, lang);
  return topicChannel(knowledge, { key: `${lang}/tags/${tag.id}`, topic, description, lang, page, essays });
}

/** The essays of one author in a language. */
export function authorChannel(knowledge: Knowledge, author: Author, lang: string): Channel {
  const topic = chooseText(author.name, lang, knowledge.languages).text;
  const description = author.bio && chooseText(author.bio, lang, knowledge.languages).text;
  const essays = knowledge.signed(author.id, lang);
  const page = knowledge.authorRoute(author, lang);
  return topicChannel(knowledge, { key: `${lang}/authors/${author.id}`, topic, description, lang, page, essays });
}

/** The channels of the tags that have essays in a language. */
export function tagChannels(knowledge: Knowledge, lang: string): Channel[] {
  return knowledge.tags(lang).map((tag) => tagChannel(knowledge, tag, lang));
}

/** The channels of the authors who have signed essays in a language. */
export function authorChannels(knowledge: Knowledge, lang: string): Channel[] {
  return knowledge.authors(lang).map((author) => authorChannel(knowledge, author, lang));
}

/** Links to a channel's feeds, one per format. */
export function feedLinks(knowledge: Knowledge, channel: Channel): FeedLink[] {
  return channel.formats.map((format) => ({
    title: channel.title,
    type: types[format],
    href: knowledge.urls.absolute(feedRoute(knowledge, channel, format)),
    ...(channel.lang !== undefined && { lang: channel.lang }),
  }));
}

/** Where a channel's feed in a format lies. */
export function feedRoute(knowledge: Knowledge, channel: Channel, format: FeedFormat): Route {
  return knowledge.urls.file(channel.page, files[format]);
}

/** Where the list of a language's feeds lies, for readers that take many at once. */
export function opmlRoute(knowledge: Knowledge, lang: string): Route {
  return knowledge.urls.file(knowledge.urls.home(lang), 'feeds.opml');
}

/** Link to the list of a language's feeds. */
export function opmlLink(knowledge: Knowledge, lang: string): FeedLink {
  const href = knowledge.urls.absolute(opmlRoute(knowledge, lang));
  return { title: knowledge.words(lang).feedOutline, type: 'text/x-opml', href, lang };
}

/**
 * The archive of a language's Atom feed (RFC 5005), newest year first: every year of which an essay has
 * left the feed. What is published later changes no document of an earlier year.
 */
export function feedArchives(knowledge: Knowledge, lang: string): FeedArchive[] {
  const essays = knowledge.essays(lang);
  const years = new Set(essays.slice(languageLength).map(yearOf));
  const byYear = Map.groupBy(essays, yearOf);
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => ({
      route: knowledge.urls.file(knowledge.urls.home(lang), `atom-${String(year)}.xml`),
      year,
      essays: byYear.get(year) ?? [],
    }));
}

/** The addresses of all feeds, their archives and their lists. */
export function feedRoutes(knowledge: Knowledge): Route[] {
  return [
    ...channels(knowledge).flatMap((channel) => channel.formats.map((format) => feedRoute(knowledge, channel, format))),
    ...knowledge.languages.flatMap((lang) => feedArchives(knowledge, lang).map(({ route }) => route)),
    ...knowledge.languages.map((lang) => opmlRoute(knowledge, lang)),
  ];
}

interface Topic {
  readonly key: string;
  readonly topic: string;
  readonly description: string | undefined;
  readonly lang: string;
  readonly page: Route;
  readonly essays: readonly Essay[];
}

function topicChannel(knowledge: Knowledge, { topic, description, ...rest }: Topic): Channel {
  const title = fill(knowledge.words(rest.lang).feedTitle, { topic, site: siteTitle(knowledge, rest.lang) });
  return { ...rest, title, description: description ?? title, formats: ['rss', 'atom'], length: topicLength };
}

function yearOf(essay: Essay): number {
  return essay.front.date.getUTCFullYear();
}
