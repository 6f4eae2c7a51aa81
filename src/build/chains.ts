import type { ChainEntry, FigureRequest } from '../core/library/content.ts';
import { figureKey } from '../core/library/figure-key.ts';
import { attributes, escapeText } from '../core/library/markup.ts';
import { directionOf } from '../core/locale/language.ts';
import { fill } from '../core/locale/words.ts';
import { isId } from '../core/locale/slug.ts';
import { error, hasErrors, type Problem } from '../core/problem/problem.ts';
import { chainFigure, chainText, type FigureInput } from '../chain/figure.ts';
import { chainGallery } from '../chain/gallery.ts';
import { measureText } from '../chain/measure.ts';
import { textHtml } from '../chain/outline.ts';
import { parseChain, type ValueChain } from '../chain/model.ts';
import { chainWords, type ChainWords } from '../chain/words.ts';
import { filesOf, picturesOf } from './chain-files.ts';
import { chainQuantities, chainQuantity, setFaults } from './chain-quantity.ts';
import { digestOf, textOf, type Folder, type FolderFile } from './folder.ts';
import { readYaml, type Yaml } from './yaml.ts';

/** The value chains of a folder, ready to be drawn. */
export interface ReadChains {
  readonly chains: readonly ChainEntry[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every `chains/<id>.yaml`.
 * @param accent the site's own as it is on paper, six hexadecimal digits
 */
export function readChains(
  folder: Folder,
  languages: readonly string[],
  words: Readonly<Record<string, ChainWords>>,
  accent?: string,
): ReadChains {
  const common = JSON.stringify([languages, words, accent]);
  const files = [...folder.files.values()].filter(({ path }) => /^chains\/[^/]+\.ya?ml$/.test(path));
  const read = files.map((file) =>
    readChain(file, languages, words, accent, digestOf(`${common} ${file.path} ${file.digest}`)),
  );
  return { chains: read.flatMap(({ chain }) => chain ?? []), problems: read.flatMap(({ problems }) => problems) };
}

function readChain(
  file: FolderFile,
  languages: readonly string[],
  words: Readonly<Record<string, ChainWords>>,
  accent: string | undefined,
  digest: string,
): { chain: ChainEntry | undefined; problems: readonly Problem[] } {
  const id = file.path.slice('chains/'.length).replace(/\.ya?ml$/, '');
  if (isId(id) && file.path.endsWith('.yml')) {
    const problem = error('not-yaml', { file: file.path }, 'Value chains end in .yaml.', `Rename it to ${id}.yaml.`);
    return { chain: undefined, problems: [problem] };
  }
  if (!isId(id)) {
    const hint = 'Name it with lower-case letters a–z, digits and single hyphens, ending in .yaml.';
    return {
      chain: undefined,
      problems: [error('bad-id', { file: file.path }, `“${id}” cannot be the id of a chain.`, hint)],
    };
  }
  const text = textOf(file);
  if ('problem' in text) return { chain: undefined, problems: [text.problem] };
  const yaml = readYaml(text.text, file.path);
  if (yaml.problems.length > 0) return { chain: undefined, problems: yaml.problems };
  const { chain, problems } = parseChain(yaml.value, {
    file: file.path,
    id,
    languages: [...languages],
    placeOf: (path) => yaml.placeOf(path),
  });
  return {
    chain:
      chain && !hasErrors(problems)
        ? entryOf(chain, file.path, { words, accent, digest, placeOf: yaml.placeOf })
        : undefined,
    problems,
  };
}

/** What is known of a chain beside its model. */
interface EntryFacts {
  readonly words: Readonly<Record<string, ChainWords>>;
  readonly accent: string | undefined;
  readonly digest: string;
  readonly placeOf: Yaml['placeOf'];
}

function entryOf(chain: ValueChain, file: string, { words, accent, digest, placeOf }: EntryFacts): ChainEntry {
  const inputOf = (request: FigureRequest): FigureInput => ({ ...figureInput(chain, request, words), accent });
  const activities = chain.activities.map(({ id }) => id);
  const key = (request: FigureRequest): string => figureKey({ digest, activities }, request);
  const pictures = picturesOf(chain, inputOf);
  return {
    id: chain.id,
    digest,
    file,
    title: chain.title,
    description: chain.description,
    activities,
    parts: chain.activities.map(({ id, parent, label, description, links }, index) => ({
      id,
      parent,
      label,
      description,
      essays: links?.essays ?? [],
      tags: links?.tags ?? [],
      concepts: links?.concepts ?? [],
      linksAt: links && placeOf(['activities', index, 'links']),
    })),
    views: chain.views,
    scenarios: chain.scenarios.map(({ id }) => id),
    viewpoints: chain.viewpoints.map(({ id }) => id),
    figure: onceEach(key, (request) => chainFigure(inputOf(request))),
    plain: onceEach(key, (request) => {
      const { alt, tableHtml, text } = chainText(inputOf(request));
      return { alt, table: tableHtml, text, picture: () => pictures(request) };
    }),
    gallery: (request) => chainGallery(inputOf(request), (request.href ?? '').replace(/\/$/u, '')),
    files: filesOf(chain, inputOf),
    quantity: (request) => chainQuantity(chain, request, words[request.lang] ?? chainWords.en),
    quantities: (scenario) => chainQuantities(chain, chainWords.en, scenario),
    setFaults: (set, scenario) => setFaults(chain, set, scenario),
  };
}

/** Makes what is asked for once: many essays ask for the same drawing, and each of them in several outputs. */
function onceEach<T>(
  keyOf: (request: FigureRequest) => string,
  make: (request: FigureRequest) => T,
): (request: FigureRequest) => T {
  const known = new Map<string, T>();
  return (request) => {
    const key = keyOf(request);
    const found = known.get(key) ?? make(request);
    known.set(key, found);
    return found;
  };
}

function figureInput(
  chain: ValueChain,
  { lang, prefix, view, scenario, viewpoint, href, spoken, controls, reading, badge }: FigureRequest,
  words: Readonly<Record<string, ChainWords>>,
): FigureInput {
  return {
    chain,
    lang,
    dir: directionOf(lang),
    prefix,
    measure: measureText,
    words: words[lang] ?? chainWords.en,
    view: chain.views.find((one) => one === view),
    scenario,
    chainPageUrl: href,
    spoken,
    viewpoint,
    controls,
    moreOf: readingOf(reading, words[lang] ?? chainWords.en),
    badgeOf: badge && (({ id }) => badge(id)),
    caption: storyOf(chain, viewpoint, lang),
  };
}

/** What a viewpoint has to say of the drawing: it is the caption where the author asks for that viewpoint. */
function storyOf(chain: ValueChain, viewpoint: string | undefined, lang: string): string | undefined {
  const story = chain.viewpoints.find(({ id }) => id === viewpoint)?.story;
  return story === undefined ? undefined : textHtml(story, lang);
}

/** Links to what can be read of an activity, as HTML. */
function readingOf(reading: FigureRequest['reading'], words: ChainWords): FigureInput['moreOf'] {
  return ({ id }) => {
    const links = (reading?.(id) ?? []).map(
      ({ label, href, lang }) => `<a${attributes({ href, hreflang: lang })}>${escapeText(label)}</a>`,
    );
    return links.length === 0 ? '' : fill(words.readMore, { links: links.join(' · ') });
  };
}
