import type { SearchSubject } from '../../core/search/record.ts';
import type { Outline } from '../../core/essay/outline.ts';
import { openFragments, type FragmentStore } from '../fragments.ts';

/** Where texts of documents lie that another process can read for itself. */
export type TextStore = Pick<FragmentStore, 'folder' | 'has'>;

/** A subject as plain data for another process, without what is long and not needed there. */
export interface SentSubject extends SearchSubject {
  /** True when the sections are missing: they lie in the store of texts, by the document's digest. */
  readonly isStored: boolean;
}

/** A subject on its way to another process. Its text goes with it only where the library has said something in it. */
export function sendSubject({ document, ...facts }: SearchSubject, texts?: TextStore): SentSubject {
  const { kind, id, lang, file, front, lines, lane, outline, digest } = document;
  const isStored = texts?.folder !== undefined && texts.has(digest);
  const { headings } = outline;
  const sent = {
    headings,
    links: [],
    images: [],
    components: [],
    sections: isStored ? [] : outline.sections,
    ids: [],
    words: 0,
    excerpt: '',
  };
  const own = { kind, id, lang, file, front, lines, lane, digest, outline: sent, fragment: undefined };
  return { ...facts, isStored, document: own };
}

/** Subjects that were sent; the texts of each are read when they are asked for. */
export function receiveSubjects(sent: readonly SentSubject[], folder: string | undefined): SearchSubject[] {
  const store = folder === undefined ? undefined : openFragments(folder);
  return sent.map(({ isStored, document, ...facts }) => {
    if (!isStored || store === undefined) return { ...facts, document };
    const { digest, file } = document;
    let waiting: Outline['sections'] | undefined;
    const outline = {
      ...document.outline,
      // The words of a language are read from its texts, and then its records: in between they wait in memory.
      get sections() {
        const held = waiting ?? store.get(digest)?.outline.sections;
        if (held === undefined) throw new Error(`The text of ${file} is gone.`);
        waiting = waiting === undefined ? held : undefined;
        return held;
      },
    };
    return { ...facts, document: { ...document, outline } };
  });
}
