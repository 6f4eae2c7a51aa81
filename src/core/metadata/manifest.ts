import type { Knowledge } from '../library/knowledge.ts';
import { icons } from '../library/generated.ts';
import { siteTitle } from '../library/site-title.ts';
import { directionOf } from '../locale/language.ts';
import { chooseText } from '../locale/text.ts';

/** Paper of the light theme: what is seen before a page is there. */
const paper = '#fcfbf8';

/** The web manifest of a language: what the site is called and looks like where somebody keeps it on a home screen. */
export function manifestText(knowledge: Knowledge, lang: string): string {
  const { urls, site, languages } = knowledge;
  const title = siteTitle(knowledge, lang);
  const manifest = {
    name: title,
    short_name: title,
    description: chooseText(site.description, lang, languages).text,
    lang,
    dir: directionOf(lang),
    id: urls.href(urls.home(lang)),
    start_url: urls.href(urls.home(lang)),
    scope: urls.href(''),
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: urls.href('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      icon(knowledge, 'icon-192.png', 'any'),
      icon(knowledge, 'icon-512.png', 'any'),
      icon(knowledge, 'icon-maskable-512.png', 'maskable'),
    ],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function icon(knowledge: Knowledge, file: keyof typeof icons, purpose: string): Record<string, string> {
  const side = String(icons[file].side);
  return { src: knowledge.urls.href(file), sizes: `${side}x${side}`, type: 'image/png', purpose };
}
