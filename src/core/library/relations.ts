import { isDocumentKind, type Essay } from '../essay/essay.ts';
import { listText } from '../locale/format.ts';
import { chooseText } from '../locale/text.ts';
import { fill } from '../locale/words.ts';
import type { LinksOf } from './bodies.ts';
import { positionIn, type AnyDocument } from './documents.ts';
import type { Knowledge } from './knowledge.ts';
import type { PageLink, RelatedEntry } from './page.ts';

/** Who links to whom. A link in any language counts for the whole translation set. */
export interface Citations {
  /** Keys (`essay look-up`) of documents that link to the one asked for. */
  readonly citing: (key: string) => ReadonlySet<string>;
}

/** How many essays are named at the end of an essay. */
const relatedCount = 4;
/** Essays of a tag that are looked at on either side of one, by date: keeps the work per page constant. */
const reach = 12;

/** Reads the citations of all documents. */
export function readCitations(knowledge: Knowledge, linksOf: LinksOf): Citations {
  const citing = new Map<string, Set<string>>();
  for (const document of knowledge.documents) {
    for (const target of citedKeys(document, linksOf)) {
      citing.set(target, (citing.get(target) ?? new Set()).add(keyOf(document)));
    }
  }
  const none: ReadonlySet<string> = new Set();
  return { citing: (key) => citing.get(key) ?? none };
}

/** Key of a document's translation set. @example keyOf(essay) → 'essay look-up' */
export function keyOf(document: AnyDocument): string {
  return `${document.kind} ${document.id}`;
}

function versionOf(knowledge: Knowledge, key: string, lang: string): AnyDocument | undefined {
  const [kind = '', id = ''] = key.split(' ');
  return isDocumentKind(kind) ? knowledge.set(kind, id)?.versions.get(lang) : undefined;
}

/** Links to the documents that mention `key`, in the reader's language, in alphabetical order of their files. */
export function mentionsOf(knowledge: Knowledge, citations: Citations, key: string, lang: string): PageLink[] {
  return [...citations.citing(key)]
    .flatMap((other) => (other === key ? [] : (versionOf(knowledge, other, lang) ?? [])))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((document) => ({ label: document.front.title, href: knowledge.urls.href(knowledge.route(document)) }));
}

/** The essays nearest to one, each with the reason why. */
export function relatedTo(knowledge: Knowledge, citations: Citations, linksOf: LinksOf, essay: Essay): RelatedEntry[] {
  const cited = citedKeys(essay, linksOf);
  const citing = citations.citing(keyOf(essay));
  const candidates = new Map<string, Essay>();
  for (const other of neighbours(knowledge, essay)) candidates.set(other.id, other);
  for (const key of [...cited, ...citing]) {
    const version = versionOf(knowledge, key, essay.lang);
    if (version?.kind === 'essay') candidates.set(version.id, version as Essay);
  }
  candidates.delete(essay.id);
  return [...candidates.values()]
    .map((other) => ({ other, score: score(essay, other, cited, citing) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, relatedCount)
    .map(({ other }) => ({
      link: { label: other.front.title, href: knowledge.urls.href(knowledge.route(other)) },
      reason: reason(knowledge, essay, other, cited, citing),
    }));
}

function citedKeys(document: AnyDocument, linksOf: LinksOf): Set<string> {
  const keys = linksOf(document).flatMap((link) => link.cites ?? []);
  const chains = document.outline.components.flatMap(({ name, props }) => {
    const id = props[name === 'Quantity' ? 'chain' : 'id'];
    return (name === 'ValueChain' || name === 'Quantity') && typeof id === 'string' ? [`chain ${id}`] : [];
  });
  return new Set([...keys, ...chains]);
}

function neighbours(knowledge: Knowledge, essay: Essay): Essay[] {
  return essay.front.tags.flatMap((tag) => {
    const list = knowledge.tagged(tag, essay.lang);
    const at = positionIn(list, essay);
    return list.slice(Math.max(0, at - reach), at + reach + 1);
  });
}

function sharedTags(a: Essay, b: Essay): string[] {
  return a.front.tags.filter((tag) => b.front.tags.includes(tag));
}

function sameSeries(a: Essay, b: Essay): boolean {
  return a.front.series !== undefined && a.front.series.id === b.front.series?.id;
}

function score(a: Essay, b: Essay, cited: ReadonlySet<string>, citing: ReadonlySet<string>): number {
  return (
    sharedTags(a, b).length * 2 +
    (cited.has(keyOf(b)) ? 3 : 0) +
    (citing.has(keyOf(b)) ? 3 : 0) +
    (sameSeries(a, b) ? 2 : 0)
  );
}

function reason(
  knowledge: Knowledge,
  essay: Essay,
  other: Essay,
  cited: ReadonlySet<string>,
  citing: ReadonlySet<string>,
): string {
  const { lang } = essay;
  const words = knowledge.words(lang);
  const labels = sharedTags(essay, other).flatMap((id) => {
    const tag = knowledge.tag(id);
    return tag === undefined ? [] : [chooseText(tag.label, lang, knowledge.languages).text];
  });
  const reasons = [
    labels.length > 0 ? fill(words.sharesTags, { tags: listText(labels, lang) }) : '',
    cited.has(keyOf(other)) ? words.citedHere : '',
    citing.has(keyOf(other)) ? words.citesThis : '',
    sameSeries(essay, other) ? words.sameSeries : '',
  ];
  return reasons.filter((text) => text !== '').join(', ');
}
