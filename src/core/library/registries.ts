import type { Author } from '../author/author.ts';
import type { Essay } from '../essay/essay.ts';
import { textIn } from '../locale/text.ts';
import type { Series } from '../series/series.ts';
import type { Tag } from '../tag/tag.ts';
import type { ChainEntry, Content } from './content.ts';
import { ancestors } from './tags.ts';

/** What the registries of a folder declare, and which essays use it. */
export interface RegistryIndex {
  readonly tag: (id: string) => Tag | undefined;
  /** Visible essays of a tag or of a narrower one, newest first. */
  readonly tagged: (tag: string, lang: string) => readonly Essay[];
  /** Tags that have a page in a language, in the order of the registry. */
  readonly tags: (lang: string) => readonly Tag[];
  /** Tags whose parent is the one given. */
  readonly narrower: (tag: string) => readonly Tag[];
  readonly author: (id: string) => Author | undefined;
  /** Who signs an essay: those it names, else the default author. */
  readonly authorsOf: (essay: Essay) => readonly Author[];
  /** Visible essays of an author, newest first. */
  readonly signed: (author: string, lang: string) => readonly Essay[];
  /** Authors that have a page in a language. */
  readonly authors: (lang: string) => readonly Author[];
  readonly series: (id: string) => Series | undefined;
  /** Visible essays of a series in a language, in the order of their parts. */
  readonly inSeries: (series: string, lang: string) => readonly Essay[];
  /** Series that have a page in a language. */
  readonly seriesIn: (lang: string) => readonly Series[];
  readonly chain: (id: string) => ChainEntry | undefined;
  /** Chains that have a page in a language: those with a title in it. */
  readonly chains: (lang: string) => readonly ChainEntry[];
  /** Language of the page of a chain that is nearest to a reader; `undefined` when it has no page at all. */
  readonly chainLanguage: (chain: ChainEntry, lang: string) => string | undefined;
}

/** Indexes the registries once. `essays` are the visible ones, newest first. */
export function indexRegistries(content: Content, essays: readonly Essay[]): RegistryIndex {
  return {
    ...indexTags(content, essays),
    ...indexAuthors(content, essays),
    ...indexSeries(content, essays),
    ...indexChains(content),
  };
}

function indexTags(
  content: Content,
  essays: readonly Essay[],
): Pick<RegistryIndex, 'tag' | 'tagged' | 'tags' | 'narrower'> {
  const byId = keyed(content.tags);
  const above = ancestors(content.tags);
  const byTag = groupBy(essays, ({ front, lang }) => {
    const ids = new Set(front.tags.flatMap((tag) => [...(above.get(tag) ?? [])]));
    return [...ids].map((id) => `${id} ${lang}`);
  });
  const children = Map.groupBy(content.tags, ({ parent }) => parent);
  const tagged: RegistryIndex['tagged'] = (tag, lang) => byTag.get(`${tag} ${lang}`) ?? [];
  return {
    tag: (id) => byId.get(id),
    tagged,
    tags: perLanguage(content, (lang) => content.tags.filter(({ id }) => tagged(id, lang).length > 0)),
    narrower: (tag) => children.get(tag) ?? [],
  };
}

function indexAuthors(
  content: Content,
  essays: readonly Essay[],
): Pick<RegistryIndex, 'author' | 'authorsOf' | 'signed' | 'authors'> {
  const byId = keyed(content.authors);
  const unnamed = content.authors.filter((author) => author.default === true).slice(0, 1);
  const authorsOf: RegistryIndex['authorsOf'] = ({ front }) =>
    front.authors?.flatMap((id) => byId.get(id) ?? []) ?? unnamed;
  const bySigner = groupBy(essays, (essay) => authorsOf(essay).map(({ id }) => `${id} ${essay.lang}`));
  const signed: RegistryIndex['signed'] = (author, lang) => bySigner.get(`${author} ${lang}`) ?? [];
  return {
    author: (id) => byId.get(id),
    authorsOf,
    signed,
    authors: perLanguage(content, (lang) => content.authors.filter(({ id }) => signed(id, lang).length > 0)),
  };
}

function indexSeries(
  content: Content,
  essays: readonly Essay[],
): Pick<RegistryIndex, 'series' | 'inSeries' | 'seriesIn'> {
  const byId = keyed(content.series);
  const ordered = [...essays].sort((a, b) => (a.front.series?.part ?? 0) - (b.front.series?.part ?? 0));
  const parts = groupBy(ordered, ({ front, lang }) => (front.series ? [`${front.series.id} ${lang}`] : []));
  const inSeries: RegistryIndex['inSeries'] = (id, lang) => parts.get(`${id} ${lang}`) ?? [];
  return {
    series: (id) => byId.get(id),
    inSeries,
    seriesIn: perLanguage(content, (lang) => content.series.filter(({ id }) => inSeries(id, lang).length > 0)),
  };
}

function indexChains(content: Content): Pick<RegistryIndex, 'chain' | 'chains' | 'chainLanguage'> {
  const byId = keyed(content.chains);
  const speaks = ({ title }: ChainEntry, lang: string): boolean => textIn(title, lang) !== undefined;
  return {
    chain: (id) => byId.get(id),
    chains: perLanguage(content, (lang) => content.chains.filter((chain) => speaks(chain, lang))),
    chainLanguage: (chain, lang) => [lang, ...content.site.languages].find((one) => speaks(chain, one)),
  };
}

function perLanguage<T>(content: Content, make: (lang: string) => readonly T[]): (lang: string) => readonly T[] {
  const made = new Map(content.site.languages.map((lang) => [lang, make(lang)]));
  return (lang) => made.get(lang) ?? [];
}

function keyed<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
