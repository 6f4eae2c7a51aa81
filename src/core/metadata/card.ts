import type { Essay } from '../essay/essay.ts';
import { cardRoute } from '../library/generated.ts';
import type { Knowledge } from '../library/knowledge.ts';
import { seriesPlace } from '../library/series-pages.ts';
import { siteTitle } from '../library/site-title.ts';
import { directionOf } from '../locale/language.ts';
import { listText } from '../locale/format.ts';
import { chooseText } from '../locale/text.ts';
import type { Route } from '../route/urls.ts';

/** The words on a preview image. */
export interface Card {
  readonly route: Route;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Name of the site. */
  readonly site: string;
  readonly title: string;
  /** What stands over the title: the series and the part, else the first tag. */
  readonly over?: string;
  /** Who has written it. */
  readonly by?: string;
  /** Colour of the line, six hexadecimal digits. */
  readonly accent: string;
}

/** Colour of the line where the site names none. */
const plainAccent = '#b93a0e';

/** The preview images of a site: one for each language, one for each essay in each. */
export function cards(knowledge: Knowledge): Card[] {
  return knowledge.languages.flatMap((lang) => [
    siteCard(knowledge, lang),
    ...knowledge.essays(lang).map((essay) => essayCard(knowledge, essay)),
  ]);
}

function siteCard(knowledge: Knowledge, lang: string): Card {
  const title = chooseText(knowledge.site.description, lang, knowledge.languages).text;
  return { route: cardRoute(knowledge, lang), ...common(knowledge, lang), title };
}

function essayCard(knowledge: Knowledge, essay: Essay): Card {
  const { lang, front } = essay;
  const { languages } = knowledge;
  const names = knowledge.authorsOf(essay).map(({ name }) => chooseText(name, lang, languages).text);
  const by = listText(names, lang);
  const over = overTitle(knowledge, essay);
  return {
    route: cardRoute(knowledge, lang, essay),
    ...common(knowledge, lang),
    title: front.title,
    ...(over !== undefined && { over }),
    ...(by !== '' && by !== siteTitle(knowledge, lang) && { by }),
  };
}

function overTitle(knowledge: Knowledge, essay: Essay): string | undefined {
  const place = seriesPlace(knowledge, essay);
  if (place !== undefined) return `${place.title} · ${place.position}`;
  const tag = knowledge.tag(essay.front.tags[0] ?? '');
  return tag && chooseText(tag.label, essay.lang, knowledge.languages).text;
}

function common(knowledge: Knowledge, lang: string): Pick<Card, 'lang' | 'dir' | 'site' | 'accent'> {
  const accent = knowledge.site.accent ?? plainAccent;
  return { lang, dir: directionOf(lang), site: siteTitle(knowledge, lang), accent };
}
