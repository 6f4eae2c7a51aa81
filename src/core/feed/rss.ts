import { attributes } from '../library/markup.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { cdata, element } from './xml.ts';

/** Gives the HTML of an entry for readers elsewhere: absolute addresses, no drawing, no script. */
export type ContentOf = (entry: FeedEntry) => string;

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** A feed as RSS 2.0 with full content, in pieces that joined make the file. */
export function* rssFeed(feed: Feed, contentOf: ContentOf): Generator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield `<rss version="2.0"${attributes(namespaces)} xml:lang="${feed.lang}">\n<channel>\n`;
  yield [
    element('title', feed.title),
    element('link', feed.page),
    `<atom:link${attributes({ rel: 'self', type: 'application/rss+xml', href: feed.self })}/>`,
    element('description', feed.description),
    element('language', feed.lang.toLowerCase()),
    ...lastBuild(feed),
    '',
  ].join('\n');
  for (const entry of feed.entries) yield item(entry, contentOf);
  yield '</channel>\n</rss>\n';
}

function item(entry: FeedEntry, contentOf: ContentOf): string {
  return [
    '<item>',
    element('title', entry.title),
    element('link', entry.url),
    element('guid', entry.id, { isPermaLink: 'false' }),
    element('pubDate', entry.published.toUTCString()),
    ...(entry.updated ? [element('atom:updated', entry.updated.toISOString())] : []),
    ...entry.authors.map((name) => element('dc:creator', name)),
    ...entry.categories.map((name) => element('category', name)),
    element('description', entry.description),
    `<content:encoded>${cdata(contentOf(entry))}</content:encoded>`,
    '</item>\n',
  ].join('\n');
}

function lastBuild(feed: Feed): string[] {
  const times = feed.entries.map(({ published, updated }) => (updated ?? published).getTime());
  return times.length === 0 ? [] : [element('lastBuildDate', new Date(Math.max(...times)).toUTCString())];
}
