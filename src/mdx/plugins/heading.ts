import { withoutSlots } from '../../core/essay/slot.ts';
import { slugOf } from '../../core/locale/slug.ts';
import type { Draft } from '../draft.ts';
import { pointOf, report } from '../draft.ts';
import { childText, squeeze } from '../plain.ts';
import type { Element, Tag } from '../tree.ts';
import { attributeOf, elementName, setAttribute } from '../tree.ts';

/** Id of the heading above the notes. It is no heading of the essay's own. */
export const notesLabel = 'footnotes-label';

/** True for headings that belong into the outline. */
export function isHeading(node: Element | Tag): boolean {
  return /^h[1-6]$/.test(elementName(node) ?? '') && idOf(node) !== notesLabel;
}

/**
 * Gives headings their ids and lists them in the outline.
 * All other ids must be known by now: a heading gives way to an id that the author wrote.
 */
export function takeHeadings(draft: Draft, headings: readonly (Element | Tag)[]): void {
  for (const heading of headings) takeHeading(draft, heading);
}

function takeHeading(draft: Draft, heading: Element | Tag): void {
  const depth = Number(elementName(heading)?.slice(1));
  const text = squeeze(childText(heading));
  const number = draft.headings.length + 1;
  if (depth === 1) {
    report(draft, 'heading-level', heading, `“# ${text}” would be a second title of the page.`, 'Begin with “##”.');
  }
  if (text === '') report(draft, 'empty-heading', heading, 'This heading has no text.', 'Give it one, or remove it.');
  const id = idOf(heading) ?? freeId(draft, slugOf(withoutSlots(text), `h-${number}`));
  draft.ids.add(id);
  setId(heading, id);
  draft.headings.push({ depth, text, id, ...pointOf(draft, heading) });
}

function freeId(draft: Draft, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!draft.ids.has(id)) return id;
  }
}

/** The id a heading has already. */
export function idOf(heading: Element | Tag): string | undefined {
  const id = heading.type === 'element' ? heading.properties['id'] : attributeOf(heading, 'id')?.value;
  return typeof id === 'string' ? id : undefined;
}

function setId(heading: Element | Tag, id: string): void {
  if (heading.type === 'element') heading.properties['id'] = id;
  else setAttribute(heading, 'id', id);
}
