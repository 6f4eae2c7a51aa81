/** A point of the body, lines and columns from 1. */
export interface TreePoint {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

/** What every node may carry. */
interface Positioned {
  readonly position?: { readonly start: TreePoint; readonly end: TreePoint } | undefined;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** Running text. */
export interface Text extends Positioned {
  readonly type: 'text';
  value: string;
}

/** Values of an element's properties, named as in the DOM: `className`, `ariaLabel`, `dataKind`. */
export type PropertyValue = string | number | boolean | readonly (string | number)[] | null | undefined;

/** An element that Markdown made. */
export interface Element extends Positioned {
  readonly type: 'element';
  tagName: string;
  properties: Record<string, PropertyValue>;
  children: Node[];
}

/** An expression as the value of an attribute: `{3}`. */
export interface AttributeExpression {
  readonly type: 'mdxJsxAttributeValueExpression';
  readonly value: string;
}

/** `name`, `name="text"` or `name={expression}`; a bare name has the value `null`. */
export interface NamedAttribute {
  readonly type: 'mdxJsxAttribute';
  readonly name: string;
  value?: AttributeExpression | string | null | undefined;
}

/** `{...spread}` */
export interface SpreadAttribute {
  readonly type: 'mdxJsxExpressionAttribute';
  readonly value: string;
}

/** A tag that the author wrote: an element, or a component when its name begins with a capital; no name is a fragment. */
export interface Tag extends Positioned {
  readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  readonly name: string | null;
  attributes: (NamedAttribute | SpreadAttribute)[];
  children: Node[];
}

/** `{expression}` in the text. */
export interface Expression extends Positioned {
  readonly type: 'mdxFlowExpression' | 'mdxTextExpression';
  readonly value: string;
}

/** `import` and `export` lines. */
export interface Esm extends Positioned {
  readonly type: 'mdxjsEsm';
  readonly value: string;
}

/** What has no text and no children of interest. */
export interface Other extends Positioned {
  readonly type: 'comment' | 'raw' | 'doctype';
  readonly value?: string;
}

/** The document. */
export interface Root extends Positioned {
  readonly type: 'root';
  children: Node[];
}

export type Node = Text | Element | Tag | Expression | Esm | Other;
export type Parent = Root | Element | Tag;

/** True for tags that the author wrote, elements and components alike. */
export function isTag(node: Node | Root): node is Tag {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** True for expressions in the text. */
export function isExpression(node: Node | Root): node is Expression {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
}

/** True for nodes that have children. */
export function isParent(node: Node | Root): node is Parent {
  return 'children' in node;
}

/** True for names of components: they begin with a capital, or reach into an object. */
export function isComponentName(name: string): boolean {
  return /^\p{Lu}|\./u.test(name);
}

/** Name of the element, whether Markdown made it or the author wrote its tag; `undefined` for components and the rest. */
export function elementName(node: Node | Root): string | undefined {
  if (node.type === 'element') return node.tagName;
  return isTag(node) && node.name !== null && !isComponentName(node.name) ? node.name : undefined;
}

/** Makes an element. */
export function element(tagName: string, properties: Element['properties'], children: Node[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** Makes a text. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** The attribute of that name on a tag. */
export function attributeOf(tag: Tag, name: string): NamedAttribute | undefined {
  return tag.attributes.find((one): one is NamedAttribute => one.type === 'mdxJsxAttribute' && one.name === name);
}

/** Gives a tag an attribute with a text as value, in place of the one it has. */
export function setAttribute(tag: Tag, name: string, value: string): void {
  const there = attributeOf(tag, name);
  if (there === undefined) tag.attributes.push({ type: 'mdxJsxAttribute', name, value });
  else there.value = value;
}

/**
 * Walks through the tree, parents before children.
 * `visit` may change the node and its parent's children from this node on; what it returns as `skip` is not entered.
 */
export function walk(parent: Parent, visit: (node: Node, parent: Parent, index: number) => 'skip' | undefined): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const node = parent.children[index];
    if (node === undefined) continue;
    const answer = visit(node, parent, index);
    const now = parent.children[index];
    if (answer !== 'skip' && now !== undefined && isParent(now)) walk(now, visit);
  }
}
