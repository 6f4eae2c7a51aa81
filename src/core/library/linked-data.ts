import type { Author } from '../author/author.ts';
import type { Concept } from '../concept/concept.ts';
import type { Essay } from '../essay/essay.ts';
import { dateText, readingMinutes } from '../locale/format.ts';
import { chooseText } from '../locale/text.ts';
import { cardRoute } from './generated.ts';
import type { AnyDocument, Knowledge } from './knowledge.ts';
import { siteTitle } from './site-title.ts';

/** A thing as schema.org describes it. */
export type DataNode = Readonly<Record<string, unknown>>;

/** A step on the way from home to a page. */
export interface Step {
  readonly label: string;
  /** Absolute. */
  readonly href: string;
}

/** Nodes as text for `<script type="application/ld+json">`: nothing in it can end the script. */
export function dataText(nodes: readonly DataNode[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': nodes };
  return JSON.stringify(graph).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** An essay, with who wrote it, in which language, and which version of it came first. */
export function essayData(knowledge: Knowledge, essay: Essay): DataNode {
  const { front, lang, outline } = essay;
  const { urls, languages, site } = knowledge;
  const url = urls.absolute(knowledge.route(essay));
  const tags = front.tags.flatMap((id) => knowledge.tag(id) ?? []);
  return {
    '@type': 'BlogPosting',
    '@id': nodeId(url),
    url,
    mainEntityOfPage: url,
    headline: front.title,
    description: front.description,
    inLanguage: lang,
    datePublished: dateText(front.date, lang).iso,
    ...(front.updated && { dateModified: dateText(front.updated, lang).iso }),
    author: knowledge.authorsOf(essay).map((author) => authorNode(knowledge, author, lang)),
    publisher: { '@id': publisherId(knowledge, lang) },
    isPartOf: { '@id': siteId(knowledge, lang) },
    image: urls.absolute(cardRoute(knowledge, lang, essay)),
    keywords: tags.map(({ label }) => chooseText(label, lang, languages).text),
    wordCount: outline.words,
    timeRequired: `PT${String(readingMinutes(outline.words))}M`,
    ...(site.licence?.url !== undefined && { license: site.licence.url }),
    ...translations(knowledge, essay),
  };
}

/** A concept as a defined term in the set of its language. */
export function conceptData(knowledge: Knowledge, concept: Concept): DataNode {
  const { front, lang } = concept;
  const { urls } = knowledge;
  const url = urls.absolute(knowledge.route(concept));
  return {
    '@type': 'DefinedTerm',
    '@id': nodeId(url),
    url,
    name: front.title,
    description: front.description,
    inLanguage: lang,
    ...(front.synonyms.length > 0 && { alternateName: front.synonyms }),
    inDefinedTermSet: {
      '@type': 'DefinedTermSet',
      name: knowledge.words(lang).concepts,
      url: urls.absolute(urls.index('concepts', lang)),
    },
  };
}

/** The page of an author, whom it is about; only here is said what essays need not repeat. */
export function authorData(knowledge: Knowledge, author: Author, lang: string): DataNode {
  const url = knowledge.urls.absolute(knowledge.authorRoute(author, lang));
  const about = author.bio && { description: chooseText(author.bio, lang, knowledge.languages).text };
  return {
    '@type': 'ProfilePage',
    url,
    inLanguage: lang,
    mainEntity: { ...authorNode(knowledge, author, lang), ...about },
  };
}

/** The site in a language, and who publishes it. */
export function siteData(knowledge: Knowledge, lang: string): DataNode {
  const { site, urls, languages } = knowledge;
  return {
    '@type': 'Blog',
    '@id': siteId(knowledge, lang),
    url: urls.absolute(urls.home(lang)),
    name: siteTitle(knowledge, lang),
    description: chooseText(site.description, lang, languages).text,
    inLanguage: lang,
    image: urls.absolute(cardRoute(knowledge, lang)),
    publisher: {
      '@type': 'Organization',
      '@id': publisherId(knowledge, lang),
      name: siteTitle(knowledge, lang),
      url: urls.absolute(urls.home(lang)),
      logo: urls.absolute('icon-512.png'),
    },
  };
}

/** The way from home to a page, home first, the page itself last. */
export function trailData(steps: readonly Step[]): DataNode {
  const items = steps.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: href,
  }));
  return { '@type': 'BreadcrumbList', itemListElement: items };
}

/**
 * The version of a document that the others are translations of: the earliest; among those of one day
 * that in the site's default language, else in the first of its languages.
 */
export function originalOf(knowledge: Knowledge, document: AnyDocument): AnyDocument {
  const { languages, site } = knowledge;
  const set = knowledge.set(document.kind, document.id);
  const order = [site.defaultLanguage, ...languages];
  const versions = order.flatMap((lang) => set?.versions.get(lang) ?? []);
  const time = ({ front }: AnyDocument): number => ('date' in front ? (front.date?.getTime() ?? Infinity) : Infinity);
  return versions.reduce((first, one) => (time(one) < time(first) ? one : first), versions[0] ?? document);
}

function translations(knowledge: Knowledge, essay: Essay): DataNode {
  const original = originalOf(knowledge, essay);
  const reference = (other: AnyDocument): DataNode => ({
    '@type': 'BlogPosting',
    '@id': nodeId(knowledge.urls.absolute(knowledge.route(other))),
    inLanguage: other.lang,
  });
  if (original !== essay) return { translationOfWork: reference(original) };
  const set = knowledge.set(essay.kind, essay.id);
  const others = knowledge.languages.flatMap((lang) => (lang === essay.lang ? [] : (set?.versions.get(lang) ?? [])));
  return others.length === 0 ? {} : { workTranslation: others.map(reference) };
}

function authorNode(knowledge: Knowledge, author: Author, lang: string): DataNode {
  const { urls, languages } = knowledge;
  const url = urls.absolute(knowledge.authorRoute(author, lang));
  return {
    '@type': author.kind === 'person' ? 'Person' : 'Organization',
    '@id': nodeId(url),
    name: chooseText(author.name, lang, languages).text,
    url,
    ...(author.url !== undefined && { sameAs: author.url }),
  };
}

function siteId(knowledge: Knowledge, lang: string): string {
  return nodeId(knowledge.urls.absolute(knowledge.urls.home(lang)));
}

function publisherId(knowledge: Knowledge, lang: string): string {
  return `${knowledge.urls.absolute(knowledge.urls.home(lang))}#publisher`;
}

/** Name of the thing that a page is about, as against the page. */
function nodeId(url: string): string {
  return `${url}#it`;
}
