import { slot } from '../../core/essay/slot.ts';
import { isExternal } from '../../core/link/target.ts';
import type { Draft } from '../draft.ts';
import { pointOf, report } from '../draft.ts';
import { literalOf } from '../literal.ts';
import { childText, isReference, propTexts, squeeze } from '../plain.ts';
import type { Element, Node, Parent, Tag } from '../tree.ts';
import { attributeOf, elementName, isComponentName, isExpression, isParent, isTag, setAttribute } from '../tree.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/** Stands where a link begins while its sentence is looked for. It is refused in sources. */
const linkMark = '\uFFFF';

/** Records a link of the document and puts its slot in the place of its address. */
export function takeLink(draft: Draft, link: Element, block: Parent): void {
  const { href } = link.properties;
  if (isReference(link) || typeof href !== 'string') return;
  link.properties['href'] = takeAddress(draft, link, asWritten(href), block);
}

/** The same for a tag with an address: `<a href>` or a component's prop. */
export function takeTagLink(draft: Draft, tag: Tag, prop: string, block: Parent): void {
  const attribute = attributeOf(tag, prop);
  const value = attribute?.value;
  if (attribute === undefined || value === undefined || value === null) return;
  const href = typeof value === 'string' ? value : literalOf(value.value);
  if (typeof href === 'string') setAttribute(tag, prop, takeAddress(draft, tag, href, block));
  else notLiteral(draft, tag, prop);
}

/** Reports an address or a file name that is computed, and so cannot be checked or resolved. */
export function notLiteral(draft: Draft, tag: Tag, prop: string): void {
  const message = `${prop} of <${tag.name ?? ''}> is computed, so nothing can check or resolve it.`;
  report(draft, 'computed-address', tag, message, `Write it out: ${prop}="…".`);
}

/** Gives every link its text and the sentence around it. All slots of the text must be known by now. */
export function describeLinks(draft: Draft): void {
  draft.linkPlaces.forEach(({ node, block }, index) => {
    const link = draft.links[index];
    if (link === undefined) return;
    const text = textOf(node);
    draft.links[index] = { ...link, text, sentence: sentenceAround(draft.lang, block, node) };
    checkWords(draft, node, text);
  });
}

/** A link without words is nothing that can be read aloud, or clicked. */
function checkWords(draft: Draft, node: Element | Tag, text: string): void {
  if (elementName(node) !== 'a' || text !== '' || saysOtherwise(node)) return;
  report(draft, 'empty-link', node, 'This link has no words.', 'Write some between its brackets or tags.');
}

/** True for what may be read aloud without being text: an image, a name of its own, something computed. */
function saysOtherwise(node: Node): boolean {
  if (elementName(node) === 'img' || isExpression(node)) return true;
  if (isTag(node) && (attributeOf(node, 'aria-label') !== undefined || isComponentName(node.name ?? ''))) return true;
  return isParent(node) && node.children.some(saysOtherwise);
}

function takeAddress(draft: Draft, node: Element | Tag, href: string, block: Parent): string {
  const scheme = schemeOf(href);
  if (scheme !== undefined && /^(?:javascript|data|vbscript|file)$/.test(scheme)) {
    report(
      draft,
      'unsafe-link',
      node,
      `A link may not lead to ${scheme}: addresses.`,
      'Link to a page, or to a file of the folder.',
    );
  }
  if (href === '') report(draft, 'empty-link', node, 'This link has no address.', 'Write it between the parentheses.');
  draft.linkPlaces.push({ node, block });
  return slot('link', draft.links.push({ href, text: '', sentence: '', ...pointOf(draft, node) }) - 1);
}

/** The scheme as a browser reads it, which overlooks control characters and spaces. */
function schemeOf(href: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
}

function textOf(node: Element | Tag): string {
  const component = isTag(node) && node.name !== null && isComponentName(node.name);
  return component ? propTexts(node).join(', ') : squeeze(childText(node));
}

function sentenceAround(lang: string, block: Parent, link: Element | Tag): string {
  const marked = squeeze(childText(block, (child) => (child === link ? linkMark : '')));
  const at = marked.indexOf(linkMark);
  const whole = marked.replace(linkMark, '');
  return at === -1 ? whole : (sentences(lang).segment(whole).containing(at)?.segment.trim() ?? whole);
}

function sentences(lang: string): Intl.Segmenter {
  const there = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'sentence' });
  segmenters.set(lang, there);
  return there;
}

/**
 * Markdown encodes addresses; their author knows them as they were written. In those of other sites, what is encoded in
 * ASCII means something else than the character itself.
 */
function asWritten(href: string): string {
  return isExternal(href) ? href.replace(/(?:%[89a-f][0-9a-f])+/gi, decode) : decode(href);
}

function decode(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
