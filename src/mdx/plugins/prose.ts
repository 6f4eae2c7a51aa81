import type { Section } from '../../core/essay/outline.ts';
import { inlineText, isBlock, propTexts, squeeze } from '../plain.ts';
import type { Element, Node, Parent, Root, Tag } from '../tree.ts';
import { elementName, isParent, isTag, walk } from '../tree.ts';
import { idOf, isHeading } from './heading.ts';

/** A document as running text. */
export interface Prose {
  readonly sections: readonly Section[];
  /** Everything a reader reads, without blocks of code. */
  readonly read: string;
  /** The paragraphs of the text itself: not those of notes, figures and quotations. */
  readonly paragraphs: readonly string[];
}

/** What is gathered on the way through a document. */
interface Gathered {
  readonly parts: { readonly id?: string; readonly heading?: string; readonly lines: string[] }[];
  readonly read: string[];
  readonly paragraphs: string[];
  /** Text of each note by its id. */
  readonly notes: ReadonlyMap<string, Element>;
}

/** Reads the running text of a document. A note is read where it is first referred to. */
export function proseOf(root: Root): Prose {
  const gathered: Gathered = { parts: [{ lines: [] }], read: [], paragraphs: [], notes: notesOf(root) };
  const told = new Set<string>();
  for (const child of root.children) gather(child, gathered, told, true);
  const sections = gathered.parts
    .filter((part) => part.heading !== undefined || part.lines.length > 0)
    .map(({ lines, ...part }) => ({ ...part, text: lines.join('\n') }));
  return { sections, read: gathered.read.join('\n'), paragraphs: gathered.paragraphs };
}

function gather(node: Node, into: Gathered, told: Set<string>, own: boolean): void {
  if (isNotes(node) || !isParent(node)) {
    if (!isNotes(node)) say(inlineText(node), into, false);
  } else if (isHeading(node)) {
    gatherHeading(node, into, told);
  } else if (elementName(node) === 'pre') {
    last(into).push(squeeze(rawText(node)));
  } else if (node.children.some((child) => isParent(child) && isBlock(child))) {
    gatherBlocks(node, into, told, own);
  } else {
    gatherLine(node, into, told, own && elementName(node) === 'p');
  }
}

/** A block with blocks in it: each inner block is a line, and so is the loose text between them. */
function gatherBlocks(node: Element | Tag, into: Gathered, told: Set<string>, own: boolean): void {
  const inner = own && !isTag(node) && elementName(node) !== 'blockquote';
  if (isTag(node)) for (const line of propTexts(node)) say(line, into, false);
  let loose: Node[] = [];
  const flush = (): void => {
    if (loose.length > 0) gatherLine({ ...node, children: loose }, into, told, false);
    loose = [];
  };
  for (const child of node.children) {
    if (isParent(child) && isBlock(child)) {
      flush();
      gather(child, into, told, inner);
    } else loose.push(child);
  }
  flush();
}

function gatherHeading(heading: Element | Tag, into: Gathered, told: Set<string>): void {
  const text = squeeze(inlineText(heading));
  const id = idOf(heading);
  into.parts.push({ ...(id !== undefined && { id }), heading: text, lines: [] });
  into.read.push(text);
  tellNotes(heading, into, told);
}

function gatherLine(node: Element | Tag, into: Gathered, told: Set<string>, paragraph: boolean): void {
  if (isTag(node)) for (const line of propTexts(node)) say(line, into, false);
  say(inlineText(node), into, paragraph);
  tellNotes(node, into, told);
}

function say(text: string, into: Gathered, paragraph: boolean): void {
  const line = squeeze(text);
  if (line === '') return;
  last(into).push(line);
  into.read.push(line);
  if (paragraph) into.paragraphs.push(line);
}

function tellNotes(node: Element | Tag, into: Gathered, told: Set<string>): void {
  walk(node, (child) => {
    if (child.type !== 'element' || child.properties['role'] !== 'doc-noteref') return undefined;
    const id = String(child.properties['href']).slice(1);
    const note = into.notes.get(id);
    if (note !== undefined && !told.has(id)) {
      told.add(id);
      for (const part of note.children) gather(part, into, told, false);
    }
    return 'skip';
  });
}

function notesOf(root: Root): ReadonlyMap<string, Element> {
  const notes = new Map<string, Element>();
  const section = root.children.find(isNotes);
  if (section !== undefined && isParent(section)) {
    walk(section, (node) => {
      if (node.type === 'element' && node.tagName === 'li' && /^fn-\d+$/.test(String(node.properties['id']))) {
        notes.set(String(node.properties['id']), node);
        return 'skip';
      }
      return undefined;
    });
  }
  return notes;
}

function isNotes(node: Node): boolean {
  return node.type === 'element' && node.properties['role'] === 'doc-endnotes';
}

function rawText(node: Parent): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : isParent(child) ? rawText(child) : ''))
    .join('');
}

function last(into: Gathered): string[] {
  return into.parts[into.parts.length - 1]?.lines ?? [];
}
