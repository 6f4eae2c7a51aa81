import { literalOf } from './literal.ts';
import type { Node, Parent, Tag } from './tree.ts';
import { attributeOf, elementName, isExpression, isParent, isTag } from './tree.ts';
import { entryOf } from '../vocabulary/vocabulary.ts';
import { slotProp } from './plugins/component.ts';

const blocks = new Set(
  'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** True for elements that stand on lines of their own, and for all components. */
export function isBlock(node: Node | Parent): boolean {
  const name = elementName(node);
  if (name !== undefined) return blocks.has(name);
  return isTag(node) && node.type === 'mdxJsxFlowElement';
}

/** True for components that are part of a sentence. */
export function isInline(node: Node | Parent): node is Tag {
  return isTag(node) && node.name !== null && entryOf(node.name)?.inline === true;
}

/** What to say before the text of a node. */
type Mark = (node: Node) => string;

const unmarked: Mark = () => '';

/**
 * Plain text of an inline node. Expressions count only when they are plain values; breaks are spaces; what the library
 * says in the middle of a sentence is its slot.
 */
export function inlineText(node: Node, mark: Mark = unmarked): string {
  if (node.type === 'text') return node.value;
  if (isExpression(node)) return literalText(node.value);
  if (elementName(node) === 'br') return ' ';
  if (isReference(node)) return '';
  if (isInline(node)) return mark(node) + slotOf(node);
  return isParent(node) ? mark(node) + childText(node, mark) : '';
}

/** What a page shows of a plain value: nothing of what is true, false or empty. */
function literalText(expression: string): string {
  const value = literalOf(expression);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Plain text of all children together. */
export function childText(parent: Parent, mark: Mark = unmarked): string {
  let all = '';
  for (const child of parent.children) all += inlineText(child, mark);
  return all;
}

function slotOf(tag: Tag): string {
  const value = attributeOf(tag, slotProp)?.value;
  return typeof value === 'string' ? value : '';
}

/** Text in one line: every run of white space is one space. */
export function squeeze(text: string): string {
  return (/[\t\n\r\f]| {2}/.test(text) ? text.replace(/[ \t\n\r\f]+/g, ' ') : text).trim();
}

/** True for the link from a number in the text to its note, and for the arrow back. */
export function isReference(node: Node | Parent): boolean {
  if (node.type !== 'element') return false;
  const { role } = node.properties;
  return role === 'doc-noteref' || role === 'doc-backlink';
}

/** Texts that a component shows from its props: captions and titles. */
export function propTexts(tag: Tag): string[] {
  const prose = tag.name === null ? undefined : entryOf(tag.name)?.prose;
  return (prose ?? []).flatMap((name) => {
    const value = attributeOf(tag, name)?.value;
    return typeof value === 'string' ? [value] : [];
  });
}
