import type { z } from 'zod';
import { authorsSchema, type Author } from '../core/author/author.ts';
import { seriesFileSchema, type Series } from '../core/series/series.ts';
import { canonicalLanguage } from '../core/locale/language.ts';
import { siteSchema, type Site } from '../core/site/site.ts';
import { tagsSchema, type Tag } from '../core/tag/tag.ts';
import { imageEnding, type Content } from '../core/library/content.ts';
import type { AnyDocument } from '../core/library/knowledge.ts';
import type { Concept } from '../core/concept/concept.ts';
import type { Essay, SitePage } from '../core/essay/essay.ts';
import { checkValue } from '../core/problem/schema.ts';
import { meant } from '../core/problem/nearest.ts';
import { error, hasErrors, warning, type Problem } from '../core/problem/problem.ts';
import { readChains } from './chains.ts';
import { readDocuments, type ReadingListener } from './documents.ts';
import { textOf, type Folder } from './folder.ts';
import type { FragmentStore } from './fragments.ts';
import { readWords } from './words.ts';
import { readYaml, type Yaml } from './yaml.ts';

/** A folder's content without its images, and everything that single files do wrong. */
export interface ReadContent {
  /** `undefined` when the folder does not seem to be one of ours: without settings and without a document. */
  readonly content: Content | undefined;
  readonly problems: readonly Problem[];
  /** How many documents were compiled now, and how many were known. */
  readonly compiled: number;
  readonly known: number;
}

/** Who hears how the reading goes on. */
export interface ContentListener extends Omit<ReadingListener, 'onLanguage'> {
  /** Hears of the site's settings before any document is read. */
  readonly onSite?: (site: Site) => void;
  /** Hears of a language when it is read and there is no error so far: the content as if there were no documents in others. */
  readonly onLanguage?: (lang: string, content: Content) => void;
}

/** Reads and checks every file of an author's folder. `projectFiles` are the neutral public files. */
export async function readContent(
  folder: Folder,
  store: FragmentStore,
  projectFiles: readonly string[],
  { onSite, onLanguage, ...listener }: ContentListener = {},
): Promise<ReadContent> {
  const site = readSite(folder);
  if (site.value === undefined) return { content: undefined, problems: site.problems, compiled: 0, known: 0 };
  if (!hasErrors(site.problems)) onSite?.(site.value);
  const { languages } = site.value;
  const words = readWords(folder, languages);
  const tags = registry(folder, 'tags.yaml', tagsSchema);
  const authors = registry(folder, 'authors.yaml', authorsSchema);
  const series = registry(folder, 'series.yaml', seriesFileSchema);
  const chains = readChains(folder, languages, words.chainWords, await onPaper(site.value.accent));
  const frame = {
    site: site.value,
    words: words.words,
    tags: withIds<Tag>(tags.value?.tags),
    authors: withIds<Author>(authors.value?.authors),
    series: withIds<Series>(series.value?.series),
    chains: chains.chains,
    imageFiles: [...folder.files.keys()].filter((path) => imageEnding.test(path) && !path.startsWith('public/')),
    images: new Map(),
    publicFiles: publicFiles(folder, projectFiles),
  };
  const early = [site, words, tags, authors, series, chains].flatMap((source) => source.problems);
  const documents = await readDocuments(folder, languages, words.words, store, {
    ...listener,
    onLanguage: (lang, own) => {
      if (!hasErrors(early)) onLanguage?.(lang, { ...frame, ...byKind(own) });
    },
  });
  const content: Content = { ...frame, ...byKind(documents.documents) };
  const problems = [...early, ...documents.problems, ...strangers(folder)];
  const unread = unreadFiles(content, problems);
  const read = { 'site.yaml': site, 'tags.yaml': tags, 'authors.yaml': authors, 'series.yaml': series };
  const placeOf: Content['placeOf'] = (file, path) => ({
    file,
    ...new Map<string, Read<unknown>>(Object.entries(read)).get(file)?.placeOf?.(path),
  });
  return { content: { ...content, unread, placeOf }, problems, compiled: documents.compiled, known: documents.known };
}

/** Colours are only reckoned with where a site has one of its own: what does so takes a tenth of a second to load. */
async function onPaper(accent: string | undefined): Promise<string | undefined> {
  return accent === undefined ? undefined : (await import('./accent.ts')).accentOnPaper(accent);
}

function byKind(documents: readonly AnyDocument[]): Pick<Content, 'essays' | 'concepts' | 'pages'> {
  return {
    essays: documents.filter((document): document is Essay => document.kind === 'essay'),
    concepts: documents.filter((document): document is Concept => document.kind === 'concept'),
    pages: documents.filter((document): document is SitePage => document.kind === 'page'),
  };
}

/** The files of which nothing has come into the content, because of what is wrong with them. */
function unreadFiles({ essays, concepts, pages, chains }: Content, problems: readonly Problem[]): Set<string> {
  const read = new Set([...essays, ...concepts, ...pages, ...chains].map(({ file }) => file));
  const faulty = problems.flatMap(({ file, severity }) => (file !== undefined && severity === 'error' ? [file] : []));
  return new Set(faulty.filter((file) => !read.has(file)));
}

interface Read<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  readonly placeOf?: Yaml['placeOf'];
}

