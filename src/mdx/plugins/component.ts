import type { OutlineComponent } from '../../core/essay/outline.ts';
import { slot } from '../../core/essay/slot.ts';
import { complaint } from '../../core/problem/complaint.ts';
import { meant, nearest } from '../../core/problem/nearest.ts';
import type { VocabularyEntry } from '../../vocabulary/vocabulary.ts';
import { entryOf, vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { pointOf, report } from '../draft.ts';
import { literalOf } from '../literal.ts';
import type { NamedAttribute, Parent, Tag } from '../tree.ts';
import { elementName, setAttribute } from '../tree.ts';

/** The attribute by which a component is told where the library will fill it in. */
export const slotProp = 'slotText';

type Props = Record<string, string | number | boolean>;

/** Checks a component against the vocabulary, lists it in the outline and gives it its slot. */
export function takeComponent(draft: Draft, tag: Tag, parent: Parent): void {
  const name = tag.name ?? '';
  if (draft.ownNames.has(name.split('.')[0] ?? '')) return;
  const entry = entryOf(name);
  if (entry === undefined) {
    reportUnknown(draft, tag, name);
    return;
  }
  checkPlace(draft, tag, entry, parent);
  const props = plainProps(draft, tag);
  checkProps(draft, tag, entry, props);
  const index = draft.components.push(outlineComponent(draft, tag, name, props)) - 1;
  if (entry.slot) setAttribute(tag, slotProp, slot('component', index));
}

function outlineComponent(draft: Draft, tag: Tag, name: string, props: Props): OutlineComponent {
  return { name, props, ...pointOf(draft, tag) };
}

function reportUnknown(draft: Draft, tag: Tag, name: string): void {
  const known = nearest(name, Object.keys(vocabulary), Infinity);
  const near = meant(name, known);
  const hint = `${near === undefined ? '' : `Did you mean <${near}>? `}There are: ${known.join(', ')}.`;
  report(draft, 'unknown-component', tag, `There is no component <${name}>.`, hint);
}

function checkPlace(draft: Draft, tag: Tag, entry: VocabularyEntry, parent: Parent): void {
  const name = tag.name ?? '';
  const hint = `For example: ${entry.example}`;
  if (entry.inline === true && parent.type === 'root') {
    report(draft, 'component-alone', tag, `<${name}> stands outside of any sentence.`, hint);
  }
  if (entry.inline !== true && elementName(parent) === 'p') {
    const message = `<${name}> stands in the middle of a paragraph.`;
    report(
      draft,
      'component-in-text',
      tag,
      message,
      'Put it on lines of its own, with an empty line before and after.',
    );
  }
  if (entry.children === 'none' && tag.children.length > 0) {
    report(draft, 'component-children', tag, `<${name}> has nothing between its tags.`, hint);
  }
  if (entry.children === 'required' && tag.children.length === 0) {
    report(draft, 'component-children', tag, `<${name}> is empty.`, hint);
  }
}

/** Props whose values can be read without running anything. */
function plainProps(draft: Draft, tag: Tag): Props {
  const props: Props = {};
  for (const attribute of tag.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      const hint = 'Write each prop out, so that it can be checked.';
      report(draft, 'spread-attribute', tag, `{${attribute.value}} on <${tag.name ?? ''}> hides its props.`, hint);
      continue;
    }
    const value = plainValue(attribute);
    if (value !== undefined) props[attribute.name] = value;
  }
  return props;
}

function plainValue({ value }: NamedAttribute): string | number | boolean | undefined {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value : literalOf(value.value);
}

function checkProps(draft: Draft, tag: Tag, entry: VocabularyEntry, props: Props): void {
  const dynamic = dynamicNames(tag, props);
  const known = Object.keys(entry.props.shape);
  for (const written of [...Object.keys(props), ...dynamic]) {
    if (!known.includes(written)) reportUnknownProp(draft, tag, written, known);
  }
  const result = entry.props.safeParse(props, { error: complaint });
  for (const issue of result.error?.issues ?? []) {
    const prop = String(issue.path[0] ?? '');
    if (issue.code === 'unrecognized_keys' || dynamic.includes(prop)) continue;
    const missing = !(prop in props);
    const rule = missing ? 'missing-prop' : 'wrong-prop';
    const message = missing ? `<${tag.name ?? ''}> needs ${prop}.` : `${prop} of <${tag.name ?? ''}> ${issue.message}.`;
    report(draft, rule, tag, message, `For example: ${entry.example}`);
  }
}

function dynamicNames(tag: Tag, props: Props): string[] {
  return tag.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && !(one.name in props) ? [one.name] : []));
}

function reportUnknownProp(draft: Draft, tag: Tag, written: string, known: readonly string[]): void {
  const near = meant(written, known);
  const hint = `${near === undefined ? '' : `Did you mean ${near}? `}It has: ${known.join(', ')}.`;
  report(draft, 'unknown-prop', tag, `<${tag.name ?? ''}> has no prop ${written}.`, hint);
}
