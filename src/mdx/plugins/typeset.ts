import type { QuoteMarks } from './quotes.ts';
import { primaryOf, quoteMarksOf } from './quotes.ts';

/** A sign to be replaced: where it begins in the whole paragraph, how long it is, and by what. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

/** The signs between which a paragraph is cut: white space, dashes, opening brackets, other quotes. */
const before = /[\s\u00A0\u202F([{<«“„‘‚”’"'/=–—-]/;
const letter = /[\p{L}\p{M}\p{N}]/u;

/**
 * Typesets the texts of one paragraph together, so that a quote may open in one and close in another.
 * Straight quotes become those of the language, `--` a short dash, `---` a long one, `...` an ellipsis;
 * in French the space before high punctuation and inside guillemets does not break.
 * @example typeset(['"Yes," she said, "it\'s ', 'done', '."'], 'en') → ['“Yes,” she said, “it’s ', 'done', '.”']
 */
export function typeset(texts: readonly string[], lang: string): string[] {
  const all = texts.join('');
  const french = primaryOf(lang) === 'fr';
  if (!/["']|--|\.\.\./.test(all) && !(french && /[ «»]/.test(all))) return [...texts];
  const changes = [...dashes(all), ...quotes(all, quoteMarksOf(lang)), ...(french ? frenchSpaces(all) : [])];
  return apply(
    texts,
    changes.sort((a, b) => a.at - b.at),
  );
}

function dashes(all: string): Change[] {
  const found: Change[] = [];
  for (const match of all.matchAll(/-{2,}|\.{3,}/g)) {
    const [signs] = match;
    // “--cold” is the name of an option.
    const option = /(?:^|\s)$/.test(all.slice(0, match.index)) && letter.test(all.charAt(match.index + signs.length));
    if (signs === '...') found.push({ at: match.index, length: 3, by: '…' });
    else if (signs === '---') found.push({ at: match.index, length: 3, by: '—' });
    else if (signs === '--' && !option) found.push({ at: match.index, length: 2, by: '–' });
  }
  return found;
}

function quotes(all: string, marks: QuoteMarks | undefined): Change[] {
  if (marks === undefined) return [];
  const found: Change[] = [];
  const open: ('"' | "'")[] = [];
  for (const match of all.matchAll(/["']/g)) {
    const sign = match[0] === '"' ? '"' : "'";
    const by = sign === '"' ? doubleQuote(all, match.index, open, marks) : singleQuote(all, match.index, open, marks);
    found.push({ at: match.index, length: 1, by });
  }
  return found;
}

function doubleQuote(all: string, at: number, open: ('"' | "'")[], marks: QuoteMarks): string {
  const inside = open.lastIndexOf('"');
  if (inside !== -1 && (!opens(all, at) || /\S/.test(all.charAt(at - 1)))) {
    open.length = inside;
    return marks.double[1];
  }
  // A lone sign after a number counts inches.
  if (inside === -1 && /\p{N}/u.test(all.charAt(at - 1))) return '"';
  if (!opens(all, at)) return marks.double[1];
  open.push('"');
  return marks.double[0];
}

function singleQuote(all: string, at: number, open: ('"' | "'")[], marks: QuoteMarks): string {
  const inWord = letter.test(all.charAt(at - 1)) && letter.test(all.charAt(at + 1));
  const inside = open.lastIndexOf("'");
  if (inWord) return '’';
  if (opens(all, at) && !/\d0s\b/.test(all.slice(at + 1, at + 4)) && closesLater(all, at)) {
    open.push("'");
    return marks.single[0];
  }
  if (inside === -1) return '’';
  open.length = inside;
  return marks.single[1];
}

function opens(all: string, at: number): boolean {
  const next = all.charAt(at + 1);
  return (at === 0 || before.test(all.charAt(at - 1))) && next !== '' && !/\s/.test(next);
}

/** True when a later sign may close what this one opens: it follows something, and no letter follows it. */
function closesLater(all: string, at: number): boolean {
  return /[^\s']'(?![\p{L}\p{N}])/u.test(all.slice(at + 1));
}

function frenchSpaces(all: string): Change[] {
  const found: Change[] = [];
  for (const match of all.matchAll(/ (?=[;!?»])|(?<=«) /g)) found.push({ at: match.index, length: 1, by: '\u202F' });
  for (const match of all.matchAll(/ (?=:(?!\S))/g)) found.push({ at: match.index, length: 1, by: '\u00A0' });
  return found;
}

/** Applies the changes to the texts they fall into; a sign that spans two texts is replaced in the first. */
function apply(texts: readonly string[], changes: readonly Change[]): string[] {
  let start = 0;
  let next = 0;
  return texts.map((text) => {
    const end = start + text.length;
    let made = '';
    let done = start;
    for (let change = changes[next]; change !== undefined && change.at < end; change = changes[(next += 1)]) {
      if (change.at < done) continue;
      made += text.slice(done - start, change.at - start) + change.by;
      done = change.at + change.length;
    }
    made += text.slice(done - start);
    start = end;
    return made;
  });
}
