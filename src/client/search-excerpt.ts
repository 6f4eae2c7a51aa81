import type { Found, Section } from './search-index.ts';

/** What the index keeps of a page. */
export interface PageText {
  readonly url: string;
  /** Words with one space between them. */
  readonly content: string;
  readonly meta: Found['meta'];
  readonly filters: Found['filters'];
  readonly anchors: readonly Anchor[];
}

/** A heading of a page. */
export interface Anchor {
  readonly id: string;
  readonly text: string;
  /** Number of its first word. */
  readonly location: number;
}

/** A word that matches. */
export interface Match {
  /** Number of the word. */
  readonly location: number;
  /** How much it counts for the choice of what is quoted. */
  readonly score: number;
}

/** The words of a page's text, numbered as the index numbers them. */
export function wordsIn({ content }: PageText): string[] {
  // A script without spaces has marks between its words.
  return content.includes(gap) ? content.split(gap) : content.split(/[^\S\uFEFF]+/);
}

/** What is shown of a page: quotations of so many words where the matches are thickest, of the whole and of each section. */
export function foundIn(page: PageText, matches: readonly Match[], length: number): Found {
  const plain = wordsIn(page);
  const words = plain.map(escape);
  for (const { location } of matches) words[location] = marked(plain[location] ?? '');
  const between = page.content.includes(gap) ? '' : ' ';
  const quote = (some: readonly Match[], from: number, to: number): string => {
    const size = Math.min(length, to - from);
    const start = Math.max(from, Math.min(from + thickest(some, from, size), to - size));
    return words
      .slice(start, start + size)
      .join(between)
      .trim();
  };
  const { url, meta, filters } = page;
  const excerpt = quote(matches, 0, words.length);
  return { url, meta, filters, excerpt, sub_results: sectionsOf(page, matches, words.length, quote) };
}

/** A word as HTML, marked without the punctuation around it. */
function marked(word: string): string {
  const [core = word] = /[\p{L}\p{N}](.*[\p{L}\p{M}\p{N}])?/u.exec(word) ?? [];
  return word
    .split(core)
    .map(escape)
    .join(`<mark>${escape(core)}</mark>`);
}

type Quote = (matches: readonly Match[], from: number, to: number) => string;

const gap = '\u200B';

/** The part before the first heading, and those below headings, that have matches. */
function sectionsOf(page: PageText, matches: readonly Match[], end: number, quote: Quote): Section[] {
  const anchors = page.anchors.filter(({ text }) => text.trim() !== '').sort((a, b) => a.location - b.location);
  const starts = [{ location: 0, url: page.url, title: page.meta['title'] ?? page.url }].concat(
    anchors.map(({ id, text, location }) => ({ location, url: withHash(page.url, id), title: text })),
  );
  return starts.flatMap(({ location: from, url, title }, index) => {
    const to = starts[index + 1]?.location ?? end;
    const own = matches.filter(({ location }) => location >= from && location < to);
    if (own.length === 0) return [];
    return [{ title, url, excerpt: quote(own, from, to), locations: own.map(({ location }) => location) }];
  });
}

/** Where the `size` words with the highest score begin, from `from`; in the middle of such places that follow each other. */
function thickest(matches: readonly Match[], from: number, size: number): number {
  const scores: number[] = [];
  for (const { location, score } of matches) scores[location - from] = (scores[location - from] ?? 0) + score;
  if (scores.length <= size) return 0;
  let sum = scores.slice(0, size).reduce((all, one) => all + one, 0);
  let [best, first, last] = [sum, 0, 0];
  for (let start = 1; start < scores.length; start += 1) {
    sum += (scores[start + size - 1] ?? 0) - (scores[start - 1] ?? 0);
    if (sum > best) [best, first, last] = [sum, start, start];
    else if (sum === best && last === start - 1) last = start;
  }
  return Math.floor((first + last) / 2);
}

function withHash(url: string, id: string): string {
  const address = new URL(url, 'https://site.example');
  address.hash = id;
  return address.pathname + address.hash;
}

/** Text as HTML. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
