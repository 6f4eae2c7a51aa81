import type { Heading, OutlineComponent, OutlineImage, OutlineLink, Point } from '../core/essay/outline.ts';
import type { Problem } from '../core/problem/problem.ts';
import { error, warning } from '../core/problem/problem.ts';
import type { Element, Parent, Tag, TreePoint } from './tree.ts';

/** Words of the interface that stand inside a document, in the document's language. */
export interface MdxWords {
  /** Heading of the notes. */
  readonly footnotes: string;
  /** Name of a link from a note back to its reference; `{reference}` is the number. */
  readonly backToReference: string;
  /** Name of the box of a finished task. */
  readonly taskDone: string;
  /** Name of the box of an open task. */
  readonly taskOpen: string;
}

/** A document while it is being compiled: what is known before, and what has been found so far. */
export interface Draft {
  /** Path relative to the content folder. */
  readonly file: string;
  /** BCP 47 tag. */
  readonly lang: string;
  readonly words: MdxWords;
  /** Lines of the file before the body. */
  readonly linesBefore: number;
  /** Names that the document imports or exports itself. */
  readonly ownNames: Set<string>;
  readonly problems: Problem[];
  readonly headings: Heading[];
  readonly links: OutlineLink[];
  /** Where each link stands: the link itself and the block around it. */
  readonly linkPlaces: { readonly node: Element | Tag; readonly block: Parent }[];
  readonly images: OutlineImage[];
  readonly components: OutlineComponent[];
  /** Ids in the order they were found. */
  readonly ids: Set<string>;
}

/** A node, or anything else that has a place in the body. */
export interface Placed {
  readonly position?: { readonly start: TreePoint } | undefined;
}

/** An empty draft. */
export function newDraft(known: Pick<Draft, 'file' | 'lang' | 'words' | 'linesBefore'>): Draft {
  return {
    ...known,
    ownNames: new Set(),
    problems: [],
    headings: [],
    links: [],
    linkPlaces: [],
    images: [],
    components: [],
    ids: new Set(),
  };
}

/** Where a node stands in the file; the first line of the body for a node that nobody wrote. */
export function pointOf(draft: Draft, node: Placed): Point {
  const start = node.position?.start;
  return { line: draft.linesBefore + (start?.line ?? 1), column: start?.column ?? 1 };
}

/** Notes an error at a node. */
export function report(draft: Draft, rule: string, node: Placed, message: string, hint?: string): void {
  draft.problems.push(error(rule, { file: draft.file, ...pointOf(draft, node) }, message, hint));
}

/** Notes a warning at a node. */
export function advise(draft: Draft, rule: string, node: Placed, message: string, hint?: string): void {
  draft.problems.push(warning(rule, { file: draft.file, ...pointOf(draft, node) }, message, hint));
}
