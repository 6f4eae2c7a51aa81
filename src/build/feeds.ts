import type { Essay } from '../core/essay/essay.ts';
import { fillSlots } from '../core/essay/slot.ts';
import { readFeeds, type Feed } from '../core/feed/feed.ts';
import { rssFeed } from '../core/feed/rss.ts';
import type { Library } from '../core/library/library.ts';
import { feedHtml } from './feed-html.ts';
import { digestOf } from './folder.ts';
import type { Staging } from './output.ts';

/** The fragment of an essay, slots open: of the fast lane its own, of the full lane cut from the built page. */
export type FragmentOf = (essay: Essay) => string;

/** Writes every feed whose content has changed; the others are taken over. */
export async function writeFeeds(library: Library, fragmentOf: FragmentOf, template: string, staging: Staging): Promise<number> {
  const contents = new Map<Essay, string>();
  const contentOf = (essay: Essay): string => {
    const known = contents.get(essay) ?? feedHtml(fillSlots(fragmentOf(essay), library.fillers(essay, 'feed')));
    contents.set(essay, known);
    return known;
  };
  const feeds = readFeeds(library.knowledge);
  for (const feed of feeds) {
    await staging.make(feed.route, feedKey(feed, contentOf, template), () =>
      [...rssFeed(feed, ({ essay }) => contentOf(essay))].join(''),
    );
  }
  return feeds.length;
}

function feedKey(feed: Feed, contentOf: (essay: Essay) => string, template: string): string {
  const entries = feed.entries.map(({ essay, ...entry }) => [entry, contentOf(essay)]);
  return digestOf(JSON.stringify([template, { ...feed, entries }]));
}
