import { dayMark } from '../locale/seam.ts';
import { chooseText, textIn } from '../locale/text.ts';
import { yearText } from '../locale/format.ts';
import { attributes, escapeText } from '../library/markup.ts';
import type { AnyDocument, Knowledge } from '../library/knowledge.ts';
import type { Tag } from '../tag/tag.ts';
import { compoundSplitter } from './compound.ts';
import { wordMarker, type Marker } from './marked.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A document as the full-text index reads it. */
export interface SearchRecord {
  /** Site-relative address with the base. */
  readonly url: string;
  /** A small HTML page made of the outline, with a heading for each section so that results lead to it. */
  readonly html: string;
}

/** What a record is made of, beside the document's own file. */
export interface SearchSubject {
  readonly document: AnyDocument;
  readonly url: string;
  /** Labels of its tags and of the wider ones, for the facet. */
  readonly tags: readonly string[];
  /** Other words for these tags. */
  readonly topics: readonly string[];
  readonly year?: string;
  readonly date?: Date;
}

/** The documents of a language that are found, in the order of their files. */
export function searchSubjects(knowledge: Knowledge, lang: string): SearchSubject[] {
  return knowledge.documents
    .filter((document) => document.lang === lang)
    .map((document) => {
      const tags = withWider(knowledge, 'tags' in document.front ? document.front.tags : []);
      return {
        document,
        url: knowledge.urls.href(knowledge.route(document)),
        tags: tags.map((tag) => labelOf(knowledge, tag, lang)),
        topics: tags.flatMap((tag) => tag.synonyms?.[lang] ?? []),
        ...timeOf(document),
      };
    });
}

/** The records of a language's documents, one after the other; their words are split where `vocabulary` knows the parts. */
export function* searchRecords(subjects: readonly SearchSubject[], vocabulary: Vocabulary): Generator<SearchRecord> {
  const mark = wordMarker(vocabulary.lang, compoundSplitter(vocabulary));
  for (const subject of subjects) yield { url: subject.url, html: recordHtml(subject, mark) };
}

/**
 * The title and what else a document is called are fields of their own, with weights in the browser;
 * they stay out of the text so that an excerpt quotes nothing but sentences.
 */
function recordHtml(subject: SearchSubject, mark: Marker): string {
  const { document, tags, topics, year, date } = subject;
  const { front, lang, kind, outline } = document;
  const text = (plain: string): string => escapeText(mark(plain));
  const synonyms = 'synonyms' in front ? front.synonyms : [];
  const sections = outline.sections.map(({ id, heading, text: body }) => {
    const title = id === undefined || heading === undefined ? '' : `<h2${attributes({ id })}>${text(heading)}</h2>`;
    return `${title}<p>${text(body)}</p>`;
  });
  return [
    `<!doctype html><html${attributes({ lang })}><head><meta charset="utf-8"></head><body data-pagefind-body>`,
    field('title', text(front.title)),
    field('synonyms', text(synonyms.join(', '))),
    field('topics', text([...tags, ...topics].join(', '))),
    field('day', date === undefined ? '' : dayMark(date)),
    facet('kind', kind),
    ...tags.map((tag) => facet('tag', tag)),
    ...(year === undefined ? [] : [facet('year', year)]),
    `<p>${text(front.description)}</p>`,
    ...sections,
    '</body></html>',
  ].join('\n');
}

/** What an index knows of a page beside its text, in the order in which Pagefind has them. */
export const searchFields = ['day', 'synonyms', 'title', 'topics'] as const;

function field(name: (typeof searchFields)[number], html: string): string {
  return html === '' ? '' : `<span data-pagefind-ignore data-pagefind-meta="${name}">${html}</span>`;
}

function facet(name: string, value: string): string {
  return `<span data-pagefind-ignore data-pagefind-filter="${name}">${escapeText(value)}</span>`;
}

function labelOf(knowledge: Knowledge, tag: Tag, lang: string): string {
  return textIn(tag.label, lang) ?? chooseText(tag.label, lang, knowledge.languages).text;
}

/** Tags and every tag above them, each once. */
function withWider(knowledge: Knowledge, ids: readonly string[]): Tag[] {
  const found = new Map<string, Tag>();
  for (const id of ids) {
    for (let tag = knowledge.tag(id); tag && !found.has(tag.id); tag = knowledge.tag(tag.parent ?? ''))
      found.set(tag.id, tag);
  }
  return [...found.values()];
}

function timeOf({ kind, front, lang }: AnyDocument): { year?: string; date?: Date } {
  if (kind !== 'essay' || !('date' in front) || front.date === undefined) return {};
  return { year: yearText(front.date, lang), date: front.date };
}
