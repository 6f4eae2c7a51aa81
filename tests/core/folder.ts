import type { z } from 'zod';
import { authorsSchema } from '../../src/core/author/author.ts';
import { conceptSchema, type Concept } from '../../src/core/concept/concept.ts';
import { essaySchema, pageSchema, type Document, type Essay, type SitePage } from '../../src/core/essay/essay.ts';
import type { Heading, Outline, OutlineComponent, Section } from '../../src/core/essay/outline.ts';
import type { ChainEntry, Content, LibraryOptions, ReadyImage } from '../../src/core/library/content.ts';
import { indexContent, type Knowledge } from '../../src/core/library/knowledge.ts';
import { buildLibrary, type Library } from '../../src/core/library/library.ts';
import type { Page, PageKind } from '../../src/core/library/page.ts';
import type { Words } from '../../src/core/locale/words.ts';
import type { Problem } from '../../src/core/problem/problem.ts';
import { checkValue } from '../../src/core/problem/schema.ts';
import { seriesFileSchema } from '../../src/core/series/series.ts';
import { siteSchema, type SiteInput } from '../../src/core/site/site.ts';
import { tagsSchema } from '../../src/core/tag/tag.ts';
import { en } from '../../src/i18n/en.ts';
import { shippedWords } from '../../src/i18n/shipped.ts';

/** What a document is made of, beside its front matter. */
export interface Written {
  /** Addresses of links, as their author writes them: the first on line 9, each on the next. */
  readonly links?: readonly string[];
  /** Ids of headings; their text is the same. */
  readonly headings?: readonly string[];
  readonly images?: readonly { readonly src: string; readonly alt?: string }[];
  readonly components?: readonly Pick<OutlineComponent, 'name' | 'props'>[];
  readonly sections?: readonly Section[];
  readonly words?: number;
  /** HTML with slots; `undefined` puts the document into the full lane. */
  readonly fragment?: string | undefined;
}

/** An author's folder as a test writes it down; everything has a default. */
export interface FolderInput {
  readonly site?: Partial<SiteInput>;
  readonly tags?: z.input<typeof tagsSchema>['tags'];
  readonly authors?: z.input<typeof authorsSchema>['authors'];
  readonly series?: z.input<typeof seriesFileSchema>['series'];
  readonly documents?: readonly (Essay | Concept | SitePage)[];
  readonly chains?: readonly ChainEntry[];
  readonly images?: readonly string[];
  readonly publicFiles?: readonly string[];
  readonly words?: Readonly<Record<string, Partial<Words>>>;
}

/** The moment at which every test takes place. */
export const now = new Date('2026-06-01T12:00:00Z');

/** An essay. @param path folder and language: `look-up/sv` */
export function essay(path: string, front: Partial<z.input<typeof essaySchema>> = {}, written: Written = {}): Essay {
  return document('essay', 'essays', path, essaySchema, { date: '2026-01-01', ...front }, written);
}

/** A concept. @param path folder and language: `takt-time/sv` */
export function concept(
  path: string,
  front: Partial<z.input<typeof conceptSchema>> = {},
  written: Written = {},
): Concept {
  return document('concept', 'concepts', path, conceptSchema, front, written);
}

/** A page. @param path folder and language: `about/sv` */
export function page(path: string, front: Partial<z.input<typeof pageSchema>> = {}, written: Written = {}): SitePage {
  return document('page', 'pages', path, pageSchema, front, written);
}

/** So many essays of one language, `e001` the oldest, a day apart. */
export function essays(count: number, lang = 'en', front: Partial<z.input<typeof essaySchema>> = {}): Essay[] {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2010, 0, 1 + index)).toISOString();
    return essay(`e${String(index + 1).padStart(3, '0')}/${lang}`, { date, ...front });
  });
}

/** A value chain that draws itself as what it was asked for. */
export function chain(id: string, more: Partial<ChainEntry> = {}): ChainEntry {
  return {
    id,
    file: `chains/${id}.yaml`,
    title: { en: `Chain ${id}` },
    description: { en: `About ${id}` },
    activities: ['weld', 'paint'],
    views: ['nested'],
    scenarios: ['today'],
    viewpoints: [],
    digest: `digest of ${id}`,
    figure: (request) => `<figure>${id} ${JSON.stringify(request)}</figure>`,
    plain: () => ({ alt: `${id} in words`, table: '<table></table>', text: id }),
    quantity: () => undefined,
    parts: [],
    gallery: () => '',
    files: [],
    quantities: () => [],
    setFaults: () => [],
    ...more,
  };
}

