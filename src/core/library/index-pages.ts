import { compareText } from '../locale/format.ts';
import { chooseText, textIn } from '../locale/text.ts';
import { countText } from '../locale/words.ts';
import type { NavigationWord } from '../site/site.ts';
import { siteTitle } from './frame.ts';
import type { Knowledge } from './knowledge.ts';
import { countedTag } from './list-pages.ts';
import type { ChainPage, IndexItem, IndexPage } from './page.ts';
import { mentionsOf } from './relations.ts';
import type { Shelf } from './shelf.ts';
import type { ChainEntry } from './content.ts';

type IndexWord = 'tags' | 'series' | 'concepts' | 'chains' | 'authors';
const kinds = { tags: 'tags', series: 'series-index', concepts: 'concepts', chains: 'chains', authors: 'authors' } as const;

/** The index pages a language has: those with at least one item. */
export function indexPages(shelf: Shelf, lang: string): IndexPage[] {
  return indexWords.filter((word) => hasIndex(shelf.knowledge, word, lang)).map((word) => indexPage(shelf, word, lang));
}

/** True when a language has something to list under a word. */
export function hasIndex(knowledge: Knowledge, word: NavigationWord, lang: string): boolean {
  const { content } = knowledge;
  switch (word) {
    case 'tags':
      return content.tags.some((tag) => knowledge.tagged(tag.id, lang).length > 0);
    case 'series':
      return content.series.some((series) => knowledge.inSeries(series.id, lang).length > 0);
    case 'authors':
      return content.authors.some((author) => knowledge.signed(author.id, lang).length > 0);
    case 'concepts':
      return knowledge.concepts(lang).length > 0;
    case 'chains':
      return content.chains.some((chain) => inLanguage(chain, lang));
    default:
      return true;
  }
}

/** True when a chain has a page in a language: when it has a title in it. */
export function inLanguage(chain: ChainEntry, lang: string): boolean {
  return textIn(chain.title, lang) !== undefined;
}

/** The page of a value chain in a language. */
export function chainPage(shelf: Shelf, chain: ChainEntry, lang: string): ChainPage {
  const { knowledge } = shelf;
  const { urls, languages } = knowledge;
  const title = chooseText(chain.title, lang, languages).text;
  const description = chooseText(chain.description, lang, languages).text;
  const versions = languages.filter((other) => inLanguage(chain, other));
  return {
    kind: 'chain',
    ...shelf.parts({
      route: knowledge.chainRoute(chain, lang),
      lang,
      title,
      description,
      versions: new Map(versions.map((other) => [other, knowledge.chainRoute(chain, other)])),
    }),
    title,
    description,
    parent: { label: knowledge.words(lang).chains, href: urls.href(urls.index('chains', lang)) },
    figure: chain.figure({ lang, prefix: '' }),
    mentions: mentionsOf(knowledge, shelf.citations, `chain ${chain.id}`, lang),
  };
}

const indexWords: readonly IndexWord[] = ['tags', 'series', 'concepts', 'chains', 'authors'];

function indexPage(shelf: Shelf, word: IndexWord, lang: string): IndexPage {
  const { knowledge } = shelf;
  const words = knowledge.words(lang);
  const versions = knowledge.languages.filter((other) => hasIndex(knowledge, word, other));
  return {
    kind: kinds[word],
    ...shelf.parts({
      route: knowledge.urls.index(word, lang),
      lang,
      title: words[word],
      description: `${words[word]} – ${siteTitle(knowledge, lang)}`,
      versions: new Map(versions.map((other) => [other, knowledge.urls.index(word, other)])),
    }),
    title: words[word],
    items: itemsOf[word](knowledge, lang).sort((a, b) => compareText(a.link.label, b.link.label, lang)),
  };
}

const itemsOf: Readonly<Record<IndexWord, (knowledge: Knowledge, lang: string) => IndexItem[]>> = {
  tags: (knowledge, lang) => {
    const shown = new Set(knowledge.content.tags.filter((tag) => knowledge.tagged(tag.id, lang).length > 0).map(({ id }) => id));
    return tagItems(knowledge, lang, (parent) => parent === undefined || !shown.has(parent), new Set());
  },
  series: (knowledge, lang) =>
    knowledge.content.series.flatMap((series) => {
      const essays = knowledge.inSeries(series.id, lang);
      if (essays.length === 0) return [];
      const description = series.description && textIn(series.description, lang);
      return [
        {
          link: link(knowledge, chooseText(series.title, lang, knowledge.languages).text, knowledge.seriesRoute(series, lang)),
          count: countText(knowledge.words(lang).essayCount, essays.length, lang),
          ...(description !== undefined && { description }),
          children: [],
        },
      ];
    }),
  concepts: (knowledge, lang) =>
    knowledge.concepts(lang).map((concept) => ({
      link: link(knowledge, concept.front.title, knowledge.route(concept)),
      description: concept.front.description,
      children: [],
    })),
  chains: (knowledge, lang) =>
    knowledge.content.chains
      .filter((chain) => inLanguage(chain, lang))
      .map((chain) => ({
        link: link(knowledge, chooseText(chain.title, lang, knowledge.languages).text, knowledge.chainRoute(chain, lang)),
        description: chooseText(chain.description, lang, knowledge.languages).text,
        children: [],
      })),
  authors: (knowledge, lang) =>
    knowledge.content.authors.flatMap((author) => {
      const essays = knowledge.signed(author.id, lang);
      if (essays.length === 0) return [];
      return [
        {
          link: link(knowledge, chooseText(author.name, lang, knowledge.languages).text, knowledge.authorRoute(author, lang)),
          count: countText(knowledge.words(lang).essayCount, essays.length, lang),
          ...(author.bio && { description: chooseText(author.bio, lang, knowledge.languages).text }),
          children: [],
        },
      ];
    }),
};

function tagItems(
  knowledge: Knowledge,
  lang: string,
  belongs: (parent: string | undefined) => boolean,
  above: ReadonlySet<string>,
): IndexItem[] {
  return knowledge.content.tags
    .filter((tag) => !above.has(tag.id) && belongs(tag.parent) && knowledge.tagged(tag.id, lang).length > 0)
    .map((tag): IndexItem => {
      const { count, number: _number, ...link } = countedTag(knowledge, tag, lang);
      return {
        link,
        count,
        children: tagItems(knowledge, lang, (parent) => parent === tag.id, new Set([...above, tag.id])).sort((a, b) =>
          compareText(a.link.label, b.link.label, lang),
        ),
      };
    });
}

function link(knowledge: Knowledge, label: string, route: string): IndexItem['link'] {
  return { label, href: knowledge.urls.href(route) };
}
