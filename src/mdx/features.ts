import type { Features } from 'satteri';

/**
 * What the parser is asked for: GFM whole, and nothing in English.
 * Quotes are set by the plugins in the document's language; front matter has been cut off.
 */
export const features = { gfm: true, frontmatter: false, smartPunctuation: false } as const satisfies Features;
