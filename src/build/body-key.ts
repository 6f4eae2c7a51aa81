import type { Essay } from '../core/essay/essay.ts';
import { coverHtml, fillingsOf, type Audience } from '../core/library/bodies.ts';
import type { AnyDocument } from '../core/library/knowledge.ts';
import type { Library } from '../core/library/library.ts';
import { digestOf } from './folder.ts';

/**
 * Digest of all that the HTML of an essay is made of for an audience; quicker than the HTML itself.
 * @param fragmentOf gives its HTML with open slots
 */
export function bodyKey(
  library: Library,
  essay: Essay,
  audience: Audience,
  fragmentOf: (essay: Essay) => string,
): string {
  const body = essay.lane === 'full' ? fragmentOf(essay) : essay.digest;
  return digestOf(
    JSON.stringify([
      body,
      coverHtml(library.knowledge, essay, audience),
      fillingsOf(library.knowledge, library.linksOf, essay, audience),
    ]),
  );
}

/** Digest of what the slots of a document are filled with for an audience. */
export function slotsKey(library: Library, document: AnyDocument, audience: Audience): string {
  return digestOf(JSON.stringify(fillingsOf(library.knowledge, library.linksOf, document, audience)));
}
