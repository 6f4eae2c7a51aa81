import { compareHtml } from './compare.ts';
import { drawView, figureHtml, type FigureInput } from './figure.ts';
import { scenarioName } from './scene.ts';
import { escape } from './text.ts';

/** A figure with all scenarios side by side in the place of its drawing, and a table of what differs. */
export function compareFigure(input: FigureInput): string {
  const { chain, lang, words, prefix = '' } = input;
  const view = input.view ?? chain.views[0] ?? 'nested';
  const halves = chain.scenarios.map((one) => {
    const { wide, narrow } = drawView(view, { ...input, scenario: one.id, idPrefix: prefix });
    return `<div><p class="side">${escape(scenarioName(one, lang, words))}</p>${wide}${narrow}</div>`;
  });
  const beside = `<div class="beside">${halves.join('')}${compareHtml(input)}</div>`;
  const whole = figureHtml({ ...input, controls: false });
  return whole
    .replace(/<svg .*<\/svg>/su, () => beside)
    .replace(/<dl class="strip">.*?<\/dl>/su, '')
    .replace(/ data-scenario="[^"]*"/u, ' data-scenario="*"');
}
