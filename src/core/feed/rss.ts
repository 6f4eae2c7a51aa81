import { attributes } from '../library/markup.ts';
import { entryHtml, type ContentOf } from './content.ts';
import { feedTime, type Feed, type FeedEntry } from './feed.ts';
import { cdata, element } from './xml.ts';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** A feed as RSS 2.0 with full content, in pieces that joined make the file. */
export function* rssFeed(feed: Feed, contentOf: ContentOf): Generator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield `<rss version="2.0"${attributes({ ...namespaces, 'xml:lang': feed.lang })}>\n<channel>\n`;
  yield [
    plain('title', feed.title),
    element('link', feed.page),
    `<atom:link${attributes({ rel: 'self', type: 'application/rss+xml', href: feed.self })}/>`,
    plain('description', feed.description),
    ...(feed.lang === undefined ? [] : [element('language', feed.lang.toLowerCase())]),
    ...(feed.licence === undefined ? [] : [element('copyright', feed.licence.name)]),
    ...(feed.entries.length === 0 ? [] : [element('lastBuildDate', feedTime(feed).toUTCString())]),
    '',
  ].join('\n');
  for (const entry of feed.entries) yield item(entry, contentOf, feed.lang === undefined);
  yield '</channel>\n</rss>\n';
}

function item(entry: FeedEntry, contentOf: ContentOf, sayLanguage: boolean): string {
  const html = entryHtml(entry, contentOf);
  return [
    `<item${attributes({ 'xml:lang': sayLanguage ? entry.lang : undefined })}>`,
    plain('title', entry.title),
    element('link', entry.url),
    element('guid', entry.id, { isPermaLink: 'false' }),
    element('pubDate', entry.published.toUTCString()),
    ...(entry.updated ? [element('atom:updated', entry.updated.toISOString())] : []),
    ...entry.authors.map(({ name }) => element('dc:creator', name)),
    ...(sayLanguage ? [element('dc:language', entry.lang)] : []),
    ...entry.categories.map(({ label }) => plain('category', label)),
    element('description', asHtml(entry.description)),
    ...(html === '' ? [] : [`<content:encoded>${cdata(html)}</content:encoded>`]),
    '</item>\n',
  ].join('\n');
}

/**
 * An element with plain text, where some readers expect HTML. They and the others read it alike most often when signs
 * are written as numbers (RSS Board, Best Practices Profile).
 */
function plain(name: string, text: string): string {
  return element(name, text).replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;');
}

/** A text where readers take every element for HTML. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
