import { directionOf } from '../locale/language.ts';
import { attributes } from '../library/markup.ts';
import type { FeedEntry } from './feed.ts';

/** Gives the HTML of an entry for readers elsewhere: absolute addresses, no drawing, no script. */
export type ContentOf = (entry: FeedEntry) => string;

/** The content of an entry as a reader shows it, which may be none: text that runs from right to left says so itself. */
export function entryHtml(entry: FeedEntry, contentOf: ContentOf): string {
  const html = contentOf(entry);
  if (html === '' || directionOf(entry.lang) === 'ltr') return html;
  return `<div${attributes({ lang: entry.lang, dir: 'rtl' })}>${html}</div>`;
}
