const wordSegmenters = new Map<string, Intl.Segmenter>();
const sentenceSegmenters = new Map<string, Intl.Segmenter>();

/** Longest excerpt, in characters. */
const longest = 300;

/** Kinds of characters; some are of two. */
const [letter, opening, closing, space] = [1, 2, 4, 8];
const kinds = new Uint8Array(0x2100);
for (const [kind, characters] of [
  [letter, /[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]/],
  [opening, /[«“"(]/],
  [closing, /[.,;:!?…)»”"]/],
  [space, /[ \n]/],
] as const)
  for (const code of kinds.keys())
    if (characters.test(String.fromCharCode(code))) kinds[code] = (kinds[code] ?? 0) | kind;

/** How far a piece between spaces is read. */
const [before, inside, behind, unclear] = [0, 1, 2, 3];

/** Numbers of words in pieces that are not clear, by language and piece. Most come again and again. */
const pieces = new Map<string, Map<string, number>>();
const mostPieces = 50_000;

/**
 * Number of words in a text, as the language counts them. A space ends a word in every language, and Latin letters,
 * perhaps between marks, are one word in every language: only other pieces are looked at more closely.
 */
export function countWords(text: string, lang: string): number {
  let count = 0;
  let state = before;
  let begun = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const kind = at === text.length ? space : (kinds[text.charCodeAt(at)] ?? 0);
    if (kind === space) {
      if (state === inside || state === behind) count += 1;
      else if (at > begun) count += countPiece(text.slice(begun, at), lang);
      [state, begun] = [before, at + 1];
    } else state = next(state, kind);
  }
  return count;
}

function next(state: number, kind: number): number {
  if (state === unclear) return unclear;
  if ((kind & letter) !== 0 && state !== behind) return inside;
  if ((kind & opening) !== 0 && state === before) return before;
  return (kind & closing) !== 0 && state !== before ? behind : unclear;
}

function countPiece(piece: string, lang: string): number {
  const known = pieces.get(lang) ?? new Map<string, number>();
  pieces.set(lang, known);
  if (known.size > mostPieces) known.clear();
  const count = known.get(piece) ?? countIn(piece, lang);
  if (piece.length <= 30) known.set(piece, count);
  return count;
}

function countIn(piece: string, lang: string): number {
  let count = 0;
  for (const segment of segmenter(wordSegmenters, lang, 'word').segment(piece))
    if (segment.isWordLike === true) count += 1;
  return count;
}

/** The first sentences of the paragraphs, at most 300 characters; a longer first sentence is cut after a word. */
export function excerptOf(paragraphs: readonly string[], lang: string): string {
  let excerpt = '';
  for (const paragraph of paragraphs) {
    const start = paragraph.slice(0, 4 * longest);
    for (const { segment } of segmenter(sentenceSegmenters, lang, 'sentence').segment(start)) {
      if (excerpt.length + segment.trimEnd().length > longest)
        return excerpt === '' ? cut(segment, lang) : excerpt.trim();
      excerpt += segment;
    }
    excerpt = `${excerpt.trimEnd()} `;
  }
  return excerpt.trim();
}

function cut(sentence: string, lang: string): string {
  let made = '';
  for (const { segment } of segmenter(wordSegmenters, lang, 'word').segment(sentence)) {
    if (made.length + segment.length >= longest) break;
    made += segment;
  }
  return `${made.trimEnd()}…`;
}

function segmenter(known: Map<string, Intl.Segmenter>, lang: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const there = known.get(lang) ?? new Intl.Segmenter(lang, { granularity });
  known.set(lang, there);
  return there;
}
