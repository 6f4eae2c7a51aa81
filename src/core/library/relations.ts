import type { Essay } from '../essay/essay.ts';
import { listText } from '../locale/format.ts';
import { chooseText } from '../locale/text.ts';
import { fill } from '../locale/words.ts';
import type { LinksOf } from './bodies.ts';
import { keyOf, positionIn, type AnyDocument } from './documents.ts';
import type { Knowledge } from './knowledge.ts';
import type { PageLink, RelatedEntry } from './page.ts';

/** Who links to whom. A link in any language counts for the whole translation set. */
export interface Citations {
  /** Keys of what a document links to. */
  readonly cited: (document: AnyDocument) => ReadonlySet<string>;
  /** Keys (`essay look-up`) of documents that link to the one asked for. */
  readonly citing: (key: string) => ReadonlySet<string>;
}

/** How many essays are named at the end of an essay. */
const relatedCount = 4;
/** Essays of a tag that are looked at on either side of one, by date: keeps the work per page constant. */
const reach = 12;

/** Reads the citations of all documents. */
export function readCitations(knowledge: Knowledge, linksOf: LinksOf): Citations {
  const cited = new Map(knowledge.documents.map((document) => [document, citedKeys(document, linksOf)]));
  const citing = new Map<string, Set<string>>();
  for (const [document, targets] of cited) {
    const key = keyOf(document);
    for (const target of targets) citing.set(target, (citing.get(target) ?? new Set()).add(key));
  }
  const none: ReadonlySet<string> = new Set();
  return { cited: (document) => cited.get(document) ?? none, citing: (key) => citing.get(key) ?? none };
}

function versionOf(knowledge: Knowledge, key: string, lang: string): AnyDocument | undefined {
  return knowledge.keyed(key)?.versions.get(lang);
}

/** Links to the documents that mention `key`, in the reader's language, in alphabetical order of their files. */
export function mentionsOf(knowledge: Knowledge, citations: Citations, key: string, lang: string): PageLink[] {
  return [...citations.citing(key)]
    .flatMap((other) => (other === key ? [] : (versionOf(knowledge, other, lang) ?? [])))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((document) => ({ label: document.front.title, href: knowledge.urls.href(knowledge.route(document)) }));
}

/** The essays nearest to one, each with the reason why. */
export function relatedTo(knowledge: Knowledge, citations: Citations, essay: Essay): RelatedEntry[] {
  const cited = essaysOf(knowledge, citations.cited(essay), essay.lang);
  const citing = essaysOf(knowledge, citations.citing(keyOf(essay)), essay.lang);
  const candidates = new Set([...neighbours(knowledge, essay), ...cited, ...citing]);
  candidates.delete(essay);
  return nearest(candidates, (other) => score(essay, other, cited, citing)).map((other) => ({
    link: { label: other.front.title, href: knowledge.urls.href(knowledge.route(other)) },
    reason: reason(knowledge, essay, other, cited, citing),
  }));
}

/** The few essays that score most, each above 0; of equal ones those with the first ids. */
function nearest(candidates: ReadonlySet<Essay>, scoreOf: (essay: Essay) => number): Essay[] {
  const best: { readonly essay: Essay; readonly score: number }[] = [];
  for (const essay of candidates) {
    const score = scoreOf(essay);
    const isBefore = (one: (typeof best)[number]): boolean =>
      one.score > score || (one.score === score && one.essay.id < essay.id);
    if (score === 0 || (best.length === relatedCount && best.every(isBefore))) continue;
    best.splice(best.filter(isBefore).length, 0, { essay, score });
    best.length = Math.min(best.length, relatedCount);
  }
  return best.map(({ essay }) => essay);
}

/** The essays among documents, in a language. */
function essaysOf(knowledge: Knowledge, keys: ReadonlySet<string>, lang: string): ReadonlySet<Essay> {
  const versions = [...keys].map((key) => versionOf(knowledge, key, lang));
  return new Set(versions.filter((version): version is Essay => version?.kind === 'essay'));
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

function score(a: Essay, b: Essay, cited: ReadonlySet<Essay>, citing: ReadonlySet<Essay>): number {
  let points = (cited.has(b) ? 3 : 0) + (citing.has(b) ? 3 : 0) + (sameSeries(a, b) ? 2 : 0);
  for (const tag of a.front.tags) if (b.front.tags.includes(tag)) points += 2;
  return points;
}

function reason(
  knowledge: Knowledge,
  essay: Essay,
  other: Essay,
  cited: ReadonlySet<Essay>,
  citing: ReadonlySet<Essay>,
): string {
  const { lang } = essay;
  const words = knowledge.words(lang);
  const labels = sharedTags(essay, other).flatMap((id) => {
    const tag = knowledge.tag(id);
    return tag === undefined ? [] : [chooseText(tag.label, lang, knowledge.languages).text];
  });
  const reasons = [
    labels.length > 0 ? fill(words.sharesTags, { tags: listText(labels, lang) }) : '',
    cited.has(other) ? words.citedHere : '',
    citing.has(other) ? words.citesThis : '',
    sameSeries(essay, other) ? words.sameSeries : '',
  ];
  return reasons.filter((text) => text !== '').join(', ');
}