function readSite(folder: Folder): Read<Site> {
  if (folder.files.size === 0) {
    const hint = 'Begin one with: throughline init <folder>, or name another with --content.';
    return { value: undefined, problems: [error('no-folder', {}, `There is no content in ${folder.root}.`, hint)] };
  }
  if (folder.files.has('site.yaml')) {
    const site = registry(folder, 'site.yaml', siteSchema);
    return site.value === undefined ? { ...site, value: provisional(folder) } : site;
  }
  const hint = folder.files.has('site.yml')
    ? 'Rename site.yml to site.yaml.'
    : 'Every content folder has one: title, description, address and languages of the site.';
  return {
    // A folder without essays is probably not the one that was meant.
    value: spoken(folder).length > 0 ? provisional(folder) : undefined,
    problems: [error('missing-site', { file: 'site.yaml' }, 'There is no site.yaml.', hint)],
  };
}

/** A site of those settings that are right, so that the rest of the folder is read and checked all the same. */
function provisional(folder: Folder): Site | undefined {
  const file = folder.files.get('site.yaml');
  const text = file && textOf(file);
  const settings: unknown = text !== undefined && 'text' in text ? readYaml(text.text, 'site.yaml').value : undefined;
  const languages = spoken(folder);
  const needed = {
    schema: 'site/1',
    title: '–',
    description: '–',
    address: 'https://site.invalid/',
    languages: languages.length > 0 ? languages : ['en'],
  };
  if (typeof settings !== 'object' || settings === null) return siteSchema.parse(needed);
  const issues = siteSchema.safeParse(settings).error?.issues ?? [];
  const wrong = new Set(issues.flatMap((issue) => [String(issue.path[0]), ...('keys' in issue ? issue.keys : [])]));
  const right = Object.entries(settings).filter(([key]) => !wrong.has(key));
  return siteSchema.safeParse({ ...needed, ...Object.fromEntries(right) }).data;
}

/** The languages that a folder's documents seem to be written in, going by the names of their files. */
function spoken(folder: Folder): string[] {
  const names = [...folder.files.keys()].flatMap(
    (path) => /^(?:essays|concepts|pages)\/[^/]+\/([a-z]{2,3}(?:-[a-z\d]+)*)\.mdx$/i.exec(path)?.[1] ?? [],
  );
  return [...new Set(names.flatMap((name) => canonicalLanguage(name) ?? []))].sort();
}

function registry<T>(folder: Folder, path: string, schema: z.ZodType<T>): Read<T> {
  const file = folder.files.get(path);
  if (file === undefined) return { value: undefined, problems: [] };
  const text = textOf(file);
  if ('problem' in text) return { value: undefined, problems: [text.problem] };
  const yaml = readYaml(text.text, path);
  if (yaml.value === undefined && yaml.problems.length > 0) return { value: undefined, problems: yaml.problems };
  const checked = checkValue(schema, yaml.value, (at) => ({ file: path, ...yaml.placeOf(at) }));
  const { placeOf } = yaml;
  return 'value' in checked
    ? { value: checked.value, problems: yaml.problems, placeOf }
    : { value: undefined, problems: [...yaml.problems, ...checked.problems], placeOf };
}

function withIds<T extends { readonly id: string }>(entries: Readonly<Record<string, Omit<T, 'id'>>> | undefined): T[] {
  return Object.entries(entries ?? {}).map(([id, entry]) => ({ ...entry, id }) as T);
}

function publicFiles(folder: Folder, projectFiles: readonly string[]): Content['publicFiles'] {
  const own = [...folder.files.keys()]
    .filter((path) => path.startsWith('public/'))
    .map((path) => ({ route: path.slice('public/'.length), file: path }));
  const taken = new Set(own.map(({ route }) => route));
  const ours = projectFiles
    .filter((route) => !taken.has(route))
    .map((route) => ({ route, file: `public/${route} of the project` }));
  return [...ours, ...own];
}

const places = ['essays', 'concepts', 'pages', 'chains', 'i18n', 'public'];
const registries = ['site.yaml', 'tags.yaml', 'authors.yaml', 'series.yaml'];

function strangers(folder: Folder): Problem[] {
  const tops = new Set([...folder.files.keys()].map((path) => path.split('/')[0] ?? ''));
  return [...strangeFolders(folder), ...strangeFiles([...tops]), ...strayChains(folder)];
}

/** Value chains in folders of folders: nobody would notice that they are never read. */
function strayChains(folder: Folder): Problem[] {
  return [...folder.files.keys()]
    .filter((path) => /^chains\/.+\/[^/]+\.ya?ml$/.test(path))
    .map((file) =>
      error('misplaced-file', { file }, 'The file is not where a value chain can be.', 'Put it at chains/<id>.yaml.'),
    );
}

/** Folders with texts that nobody would read: a slip in the name of one that would be. */
function strangeFolders(folder: Folder): Problem[] {
  const lost = [...folder.files.keys()].filter((path) => path.includes('/') && /\.mdx?$/.test(path));
  const names = new Set(lost.map((path) => path.split('/')[0] ?? ''));
  return [...names]
    .filter((name) => !places.includes(name))
    .map((name) => {
      const right = meant(name, places);
      const hint = right === undefined ? '' : `Did you mean ${right}/? `;
      const message = `${name}/ holds texts, but is none of the folders that are read.`;
      return warning('unknown-folder', { file: name }, message, `${hint}Folders: ${places.join(', ')}.`);
    });
}

function strangeFiles(tops: readonly string[]): Problem[] {
  return (
    tops
      .filter((top) => /\.ya?ml$/.test(top) && !registries.includes(top))
      // Without site.yaml it has been asked for that name.
      .filter((top) => top !== 'site.yml' || tops.includes('site.yaml'))
      .map((file) =>
        error(
          'unknown-file',
          { file },
          `${file} is none of the files this folder can have.`,
          `Files: ${registries.join(', ')}. Folders: ${places.join(', ')}.`,
        ),
      )
  );
}
