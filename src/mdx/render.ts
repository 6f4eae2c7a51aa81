import { Fragment, h } from 'preact';
import type { ComponentChildren, ComponentType, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { attributesOf, escapeText } from './attribute.ts';
import type { Draft, Placed } from './draft.ts';
import { pointOf, report } from './draft.ts';
import { evaluate } from './evaluate.ts';
import { isComment, literalOf } from './literal.ts';
import type { Element, Node, Parent, Root, Tag } from './tree.ts';
import { isComponentName, isExpression, isTag, walk } from './tree.ts';

type AnyComponent = ComponentType<Record<string, unknown>>;

/** Components by name. Their props have been checked by the time they are rendered. */
export type Components = Readonly<Record<string, unknown>>;

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** The HTML of a transformed tree. What goes wrong becomes a problem of the draft. */
export function renderTree(draft: Draft, parent: Parent, components: Components): string {
  let html = '';
  for (const child of parent.children) html += renderNode(draft, child, components);
  return html;
}

/**
 * Evaluates the expressions of a tree that has other faults and is not rendered, so that what they throw is told
 * together with the rest. Where something has been reported already, nothing is tried.
 */
export function tryExpressions(draft: Draft, root: Root): void {
  const known = new Set(draft.problems.map(({ line, column }) => `${String(line)}:${String(column)}`));
  walk(root, (node) => {
    const { line, column } = pointOf(draft, node);
    if (known.has(`${String(line)}:${String(column)}`)) return undefined;
    if (isExpression(node)) attempt(draft, node, () => renderValue(valueOf(node.value)));
    if (isTag(node)) attempt(draft, node, () => String(Object.keys(propsOf(node)).length));
    return undefined;
  });
}

function renderNode(draft: Draft, node: Node, components: Components): string {
  if (node.type === 'text') return escapeText(node.value);
  if (node.type === 'element') return renderElement(draft, node, components);
  if (isTag(node)) return attempt(draft, node, () => renderTag(draft, node, components));
  if (isExpression(node)) return attempt(draft, node, () => renderValue(valueOf(node.value)));
  return '';
}

function renderElement(draft: Draft, { tagName, properties, children }: Element, components: Components): string {
  const open = `<${tagName}${attributesOf(properties)}>`;
  return voids.has(tagName) ? open : `${open}${renderTree(draft, { type: 'root', children }, components)}</${tagName}>`;
}

function renderTag(draft: Draft, tag: Tag, components: Components): string {
  const inner = renderTree(draft, tag, components);
  const { name } = tag;
  if (name === null) return inner;
  if (tag.attributes.length === 0 && !isComponentName(name))
    return voids.has(name) ? `<${name}>` : `<${name}>${inner}</${name}>`;
  const type = isComponentName(name) ? components[name] : name;
  if (type === undefined) return '';
  const children = tag.children.length === 0 ? [] : [verbatim(inner)];
  return tidy(renderToString(h(type as AnyComponent, propsOf(tag), ...children)));
}

/** A node that prints HTML as it is, without an element around it. */
function verbatim(html: string): VNode {
  return h(Fragment as AnyComponent, { tpl: [html], exprs: [] });
}

function propsOf(tag: Tag): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const attribute of tag.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') continue;
    const { name, value } = attribute;
    props[name] =
      value === null || value === undefined ? true : typeof value === 'string' ? value : valueOf(value.value);
  }
  return props;
}

function valueOf(expression: string): unknown {
  if (isComment(expression)) return undefined;
  return literalOf(expression) ?? evaluate(expression);
}

function renderValue(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return escapeText(String(value));
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (!isRenderable(value)) throw new TypeError('its value is neither a text nor a number nor an element');
  return tidy(renderToString(h(Fragment, null, value as ComponentChildren)));
}

function isRenderable(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isRenderable);
  return typeof value !== 'function' && (typeof value !== 'object' || value === null || 'props' in value);
}

/** Elements without content as the rest of the document has them. */
function tidy(html: string): string {
  return html.replace(/<(\w+)((?:[^<>"]|"[^"]*")*)\/>/g, (whole, name: string, rest: string) =>
    voids.has(name) ? `<${name}${rest}>` : whole,
  );
}

function attempt(draft: Draft, node: Placed, make: () => string): string {
  try {
    return make();
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    report(
      draft,
      'failing-expression',
      node,
      `This cannot be rendered: ${reason}.`,
      'Mend the expression, or leave it out.',
    );
    return '';
  }
}
