import { markdownText } from '../core/metadata/markdown-text.ts';
import { openAddress } from './feed-html.ts';
import { isElement, textContent, textOfNode, type Element, type Node } from './markdown-tree.ts';

/** What an inline text has to know of the place it stands in. */
export interface Surroundings {
  /** Absolute address of the page. */
  readonly base: string;
  readonly inTable: boolean;
}

const dropped = new Set('script style template svg canvas button select textarea object embed noscript'.split(' '));
const marks: Readonly<Record<string, string>> = {
  em: '*',
  i: '*',
  cite: '*',
  strong: '**',
  b: '**',
  del: '~~',
  s: '~~',
};

/** Inline HTML as Markdown in one line, except for breaks. */
export function inlineMarkdown(nodes: readonly Node[], around: Surroundings): string {
  const text = inlines(nodes, around)
    .replace(/[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g, ' ')
    .trim();
  return text.replaceAll(lineBreak, around.inTable ? '<br>' : '\\\n');
}

/** Text that would begin a block of Markdown, made to begin a paragraph. */
export function escapeLineStart(text: string): string {
  // Nearly every line begins with a letter.
  if (!/^[-#+>=\d]/m.test(text)) return text;
  return text
    .replace(/^(#{1,6}(?=\s)|[-+](?=\s|$)|>|=+$|-{3,}$)/gm, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s)/gm, '$1\\$2');
}

/** Text of a heading, at whose end number signs would only close it. */
export function escapeLineEnd(text: string): string {
  return text.replace(/(?<=^|\s)(?=#+$)/, '\\');
}

/** Stands for a line break until white space has been put in order. */
const lineBreak = '\uE002';

function inlines(nodes: readonly Node[], around: Surroundings): string {
  return nodes.map((node, index) => inline(node, around, () => [nodes[index - 1], nodes[index + 1]])).join('');
}

/** @param beside gives the nodes before and after */
function inline(node: Node, around: Surroundings, beside: () => readonly (Node | undefined)[]): string {
  if (!isElement(node)) return escapeInline(textOfNode(node), around);
  const { name, attribs, children } = node;
  if (dropped.has(name) || attribs['role'] === 'doc-backlink') return '';
  if (attribs['role'] === 'doc-noteref') return `[^${(attribs['href'] ?? '').replace(/^.*#fn-/, '')}]`;
  if (name === 'br') return lineBreak;
  if (name === 'img') return image(node, around);
  if (name === 'input') return attribs['type'] === 'checkbox' ? `[${'checked' in attribs ? 'x' : ' '}] ` : '';
  if (name === 'code' || name === 'kbd' || name === 'samp') return code(textContent(node), around);
  const inner = inlines(children, around);
  const mark = marks[name];
  if (mark !== undefined)
    return marksNothing(inner.trim(), beside()) ? `<${name}>${inner}</${name}>` : marked(inner, mark);
  if (name === 'a') return link(node, inner, around);
  if ((name === 'sup' || name === 'sub') && !inner.startsWith('[^')) return `<${name}>${inner}</${name}>`;
  return inner;
}

/** Between punctuation and a letter, a mark begins or ends nothing (CommonMark 0.31, 6.2). */
function marksNothing(text: string, [before, after]: readonly (Node | undefined)[]): boolean {
  return (
    (/^[\p{P}\p{S}]/u.test(text) && before !== undefined && /[\p{L}\p{N}]$/u.test(textContent(before))) ||
    (/[\p{P}\p{S}]$/u.test(text) && after !== undefined && /^[\p{L}\p{N}]/u.test(textContent(after)))
  );
}

/** Marks stand next to the text, or they mark nothing. */
function marked(inner: string, mark: string): string {
  const text = inner.trim();
  if (text === '') return inner;
  const start = inner.slice(0, inner.length - inner.trimStart().length);
  const end = inner.slice(inner.trimEnd().length);
  return `${start}${mark}${text}${mark}${end}`;
}

function link({ attribs }: Element, inner: string, around: Surroundings): string {
  const href = attribs['href'] === undefined ? undefined : openAddress(attribs['href'], around.base);
  return href === undefined || inner.trim() === '' ? inner : `[${inner.trim()}](${destination(href)})`;
}

function image({ attribs }: Element, around: Surroundings): string {
  const src = openAddress(attribs['src'] ?? '', around.base);
  return src === undefined ? '' : `![${escapeInline(attribs['alt'] ?? '', around)}](${destination(src)})`;
}

function destination(address: string): string {
  return /[()\s]/.test(address) ? `<${address}>` : address;
}

function code(text: string, { inTable }: Surroundings): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  const line = text.replace(/\n/g, ' ');
  return `${mark}${pad}${inTable ? line.replaceAll('|', '\\|') : line}${pad}${mark}`;
}

function escapeInline(text: string, around: Surroundings): string {
  const plain = markdownText(text);
  return around.inTable ? plain.replaceAll('|', '\\|') : plain;
}
