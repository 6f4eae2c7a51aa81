import type { Concept } from '../concept/concept.ts';
import type { Essay } from '../essay/essay.ts';
import { dateText, readingMinutes } from '../locale/format.ts';
import { chooseText } from '../locale/text.ts';
import { countText } from '../locale/words.ts';
import { placesOf } from './activities.ts';
import { bodyHtml, coverHtml, fillingsOf } from './bodies.ts';
import { siblings, versionRoutes } from './entries.ts';
import { indexStep, type PageFacts } from './frame.ts';
import { cardRoute, markdownRoute } from './generated.ts';
import { conceptData, essayData } from './linked-data.ts';
import { keyOf, positionIn, type AnyDocument } from './documents.ts';
import type { Body, ContentsItem, DocumentPage, EssayPage, PageLink } from './page.ts';
import { mentionsOf, relatedTo } from './relations.ts';
import { seriesPlace } from './series-pages.ts';
import type { Shelf } from './shelf.ts';

/** The page of an essay. */
export function essayPage(shelf: Shelf, essay: Essay): EssayPage {
  const { knowledge } = shelf;
  const { front, lang, outline } = essay;
  const words = knowledge.words(lang);
  const url = knowledge.urls.absolute(knowledge.route(essay));
  const series = seriesPlace(knowledge, essay);
  const cover = coverHtml(knowledge, essay, 'page');
  return {
    kind: 'essay',
    ...shelf.parts({ ...documentFacts(shelf, essay), ...essayFacts(shelf, essay) }),
    title: front.title,
    description: front.description,
    authors: authorLinks(shelf, essay),
    published: dateText(front.date, lang),
    ...(front.updated && { updated: dateText(front.updated, lang) }),
    readingTime: countText(words.readingTime, readingMinutes(outline.words), lang),
    ...(cover !== undefined && { cover }),
    body: bodyOf(shelf, essay),
    contents: contentsOf(essay),
    tags: tagLinks(shelf, essay),
    ...(series && { series }),
    ...neighbours(shelf, essay),
    related: relatedTo(knowledge, shelf.citations, essay),
    places: placesOf(knowledge, essay),
    alsoIn: siblings(knowledge, essay),
    mail: mailto('', front.title, url),
    ...(knowledge.site.reply !== undefined && { reply: mailto(knowledge.site.reply, front.title, url) }),
    draft: front.draft,
  };
}

/** The page of a concept or of a page such as "about". */
export function documentPage(shelf: Shelf, document: Exclude<AnyDocument, Essay>): DocumentPage {
  const { knowledge } = shelf;
  const { urls } = knowledge;
  const { lang } = document;
  const concepts = { label: knowledge.words(lang).concepts, href: urls.href(urls.index('concepts', lang)) };
  return {
    kind: document.kind === 'concept' ? 'concept' : 'page',
    ...(document.kind === 'concept' && { parent: concepts }),
    ...shelf.parts({ ...documentFacts(shelf, document), ...conceptFacts(shelf, document) }),
    title: document.front.title,
    description: document.front.description,
    body: bodyOf(shelf, document),
    contents: contentsOf(document),
    alsoIn: siblings(knowledge, document),
    synonyms: 'synonyms' in document.front ? document.front.synonyms : [],
    mentions: mentionsOf(knowledge, shelf.citations, keyOf(document), lang),
  };
}

/** Key of the module that a document of the full lane is rendered from. */
export function moduleKey(document: AnyDocument): string {
  return document.file;
}

function bodyOf(shelf: Shelf, document: AnyDocument): Body {
  const { knowledge, linksOf } = shelf;
  if (document.lane === 'full') return { module: moduleKey(document) };
  return {
    sources: [[document.digest], ...fillingsOf(knowledge, linksOf, document, 'page')],
    get html() {
      return bodyHtml(knowledge, linksOf, document, 'page', document.fragment ?? '');
    },
  };
}

function documentFacts(shelf: Shelf, document: AnyDocument): PageFacts {
  const { knowledge } = shelf;
  return {
    route: knowledge.route(document),
    lang: document.lang,
    title: document.front.title,
    description: document.front.description,
    versions: versionRoutes(knowledge, document),
    modified: document.front.updated ?? ('date' in document.front ? document.front.date : undefined),
  };
}

function essayFacts(shelf: Shelf, essay: Essay): Partial<PageFacts> {
  const { knowledge } = shelf;
  const { front, lang } = essay;
  return {
    data: [essayData(knowledge, essay)],
    article: {
      published: dateText(front.date, lang).iso,
      ...(front.updated && { modified: dateText(front.updated, lang).iso }),
      authors: authorLinks(shelf, essay).map(({ label }) => label),
      tags: tagLinks(shelf, essay).map(({ label }) => label),
    },
    card: cardRoute(knowledge, lang, essay),
    markdown: markdownRoute(knowledge, essay),
  };
}

function conceptFacts(shelf: Shelf, document: Exclude<AnyDocument, Essay>): Partial<PageFacts> {
  if (document.kind !== 'concept') return {};
  const { knowledge } = shelf;
  const { lang } = document;
  return { data: [conceptData(knowledge, document as Concept)], above: [indexStep(knowledge, 'concepts', lang)] };
}

function contentsOf(document: AnyDocument): ContentsItem[] {
  return document.outline.headings
    .filter(({ depth }) => depth <= 3)
    .map(({ id, text, depth }) => ({ id, text, depth }));
}

function authorLinks(shelf: Shelf, essay: Essay): PageLink[] {
  const { knowledge } = shelf;
  return knowledge.authorsOf(essay).map((author) => ({
    label: chooseText(author.name, essay.lang, knowledge.languages).text,
    href: knowledge.urls.href(knowledge.authorRoute(author, essay.lang)),
  }));
}

function tagLinks(shelf: Shelf, essay: Essay): PageLink[] {
  const { knowledge } = shelf;
  return essay.front.tags.flatMap((id) => {
    const tag = knowledge.tag(id);
    if (tag === undefined) return [];
    const label = chooseText(tag.label, essay.lang, knowledge.languages).text;
    return [{ label, href: knowledge.urls.href(knowledge.tagRoute(tag, essay.lang)) }];
  });
}

function neighbours(shelf: Shelf, essay: Essay): { previous?: PageLink; next?: PageLink } {
  const { knowledge } = shelf;
  const list = knowledge.essays(essay.lang);
  const at = positionIn(list, essay);
  const link = (other: Essay | undefined): PageLink | undefined =>
    other && { label: other.front.title, href: knowledge.urls.href(knowledge.route(other)) };
  const previous = link(list[at + 1]);
  const next = at > 0 ? link(list[at - 1]) : undefined;
  return { ...(previous && { previous }), ...(next && { next }) };
}

function mailto(to: string, subject: string, url: string): string {
  return `mailto:${to}?subject=${encodeURIComponent(subject.toWellFormed())}&body=${encodeURIComponent(url)}`;
}
