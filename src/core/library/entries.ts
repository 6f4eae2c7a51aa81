import type { Essay } from '../essay/essay.ts';
import { directionOf, languageName } from '../locale/language.ts';
import { dateText, readingMinutes } from '../locale/format.ts';
import { countText } from '../locale/words.ts';
import type { Route } from '../route/urls.ts';
import { bestVersion, newestFirst, type AnyDocument } from './documents.ts';
import type { Knowledge } from './knowledge.ts';
import type { Entry, PageLink } from './page.ts';

/** How many essays a list shows. */
export const listLength = 20;
/** How many essays of other languages are named at the end of a list. */
const othersLength = 10;

/** An essay as lists of `pageLang` show it. */
export function entryOf(knowledge: Knowledge, essay: Essay, pageLang: string): Entry {
  const { front, lang, outline } = essay;
  const words = knowledge.words(pageLang);
  return {
    title: front.title,
    href: knowledge.urls.href(knowledge.route(essay)),
    lang,
    dir: directionOf(lang),
    date: dateText(front.date, pageLang),
    readingTime: countText(words.readingTime, readingMinutes(outline.words), pageLang),
    description: front.description,
    excerpt: outline.excerpt,
    alsoIn: lang === pageLang ? siblings(knowledge, essay) : [],
    draft: front.draft,
  };
}

/** When the newest change to any of some essays was made; `undefined` for none. */
export function newestChange(essays: readonly Essay[]): Date | undefined {
  const times = essays.map(({ front }) => (front.updated ?? front.date).getTime());
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)));
}

/** Links to the same document in the site's other languages, each named as a sentence of the document's language does. */
export function siblings(knowledge: Knowledge, document: AnyDocument): PageLink[] {
  const set = knowledge.set(document.kind, document.id);
  return knowledge.languages.flatMap((lang) => {
    const version = lang === document.lang ? undefined : set?.versions.get(lang);
    if (version === undefined) return [];
    const label = languageName(lang, document.lang);
    return [{ label, href: knowledge.urls.href(knowledge.route(version)), hreflang: lang }];
  });
}

/** The addresses of a document's versions, in the order of the site's languages. */
export function versionRoutes(knowledge: Knowledge, document: AnyDocument): Map<string, Route> {
  const set = knowledge.set(document.kind, document.id);
  return new Map(
    knowledge.languages.flatMap((lang): [string, Route][] => {
      const version = set?.versions.get(lang);
      return version === undefined ? [] : [[lang, knowledge.route(version)]];
    }),
  );
}

/**
 * Essays that `lang` does not have, newest first, each in the language nearest in the site's order.
 * @param listOf the essays of a language that count, newest first
 */
export function onlyElsewhere(
  knowledge: Knowledge,
  lang: string,
  listOf: (lang: string) => readonly Essay[] = knowledge.essays,
): Entry[] {
  const newest = knowledge.languages
    .filter((other) => other !== lang)
    .flatMap((other) => newestMissing(knowledge, lang, listOf(other)))
    .sort(newestFirst);
  const ids = [...new Set(newest.map(({ id }) => id))].slice(0, othersLength);
  return ids.flatMap((id) => {
    const set = knowledge.set('essay', id);
    const version = set && bestVersion(set, lang, knowledge.languages);
    return version?.kind === 'essay' ? [entryOf(knowledge, version as Essay, lang)] : [];
  });
}

function newestMissing(knowledge: Knowledge, lang: string, essays: readonly Essay[]): Essay[] {
  const missing: Essay[] = [];
  for (const essay of essays) {
    if (missing.length === othersLength) break;
    if (knowledge.set('essay', essay.id)?.versions.has(lang) !== true) missing.push(essay);
  }
  return missing;
}

/** One page of a list: `number` is `undefined` for the first, which shows the newest. */
export interface ListSlice {
  readonly number: number | undefined;
  readonly essays: readonly Essay[];
  readonly older: number | undefined;
  readonly newer: number | undefined;
}

/**
 * Cuts a list, newest first, into its pages. The first shows the newest twenty; the others are numbered
 * from the oldest and always full, so a new essay changes only the first (and, when one fills up, adds one, to which the one before then leads).
 */
export function slices(essays: readonly Essay[]): ListSlice[] {
  const count = essays.length;
  const full = count <= listLength ? 0 : Math.floor((count - 1) / listLength);
  const numbered = Array.from({ length: full }, (_, index) => {
    const number = index + 1;
    const end = count - index * listLength;
    return {
      number,
      essays: essays.slice(end - listLength, end),
      older: number > 1 ? number - 1 : undefined,
      newer: number < full ? number + 1 : undefined,
    };
  });
  const first = {
    number: undefined,
    essays: essays.slice(0, listLength),
    older: full > 0 ? full : undefined,
    newer: undefined,
  };
  return [first, ...numbered.reverse()];
}
