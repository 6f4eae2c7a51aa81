import { openAddress } from './feed-html.ts';
import { escapeLineEnd, escapeLineStart, inlineMarkdown, type Surroundings } from './markdown-inline.ts';
import { isElement, parseTree, textContent, type Element, type Node } from './markdown-tree.ts';

const containers = new Set('div section article aside figure details body main header footer dl'.split(' '));
const dropped = new Set(
  'script style template svg canvas button select textarea object embed noscript link'.split(' '),
);
const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol pre blockquote hr table figcaption summary dt dd video audio iframe'.split(' '),
);

/**
 * The HTML of a document as GitHub Flavored Markdown: notes as footnotes, code in fences, whole addresses.
 * What has no Markdown keeps its text.
 * @param base absolute address of the page, which addresses without one begin from
 * @example htmlMarkdown('<p>A <em>b</em></p>', 'https://e.org/') → 'A *b*\n'
 */
export function htmlMarkdown(html: string, base: string): string {
  const around = { base, inTable: false };
  return `${blocksOf(parseTree(html), around).join('\n\n')}\n`;
}

/** The blocks among some nodes; loose text between them is a paragraph. */
function blocksOf(nodes: readonly Node[], around: Surroundings): string[] {
  const found: string[] = [];
  let loose: Node[] = [];
  const flush = (): void => {
    const text = paragraph(loose, around);
    if (text !== '') found.push(text);
    loose = [];
  };
  for (const node of nodes) {
    if (isElement(node) && dropped.has(node.name)) continue;
    if (isElement(node) && (blocks.has(node.name) || containers.has(node.name) || node.name.includes('-'))) {
      flush();
      found.push(...blockOf(node, around).filter((text) => text !== ''));
    } else loose.push(node);
  }
  flush();
  return found;
}

function blockOf(element: Element, around: Surroundings): string[] {
  const { name, attribs, children } = element;
  if (attribs['role'] === 'doc-endnotes') return notes(element, around);
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) return [`${'#'.repeat(Number(level))} ${escapeLineEnd(inlineMarkdown(children, around))}`];
  switch (name) {
    case 'p':
    case 'dt':
    case 'summary':
      return [paragraph(children, around)];
    case 'figcaption':
      return blocksOf(children, around);
    case 'dd':
      return [indent(blocksOf(children, around).join('\n\n'), ': ')];
    case 'pre':
      return [fence(element)];
    case 'blockquote':
      return [blocksOf(children, around).join('\n\n').replace(/^/gm, '> ').replace(/ +$/gm, '')];
    case 'ul':
    case 'ol':
      return [list(element, around)];
    case 'hr':
      return ['---'];
    case 'table':
      return [table(element, around)];
    case 'video':
    case 'audio':
    case 'iframe':
      return [media(element, around)];
    default:
      return blocksOf(children, around);
  }
}

function paragraph(nodes: readonly Node[], around: Surroundings): string {
  return escapeLineStart(inlineMarkdown(nodes, around));
}

function list({ name, attribs, children }: Element, around: Surroundings): string {
  const items = children.filter(isElement).filter((child) => child.name === 'li');
  const first = Number(attribs['start'] ?? 1);
  const tight = items.every((item) => !item.children.some((child) => isElement(child) && child.name === 'p'));
  return items
    .map((item, index) => {
      const marker = name === 'ol' ? `${String(first + index)}. ` : '- ';
      return indent(blocksOf(item.children, around).join(tight ? '\n' : '\n\n'), marker);
    })
    .join(tight ? '\n' : '\n\n');
}

function indent(text: string, marker: string): string {
  const space = ' '.repeat(marker.length);
  return marker + text.replace(/\n(?=.)/g, `\n${space}`);
}

function fence(pre: Element): string {
  const text = textContent(pre).replace(/\n$/, '');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const code = pre.children.find(isElement)?.attribs['class'] ?? '';
  const lang = /(?:^|\s)language-(\S+)/.exec(code)?.[1] ?? '';
  const mark = '`'.repeat(longest + 1);
  return `${mark}${lang}\n${text}\n${mark}`;
}

function table(element: Element, around: Surroundings): string {
  const rows = descendants(element, 'tr').map((row) =>
    row.children.filter(isElement).map((cell) => inlineMarkdown(cell.children, { ...around, inTable: true })),
  );
  const caption = descendants(element, 'caption').map((one) => paragraph(one.children, around));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return caption.join('\n');
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  const lines = [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)];
  return [...caption, lines.join('\n')].join('\n\n');
}

function media({ attribs }: Element, around: Surroundings): string {
  const href = openAddress(attribs['src'] ?? '', around.base);
  return href === undefined ? '' : `<${href}>`;
}

function notes(section: Element, around: Surroundings): string[] {
  return descendants(section, 'li')
    .filter(({ attribs }) => /^fn-\d+$/.test(attribs['id'] ?? ''))
    .map((note) => {
      const label = `[^${(attribsId(note) ?? '').slice(3)}]: `;
      return (
        label +
        blocksOf(note.children, around)
          .join('\n\n')
          .replace(/\n(?=.)/g, '\n    ')
      );
    });
}

function attribsId({ attribs }: Element): string | undefined {
  return attribs['id'];
}

function descendants(element: Element, name: string): Element[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => (child.name === name ? [child] : descendants(child, name)));
}
