import type { Root as MdastRoot, RootContent } from 'mdast';
import { mdxToHast } from 'satteri';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import type { Plugin } from 'unified';
import { unified } from 'unified';
import { features } from './features.ts';
import { splitFrontmatter } from './frontmatter.ts';

/** Keeps addresses that are links by themselves: MDX would write each of them twice. */
const keepAutolinks: Plugin<[], MdastRoot> = () => (tree, file) => {
  const source = String(file);
  visitParents(tree, (parent) => {
    parent.children = parent.children.map((child) => {
      const { start, end } = child.position ?? {};
      const written = source.slice(start?.offset, end?.offset);
      return child.type === 'link' && /^(?:https?:\/\/|www\.)/i.test(written)
        ? { type: 'html', value: written }
        : child;
    });
  });
};

interface Branch {
  children: RootContent[];
}

function visitParents(branch: Branch, see: (branch: Branch) => void): void {
  see(branch);
  for (const child of branch.children) if ('children' in child) visitParents(child, see);
}

const writer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx, { printWidth: 100 })
  .use(keepAutolinks)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    strong: '*',
    fence: '`',
    fences: true,
    // A line of hyphens at the top would read as front matter.
    rule: '*',
    listItemIndent: 'one',
    resourceLink: true,
  })
  .freeze();

/**
 * An MDX document in the one way this project writes it: list signs, emphasis, fences, tables, tags.
 * Front matter, expressions and the lines of paragraphs stay as they are; formatting twice changes nothing.
 * A document with a syntax error is returned as it is.
 */
export function formatMdx(source: string): string {
  const unix = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { body } = splitFrontmatter(unix);
  const head = unix.slice(0, unix.length - body.length);
  try {
    const written = writer.processSync(body).toString();
    return head === '' ? written : `${head.trimEnd()}\n\n${written}`.trimEnd() + '\n';
  } catch {
    return source;
  }
}

/** True when both documents are read as the same tree: formatting one into the other changes nothing for readers. */
export function formatKeepsMeaning(source: string, formatted: string): boolean {
  const before = meaningOf(source);
  return before !== undefined && before === meaningOf(formatted);
}

function meaningOf(source: string): string | undefined {
  try {
    const tree = mdxToHast(splitFrontmatter(source.replace(/\r\n?/g, '\n')).body, { features, position: false });
    return JSON.stringify(joinTexts(tree));
  } catch {
    return undefined;
  }
}

/** A node without neighbouring texts, which readers see as one, and without lines between blocks. */
function joinTexts(node: unknown): unknown {
  if (!hasChildren(node)) return node;
  const children: unknown[] = [];
  for (const child of node.children) {
    const last = children.at(-1);
    if (isText(child) && isText(last))
      children[children.length - 1] = { type: 'text', value: last.value + child.value };
    else children.push(joinTexts(child));
  }
  return { ...node, children };
}

function hasChildren(node: unknown): node is { readonly children: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'children' in node;
}

function isText(node: unknown): node is { readonly type: 'text'; readonly value: string } {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'text';
}
