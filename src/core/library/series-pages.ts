import type { Essay } from '../essay/essay.ts';
import { numberText } from '../locale/format.ts';
import { chooseText } from '../locale/text.ts';
import { fill } from '../locale/words.ts';
import type { Series } from '../series/series.ts';
import { newestChange } from './entries.ts';
import { indexStep } from './frame.ts';
import type { Knowledge } from './knowledge.ts';
import type { SeriesPage, SeriesPart, SeriesPlace } from './page.ts';
import type { Shelf } from './shelf.ts';

/** Where an essay stands in its series, or `undefined` when it is in none. */
export function seriesPlace(knowledge: Knowledge, essay: Essay): SeriesPlace | undefined {
  const own = essay.front.series;
  const series = own && knowledge.series(own.id);
  if (own === undefined || series === undefined) return undefined;
  const parts = partsOf(knowledge, series, essay.lang, essay.id);
  // Parts that nobody has planned or written yet may be missing in between.
  const count = Math.max(parts.length, ...parts.map(({ part }) => part.part));
  const numbers = { part: numberText(own.part, essay.lang), count: numberText(count, essay.lang) };
  return {
    title: chooseText(series.title, essay.lang, knowledge.languages).text,
    href: knowledge.urls.href(knowledge.seriesRoute(series, essay.lang)),
    position: fill(knowledge.words(essay.lang).partOf, numbers),
    parts: parts.map(({ part }) => part),
  };
}

/** The page of a series in a language. */
export function seriesPage(shelf: Shelf, series: Series, lang: string): SeriesPage {
  const { knowledge } = shelf;
  const { urls, languages } = knowledge;
  const words = knowledge.words(lang);
  const title = chooseText(series.title, lang, languages).text;
  const description = series.description ? chooseText(series.description, lang, languages).text : title;
  return {
    kind: 'series',
    ...shelf.parts({
      route: knowledge.seriesRoute(series, lang),
      lang,
      title,
      description,
      versions: seriesVersions(knowledge, series),
      above: [indexStep(knowledge, 'series', lang)],
      modified: newestChange(knowledge.inSeries(series.id, lang)),
    }),
    title,
    description,
    parent: { label: words.series, href: urls.href(urls.index('series', lang)) },
    parts: partsOf(knowledge, series, lang).map(({ part, essay }) => ({
      ...part,
      ...(essay && { entry: shelf.entry(essay, lang) }),
    })),
  };
}

/** The addresses of a series in the languages that have a part of it. */
export function seriesVersions(knowledge: Knowledge, series: Series): Map<string, string> {
  const langs = knowledge.languages.filter((lang) => knowledge.inSeries(series.id, lang).length > 0);
  return new Map(langs.map((lang) => [lang, knowledge.seriesRoute(series, lang)]));
}

interface Part {
  readonly part: SeriesPart;
  readonly essay?: Essay;
}

function partsOf(knowledge: Knowledge, series: Series, lang: string, current?: string): Part[] {
  const byPart = new Map<number, Part>();
  for (const { part, title } of series.planned) {
    const text = chooseText(title, lang, knowledge.languages);
    byPart.set(part, {
      part: { part, title: text.text, ...otherLang(text.lang, lang), current: false, planned: true },
    });
  }
  for (const essay of readableParts(knowledge, series.id, lang)) {
    const number = essay.front.series?.part ?? 0;
    if (byPart.get(number)?.essay !== undefined) continue;
    const href = knowledge.urls.href(knowledge.route(essay));
    const part = { part: number, title: essay.front.title, href, current: essay.id === current, planned: false };
    byPart.set(number, { part: { ...part, ...otherLang(essay.lang, lang) }, essay });
  }
  return [...byPart.values()].sort((a, b) => a.part.part - b.part.part);
}

/** The written parts of a series, each in `lang` or else in the first of the site's languages that has it. */
function readableParts(knowledge: Knowledge, series: string, lang: string): Essay[] {
  const byId = new Map<string, Essay>();
  for (const other of [lang, ...knowledge.languages]) {
    for (const essay of knowledge.inSeries(series, other)) if (!byId.has(essay.id)) byId.set(essay.id, essay);
  }
  return [...byId.values()];
}

function otherLang(lang: string, pageLang: string): { lang?: string } {
  return lang === pageLang ? {} : { lang };
}
