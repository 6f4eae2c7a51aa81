import type { Draft, Placed } from '../draft.ts';
import { report } from '../draft.ts';
import type { Element, Node, Root, Text } from '../tree.ts';
import { text, walk } from '../tree.ts';
import { notesLabel } from './heading.ts';

/** Numbers of the notes by the ids that the parser gave them. */
type Numbers = Map<string, number>;

/** Gives notes and their references plain, stable ids, roles, and words in the document's language. */
export function nameFootnotes(draft: Draft, root: Root): void {
  const section = root.children.find(isNotes);
  walk(root, (node) => lonelyReference(draft, node));
  if (section === undefined) return;
  const numbers = nameNotes(draft, section);
  const seen = new Map<number, number>();
  walk(root, (node) => {
    if (node.type === 'element' && node.tagName === 'sup') nameReference(draft, node, numbers, seen);
    return undefined;
  });
  section.properties = { className: ['footnotes'], role: 'doc-endnotes', ariaLabelledBy: notesLabel };
  draft.ids.add(notesLabel);
}

function isNotes(node: Node): node is Element {
  return node.type === 'element' && node.properties['dataFootnotes'] === true;
}

function nameNotes(draft: Draft, section: Element): Numbers {
  const numbers: Numbers = new Map();
  walk(section, (node) => {
    if (node.type !== 'element') return undefined;
    const id = String(node.properties['id'] ?? '');
    if (node.tagName === 'h2' && id === 'footnote-label') nameHeading(draft, node);
    if (node.tagName === 'li' && id.startsWith('user-content-fn-')) {
      const number = numbers.size + 1;
      numbers.set(id, number);
      node.properties = { id: `fn-${number}` };
      draft.ids.add(`fn-${number}`);
      nameBacks(draft, node, number);
    }
    return undefined;
  });
  return numbers;
}

function nameHeading(draft: Draft, heading: Element): void {
  heading.properties = { id: notesLabel };
  heading.children = [text(draft.words.footnotes)];
}

function nameBacks(draft: Draft, note: Element, number: number): void {
  let times = 0;
  walk(note, (node) => {
    if (node.type !== 'element' || node.properties['dataFootnoteBackref'] === undefined) return undefined;
    times += 1;
    const which = times === 1 ? String(number) : `${number}-${times}`;
    node.properties = {
      href: `#fnref-${which}`,
      className: ['footnote-back'],
      role: 'doc-backlink',
      ariaLabel: draft.words.backToReference.replace('{reference}', which),
    };
    // The selector after the arrow asks for a letter instead of a coloured picture.
    node.children = [text('\u21A9\uFE0E')];
    return 'skip';
  });
}

function nameReference(draft: Draft, sup: Element, numbers: Numbers, seen: Map<number, number>): void {
  const [link] = sup.children;
  if (link?.type !== 'element' || link.properties['dataFootnoteRef'] === undefined) return;
  const number = numbers.get(String(link.properties['href']).slice(1));
  if (number === undefined) return;
  const times = (seen.get(number) ?? 0) + 1;
  seen.set(number, times);
  const id = times === 1 ? `fnref-${number}` : `fnref-${number}-${times}`;
  draft.ids.add(id);
  sup.properties = { className: ['footnote-ref'] };
  link.properties = { href: `#fn-${number}`, id, role: 'doc-noteref', ariaDescribedBy: notesLabel };
}

function lonelyReference(draft: Draft, node: Node): 'skip' | undefined {
  if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return 'skip';
  if (node.type !== 'text') return undefined;
  for (const match of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) {
    const label = match[1] ?? '';
    const hint = `Write it anywhere: [^${label}]: The note.`;
    report(draft, 'unknown-footnote', pointIn(node, match.index), `There is no note [^${label}].`, hint);
  }
  return undefined;
}

/** The place of a piece of a text. */
function pointIn({ position, value }: Text, at: number): Placed {
  if (position === undefined) return {};
  const before = value.slice(0, at).split('\n');
  const { line, column } = position.start;
  const ahead = before.at(-1)?.length ?? 0;
  return {
    position: { start: { line: line + before.length - 1, column: before.length === 1 ? column + ahead : ahead + 1 } },
  };
}
