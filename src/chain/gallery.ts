import { drawingId, viewName } from './bar.ts';
import { compareHtml } from './compare.ts';
import { drawingName } from './draw/drawing.ts';
import type { FigureInput } from './figure.ts';
import { textHtml } from './outline.ts';
import { scenarioName, sceneOf } from './scene.ts';
import { escape } from './text.ts';

/**
 * Everything a chain's page has below its figure: each drawing in each scenario as a picture, the scenarios side by
 * side, what each viewpoint says. The bar of a figure leads here where no script can show it in place.
 * @param base address that the endings of the chain's files are added to
 */
export function chainGallery(input: FigureInput, base: string): string {
  const { chain, words } = input;
  const pictures = chain.views.flatMap((view) => chain.scenarios.map(({ id }) => picture(view, id, input, base)));
  const table = compareHtml(input);
  // Without numbers the drawings themselves are what can be compared.
  const anchor = table === '' && chain.scenarios.length > 1 ? ' id="compare"' : '';
  return (
    `<section class="all-drawings"${anchor}><h2>${escape(words.allDrawings)}</h2>${pictures.join('')}</section>` +
    (table === '' ? '' : `<section id="compare" class="chain">${table}</section>`) +
    viewpoints(input) +
    `<p class="downloads">${escape(words.download)} <a href="${escape(base)}.svg" download>${escape(words.downloadDrawing)}</a> · ` +
    `<a href="${escape(base)}.csv" download>${escape(words.downloadTable)}</a> · <a href="${escape(base)}.json" download>${escape(words.downloadModel)}</a></p>`
  );
}

/** How the file of a drawing ends: the first of all has the shortest name. */
export function drawingEnding(chain: FigureInput['chain'], view: string, scenario: string): string {
  return view === chain.views[0] && scenario === chain.scenarios[0]?.id ? '.svg' : `.${view}.${scenario}.svg`;
}

function picture(
  view: FigureInput['chain']['views'][number],
  scenario: string,
  input: FigureInput,
  base: string,
): string {
  const { chain, lang, words } = input;
  const named = chain.scenarios.find(({ id }) => id === scenario);
  const name = `${viewName(view, words)}${chain.scenarios.length > 1 && named !== undefined ? `, ${scenarioName(named, lang, words)}` : ''}`;
  const called = drawingName(sceneOf(chain, scenario), viewName(view, words), { ...input, idPrefix: '' });
  const address = escape(base + drawingEnding(chain, view, scenario));
  return (
    `<figure id="${escape(drawingId(view, scenario))}"><a href="${address}"><img src="${address}" alt="${escape(called)}" loading="lazy"></a>` +
    `<figcaption>${escape(name)}</figcaption></figure>`
  );
}

function viewpoints({ chain, lang, words }: FigureInput): string {
  if (chain.viewpoints.length === 0) return '';
  const items = chain.viewpoints.map(({ id, label, story }) => {
    const said = story === undefined ? '' : `<dd>${textHtml(story, lang)}</dd>`;
    return `<div id="viewpoint.${escape(id)}"><dt>${textHtml(label, lang)}</dt>${said}</div>`;
  });
  return `<section class="viewpoints"><h2>${escape(words.switchViewpoint)}</h2><dl>${items.join('')}</dl></section>`;
}
