import { isVoid } from './html-elements.ts';
import { readHtml, type HtmlListener, type Values } from './html.ts';

/** A node of parsed HTML, as far as writing Markdown needs it. */
export interface Node {
  readonly type: string;
}

/** An element of parsed HTML. */
export interface Element extends Node {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/** A text between elements. */
interface Text extends Node {
  readonly type: 'text';
  data: string;
}

/** The nodes of HTML, without its comments. */
export function parseTree(html: string): readonly Node[] {
  return readHtml(html, () => new TreeBuilder()).nodes;
}

class TreeBuilder implements HtmlListener {
  readonly nodes: Node[] = [];
  /** What each open element holds so far, the innermost last. */
  readonly #open: Node[][] = [this.nodes];

  open(name: string, attribs: Values): void {
    const children: Node[] = [];
    const element: Element = { type: 'element', name, attribs, children };
    this.#add(element);
    if (!isVoid(name)) this.#open.push(children);
  }

  text(data: string): void {
    const last = this.#open.at(-1)?.at(-1);
    if (last !== undefined && isText(last)) last.data += data;
    else this.#addText(data);
  }

  close(): void {
    this.#open.pop();
  }

  #addText(data: string): void {
    const node: Text = { type: 'text', data };
    this.#add(node);
  }

  #add(node: Node): void {
    this.#open.at(-1)?.push(node);
  }
}

function isText(node: Node): node is Text {
  return node.type === 'text';
}

/** True for elements. */
export function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

/** The text of a text node; nothing for comments and the like. */
export function textOfNode(node: Node): string {
  return isText(node) ? node.data : '';
}

/** All text inside a node. */
export function textContent(node: Node): string {
  return isElement(node) ? node.children.map(textContent).join('') : textOfNode(node);
}
