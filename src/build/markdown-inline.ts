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
  const text = nodes
    .map((node) => inline(node, around))
    .join('')
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

/** Stands for a line break until white space has been put in order. */
const lineBreak = '\uE002';

function inline(node: Node, around: Surroundings): string {
  if (!isElement(node)) return escapeInline(textOfNode(node), around);
  const { name, attribs, children } = node;
  if (dropped.has(name) || attribs['role'] === 'doc-backlink') return '';
  if (attribs['role'] === 'doc-noteref') return `[^${(attribs['href'] ?? '').replace(/^.*#fn-/, '')}]`;
  if (name === 'br') return lineBreak;
  if (name === 'img') return image(node, around);
  if (name === 'input') return attribs['type'] === 'checkbox' ? `[${'checked' in attribs ? 'x' : ' '}] ` : '';
  if (name === 'code' || name === 'kbd' || name === 'samp') return code(textContent(node));
  const inner = children.map((child) => inline(child, around)).join('');
  const mark = marks[name];
  if (mark !== undefined) return marked(inner, mark);
  if (name === 'a') return link(node, inner, around);
  if ((name === 'sup' || name === 'sub') && !inner.startsWith('[^')) return `<${name}>${inner}</${name}>`;
  return inner;
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

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${mark}${pad}${text.replace(/\n/g, ' ')}${pad}${mark}`;
}

function escapeInline(text: string, around: Surroundings): string {
  const plain = markdownText(text);
  return around.inTable ? plain.replaceAll('|', '\\|') : plain;
}
