import type { ChainEntry, FigureRequest } from '../core/library/content.ts';
import { escapeText } from '../core/library/markup.ts';
import { directionOf } from '../core/locale/language.ts';
import { isId } from '../core/locale/slug.ts';
import { error, hasErrors, type Problem } from '../core/problem/problem.ts';
import { drawNested } from '../chain/draw/nested.ts';
import { measureText } from '../chain/measure.ts';
import { parseChain, type ValueChain } from '../chain/model.ts';
import { textFor } from '../chain/text.ts';
import { chainWords, type ChainWords } from '../chain/words.ts';
import { textOf, type Folder, type FolderFile } from './folder.ts';
import { readYaml } from './yaml.ts';

/** The value chains of a folder, ready to be drawn. */
export interface ReadChains {
  readonly chains: readonly ChainEntry[];
  readonly problems: readonly Problem[];
}

/** Reads every `chains/<id>.yaml`. */
export function readChains(folder: Folder, languages: readonly string[]): ReadChains {
  const files = [...folder.files.values()].filter(({ path }) => /^chains\/[^/]+\.ya?ml$/.test(path));
  const read = files.map((file) => readChain(file, languages));
  return { chains: read.flatMap(({ chain }) => chain ?? []), problems: read.flatMap(({ problems }) => problems) };
}

function readChain(
  file: FolderFile,
  languages: readonly string[],
): { chain: ChainEntry | undefined; problems: readonly Problem[] } {
  const id = file.path.slice('chains/'.length).replace(/\.ya?ml$/, '');
  if (!isId(id) || !file.path.endsWith('.yaml')) {
    const hint = 'Name it with lower-case letters a–z, digits and single hyphens, ending in .yaml.';
    return { chain: undefined, problems: [error('bad-id', { file: file.path }, `“${id}” cannot be the id of a chain.`, hint)] };
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
  return { chain: chain && !hasErrors(problems) ? entryOf(chain, file.path) : undefined, problems };
}

function entryOf(chain: ValueChain, file: string): ChainEntry {
  return {
    id: chain.id,
    file,
    title: chain.title,
    description: chain.description,
    activities: chain.activities.map(({ id }) => id),
    views: chain.views ?? ['nested'],
    scenarios: chain.scenarios.map(({ id }) => id),
    viewpoints: (chain.viewpoints ?? []).map(({ id }) => id),
    figure: (request) => figureHtml(chain, request),
    plain: (request) => ({ alt: textFor(chain.description, request.lang).text, table: '', text: '' }),
  };
}

function figureHtml(chain: ValueChain, request: FigureRequest): string {
  const { lang, prefix, scenario } = request;
  const drawing = drawNested({
    chain,
    lang,
    dir: directionOf(lang),
    idPrefix: prefix,
    measure: measureText,
    words: wordsFor(lang),
    scenario,
    hrefOf: () => request.href ?? '#',
  });
  const caption = textFor(chain.description, lang).text;
  return `<figure class="chain">${drawing.wide}${drawing.narrow}<figcaption>${escapeText(caption)}</figcaption></figure>`;
}

function wordsFor(lang: string): ChainWords {
  const known: Readonly<Record<string, ChainWords>> = chainWords;
  return known[lang] ?? known[new Intl.Locale(lang).language] ?? chainWords.en;
}
