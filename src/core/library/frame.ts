import { autonym, directionOf, languageName } from '../locale/language.ts';
import { chooseText } from '../locale/text.ts';
import { fill } from '../locale/words.ts';
import type { NavigationWord } from '../site/site.ts';
import type { Route } from '../route/urls.ts';
import { headOf } from './head.ts';
import type { Knowledge } from './knowledge.ts';
import type { DataNode } from './linked-data.ts';
import type { LanguageChoice, NavigationLink, PageFrame } from './page.ts';
import type { ArticleFacts, FeedLink, PageHead } from './page-head.ts';
import { siteTitle } from './site-title.ts';

/** What a page builder says of a page so that head, navigation and switcher can be made for it. */
export interface PageFacts {
  readonly route: Route;
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  /** The page in each language it exists in, itself included. */
  readonly versions: ReadonlyMap<string, Route>;
  /** Feeds of just what this page lists, before the language's own. */
  readonly feeds?: readonly FeedLink[];
  /** Where a language without this page sends its readers; its home when not given. */
  readonly instead?: ReadonlyMap<string, Route>;
  /** Where search engines should look instead, when this page repeats another. */
  readonly canonical?: Route;
  readonly noindex?: boolean;
  /** The pages between home and this one, the nearest last. */
  readonly above?: readonly { readonly label: string; readonly route: Route }[];
  /** What programs are told of the thing this page is about. */
  readonly data?: readonly DataNode[];
  /** What previews say of an essay. */
  readonly article?: ArticleFacts;
  /** The preview image, where the page has one of its own. */
  readonly card?: Route;
  /** The same text as Markdown. */
  readonly markdown?: Route;
  /** When what the page shows was last changed. */
  readonly modified?: Date | undefined;
}

/** The parts every page has: language, direction, head, frame, words. */
export interface PageParts {
  readonly route: Route;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly head: PageHead;
  readonly frame: PageFrame;
  readonly words: ReturnType<Knowledge['words']>;
}

/** Which kinds of pages a language has; the rest is not linked to. */
export type Existing = ReadonlySet<string>;

/** The index that a page of its kind stands below. */
export function indexStep(knowledge: Knowledge, word: NavigationWord, lang: string): { label: string; route: Route } {
  return { label: knowledge.words(lang)[word], route: knowledge.urls.index(word, lang) };
}

/** Makes the common parts of a page. */
export function pageParts(knowledge: Knowledge, existing: Existing, facts: PageFacts): PageParts {
  return {
    route: facts.route,
    lang: facts.lang,
    dir: directionOf(facts.lang),
    head: headOf(knowledge, facts),
    frame: frameOf(knowledge, existing, facts),
    words: knowledge.words(facts.lang),
  };
}

function frameOf(knowledge: Knowledge, existing: Existing, facts: PageFacts): PageFrame {
  const { urls, site } = knowledge;
  const { lang, route } = facts;
  const words = knowledge.words(lang);
  const link = (label: string, to: Route): NavigationLink => ({ label, href: urls.href(to), current: to === route });
  const index = (word: NavigationWord): NavigationLink[] => {
    const to = urls.index(word, lang);
    return existing.has(to) ? [link(words[word], to)] : [];
  };
  const page = (id: string): NavigationLink[] => {
    const found = knowledge.set('page', id)?.versions.get(lang);
    return found === undefined ? [] : [link(found.front.title, knowledge.route(found))];
  };
  const main = site.navigation.flatMap((item) => (typeof item === 'string' ? index(item) : page(item.page)));
  const rest = [...index('subscribe'), ...index('authors'), ...knowledge.pages(lang).flatMap(({ id }) => page(id))];
  const licence = site.licence;
  return {
    siteTitle: siteTitle(knowledge, lang),
    home: urls.href(urls.home(lang)),
    navigation: main,
    search: link(words.search, urls.index('search', lang)),
    switcher: knowledge.languages.map((other) => choice(knowledge, facts, other)),
    footer: rest.filter(({ href }) => !main.some((item) => item.href === href)),
    ...(licence && {
      licence: {
        label: chooseText(licence.name, lang, knowledge.languages).text,
        ...(licence.url !== undefined && { href: licence.url }),
      },
    }),
    base: urls.base,
    ...(site.accent !== undefined && { stylesheet: urls.href('site.css') }),
  };
}

function choice(knowledge: Knowledge, facts: PageFacts, lang: string): LanguageChoice {
  const { urls } = knowledge;
  const found = facts.versions.get(lang);
  const common = { lang, name: autonym(lang), dir: directionOf(lang) };
  if (lang === facts.lang) return { ...common, href: urls.href(facts.route), state: 'current' };
  if (found !== undefined) return { ...common, href: urls.href(found), state: 'translated' };
  const note = fill(knowledge.words(facts.lang).notInLanguage, { language: languageName(lang, facts.lang) });
  const instead = facts.instead?.get(lang) ?? urls.home(lang);
  return { ...common, href: urls.href(instead), state: 'missing', note };
}
