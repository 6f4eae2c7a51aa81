import type { Words } from '../locale/words.ts';
import { slugOf } from '../locale/slug.ts';
import { textIn, type LocalText } from '../locale/text.ts';
import type { NavigationWord, Site } from '../site/site.ts';

/** A place below the site's address, decoded, without leading slash: `sv/taggar/lean/`, `sv/feed.xml`. */
export type Route = string;

const wordKeys = {
  tags: 'urlTags',
  series: 'urlSeries',
  concepts: 'urlConcepts',
  chains: 'urlChains',
  authors: 'urlAuthors',
  archive: 'urlArchive',
  search: 'urlSearch',
  subscribe: 'urlSubscribe',
  page: 'urlPage',
} as const satisfies Record<NavigationWord | 'page', keyof Words>;

/** A registry entry that has a name and perhaps a slug of its own per language. */
export interface Named {
  readonly id: string;
  readonly slug?: Readonly<Record<string, string>> | undefined;
}

/** Every address of a site. Nothing else in the project spells one. */
export interface Urls {
  /** Path of the site's address, encoded: `/` or `/blog/`. */
  readonly base: string;
  readonly home: (lang: string) => Route;
  readonly document: (lang: string, slug: string) => Route;
  readonly index: (word: NavigationWord, lang: string) => Route;
  readonly item: (word: NavigationWord, lang: string, slug: string) => Route;
  /** An older page of a list. */
  readonly numbered: (list: Route, lang: string, page: number) => Route;
  /** A file beside a list or a home: `feed.xml`. */
  readonly file: (list: Route, name: string) => Route;
  /** For markup: with the base, percent-encoded. */
  readonly href: (route: Route, fragment?: string) => string;
  /** For machines: absolute. */
  readonly absolute: (route: Route, fragment?: string) => string;
}

/** A route of characters that stand in an address as they are. */
const plain = /^[\w./~-]*$/;

/** Makes the addresses of a site from its settings and its words. */
export function createUrls(site: Pick<Site, 'address' | 'urls'>, words: Readonly<Record<string, Words>>): Urls {
  const address = new URL(site.address);
  const word = (key: NavigationWord | 'page', lang: string): string =>
    site.urls?.[lang]?.[key] ?? words[lang]?.[wordKeys[key]] ?? key;
  const encoded = (route: Route, fragment?: string): string =>
    (plain.test(route) ? route : route.split('/').map(encodeURIComponent).join('/')) +
    (fragment === undefined || fragment === '' ? '' : `#${encodeURIComponent(fragment)}`);
  const index = (key: NavigationWord, lang: string): Route => `${lang}/${word(key, lang)}/`;
  return {
    base: address.pathname,
    home: (lang) => `${lang}/`,
    document: (lang, slug) => `${lang}/${slug}/`,
    index,
    item: (key, lang, slug) => `${index(key, lang)}${slug}/`,
    numbered: (list, lang, page) => `${list}${word('page', lang)}/${String(page)}/`,
    file: (list, name) => `${list}${name}`,
    href: (route, fragment) => `${address.pathname}${encoded(route, fragment)}`,
    absolute: (route, fragment) => `${address.href}${encoded(route, fragment)}`,
  };
}

/**
 * The slug of a registry entry in a language: the one given, else one made of its name, else its id.
 * @example slugIn({ id: 'lean' }, { sv: 'Resurssnål produktion' }, 'sv') → 'resurssnal-produktion'
 */
export function slugIn(entry: Named, name: LocalText, lang: string): string {
  const given = entry.slug?.[lang];
  if (given !== undefined) return given;
  const own = textIn(name, lang);
  return own === undefined ? entry.id : slugOf(asciiWhereLatin(own), entry.id);
}

/** Latin letters lose their accents in addresses, and ligatures are two letters; other scripts stay as they are. */
function asciiWhereLatin(text: string): string {
  return text
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[øØ]/g, 'o')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}
