import { fill } from '../locale/words.ts';
import type { Claim } from '../route/table.ts';
import { slugIn, type Route } from '../route/urls.ts';
import type { Knowledge } from './knowledge.ts';
import { attributes, escapeText } from './markup.ts';
import { contentSecurityPolicy } from '../site/policy.ts';
import { directionOf } from '../locale/language.ts';

/** An old address that leads to a new one. */
export interface Redirect extends Claim {
  readonly to: Route;
  readonly lang: string;
}

/** Redirects of the folder: aliases of documents, and synonyms of tags. */
export function readRedirects(knowledge: Knowledge): Redirect[] {
  const aliases = knowledge.documents.flatMap((document) =>
    document.front.aliases.map((alias) => ({
      route: aliasRoute(alias, decodeURI(knowledge.urls.base)),
      to: knowledge.route(document),
      lang: document.lang,
      what: 'alias',
      file: document.file,
      ...(document.lines['aliases'] !== undefined && { line: document.lines['aliases'] }),
    })),
  );
  return [...aliases, ...synonymRedirects(knowledge)];
}

/** A page that sends readers on where the server does not: link, canonical and refresh. */
export function redirectDocument(knowledge: Knowledge, redirect: Redirect): string {
  const { lang } = redirect;
  const words = knowledge.words(lang);
  const href = knowledge.urls.href(redirect.to);
  const absolute = knowledge.urls.absolute(redirect.to);
  const link = `<a${attributes({ href })}>${escapeText(absolute)}</a>`;
  return [
    '<!doctype html>',
    `<html${attributes({ lang, dir: directionOf(lang) })}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta${attributes({ 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy })}>`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeText(words.movedTitle)}</title>`,
    '<meta name="robots" content="noindex">',
    `<link${attributes({ rel: 'canonical', href: absolute })}>`,
    `<meta${attributes({ 'http-equiv': 'refresh', content: `0; url=${href}` })}>`,
    '</head>',
    `<body><main><h1>${escapeText(words.movedTitle)}</h1><p>${fill(escapeText(words.movedText), { link })}</p></main></body>`,
    '</html>',
    '',
  ].join('\n');
}

/** Lines of a `_redirects` file, as Netlify and Cloudflare Pages read it. */
export function redirectLines(knowledge: Knowledge, redirects: readonly Redirect[]): string {
  return redirectPaths(knowledge, redirects)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('');
}

/** Redirects as servers need them: paths with the base, encoded. */
export function redirectPaths(knowledge: Knowledge, redirects: readonly Redirect[]): { from: string; to: string }[] {
  const { href } = knowledge.urls;
  return redirects.map(({ route, to }) => ({ from: href(route), to: href(to) }));
}

/** An alias without base and leading slash; one that names a folder gets the slash at its end. */
export function aliasRoute(alias: string, base: string): Route {
  const own = base !== '/' && alias.startsWith(base) ? alias.slice(base.length) : alias.slice(1);
  const last = own.split('/').at(-1) ?? '';
  return own.endsWith('/') || last.includes('.') || own === '' ? own : `${own}/`;
}

function synonymRedirects(knowledge: Knowledge): Redirect[] {
  const taken = new Set<Route>();
  for (const lang of knowledge.languages) {
    for (const tag of knowledge.tags(lang)) taken.add(knowledge.tagRoute(tag, lang));
  }
  return knowledge.languages.flatMap((lang) =>
    knowledge.tags(lang).flatMap((tag) =>
      (tag.synonyms?.[lang] ?? []).flatMap((synonym) => {
        const route = knowledge.urls.item('tags', lang, slugIn({ id: tag.id }, synonym, lang));
        if (taken.has(route)) return [];
        taken.add(route);
        return [
          { route, to: knowledge.tagRoute(tag, lang), lang, what: `synonym of the tag ${tag.id}`, file: 'tags.yaml' },
        ];
      }),
    ),
  );
}
