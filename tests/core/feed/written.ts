import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { feedDocuments, type FeedEntry } from '../../../src/core/feed/feed.ts';
import { writeFeed } from '../../../src/core/feed/write.ts';
import { know, type FolderInput } from '../folder.ts';

/** Content that every entry gets unless a test says otherwise. */
export const plain = ({ essay }: FeedEntry): string => `<p>Text of ${essay.id}</p>`;

/** Every feed file of a folder, written. */
export function written(input: FolderInput, contentOf = plain): ReadonlyMap<string, string> {
  return new Map(feedDocuments(know(input)).map((one) => [one.route, [...writeFeed(one, contentOf)].join('')]));
}

/** One feed file of a folder. */
export function file(input: FolderInput, route: string, contentOf = plain): string {
  const all = written(input, contentOf);
  const found = all.get(route);
  if (found === undefined) throw new Error(`There is no ${route}. There are: ${[...all.keys()].join(', ')}`);
  return found;
}

/** A feed as a reader that nobody here has written understands it. */
export const read = {
  rss: (text: string): ReturnType<typeof parseRssFeed<string>> => parseRssFeed(wellFormed(text)),
  atom: (text: string): ReturnType<typeof parseAtomFeed<string>> => parseAtomFeed(wellFormed(text)),
  json: (text: string): ReturnType<typeof parseJsonFeed<string>> => parseJsonFeed(JSON.parse(text)),
};

/** The text itself, when a strict parser takes it; feedsmith would forgive too much. */
export function wellFormed(text: string): string {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.write(text).close();
  return text;
}
