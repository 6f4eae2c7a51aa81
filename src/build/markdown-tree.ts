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

/** True for elements. */
export function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

/** The text of a text node; nothing for comments and the like. */
export function textOfNode(node: Node): string {
  return node.type === 'text' && 'data' in node ? String(node.data) : '';
}

/** All text inside a node. */
export function textContent(node: Node): string {
  return isElement(node) ? node.children.map(textContent).join('') : textOfNode(node);
}
