import type { FeedFormat } from '../library/feeds.ts';
import { atomFeed } from './atom.ts';
import type { ContentOf } from './content.ts';
import type { Feed, FeedDocument } from './feed.ts';
import { jsonFeed } from './json.ts';
import { rssFeed } from './rss.ts';

const writers: Readonly<Record<FeedFormat, (feed: Feed, contentOf: ContentOf) => Generator<string>>> = {
  rss: rssFeed,
  atom: atomFeed,
  json: jsonFeed,
};

/** A document of a feed in its format, in pieces that joined make the file. */
export function writeFeed({ feed, format }: FeedDocument, contentOf: ContentOf): Generator<string> {
  return writers[format](feed, contentOf);
}
