import type { Place } from '../problem/problem.ts';

/** The way a document is rendered: `fast` without, `full` with its own `import` or `export`. */
export type Lane = 'fast' | 'full';

/** A line and a column in the document's own file, both from 1, front matter counted. */
export type Point = Required<Pick<Place, 'line' | 'column'>>;

/** A heading of a document. */
export interface Heading extends Point {
  /** 2 to 6; the title of the page is the only heading of depth 1. */
  readonly depth: number;
  readonly text: string;
  /** Unique in the document, made from the text, stable while the text is. */
  readonly id: string;
}

/** A link as its author wrote it. Its index in `Outline.links` is its slot number. */
export interface OutlineLink extends Point {
  /** The address as written: `../look-up/#heading`, `https://example.org/`, `#here`. */
  readonly href: string;
  readonly text: string;
  /** The sentence around the link, plain text, for "cited by". */
  readonly sentence: string;
}

/** An image as its author wrote it. Its index in `Outline.images` is its slot number. */
export interface OutlineImage extends Point {
  /** File name relative to the document's folder. */
  readonly src: string;
  /** The text alternative; `undefined` when the author gave none, `''` when it is decoration. */
  readonly alt: string | undefined;
}

/** A component of the vocabulary as it was used. Those that need the library have a slot number. */
export interface OutlineComponent extends Point {
  readonly name: string;
  /** The props that are plain values (strings, numbers, booleans). */
  readonly props: Readonly<Record<string, string | number | boolean>>;
}

/** A piece of a document under one heading, as plain text; what the library says in a sentence is a slot until it does. */
export interface Section {
  /** Id of the heading; `undefined` for what comes before the first one. */
  readonly id?: string;
  readonly heading?: string;
  readonly text: string;
}

/** What a document says of itself, without any knowledge of other files. */
export interface Outline {
  readonly headings: readonly Heading[];
  readonly links: readonly OutlineLink[];
  readonly images: readonly OutlineImage[];
  readonly components: readonly OutlineComponent[];
  readonly sections: readonly Section[];
  /** Element ids that a link may point at: headings, footnotes, ids of the author's own elements. */
  readonly ids: readonly string[];
  /** Words by `Intl.Segmenter` in the document's language. */
  readonly words: number;
  /** The first sentences of running text, at most 300 characters, slots counted as they stand. */
  readonly excerpt: string;
}
