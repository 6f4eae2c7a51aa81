import { readTarget } from '../link/target.ts';
import { chooseText } from '../locale/text.ts';
import type { ChainEntry, ReadingLink } from './content.ts';
import { bestVersion, type AnyDocument } from './documents.ts';
import type { Knowledge } from './knowledge.ts';
import type { ChainPlace } from './page.ts';

const known = new WeakMap<Knowledge, ReadonlyMap<string, readonly string[]>>();

/** What can be read of an activity: essays that it names or that link to it, then its tags and concepts. */
export function readingOf(knowledge: Knowledge, chain: ChainEntry, lang: string): (activity: string) => ReadingLink[] {
  return (id) => {
    const part = chain.parts.find((one) => one.id === id);
    const documents = [
      ...essaysAbout(knowledge, chain, id).map((essay) => knowledge.set('essay', essay)),
      ...(part?.concepts ?? []).map((concept) => knowledge.set('concept', concept)),
    ];
    const texts = documents.flatMap((set): ReadingLink[] => {
      const found = set && bestVersion(set, lang, knowledge.languages);
      return found === undefined ? [] : [linkTo(knowledge, found, lang)];
    });
    return [...texts, ...(part?.tags ?? []).flatMap((tag) => tagLink(knowledge, tag, lang))];
  };
}

/** Ids of the essays about an activity: those that it names, and those that link to it. */
export function essaysAbout(knowledge: Knowledge, chain: ChainEntry, activity: string): string[] {
  const named = chain.parts.find(({ id }) => id === activity)?.essays ?? [];
  const linking = linkers(knowledge).get(`${chain.id}.${activity}`) ?? [];
  return [...new Set([...named, ...linking])].filter((essay) => knowledge.set('essay', essay) !== undefined);
}

/** The activities an essay is about, by its own links or by the chain's. */
export function placesOf(knowledge: Knowledge, document: AnyDocument): ChainPlace[] {
  const { lang, id } = document;
  return knowledge.chains(lang).flatMap((chain) =>
    chain.parts.flatMap((part): ChainPlace[] => {
      const linked = linkers(knowledge).get(`${chain.id}.${part.id}`)?.includes(id) === true;
      if (!linked && !part.essays.includes(id)) return [];
      const href = knowledge.urls.href(knowledge.chainRoute(chain, lang), `${chain.id}.${part.id}`);
      const text = (of: ChainEntry['title']): string => chooseText(of, lang, knowledge.languages).text;
      return [{ chain: text(chain.title), activity: { label: text(part.label), href } }];
    }),
  );
}

/** Ids of essays by the activity they link to (`acme.weld-2`), whatever the language. Read once for each folder. */
function linkers(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const made = known.get(knowledge) ?? readLinkers(knowledge);
  known.set(knowledge, made);
  return made;
}

function readLinkers(knowledge: Knowledge): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { kind, id, file, outline } of knowledge.documents) {
    for (const { href } of kind === 'essay' ? outline.links : []) {
      const target = href.includes('chains/') ? readTarget(href, file) : undefined;
      if (target?.kind !== 'chain' || target.activity === undefined) continue;
      const key = `${target.id}.${target.activity}`;
      found.set(key, (found.get(key) ?? new Set()).add(id));
    }
  }
  return new Map([...found].map(([key, ids]) => [key, [...ids].sort()]));
}

function linkTo(knowledge: Knowledge, document: AnyDocument, lang: string): ReadingLink {
  const href = knowledge.urls.href(knowledge.route(document));
  return { label: document.front.title, href, ...(document.lang !== lang && { lang: document.lang }) };
}

function tagLink(knowledge: Knowledge, id: string, lang: string): ReadingLink[] {
  const tag = knowledge.tag(id);
  if (tag === undefined || knowledge.tagged(id, lang).length === 0) return [];
  return [
    {
      label: chooseText(tag.label, lang, knowledge.languages).text,
      href: knowledge.urls.href(knowledge.tagRoute(tag, lang)),
    },
  ];
}
