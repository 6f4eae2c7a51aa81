import type { Essay } from '../core/essay/essay.ts';
import { fillSlots } from '../core/essay/slot.ts';
import { feedDocuments, type FeedDocument } from '../core/feed/feed.ts';
import { writeFeed } from '../core/feed/write.ts';
import { coverHtml } from '../core/library/bodies.ts';
import type { Library } from '../core/library/library.ts';
import { bodyKey } from './body-key.ts';
import { knownXml, type KnownFile } from './check.ts';
import { feedHtml } from './feed-html.ts';
import { digestOf } from './folder.ts';
import { XmlCheck } from './output-check.ts';
import type { Staging } from './output.ts';

/** The fragment of an essay, slots open: of the fast lane its own, of the full lane cut from the built page. */
export type FragmentOf = (essay: Essay) => string;

/** What came of a site's feeds. */
export interface WrittenFeeds {
  readonly count: number;
  /** What was found in those that were written now, by their file: they are checked on their way, and not read again. */
  readonly facts: ReadonlyMap<string, KnownFile>;
}

/** Writes every feed whose content has changed; the others are taken over. */
export async function writeFeeds(
  library: Library,
  fragmentOf: FragmentOf,
  template: string,
  staging: Staging,
): Promise<WrittenFeeds> {
  const documents = feedDocuments(library.knowledge);
  const facts = new Map<string, KnownFile>();
  const keys = new Map<Essay, string>();
  const keyOf = (essay: Essay): string => {
    const key = keys.get(essay) ?? bodyKey(library, essay, 'feed', fragmentOf);
    keys.set(essay, key);
    return key;
  };
  let kitchen = newKitchen(library, fragmentOf);
  let lang: string | undefined;
  for (const document of documents) {
    // Feeds of a language share their entries; those of the next one need others.
    if (document.feed.lang !== lang) kitchen = newKitchen(library, fragmentOf);
    lang = document.feed.lang;
    const key = feedKey(document, keyOf, template);
    const pieces = (): Iterable<string> => writeFeed(document, ({ essay }) => kitchen.content(essay));
    if (document.format === 'json') await staging.pour(document.route, key, pieces);
    else {
      const check = new XmlCheck();
      if (await staging.pour(document.route, key, () => checked(pieces(), check)))
        facts.set(document.route, knownXml(staging.files.get(document.route)?.digest ?? '', check.end()));
    }
  }
  return { count: documents.length, facts };
}

/** Pieces that are shown to a check on their way. */
function* checked(pieces: Iterable<string>, check: XmlCheck): Generator<string> {
  for (const piece of pieces) {
    check.write(piece);
    yield piece;
  }
}

/** Makes the content of entries, each once. */
export interface FeedKitchen {
  readonly content: (essay: Essay) => string;
}

/** Begins with no content made. */
export function newKitchen(library: Library, fragmentOf: FragmentOf): FeedKitchen {
  const { knowledge } = library;
  const made = new Map<Essay, string>();
  const raw = (essay: Essay): string => {
    const cover = coverHtml(knowledge, essay, 'feed');
    const body = fillSlots(fragmentOf(essay), library.fillers(essay, 'feed'));
    return cover === undefined ? body : `<p>${cover}</p>${body}`;
  };
  const content = (essay: Essay): string => {
    const known = made.get(essay) ?? feedHtml(raw(essay), knowledge.urls.absolute(knowledge.route(essay)));
    made.set(essay, known);
    return known;
  };
  return { content };
}

/** Digest of all a document is made of. What entries are made of stands in for what they say, which takes longer to make. */
function feedKey({ feed, format }: FeedDocument, keyOf: (essay: Essay) => string, template: string): string {
  const entries = feed.entries.map(({ essay, ...entry }) => [entry, keyOf(essay)]);
  return digestOf(JSON.stringify([template, format, { ...feed, entries }]));
}
