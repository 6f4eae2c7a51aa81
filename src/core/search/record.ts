import { chooseText } from '../locale/text.ts';
import { attributes, escapeText } from '../library/markup.ts';
import type { AnyDocument, Knowledge } from '../library/knowledge.ts';

/** A document as the full-text index reads it. */
export interface SearchRecord {
  /** Site-relative address with the base. */
  readonly url: string;
  readonly lang: string;
  /** A small HTML page made of the outline, with a heading for each section so that results lead to it. */
  readonly html: string;
}

/** The records of a language, in the order of their files. */
export function searchRecords(knowledge: Knowledge, lang: string): SearchRecord[] {
  return knowledge.documents
    .filter((document) => document.lang === lang)
    .map((document) => ({
      url: knowledge.urls.href(knowledge.route(document)),
      lang,
      html: recordHtml(knowledge, document),
    }));
}

function recordHtml(knowledge: Knowledge, document: AnyDocument): string {
  const { front, lang, outline } = document;
  const sections = outline.sections.map(({ id, heading, text }) => {
    const title = id === undefined || heading === undefined ? '' : `<h2${attributes({ id })}>${indexed(heading)}</h2>`;
    return `${title}<p>${indexed(text)}</p>`;
  });
  return [
    `<!doctype html><html${attributes({ lang })}><head><meta charset="utf-8"><title>${escapeText(front.title)}</title></head>`,
    `<body data-pagefind-body><h1>${indexed(front.title)}</h1><p>${indexed(front.description)}</p>`,
    ...('synonyms' in front ? front.synonyms.map((word) => `<p>${indexed(word)}</p>`) : []),
    ...sections,
    ...labels(knowledge, document).map((label) => `<span data-pagefind-filter="tag">${escapeText(label)}</span>`),
    '</body></html>',
  ].join('\n');
}

/**
 * The index splits words at ' but not at ’, so that l’innovation is found by its second word
 * only when it is written with the former.
 */
function indexed(text: string): string {
  return escapeText(text.replace(/(\p{L})’(?=\p{L})/gu, "$1'"));
}

function labels(knowledge: Knowledge, document: AnyDocument): string[] {
  const tags = 'tags' in document.front ? document.front.tags : [];
  return tags.flatMap((id) => {
    const tag = knowledge.tag(id);
    return tag === undefined ? [] : [chooseText(tag.label, document.lang, knowledge.languages).text];
  });
}
