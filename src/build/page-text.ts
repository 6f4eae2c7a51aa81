import type { Page, WrittenBody } from '../core/library/page.ts';
import type { Words } from '../core/locale/words.ts';
import { digestOf } from './folder.ts';

/** Interface words by their digest. */
export type WordsByDigest = Readonly<Record<string, Words>>;

/** A page as it is sent to another process. */
export interface PageText {
  readonly route: string;
  readonly text: string;
  /** The HTML of its document, of which the text only tells what it is made of. */
  readonly html: string | undefined;
}

/**
 * Pages as text: what tells whether a page has changed is also what another process renders it from, so nothing a
 * page shows can be missing from its key. Words are the same for a whole language; a digest stands in for them. What
 * the HTML of a document is made of stands in for that.
 */
export class PageWriter {
  /** What {@link readPage} needs beside a text. */
  readonly words: WordsByDigest;
  readonly #digests: ReadonlyMap<Words, string>;

  /** @param words of every language */
  constructor(words: Readonly<Record<string, Words>>) {
    this.#digests = new Map(Object.values(words).map((one) => [one, digestOf(JSON.stringify(one))]));
    this.words = Object.fromEntries([...this.#digests].map(([one, digest]) => [digest, one]));
  }

  /** A page as JSON. */
  text(page: Page): string {
    const written = writtenBody(page);
    const body = written && { body: { sources: written.sources } };
    return JSON.stringify({ ...page, words: this.#digests.get(page.words), ...body });
  }

  /** A page as it is sent. @param text as {@link text} has written it */
  send(page: Page, text: string): PageText {
    return { route: page.route, text, html: writtenBody(page)?.html };
  }
}

/** The page that a {@link PageWriter} has sent. */
export function readPage({ text, html }: PageText, words: WordsByDigest): Page {
  const page = JSON.parse(text) as Omit<Page, 'words' | 'body'> & { readonly words: string; readonly body?: object };
  const own = words[page.words];
  if (own === undefined) throw new Error(`The words of ${page.route} have not come with it.`);
  return { ...page, words: own, ...(html !== undefined && { body: { ...page.body, html } }) } as Page;
}

function writtenBody(page: Page): WrittenBody | undefined {
  return 'body' in page && 'html' in page.body ? page.body : undefined;
}
