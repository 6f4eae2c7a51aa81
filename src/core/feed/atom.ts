import { attributes } from '../library/markup.ts';
import { entryHtml, type ContentOf } from './content.ts';
import { feedTime, type Feed, type FeedAuthor, type FeedEntry } from './feed.ts';
import { cdata, element, xmlText } from './xml.ts';

/** A feed as Atom (RFC 4287) with full content and its place in an archive (RFC 5005), in pieces that joined make the file. */
export function* atomFeed(feed: Feed, contentOf: ContentOf): Generator<string> {
  const { chain } = feed;
  const names = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:fh': chain?.archive === true ? 'http://purl.org/syndication/history/1.0' : undefined,
    'xml:lang': feed.lang,
  };
  yield `<?xml version="1.0" encoding="utf-8"?>\n<feed${attributes(names)}>\n`;
  const own = { 'xml:lang': feed.lang === undefined ? feed.ownLang : undefined };
  yield [
    element('id', feed.id),
    element('title', feed.title, own),
    element('subtitle', feed.description, own),
    element('updated', feedTime(feed).toISOString()),
    person(feed.site),
    link({ rel: 'self', type: 'application/atom+xml', href: feed.self }),
    link({ rel: 'alternate', type: 'text/html', hreflang: feed.lang, href: feed.page }),
    ...(feed.licence?.url === undefined ? [] : [link({ rel: 'license', href: feed.licence.url })]),
    ...(feed.licence === undefined ? [] : [element('rights', feed.licence.name, own)]),
    ...(chain?.archive === true ? ['<fh:archive/>', link({ rel: 'current', href: chain.current })] : []),
    ...(chain?.previous === undefined ? [] : [link({ rel: 'prev-archive', href: chain.previous })]),
    ...(chain?.next === undefined ? [] : [link({ rel: 'next-archive', href: chain.next })]),
    '',
  ].join('\n');
  for (const entry of feed.entries) yield entryElement(entry, contentOf, feed.lang === undefined);
  yield '</feed>\n';
}

function entryElement(entry: FeedEntry, contentOf: ContentOf, sayLanguage: boolean): string {
  const html = entryHtml(entry, contentOf);
  return [
    `<entry${attributes({ 'xml:lang': sayLanguage ? entry.lang : undefined })}>`,
    element('id', entry.iri),
    element('title', entry.title),
    link({ rel: 'alternate', type: 'text/html', hreflang: entry.lang, href: entry.url }),
    element('published', entry.published.toISOString()),
    element('updated', (entry.updated ?? entry.published).toISOString()),
    ...entry.authors.map(person),
    ...entry.categories.map(({ id, label }) => `<category${attributes({ term: id, label: xmlText(label) })}/>`),
    element('summary', entry.description),
    // An essay may have no text: then its summary and its address are all there is.
    ...(html === '' ? [] : [`<content type="html">${cdata(html)}</content>`]),
    '</entry>\n',
  ].join('\n');
}

function person({ name, url }: FeedAuthor): string {
  return `<author>${element('name', name)}${element('uri', url)}</author>`;
}

function link(values: Readonly<Record<string, string | undefined>>): string {
  return `<link${attributes(values)}/>`;
}
