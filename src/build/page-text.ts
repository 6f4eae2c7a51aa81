import type { Page } from '../core/library/page.ts';
import type { Words } from '../core/locale/words.ts';
import { digestOf } from './folder.ts';

/** Interface words by their digest. */
export type WordsByDigest = Readonly<Record<string, Words>>;

/**
 * Pages as text: what tells whether a page has changed is also what another process renders it from, so nothing a
 * page shows can be missing from its key. Words are the same for a whole language; a digest stands in for them.
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
    return JSON.stringify({ ...page, words: this.#digests.get(page.words) });
  }
}

/** The page that a {@link PageWriter} has written. */
export function readPage(text: string, words: WordsByDigest): Page {
  const page = JSON.parse(text) as Omit<Page, 'words'> & { readonly words: string };
  const own = words[page.words];
  if (own === undefined) throw new Error(`The words of ${page.route} have not come with it.`);
  return { ...page, words: own } as Page;
}
