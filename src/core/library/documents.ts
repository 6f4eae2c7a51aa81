import type { Concept } from '../concept/concept.ts';
import type { DocumentKind, Essay, SitePage } from '../essay/essay.ts';
import { compareText } from '../locale/format.ts';
import type { Content, LibraryOptions } from './content.ts';

/** A document of any kind. */
export type AnyDocument = Essay | Concept | SitePage;

/** The versions of one document, by language. No language is the master. */
export interface TranslationSet<D extends AnyDocument = AnyDocument> {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly versions: ReadonlyMap<string, D>;
}

/** The visible documents of a folder, paired and ordered. Drafts are filtered here and nowhere else. */
export interface DocumentIndex {
  /** Visible essays of a language, newest first. */
  readonly essays: (lang: string) => readonly Essay[];
  /** Visible concepts of a language in alphabetical order. */
  readonly concepts: (lang: string) => readonly Concept[];
  readonly pages: (lang: string) => readonly SitePage[];
  /** All visible documents, in the order of their files. */
  readonly documents: readonly AnyDocument[];
  /** All visible essays, newest first. */
  readonly allEssays: readonly Essay[];
  readonly set: (kind: DocumentKind, id: string) => TranslationSet | undefined;
  /** The set with a key as {@link keyOf} gives it. */
  readonly keyed: (key: string) => TranslationSet | undefined;
  /** True when a file exists but is not shown: a draft, or not yet published. */
  readonly hidden: (kind: DocumentKind, id: string, lang: string) => boolean;
}

/** Key of a document's translation set. @example keyOf(essay) → 'essay look-up' */
export function keyOf({ kind, id }: Pick<AnyDocument, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** Sorts a folder's documents out once; every question after that is a lookup. */
export function indexDocuments(content: Content, options: LibraryOptions): DocumentIndex {
  const shown = (document: AnyDocument): boolean => isShown(document, options);
  const essays = content.essays.filter(shown).sort(newestFirst);
  const concepts = content.concepts.filter(shown).sort((a, b) => compareText(a.front.title, b.front.title, a.lang));
  const pages = content.pages.filter(shown);
  const documents = shownDocuments(content, options);
  const sets = pair(documents);
  const all: readonly AnyDocument[] = [...content.essays, ...content.concepts, ...content.pages];
  const hidden = new Set(all.filter((one) => !shown(one)).map(({ kind, id, lang }) => `${kind} ${id} ${lang}`));
  const essaysIn = Map.groupBy(essays, ({ lang }) => lang);
  const conceptsIn = Map.groupBy(concepts, ({ lang }) => lang);
  const pagesIn = Map.groupBy(pages, ({ lang }) => lang);
  return {
    essays: (lang) => essaysIn.get(lang) ?? [],
    concepts: (lang) => conceptsIn.get(lang) ?? [],
    pages: (lang) => pagesIn.get(lang) ?? [],
    documents,
    allEssays: essays,
    set: (kind, id) => sets.get(keyOf({ kind, id })),
    keyed: (key) => sets.get(key),
    hidden: (kind, id, lang) => hidden.has(`${kind} ${id} ${lang}`),
  };
}

/** All documents that are to be seen, in the order of their files. */
export function shownDocuments({ essays, concepts, pages }: Content, options: LibraryOptions): AnyDocument[] {
  const shown = [...essays, ...concepts, ...pages].filter((document) => isShown(document, options));
  return shown.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function isShown(document: AnyDocument, { drafts, now }: LibraryOptions): boolean {
  return drafts || isPublished(document, now);
}

/** True when a document may be shown at `now`. */
export function isPublished(document: AnyDocument, now: Date): boolean {
  if (document.front.draft) return false;
  return !('publish' in document.front) || document.front.publish === undefined || document.front.publish <= now;
}

/** The version of a set in `lang`, else the first one in the order of the site's languages. */
export function bestVersion<D extends AnyDocument>(
  set: TranslationSet<D>,
  lang: string,
  languages: readonly string[],
): D | undefined {
  return (
    set.versions.get(lang) ?? languages.map((other) => set.versions.get(other)).find((found) => found !== undefined)
  );
}

/** The order of every list of essays: newest first; those of one moment by id and language. */
export function newestFirst(a: Essay, b: Essay): number {
  return b.front.date.getTime() - a.front.date.getTime() || compare(a.id, b.id) || compare(a.lang, b.lang);
}

/** Where an essay stands in a list that is ordered newest first; -1 when it is not in it. Takes logarithmic time. */
export function positionIn(list: readonly Essay[], essay: Essay): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = list[middle];
    const order = there === undefined ? 0 : newestFirst(essay, there);
    if (order === 0) return middle;
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return -1;
}

function pair(documents: readonly AnyDocument[]): Map<string, TranslationSet> {
  const sets = new Map<string, { kind: DocumentKind; id: string; versions: Map<string, AnyDocument> }>();
  for (const document of documents) {
    const { kind, id, lang } = document;
    const key = keyOf(document);
    const set = sets.get(key) ?? { kind, id, versions: new Map<string, AnyDocument>() };
    set.versions.set(lang, document);
    sets.set(key, set);
  }
  return sets;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
