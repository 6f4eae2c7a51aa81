import type { Essay } from '../essay/essay.ts';
import { followLinks, type LinksOf } from './bodies.ts';
import type { Content, LibraryOptions } from './content.ts';
import { entryOf } from './entries.ts';
import { pageParts, type PageFacts, type PageParts } from './frame.ts';
import { indexContent, type Knowledge } from './knowledge.ts';
import type { Entry } from './page.ts';
import { perLanguage } from './per-language.ts';
import { readCitations, type Citations } from './relations.ts';

/** What page builders share: the indexed folder, followed links, citations, and how common parts and entries are made. */
export interface Shelf {
  readonly knowledge: Knowledge;
  readonly linksOf: LinksOf;
  readonly citations: Citations;
  readonly parts: (facts: PageFacts) => PageParts;
  /** An essay as lists of a language show it. */
  readonly entry: (essay: Essay, pageLang: string) => Entry;
}

/** Indexes a folder and follows its links. `existing` is asked for the routes of indexes that have a page. */
export function makeShelf(
  content: Content,
  options: LibraryOptions,
  existing: (knowledge: Knowledge) => ReadonlySet<string>,
): Shelf {
  const knowledge = indexContent(content, options);
  const linksOf = followLinks(knowledge);
  const known = existing(knowledge);
  return {
    knowledge,
    linksOf,
    citations: readCitations(knowledge, linksOf),
    parts: (facts) => pageParts(knowledge, known, facts),
    entry: perLanguage((essay: Essay, pageLang) => entryOf(knowledge, essay, pageLang)),
  };
}
