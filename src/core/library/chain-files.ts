import type { Route } from '../route/urls.ts';
import type { ChainFile } from './content.ts';
import { chainHref } from './bodies.ts';
import { figureKey } from './figure-key.ts';
import type { Knowledge } from './knowledge.ts';

/** A file that lies beside the page of a chain. */
export interface WrittenChainFile {
  readonly route: Route;
  readonly lang: string;
  /** Says all that the text depends on. */
  readonly key: string;
  readonly text: () => string;
}

/** The files of every chain in every language it has a page in. */
export function chainFiles(knowledge: Knowledge): WrittenChainFile[] {
  return knowledge.languages.flatMap((lang) =>
    knowledge.chains(lang).flatMap((chain) => {
      const page = knowledge.chainRoute(chain, lang);
      const request = { lang, ...chainHref(knowledge, chain, lang) };
      const key = figureKey(chain, request);
      return chain.files.map((file): WrittenChainFile => ({
        route: besidePage(page, file),
        lang,
        key: `${file.ending} ${key}`,
        text: () => file.text(request),
      }));
    }),
  );
}

/** True for a drawing, whose text is to become outlines before others open it. */
export function isDrawing({ route }: Pick<WrittenChainFile, 'route'>): boolean {
  return route.endsWith('.svg');
}

/** The address of a file of a chain. @example besidePage('en/chains/acme/', { ending: '.svg' }) → 'en/chains/acme.svg' */
export function besidePage(page: Route, { ending }: Pick<ChainFile, 'ending'>): Route {
  return page.replace(/\/$/u, '') + ending;
}
