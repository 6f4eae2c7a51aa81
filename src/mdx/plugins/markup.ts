import { meant } from '../../core/problem/nearest.ts';
import type { Draft } from '../draft.ts';
import { report } from '../draft.ts';
import { literalOf } from '../literal.ts';
import type { NamedAttribute, SpreadAttribute, Tag } from '../tree.ts';
import { attributeOf } from '../tree.ts';
import { elements } from './elements.ts';

const refused: Readonly<Record<string, string>> = {
  script: 'An essay brings no scripts of its own; a component imported by the essay may.',
  style: 'The look of the site is in its style sheets.',
  iframe: 'Link to the other page instead.',
  object: 'Use <Figure> for an image, or link to the file.',
  embed: 'Use <Figure> for an image, or link to the file.',
  link: 'The site loads what its pages need.',
  base: 'Addresses are relative to the essay.',
  meta: 'What a page says of itself is in the front matter.',
  noscript: 'An essay runs no scripts, so there is nothing to stand in for.',
  template: 'Only scripts could show what it holds.',
  canvas: 'Only scripts could draw on it; use <Figure> for an image.',
  form: 'A static site has nowhere to send it.',
};

/** Checks a tag that the author wrote: the element, its attributes and its id. */
export function checkMarkup(draft: Draft, tag: Tag): void {
  const name = tag.name ?? '';
  const reason = Object.hasOwn(refused, name) ? refused[name] : undefined;
  if (reason !== undefined) report(draft, 'forbidden-element', tag, `<${name}> is not allowed in an essay.`, reason);
  else if (!elements.has(name) && !name.includes('-')) unknownElement(draft, tag, name);
  for (const attribute of tag.attributes) checkAttribute(draft, tag, attribute);
  takeId(draft, tag);
}

/** Checks one attribute of a tag: no styles, no scripts, no bag of unknown attributes. */
export function checkAttribute(draft: Draft, tag: Tag, attribute: NamedAttribute | SpreadAttribute): void {
  const on = `<${tag.name ?? ''}>`;
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    const hint = 'Write each attribute out, so that it can be checked.';
    report(draft, 'spread-attribute', tag, `{${attribute.value}} on ${on} hides which attributes it has.`, hint);
  } else if (attribute.name.toLowerCase() === 'style') {
    const hint = 'The look belongs to the style sheet; give the element a class.';
    report(draft, 'style-attribute', tag, `style= on ${on} is not allowed.`, hint);
  } else if (/^on/i.test(attribute.name)) {
    report(draft, 'event-attribute', tag, `${attribute.name}= on ${on} is not allowed: an essay runs no scripts.`);
  } else if (/^(?:srcdoc|dangerouslySetInnerHTML|set:html|innerHTML)$/i.test(attribute.name)) {
    report(draft, 'raw-markup', tag, `${attribute.name}= on ${on} is not allowed.`, 'Write the markup in the text.');
  } else if (runsCode(tag, attribute)) {
    const message = `${attribute.name}= on ${on} may not run code.`;
    report(draft, 'unsafe-link', tag, message, 'Link to a page or a file.');
  }
}

/** True for addresses that are code, in other attributes than those that are taken as links. */
function runsCode(tag: Tag, { name, value }: NamedAttribute): boolean {
  if (name === 'href' && (tag.name === 'a' || tag.name === 'area')) return false;
  const address = typeof value === 'object' && value !== null ? literalOf(value.value) : value;
  return typeof address === 'string' && /^(?:javascript|vbscript):/i.test(address.replace(/[\u0000-\u0020]/g, ''));
}

function unknownElement(draft: Draft, tag: Tag, name: string): void {
  const near = meant(name, [...elements]);
  const hint = near === undefined ? 'Names of components begin with a capital.' : `Did you mean <${near}>?`;
  report(draft, 'unknown-element', tag, `There is no HTML element <${name}>.`, hint);
}

function takeId(draft: Draft, tag: Tag): void {
  const id = attributeOf(tag, 'id')?.value;
  if (typeof id !== 'string') return;
  if (draft.ids.has(id)) {
    report(draft, 'duplicate-id', tag, `The id “${id}” is already used in this file.`, 'Give each element its own id.');
  }
  draft.ids.add(id);
}
