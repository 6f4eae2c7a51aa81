import type { OutlineComponent } from '../essay/outline.ts';
import type { Route } from '../route/urls.ts';
import type { ChainEntry, ChainPicture, FigureRequest } from './content.ts';
import type { AnyDocument, Knowledge } from './knowledge.ts';

/** A drawing of a chain that readers elsewhere get as a picture. */
export interface WrittenPicture extends ChainPicture {
  readonly route: Route;
}

/** The picture of a chain as a document shows it, when the chain has a page in the document's language. */
export function pictureOf(knowledge: Knowledge, chain: ChainEntry, request: FigureRequest): WrittenPicture | undefined {
  if (knowledge.chainLanguage(chain, request.lang) !== request.lang) return undefined;
  const picture = chain.plain(request).picture?.();
  const page = knowledge.chainRoute(chain, request.lang).replace(/\/$/u, '');
  return picture && { ...picture, route: page + picture.ending };
}

/** The pictures of all chains that essays show, each once. */
export function chainPictures(knowledge: Knowledge): WrittenPicture[] {
  const found = new Map<Route, WrittenPicture>();
  const asked = new Set<string>();
  for (const essay of knowledge.languages.flatMap((lang) => knowledge.essays(lang))) {
    for (const { chain, request } of shownChains(knowledge, essay)) {
      const key = JSON.stringify([chain.id, request]);
      const picture = asked.has(key) ? undefined : pictureOf(knowledge, chain, request);
      asked.add(key);
      if (picture !== undefined) found.set(picture.route, picture);
    }
  }
  return [...found.values()];
}

/** How a document asks for a chain in one of its components. @param before how often it has shown the same one already */
export function figureRequest(component: OutlineComponent, lang: string, before: number): FigureRequest {
  const text = (name: string): string | undefined => {
    const value = component.props[name];
    return typeof value === 'string' ? value : undefined;
  };
  const { view, scenario, viewpoint } = {
    view: text('view'),
    scenario: text('scenario'),
    viewpoint: text('viewpoint'),
  };
  return {
    lang,
    prefix: before === 0 ? '' : `f${String(before + 1)}-`,
    ...(view !== undefined && { view }),
    ...(scenario !== undefined && { scenario }),
    ...(viewpoint !== undefined && { viewpoint }),
    ...(component.props['controls'] === false && { controls: false }),
  };
}

function shownChains(knowledge: Knowledge, document: AnyDocument): { chain: ChainEntry; request: FigureRequest }[] {
  return document.outline.components.flatMap((component) => {
    const chain = component.name === 'ValueChain' ? knowledge.chain(String(component.props['id'] ?? '')) : undefined;
    return chain === undefined ? [] : [{ chain, request: figureRequest(component, document.lang, 0) }];
  });
}
