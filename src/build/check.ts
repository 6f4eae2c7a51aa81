import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Library } from '../core/library/library.ts';
import { error, sortProblems, warning, type Problem } from '../core/problem/problem.ts';
import { outputFile } from '../core/route/table.ts';
import { checkPages, xmlFault } from './output-check.ts';
import type { Staging } from './output.ts';
import { readFacts, type PageFacts } from './page-facts.ts';
import { readSealed, writeSealed } from './sealed.ts';

/** What is known of a file of the output: facts of a page, or the fault of an XML file. */
export interface KnownFile {
  readonly digest: string;
  readonly facts?: PageFacts;
  readonly fault?: string;
}

/**
 * Checks a built site: internal links and their parts, language sets, XML that is well-formed.
 * Files that have not changed since the last check are not read again; `store` remembers what they say.
 * @param template digest of our own code, which decides what is looked at
 * @param told what is known of files that were just made
 */
export function checkSite(
  library: Library,
  staging: Staging,
  store: string,
  template: string,
  told: ReadonlyMap<string, KnownFile>,
): Problem[] {
  const own = [...staging.files].filter(([file]) => /\.(?:html|xml)$/.test(file) && !foreign(library, file));
  const before = readKnown(store, template);
  const known = own.map(([file, { digest }]): [string, KnownFile] => {
    const kept = told.get(file) ?? before[file];
    return [file, kept?.digest === digest ? kept : look(join(staging.folder, file), digest)];
  });
  writeSealed(store, JSON.stringify({ template, files: Object.fromEntries(known) }));
  const pages = new Map(known.flatMap(([file, { facts }]) => (facts === undefined ? [] : [[file, facts] as const])));
  const broken = known.flatMap(([file, { fault }]) =>
    fault === undefined ? [] : [error('bad-xml', { file }, `The file is not well-formed: ${fault}`)],
  );
  const site = { address: library.knowledge.site.address, pages, hasFile: (file: string) => staging.files.has(file) };
  const found = [...checkPages(site), ...broken, ...overBudget(library, staging, [...pages.keys()])];
  return sortProblems(withSources(library, found));
}

/** Names the document behind a page: that is the file its author can mend. */
function withSources({ knowledge }: Library, problems: readonly Problem[]): readonly Problem[] {
  if (problems.length === 0) return problems;
  const sources = new Map(knowledge.documents.map((one) => [outputFile(knowledge.route(one)), one.file]));
  return problems.map((problem) => {
    const source = sources.get(problem.file ?? '');
    if (source === undefined) return problem;
    return { ...problem, hint: `The page is made from ${source}. ${problem.hint ?? ''}`.trim() };
  });
}

/** What the last check has found, unless another version of this code did. */
function readKnown(store: string, template: string): Readonly<Record<string, KnownFile>> {
  const kept = JSON.parse(readSealed(store) ?? '{}') as {
    template?: string;
    files?: Readonly<Record<string, KnownFile>>;
  };
  return kept.template === template ? (kept.files ?? {}) : {};
}

function look(path: string, digest: string): KnownFile {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.html')) return { digest, facts: readFacts(text) };
  return knownXml(digest, xmlFault(text));
}

/** What is known of an XML file. @param fault what keeps it from being well-formed */
export function knownXml(digest: string, fault: string | undefined): KnownFile {
  return { digest, ...(fault !== undefined && { fault }) };
}

/** Pages that are heavier than the site allows, compressed. */
function overBudget(library: Library, staging: Staging, pages: readonly string[]): Problem[] {
  const limit = library.knowledge.site.budgets?.page;
  if (limit === undefined) return [];
  return pages.flatMap((file) => {
    const weight = gzipSync(readFileSync(join(staging.folder, file))).length;
    const message = `The page weighs ${String(weight)} bytes compressed; site.yaml allows ${String(limit)}.`;
    return weight > limit ? [warning('over-budget', { file }, message, 'Shorten it, or raise budgets.page.')] : [];
  });
}

/** Files that are not of our making: the author's own, and those of the search engine. */
/** True for what is not ours to check: what authors and Pagefind have made, and pages that lead on from a feed's old address. */
function foreign({ knowledge, redirects }: Library, file: string): boolean {
  return (
    file.startsWith('pagefind/') ||
    knowledge.content.publicFiles.some(({ route }) => route === file) ||
    (file.endsWith('.xml') && redirects.some(({ route }) => outputFile(route) === file))
  );
}
