import { drawView, figureHtml, type FigureInput } from '../chain/figure.ts';
import { compareFigure } from '../chain/compare-figure.ts';
import { compute } from '../chain/engine/compute.ts';
import { drawingFile } from '../chain/drawing-file.ts';
import { drawingName } from '../chain/draw/drawing.ts';
import { chainCsv } from '../chain/csv.ts';
import { drawingEnding } from '../chain/gallery.ts';
import { sceneOf } from '../chain/scene.ts';
import { viewName } from '../chain/bar.ts';
import { textFor } from '../chain/text.ts';
import { liveModel, liveWords, type LiveFigure } from '../chain/live.ts';
import type { ValueChain } from '../chain/model.ts';
import type { ChainFile, ChainPicture, FigureRequest } from '../core/library/content.ts';

type InputOf = (request: FigureRequest) => FigureInput;

/** The files that lie beside the page of a chain: drawings for scripts that switch to them, the model for those that compute. */
export function filesOf(chain: ValueChain, inputOf: InputOf): ChainFile[] {
  return [
    ...pairs(chain).flatMap(([view, scenario]) => [
      figureFile(view, scenario, inputOf),
      drawingFileOf(chain, view, scenario, inputOf),
    ]),
    ...chain.scenarios.map(({ id }) => modelFile(id, inputOf)),
    wordFile(inputOf),
    ...chain.views.filter(() => chain.scenarios.length > 1).map((view) => compareFile(view, inputOf)),
    tableFile(chain),
    resultFile(chain),
  ];
}

/** Every drawing of a chain: views, each in every scenario. */
export function pairs(chain: ValueChain): (readonly [view: string, scenario: string])[] {
  return chain.views.flatMap((view) => chain.scenarios.map(({ id }) => [view, id] as const));
}

/** The drawing that a request asks for, as readers elsewhere get it; each is drawn once. */
export function picturesOf(chain: ValueChain, inputOf: InputOf): (request: FigureRequest) => ChainPicture {
  const drawn = new Map<string, ChainPicture>();
  return (request) => {
    const view = chain.views.find((one) => one === request.view) ?? chain.views[0] ?? 'nested';
    const scenario = chain.scenarios.find(({ id }) => id === request.scenario)?.id ?? chain.scenarios[0]?.id ?? '';
    const key = `${request.lang} ${view} ${scenario}`;
    const picture = drawn.get(key) ?? pictureFrom(drawingFileOf(chain, view, scenario, inputOf), request);
    drawn.set(key, picture);
    return picture;
  };
}

function pictureFrom({ ending, text }: ChainFile, { lang }: FigureRequest): ChainPicture {
  const svg = text({ lang });
  const [, width = '0', height = '0'] = /viewBox="\S+ \S+ (\S+) (\S+)"/u.exec(svg) ?? [];
  const size = { width: Math.round(Number(width)), height: Math.round(Number(height)) };
  return { ending: ending.replace(/\.svg$/u, '.png'), ...size, svg };
}

function figureFile(view: string, scenario: string, inputOf: InputOf): ChainFile {
  return {
    ending: `.${view}.${scenario}.json`,
    text: (request) => {
      const figure: LiveFigure = { figure: figureHtml(inputOf({ ...request, prefix: '', view, scenario })) };
      return JSON.stringify(figure);
    },
  };
}

function modelFile(scenario: string, inputOf: InputOf): ChainFile {
  return {
    ending: `.${scenario}.live.json`,
    text: (request) => JSON.stringify(liveModel(inputOf({ ...request, prefix: '', scenario }))),
  };
}

function wordFile(inputOf: InputOf): ChainFile {
  return {
    ending: '.words.json',
    text: (request) => JSON.stringify(liveWords(inputOf({ ...request, prefix: '' }).words)),
  };
}

function drawingFileOf(chain: ValueChain, view: string, scenario: string, inputOf: InputOf): ChainFile {
  return {
    ending: drawingEnding(chain, view, scenario),
    text: (request) => {
      const input = inputOf({ ...request, prefix: '', view, scenario });
      const { view: kind = 'nested', lang, words } = input;
      const draw = { ...input, idPrefix: '' };
      const title = drawingName(sceneOf(chain, scenario), viewName(kind, words), draw);
      return drawingFile(drawView(kind, draw).wide, {
        title,
        description: textFor(chain.description, lang).text,
        accent: input.accent,
      });
    },
  };
}

function compareFile(view: string, inputOf: InputOf): ChainFile {
  return {
    ending: `.${view}.compare.json`,
    text: (request) => {
      const figure: LiveFigure = { figure: compareFigure(inputOf({ ...request, prefix: '', view })) };
      return JSON.stringify(figure);
    },
  };
}

function tableFile(chain: ValueChain): ChainFile {
  return { ending: '.csv', text: () => chainCsv(chain) };
}

/** The model as it was read, and what was computed of it in each scenario. */
function resultFile(chain: ValueChain): ChainFile {
  return {
    ending: '.json',
    text: () => {
      const results = Object.fromEntries(chain.scenarios.map(({ id }) => [id, compute(chain, { scenario: id })]));
      return `${JSON.stringify({ model: chain, results }, null, 1)}\n`;
    },
  };
}
