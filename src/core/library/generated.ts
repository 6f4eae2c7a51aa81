import type { Essay } from '../essay/essay.ts';
import type { Route } from '../route/urls.ts';
import { nginxFile } from '../site/nginx.ts';
import type { Knowledge } from './knowledge.ts';

/** Icons made of the site's `favicon.svg`: sides in pixels by file. Those that launchers crop have a margin. */
export const icons = {
  'icon-192.png': { side: 192, margin: 0 },
  'icon-512.png': { side: 512, margin: 0 },
  'icon-maskable-512.png': { side: 512, margin: 0.2 },
  'apple-touch-icon.png': { side: 180, margin: 0.14 },
  'favicon.ico': { side: 32, margin: 0 },
} as const satisfies Record<Route, { readonly side: number; readonly margin: number }>;

/** Size in pixels of every preview image. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Where the preview image of a page lies: an essay has its own, every other page that of its language. */
export function cardRoute(knowledge: Knowledge, lang: string, essay?: Essay): Route {
  const { urls } = knowledge;
  return urls.file(essay === undefined ? urls.home(lang) : knowledge.route(essay), 'card.png');
}

/** Where an essay lies as Markdown. */
export function markdownRoute(knowledge: Knowledge, essay: Essay): Route {
  return knowledge.urls.file(knowledge.route(essay), 'index.md');
}

/** Where the web manifest of a language lies. */
export function manifestRoute(knowledge: Knowledge, lang: string): Route {
  return knowledge.urls.file(knowledge.urls.home(lang), 'site.webmanifest');
}

/** Where the list of texts for language models lies: of one language, or of the whole site. */
export function llmsRoute(knowledge: Knowledge, lang?: string): Route {
  return knowledge.urls.file(lang === undefined ? '' : knowledge.urls.home(lang), 'llms.txt');
}

/** The icons that the author's own files do not replace. */
export function iconRoutes(knowledge: Knowledge): (keyof typeof icons)[] {
  const own = new Set(knowledge.content.publicFiles.map(({ route }) => route));
  return (Object.keys(icons) as (keyof typeof icons)[]).filter((route) => !own.has(route));
}

/**
 * Folders, as few as there can be, that hold images named by their content and nothing of the author's own:
 * files in them never change.
 */
export function lastingFolders({ content: { images, publicFiles } }: Knowledge): string[] {
  const own = publicFiles.map(({ route }) => route);
  if (!own.some((route) => route.startsWith('images/'))) return ['images/'];
  const made = [...images.values()].map(({ fallback }) => fallback.url.replace(/[^/]*$/, ''));
  return [...new Set(made)].filter((folder) => !own.some((route) => route.startsWith(folder))).sort();
}

/** The addresses of everything that is made for programs, beside pages and feeds. */
export function generatedRoutes(knowledge: Knowledge): Route[] {
  const { languages } = knowledge;
  const essays = languages.flatMap((lang) => knowledge.essays(lang));
  return [
    'robots.txt',
    '_redirects',
    '_headers',
    nginxFile,
    'site.css',
    llmsRoute(knowledge),
    ...iconRoutes(knowledge),
    ...languages.flatMap((lang) => [
      llmsRoute(knowledge, lang),
      manifestRoute(knowledge, lang),
      cardRoute(knowledge, lang),
    ]),
    ...essays.flatMap((essay) => [markdownRoute(knowledge, essay), cardRoute(knowledge, essay.lang, essay)]),
  ];
}
