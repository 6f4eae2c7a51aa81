const wordSegmenters = new Map<string, Intl.Segmenter>();
const sentenceSegmenters = new Map<string, Intl.Segmenter>();

/** Longest excerpt, in characters. */
const longest = 300;

/** A piece between spaces that is one word in every language: Latin letters, perhaps between marks. */
const oneWord = /^[«“"(]*[A-Za-zÀ-ÖØ-öø-ɏ]+[.,;:!?…)»”"]*$/;

/** Numbers of words in other pieces, by language and piece. Most come again and again. */
const pieces = new Map<string, Map<string, number>>();
const mostPieces = 50_000;

/** Number of words in a text, as the language counts them. */
export function countWords(text: string, lang: string): number {
  const known = pieces.get(lang) ?? new Map<string, number>();
  pieces.set(lang, known);
  if (known.size > mostPieces) known.clear();
  let count = 0;
  // A space always ends a word, in every language.
  for (const piece of text.split(/[ \n]+/)) {
    if (oneWord.test(piece)) {
      count += 1;
      continue;
    }
    const there = known.get(piece) ?? countIn(piece, lang);
    if (piece.length <= 30) known.set(piece, there);
    count += there;
  }
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
