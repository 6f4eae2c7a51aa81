import { dirname, join } from 'node:path';
import { readYaml } from '../build/yaml.ts';
import { error } from '../core/problem/problem.ts';
import type { Site } from '../core/site/site.ts';
import { splitFrontmatter } from '../mdx/frontmatter.ts';
import { command, refuse } from './arguments.ts';
import {
  documentKinds,
  idsOf,
  kindFolders,
  noSuchDocument,
  readSettings,
  siteLanguage,
  versionsOf,
  writeNew,
} from './author-folder.ts';
import { documentText } from './document-text.ts';
import { problemsOf, type Found } from './found.ts';
import { contentFolder, contentOption, shownPath } from './place.ts';
import { scaffoldTexts } from './scaffold-texts.ts';
import { readText } from './text-file.ts';

/** `throughline translate <id> --to LANG`: begins a translation as a copy to be rewritten in place. */
export const translate = command({
  name: 'translate',
  summary: 'Begin a translation of an essay, a concept or a page.',
  usage: '<id>',
  options: {
    to: { value: 'LANG', description: 'The language it will be in.' },
    from: { value: 'LANG', description: 'The language to copy. Without it, the default one or whichever there is.' },
    kind: { value: 'KIND', description: 'essay, concept or page, where two of them have the same id.' },
    content: contentOption,
  },
  run: async ({ operands: [id = ''], options }, io) => {
    const content = contentFolder(options.content, io);
    const settings = await readSettings(content);
    if ('problems' in settings) return refuse(io, settings.problems);
    const to = targetOf(options.to, settings.value);
    const versions = await versionsFor(content, id, options.kind);
    const source = 'value' in versions ? originalOf(id, versions.value, options.from, settings.value) : versions;
    const problems = [...problemsOf(to), ...problemsOf(source)];
    if (!('value' in to && 'value' in versions && 'value' in source)) return refuse(io, problems);

    const file = versions.value.get(to.value) ?? join(dirname(source.value), `${to.value}.mdx`);
    const text = await translationOf(source.value, to.value, shownPath(io, source.value));
    if ('problems' in text) return refuse(io, text.problems);
    const problem = await writeNew(file, text.value, shownPath(io, file));
    if (problem !== undefined) return refuse(io, [problem]);
    io.stdout(`${shownPath(io, file)}\n`);
    return 0;
  },
});

type Versions = ReadonlyMap<string, string>;

function targetOf(written: string | undefined, site: Site): Found<string> {
  if (written !== undefined) return siteLanguage(written, site);
  const hint = `Add --to with one of ${site.languages.join(', ')}.`;
  return { problems: [error('missing-option', {}, 'Into which language?', hint)] };
}

async function versionsFor(content: string, id: string, kind: string | undefined): Promise<Found<Versions>> {
  const kinds = documentKinds.filter((one) => kind === undefined || one === kind);
  if (kinds.length === 0) {
    const hint = `There are: ${documentKinds.join(', ')}.`;
    return { problems: [error('unknown-kind', {}, `--kind: “${String(kind)}” is no kind of document.`, hint)] };
  }
  const ids = await Promise.all(kinds.map((one) => idsOf(content, one)));
  const holders = kinds.filter((_kind, index) => ids[index]?.includes(id));
  const [holder] = holders;
  if (holder === undefined) return { problems: [noSuchDocument(kind ?? 'document', id, ids.flat())] };
  if (holders.length === 1) return { value: await versionsOf(content, holder, id) };
  const message = `“${id}” is in ${holders.map((one) => `${kindFolders[one]}/`).join(' and in ')}.`;
  const hint = `Add one of: ${holders.map((one) => `--kind ${one}`).join(', ')}.`;
  return { problems: [error('ambiguous-document', {}, message, hint)] };
}

/** Path of the version to copy: the one asked for, else the site's default language, else the first there is. */
function originalOf(id: string, versions: Versions, written: string | undefined, site: Site): Found<string> {
  const wanted = written === undefined ? undefined : siteLanguage(written, site);
  if (wanted !== undefined && 'problems' in wanted) return wanted;
  const order = wanted === undefined ? [site.defaultLanguage, ...site.languages] : [wanted.value];
  const from = order.find((lang) => versions.has(lang));
  const source = versions.get(from ?? '');
  if (source !== undefined) return { value: source };
  const there = [...versions.keys()].join(', ');
  const hint = there === '' ? 'Its folder holds no text.' : `It is there in ${there}.`;
  const message = `There is no “${id}” ${wanted === undefined ? 'to copy' : `in ${wanted.value}`}.`;
  return { problems: [error('missing-original', {}, message, hint)] };
}

async function translationOf(source: string, lang: string, shown: string): Promise<Found<string>> {
  const read = await readText(source, shown);
  if ('problems' in read) return read;
  const { yaml: head, yamlLine, body } = splitFrontmatter(read.value.text);
  const { value, problems } = readYaml(head ?? '', source, yamlLine);
  const [fault] = problems;
  if (fault !== undefined) {
    const message = `${shown}:${String(fault.line ?? 1)}: ${fault.message}`;
    return { problems: [error('unreadable-original', {}, message, 'Mend it, then translate it.')] };
  }
  const { translate: mark, draft } = scaffoldTexts(lang).texts.about;
  const beside = { title: mark, description: mark, synonyms: mark, 'cover.alt': mark, draft };
  return { value: documentText(neutralFront(value), body, { beside }) };
}

/** Keys that hold in every language, and the texts to be translated. Addresses, ids and revisions are each version's own. */
const kept = ['title', 'description', 'date', 'tags', 'authors', 'publish', 'series', 'cover', 'synonyms'];

function neutralFront(front: unknown): Record<string, unknown> {
  const entries = typeof front === 'object' && front !== null ? Object.entries(front) : [];
  return { ...Object.fromEntries(entries.filter(([key]) => kept.includes(key))), draft: true };
}
