import type { FeedLink } from '../core/library/page.ts';

/** One feed with the formats it comes in. */
export interface FeedFormats {
  readonly title: string;
  readonly lang: string | undefined;
  readonly formats: readonly FeedLink[];
}

const names: Readonly<Record<string, string>> = {
  'application/rss+xml': 'RSS',
  'application/atom+xml': 'Atom',
  'application/feed+json': 'JSON',
  'application/json': 'JSON',
  'text/x-opml': 'OPML',
};

/** What a feed's format is called. */
export function feedFormat(feed: FeedLink): string {
  return names[feed.type] ?? feed.type;
}

/** Feeds gathered by title, in the order in which the titles first appear. */
export function feedsByTitle(feeds: readonly FeedLink[]): FeedFormats[] {
  return [...Map.groupBy(feeds, (feed) => feed.title)].map(([title, formats]) => ({
    title,
    lang: formats[0]?.lang,
    formats,
  }));
}
