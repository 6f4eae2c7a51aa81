const wordSegmenters = new Map<string, Intl.Segmenter>();
const sentenceSegmenters = new Map<string, Intl.Segmenter>();

/** Longest excerpt, in characters. */
const longest = 300;

/** Number of words in a text, as the language counts them. */
export function countWords(text: string, lang: string): number {
  let count = 0;
  for (const segment of segmenter(wordSegmenters, lang, 'word').segment(text)) if (segment.isWordLike === true) count += 1;
  return count;
}

/** The first sentences of the paragraphs, at most 300 characters; a longer first sentence is cut after a word. */
export function excerptOf(paragraphs: readonly string[], lang: string): string {
  let excerpt = '';
  for (const paragraph of paragraphs) {
    const start = paragraph.slice(0, 4 * longest);
    for (const { segment } of segmenter(sentenceSegmenters, lang, 'sentence').segment(start)) {
      if (excerpt.length + segment.trimEnd().length > longest) return excerpt === '' ? cut(segment, lang) : excerpt.trim();
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
