import { entryHtml, type ContentOf } from './content.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { xmlText } from './xml.ts';

/** A feed as JSON Feed 1.1 with full content, in pieces that joined make the file. */
export function* jsonFeed(feed: Feed, contentOf: ContentOf): Generator<string> {
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.self,
    language: feed.lang,
    authors: [feed.site],
  };
  yield `${text(head).slice(0, -2)},\n  "items": [`;
  for (const [index, entry] of feed.entries.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${text(item(entry, contentOf)).split('\n').join('\n    ')}`;
  }
  yield '\n  ]\n}\n';
}

function item(entry: FeedEntry, contentOf: ContentOf): Record<string, unknown> {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    summary: entry.description,
    date_published: entry.published.toISOString(),
    date_modified: entry.updated?.toISOString(),
    language: entry.lang,
    authors: entry.authors,
    tags: entry.categories.map(({ label }) => label),
    content_html: entryHtml(entry, contentOf),
  };
}

function text(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' ? xmlText(one) : one), 2);
}