/** The folder, read through the real schemas; what is wrong with it fails the test that wrote it. */
export function folder(input: FolderInput = {}): Content {
  const documents = input.documents ?? [];
  const site = checked(siteSchema, { ...plainSite, ...input.site });
  const images = input.images ?? [];
  return {
    site,
    words: Object.fromEntries(
      site.languages.map((lang) => [lang, { ...en, ...shippedWords[lang], ...input.words?.[lang] }]),
    ),
    tags: withIds(checked(tagsSchema, { schema: 'tags/1', tags: input.tags ?? {} }).tags),
    authors: withIds(checked(authorsSchema, { schema: 'authors/1', authors: input.authors ?? {} }).authors),
    series: withIds(checked(seriesFileSchema, { schema: 'series/1', series: input.series ?? {} }).series),
    essays: documents.filter((one): one is Essay => one.kind === 'essay'),
    concepts: documents.filter((one): one is Concept => one.kind === 'concept'),
    pages: documents.filter((one): one is SitePage => one.kind === 'page'),
    chains: input.chains ?? [],
    imageFiles: images,
    images: new Map(images.map((path) => [path, readyImage(path)])),
    publicFiles: (input.publicFiles ?? []).map((route) => ({ route, file: `public/${route}` })),
  };
}

/** What the library knows of a folder. */
export function know(input: FolderInput, options: Partial<LibraryOptions> = {}): Knowledge {
  return indexContent(folder(input), { now, drafts: false, ...options });
}

/** A folder, understood. */
export function understand(input: FolderInput, options: Partial<LibraryOptions> = {}): Library {
  return buildLibrary(folder(input), { now, drafts: false, ...options });
}

/** The page at a route. */
export function pageAt<K extends PageKind>(library: Library, kind: K, route: string): Page & { readonly kind: K } {
  const found = library.pages.find(
    (one): one is Page & { readonly kind: K } => one.kind === kind && one.route === route,
  );
  if (found === undefined) {
    const there = library.pages.map((one) => `${one.kind} ${one.route}`).join('\n');
    throw new Error(`There is no ${kind} at /${route}. There are:\n${there}`);
  }
  return found;
}

/** Problems as lines: `place rule: message → hint`. */
export function lines(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, rule, message, hint }) => {
    const place = `${file ?? ''}${line === undefined ? '' : `:${String(line)}`}`;
    return `${place} ${rule}: ${message}${hint === undefined ? '' : ` → ${hint}`}`.trim();
  });
}

/** A value that must pass its schema. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = checkValue(schema, value, () => ({ file: 'test' }));
  if ('problems' in result) throw new Error(lines(result.problems).join('\n'));
  return result.value;
}

/** What a schema finds wrong with a value, one line each. */
export function faults(schema: z.ZodType, value: unknown): string[] {
  const result = checkValue(schema, value, (path) => ({ file: path.join('/') }));
  return 'problems' in result ? lines(result.problems) : [];
}

const plainSite: SiteInput = {
  schema: 'site/1',
  title: 'Site',
  description: 'What it is',
  address: 'https://example.org/',
  languages: ['en', 'sv', 'fr'],
  identity: 'example.org,2020',
};

function document<Front>(
  kind: Document<Front>['kind'],
  place: string,
  path: string,
  schema: z.ZodType<Front>,
  front: object,
  written: Written,
): Document<Front> {
  const [id = '', lang = ''] = path.split('/');
  const given = { title: `Title of ${path}`, description: `About ${path}`, ...front };
  const keys = Object.keys(given);
  return {
    kind,
    id,
    lang,
    file: `${place}/${path}.mdx`,
    front: checked(schema, given),
    lines: Object.fromEntries(keys.map((key, index) => [key, index + 2])),
    lane: 'fragment' in written && written.fragment === undefined ? 'full' : 'fast',
    outline: outline(written),
    digest: path,
    fragment: 'fragment' in written ? written.fragment : '<p>Text</p>',
  };
}

function outline(written: Written): Outline {
  const at = { line: 9, column: 5 };
  const headings = (written.headings ?? []).map((id): Heading => ({ depth: 2, text: id, id, ...at }));
  return {
    headings,
    links: (written.links ?? []).map((href, index) => ({
      href,
      text: href,
      sentence: `See ${href}.`,
      ...at,
      line: at.line + index,
    })),
    images: (written.images ?? []).map(({ src, alt }) => ({ src, alt, ...at })),
    components: (written.components ?? []).map((one) => ({ ...one, ...at })),
    sections: written.sections ?? [],
    ids: headings.map(({ id }) => id),
    words: written.words ?? 100,
    excerpt: 'Beginning of the text.',
  };
}

function readyImage(path: string): ReadyImage {
  const url = `images/${path.replace(/^\w+\//, '')}`;
  return {
    width: 800,
    height: 600,
    sources: [{ type: 'image/avif', srcset: [{ url: `${url}.avif`, width: 400 }] }],
    fallback: { url, width: 400, height: 300 },
  };
}

function withIds<T>(entries: Readonly<Record<string, T>>): (T & { readonly id: string })[] {
  return Object.entries(entries).map(([id, entry]) => ({ ...entry, id }));
}
