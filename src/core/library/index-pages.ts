import { compareText } from '../locale/format.ts';
import { chooseText, textIn } from '../locale/text.ts';
import { countText } from '../locale/words.ts';
import type { NavigationWord } from '../site/site.ts';
import type { Tag } from '../tag/tag.ts';
import { siteTitle } from './site-title.ts';
import { chainHref } from './bodies.ts';
import type { ChainEntry } from './content.ts';
import { indexStep } from './frame.ts';
import { escapeText } from './markup.ts';
import type { Knowledge } from './knowledge.ts';
import { countedTag } from './list-pages.ts';
import type { ChainPage, IndexItem, IndexPage } from './page.ts';
import { mentionsOf } from './relations.ts';
import type { Shelf } from './shelf.ts';

type IndexWord = 'tags' | 'series' | 'concepts' | 'chains' | 'authors';
const kinds = {
  tags: 'tags',
  series: 'series-index',
  concepts: 'concepts',
  chains: 'chains',
  authors: 'authors',
} as const;

/** The index pages a language has: those with at least one item. */
export function indexPages(shelf: Shelf, lang: string): IndexPage[] {
  return indexWords.filter((word) => hasIndex(shelf.knowledge, word, lang)).map((word) => indexPage(shelf, word, lang));
}

/** True when a language has something to list under a word. */
export function hasIndex(knowledge: Knowledge, word: NavigationWord, lang: string): boolean {
  switch (word) {
    case 'tags':
      return knowledge.tags(lang).length > 0;
    case 'series':
      return knowledge.seriesIn(lang).length > 0;
    case 'authors':
      return knowledge.authors(lang).length > 0;
    case 'concepts':
      return knowledge.concepts(lang).length > 0;
    case 'chains':
      return knowledge.chains(lang).length > 0;
    default:
      return true;
  }
}

/** The page of a value chain in a language. */
export function chainPage(shelf: Shelf, chain: ChainEntry, lang: string): ChainPage {
  const { knowledge } = shelf;
  const { urls, languages } = knowledge;
  const title = chooseText(chain.title, lang, languages).text;
  const description = chooseText(chain.description, lang, languages).text;
  const request = { lang, prefix: '', ...chainHref(knowledge, chain, lang) };
  const versions = languages.filter((other) => knowledge.chains(other).includes(chain));
  const figure = chain.figure(request);
  return {
    kind: 'chain',
    ...shelf.parts({
      route: knowledge.chainRoute(chain, lang),
      lang,
      title,
      description,
      versions: new Map(versions.map((other) => [other, knowledge.chainRoute(chain, other)])),
      above: [indexStep(knowledge, 'chains', lang)],
    }),
    title,
    // The figure's caption may say it already.
    ...(!figure.includes(escapeText(description)) && { description }),
    parent: { label: knowledge.words(lang).chains, href: urls.href(urls.index('chains', lang)) },
    figure,
    gallery: chain.gallery(request),
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
    items: byLabel(itemsOf[word](knowledge, lang), lang),
  };
}

const itemsOf: Readonly<Record<IndexWord, (knowledge: Knowledge, lang: string) => IndexItem[]>> = {
  tags: (knowledge, lang) => {
    const roots = knowledge
      .tags(lang)
      .filter(({ parent }) => parent === undefined || knowledge.tag(parent) === undefined);
    return tagItems(knowledge, lang, roots);
  },
  series: (knowledge, lang) =>
    knowledge.seriesIn(lang).map((series) => {
      const essays = knowledge.inSeries(series.id, lang);
      const description = series.description && textIn(series.description, lang);
      return {
        link: link(
          knowledge,
          chooseText(series.title, lang, knowledge.languages).text,
          knowledge.seriesRoute(series, lang),
        ),
        count: countText(knowledge.words(lang).essayCount, essays.length, lang),
        ...(description !== undefined && { description }),
        children: [],
      };
    }),
  concepts: (knowledge, lang) =>
    knowledge.concepts(lang).map((concept) => ({
      link: link(knowledge, concept.front.title, knowledge.route(concept)),
      description: concept.front.description,
      children: [],
    })),
  chains: (knowledge, lang) =>
    knowledge.chains(lang).map((chain) => ({
      link: link(knowledge, chooseText(chain.title, lang, knowledge.languages).text, knowledge.chainRoute(chain, lang)),
      description: chooseText(chain.description, lang, knowledge.languages).text,
      children: [],
    })),
  authors: (knowledge, lang) =>
    knowledge.authors(lang).map((author) => ({
      link: link(
        knowledge,
        chooseText(author.name, lang, knowledge.languages).text,
        knowledge.authorRoute(author, lang),
      ),
      count: countText(knowledge.words(lang).essayCount, knowledge.signed(author.id, lang).length, lang),
      ...(author.bio && { description: chooseText(author.bio, lang, knowledge.languages).text }),
      children: [],
    })),
};

function tagItems(knowledge: Knowledge, lang: string, tags: readonly Tag[]): IndexItem[] {
  return tags
    .filter(({ id }) => knowledge.tagged(id, lang).length > 0)
    .map((tag): IndexItem => {
      const { count, number: _number, ...link } = countedTag(knowledge, tag, lang);
      return { link, count, children: byLabel(tagItems(knowledge, lang, knowledge.narrower(tag.id)), lang) };
    });
}

function byLabel(items: readonly IndexItem[], lang: string): IndexItem[] {
  return [...items].sort((a, b) => compareText(a.link.label, b.link.label, lang));
}

function link(knowledge: Knowledge, label: string, route: string): IndexItem['link'] {
  return { label, href: knowledge.urls.href(route) };
}
