import type { Draft } from '../draft.ts';
import { checkExpression } from './expression.ts';
import { isBlock } from '../plain.ts';
import type { Element, Parent, Root, Tag } from '../tree.ts';
import { attributeOf, isComponentName, isExpression, isTag } from '../tree.ts';
import { entryOf } from '../../vocabulary/vocabulary.ts';
import { takeCode } from './code.ts';
import { takeComponent } from './component.ts';
import { nameFootnotes } from './footnote.ts';
import { isHeading, takeHeadings } from './heading.ts';
import { loneImage, takeImage, takeTagImage } from './image.ts';
import { describeLinks, takeLink, takeTagLink } from './link.ts';
import { checkMarkup } from './markup.ts';
import { takeMedia } from './media.ts';
import { takeTable } from './table.ts';
import { takeTask } from './task.ts';
import { typesetTree } from './typography.ts';

/**
 * Makes the parser's tree the tree that is rendered, in place, and fills the draft on the way:
 * checks what the author wrote, sets the type, names headings and notes, and puts slots where the library will answer.
 * Both lanes run this one function.
 */
export function transform(draft: Draft, root: Root): void {
  takeOwnNames(draft, root);
  typesetTree(root, draft.lang);
  nameFootnotes(draft, root);
  const headings: (Element | Tag)[] = [];
  visitChildren(draft, root, root, headings);
  describeLinks(draft);
  takeHeadings(draft, headings);
}

function visitChildren(draft: Draft, parent: Parent, block: Parent, headings: (Element | Tag)[]): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    unwrapImage(parent, index);
    const node = parent.children[index];
    if (node === undefined) continue;
    if (isExpression(node)) checkExpression(draft, node, node.value);
    if (node.type !== 'element' && !isTag(node)) continue;
    const inner = isBlock(node) ? node : block;
    if (isTag(node)) visitTag(draft, node, parent, inner);
    else visitElement(draft, node, parent, index, inner);
    if (isHeading(node)) headings.push(node);
    visitChildren(draft, node, inner, headings);
  }
}

/** A paragraph with nothing but an image in it is a picture, no paragraph. */
function unwrapImage(parent: Parent, index: number): void {
  const node = parent.children[index];
  const image = node?.type === 'element' && node.tagName === 'p' ? loneImage(node) : undefined;
  if (image !== undefined) parent.children[index] = image;
}

function visitElement(draft: Draft, node: Element, parent: Parent, index: number, block: Parent): void {
  if (node.tagName === 'a') takeLink(draft, node, block);
  else if (node.tagName === 'img') takeImage(draft, node);
  else if (node.tagName === 'pre') takeCode(draft, node);
  else if (node.tagName === 'input') takeTask(draft, node);
  else if (node.tagName === 'table') takeTable(node, parent, index);
}

function visitTag(draft: Draft, tag: Tag, parent: Parent, block: Parent): void {
  for (const attribute of tag.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'object' && attribute.value !== null) {
      checkExpression(draft, tag, attribute.value.value);
    }
  }
  const { name } = tag;
  if (name === null) return;
  if (isComponentName(name)) visitComponent(draft, tag, name, parent, block);
  else {
    checkMarkup(draft, tag);
    if (name === 'a' || name === 'area') takeTagLink(draft, tag, 'href', block);
    if (name === 'img') takeTagImage(draft, tag, 'src');
    takeMedia(draft, tag, block);
  }
}

function visitComponent(draft: Draft, tag: Tag, name: string, parent: Parent, block: Parent): void {
  takeComponent(draft, tag, parent);
  if (draft.ownNames.has(name)) return;
  const entry = entryOf(name);
  if (entry?.image !== undefined) takeTagImage(draft, tag, entry.image);
  if (entry?.link !== undefined && attributeOf(tag, entry.link) !== undefined) {
    takeTagLink(draft, tag, entry.link, block);
  }
}

/** Names that the document's own import and export lines bring. */
function takeOwnNames(draft: Draft, root: Root): void {
  for (const node of root.children) {
    if (node.type === 'mdxjsEsm') for (const name of namesIn(node.value)) draft.ownNames.add(name);
  }
}

/** Every word of code that could be a name; what stands in texts and comments is none. */
function namesIn(esm: string): string[] {
  return (
    esm.replace(/(["'`])(?:\\.|(?!\1)[^\\])*\1|\/\/.*|\/\*[^]*?\*\//g, '').match(/[\p{L}$_][\p{L}\p{N}$_]*/gu) ?? []
  );
}
