import { dateText } from '../locale/format.ts';
import { remembered } from '../locale/remembered.ts';
import { feedLinks, languageChannel } from './feeds.ts';
import type { PageFacts } from './frame.ts';
import { cardRoute, cardSize, manifestRoute } from './generated.ts';
import type { Knowledge } from './knowledge.ts';
import { dataText, siteData, trailData, type DataNode } from './linked-data.ts';
import type { PageHead, Preview } from './page-head.ts';
import { siteTitle } from './site-title.ts';

/** What stands in the head of a page. */
export function headOf(knowledge: Knowledge, facts: PageFacts): PageHead {
  const { urls } = knowledge;
  const name = siteTitle(knowledge, facts.lang);
  const data = facts.noindex === true ? [] : nodesOf(knowledge, facts);
  return {
    title: facts.title === name ? name : `${facts.title} – ${name}`,
    description: facts.description,
    canonical: urls.absolute(facts.canonical ?? facts.route),
    alternates: alternates(knowledge, facts),
    feeds: [...(facts.feeds ?? []), ...feedLinks(knowledge, languageChannel(knowledge, facts.lang))],
    noindex: facts.noindex ?? false,
    preview: previewOf(knowledge, facts),
    ...(data.length > 0 && { data: dataText(data) }),
    ...(facts.markdown !== undefined && { markdown: urls.absolute(facts.markdown) }),
    ...(facts.modified && { modified: dateText(facts.modified, facts.lang).iso }),
    manifest: urls.href(manifestRoute(knowledge, facts.lang)),
    icon: urls.href('apple-touch-icon.png'),
  };
}

function alternates(knowledge: Knowledge, facts: PageFacts): PageHead['alternates'] {
  if (facts.noindex === true || facts.canonical !== undefined) return [];
  const own = [...facts.versions].map(([lang, route]) => ({ hreflang: lang, href: knowledge.urls.absolute(route) }));
  const fallback = facts.versions.get(knowledge.site.defaultLanguage);
  return fallback === undefined ? own : [...own, { hreflang: 'x-default', href: knowledge.urls.absolute(fallback) }];
}

function previewOf(knowledge: Knowledge, facts: PageFacts): Preview {
  const { article, lang, title, versions } = facts;
  const others = [...versions.keys()].filter((other) => other !== lang);
  const card = facts.card ?? cardRoute(knowledge, lang);
  const name = siteTitle(knowledge, lang);
  return {
    type: article === undefined ? 'website' : 'article',
    title,
    locale: localeOf(lang),
    otherLocales: others.map(localeOf),
    image: { url: knowledge.urls.absolute(card), ...cardSize, alt: facts.card === undefined ? name : title },
    ...(article && { article }),
  };
}

function nodesOf(knowledge: Knowledge, facts: PageFacts): DataNode[] {
  const { urls } = knowledge;
  const home = { label: siteTitle(knowledge, facts.lang), route: urls.home(facts.lang) };
  const own = facts.canonical ?? facts.route;
  const steps = [home, ...(facts.above ?? []), { label: facts.title, route: own }].map(({ label, route }) => ({
    label,
    href: urls.absolute(route),
  }));
  const trail = own === home.route ? [] : [trailData(steps)];
  return [...(facts.data ?? []), siteData(knowledge, facts.lang), ...trail];
}

/** @example localeOf('sv') → 'sv_SE' */
function localeOf(lang: string): string {
  const { language, region } = remembered(`region ${lang}`, () => new Intl.Locale(lang).maximize());
  return region === undefined ? language : `${language}_${region}`;
}
