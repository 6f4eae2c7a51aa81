import { slot } from '../../core/essay/slot.ts';
import type { Draft, Placed } from '../draft.ts';
import { pointOf } from '../draft.ts';
import { literalOf } from '../literal.ts';
import type { Element, Node, Tag } from '../tree.ts';
import { attributeOf, elementName, setAttribute } from '../tree.ts';
import { notLiteral } from './link.ts';

/** Records an image that Markdown made and puts its slot in the place of its file name. */
export function takeImage(draft: Draft, image: Element): void {
  const { src, alt } = image.properties;
  // Markdown has no way to tell an empty text alternative from none at all.
  const given = typeof alt === 'string' && alt !== '' ? alt : undefined;
  image.properties['src'] = record(draft, image, decode(typeof src === 'string' ? src : ''), given);
}

/** The same for `<img>` and for components that show an image. */
export function takeTagImage(draft: Draft, tag: Tag, prop: string): void {
  const value = attributeOf(tag, prop)?.value;
  if (value === undefined || value === null) return;
  const src = typeof value === 'string' ? value : literalOf(value.value);
  if (typeof src === 'string') setAttribute(tag, prop, record(draft, tag, src, altOf(tag)));
  else notLiteral(draft, tag, prop);
}

/** The image that is all there is in a paragraph. */
export function loneImage(paragraph: Element): Node | undefined {
  const [first, ...more] = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return first !== undefined && more.length === 0 && elementName(first) === 'img' ? first : undefined;
}

function record(draft: Draft, node: Placed, src: string, alt: string | undefined): string {
  return slot('image', draft.images.push({ src, alt, ...pointOf(draft, node) }) - 1);
}

/** `undefined` when there is no alt; a computed one counts as given. */
function altOf(tag: Tag): string | undefined {
  const attribute = attributeOf(tag, 'alt');
  if (attribute === undefined) return undefined;
  const { value } = attribute;
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : String(literalOf(value.value) ?? value.value);
}

function decode(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}
