import type { Essay } from '../essay/essay.ts';
import {
  channels,
  feedArchives,
  feedRoute,
  languageChannel,
  type Channel,
  type FeedArchive,
  type FeedFormat,
} from '../library/feeds.ts';
import type { Knowledge } from '../library/knowledge.ts';
import { chooseText } from '../locale/text.ts';
import type { Route } from '../route/urls.ts';

/** Who wrote an entry, with the address of their page. */
export interface FeedAuthor {
  readonly name: string;
  readonly url: string;
}

/** One essay in a feed, without its content. */
export interface FeedEntry {
  readonly essay: Essay;
  /** Permanent id: survives a change of slug and of the site's address. */
  readonly id: string;
  /** The same as an IRI, which is all that Atom takes; another only where the author's own id is none. */
  readonly iri: string;
  readonly url: string;
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly published: Date;
  /** When the author last changed it in earnest; `undefined` when never since it was published. */
  readonly updated: Date | undefined;
  readonly authors: readonly FeedAuthor[];
  /** Tags: the id, and the word for it in the essay's language. */
  readonly categories: readonly { readonly id: string; readonly label: string }[];
}

/** How the documents of an archived feed refer to each other (RFC 5005). */
export interface FeedChain {
  /** True for a document of the archive, false for the feed that is subscribed to. */
  readonly archive: boolean;
  readonly current: string;
  readonly previous?: string;
  readonly next?: string;
}

/** A feed before it is written in one of its formats. All addresses are absolute. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** `undefined` when the entries are in several languages. */
  readonly lang: string | undefined;
  /** Language of what the feed says of itself. */
  readonly ownLang: string;
  /** The page the feed belongs to. */
  readonly page: string;
  /** The feed itself. */
  readonly self: string;
  /** Who answers for entries that nobody has signed. */
  readonly site: FeedAuthor;
  /** Terms under which the texts may be used. */
  readonly licence: { readonly name: string; readonly url?: string } | undefined;
  readonly entries: readonly FeedEntry[];
  readonly chain?: FeedChain;
}

/** A feed in one format, and where it lies. */
export interface FeedDocument {
  readonly route: Route;
  readonly format: FeedFormat;
  readonly feed: Feed;
}

/**
 * Every document of the feeds of a site, in a stable order. Languages follow one another, so that whoever
 * keeps the content of entries needs to keep that of one language only.
 */
export function feedDocuments(knowledge: Knowledge): FeedDocument[] {
  const lists = channels(knowledge).flatMap((channel) => {
    const entries = channel.essays.slice(0, channel.length).map((essay) => feedEntry(knowledge, essay));
    return channel.formats.map((format) => channelDocument(knowledge, channel, format, entries));
  });
  const archives = knowledge.languages.flatMap((lang) => archiveDocuments(knowledge, lang));
  return Map.groupBy([...lists, ...archives], ({ feed }) => feed.lang)
    .values()
    .toArray()
    .flat();
}

/** The permanent id of an essay: its own `guid`, else a tag URI (RFC 4151) of the site's identity, its id and language. */
export function feedId(knowledge: Knowledge, essay: Essay): string {
  return essay.front.guid ?? tagUri(knowledge, essay);
}

function tagUri(knowledge: Knowledge, { id, lang }: Essay): string {
  return `tag:${knowledge.site.identity}:${id}/${lang}`;
}

/** An IRI (RFC 3987), seen from afar: a scheme, and none of the characters that no address has. */
const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

/** The time of the newest change in a feed; the Unix epoch when it is empty. */
export function feedTime(feed: Feed): Date {
  const times = feed.entries.map(({ published, updated }) => (updated ?? published).getTime());
  return new Date(times.length === 0 ? 0 : Math.max(...times));
}

function channelDocument(
  knowledge: Knowledge,
  channel: Channel,
  format: FeedFormat,
  entries: readonly FeedEntry[],
): FeedDocument {
  const route = feedRoute(knowledge, channel, format);
  const chain =
    format === 'atom' && channel.key === channel.lang ? chainOf(knowledge, channel.lang, undefined) : undefined;
  return { route, format, feed: { ...makeFeed(knowledge, channel, route, entries), ...(chain && { chain }) } };
}

function archiveDocuments(knowledge: Knowledge, lang: string): FeedDocument[] {
  const channel = languageChannel(knowledge, lang);
  return feedArchives(knowledge, lang).map((archive) => {
    const entries = archive.essays.map((essay) => feedEntry(knowledge, essay));
    const feed = makeFeed(knowledge, channel, archive.route, entries);
    return { route: archive.route, format: 'atom', feed: { ...feed, chain: chainOf(knowledge, lang, archive) } };
  });
}

/** The place of a document in the archive of a language: `undefined` is the feed itself. */
function chainOf(knowledge: Knowledge, lang: string, archive: FeedArchive | undefined): FeedChain {
  const { urls } = knowledge;
  const all = feedArchives(knowledge, lang);
  const at = archive === undefined ? -1 : all.findIndex(({ year }) => year === archive.year);
  const [previous, next] = [all[at + 1], at > 0 ? all[at - 1] : undefined];
  return {
    archive: archive !== undefined,
    current: urls.absolute(feedRoute(knowledge, languageChannel(knowledge, lang), 'atom')),
    ...(previous && { previous: urls.absolute(previous.route) }),
    ...(next && { next: urls.absolute(next.route) }),
  };
}

function makeFeed(knowledge: Knowledge, channel: Channel, route: Route, entries: readonly FeedEntry[]): Feed {
  const { urls, site, languages } = knowledge;
  const lang = channel.lang ?? site.defaultLanguage;
  const page = urls.absolute(channel.page);
  const { licence } = site;
  return {
    id: `tag:${site.identity}:${channel.key}`,
    title: channel.title,
    description: channel.description,
    lang: channel.lang,
    ownLang: lang,
    page,
    self: urls.absolute(route),
    site: { name: chooseText(site.title, lang, languages).text, url: page },
    licence: licence && {
      name: chooseText(licence.name, lang, languages).text,
      ...(licence.url !== undefined && { url: licence.url }),
    },
    entries,
  };
}

function feedEntry(knowledge: Knowledge, essay: Essay): FeedEntry {
  const { front, lang } = essay;
  const { urls, languages } = knowledge;
  return {
    essay,
    id: feedId(knowledge, essay),
    iri: iri.test(feedId(knowledge, essay)) ? feedId(knowledge, essay) : tagUri(knowledge, essay),
    url: urls.absolute(knowledge.route(essay)),
    lang,
    title: front.title,
    description: front.description,
    published: front.date,
    updated: front.updated,
    authors: knowledge.authorsOf(essay).map((author) => ({
      name: chooseText(author.name, lang, languages).text,
      url: urls.absolute(knowledge.authorRoute(author, lang)),
    })),
    categories: front.tags.flatMap((id) => {
      const tag = knowledge.tag(id);
      return tag === undefined ? [] : [{ id, label: chooseText(tag.label, lang, languages).text }];
    }),
  };
}
