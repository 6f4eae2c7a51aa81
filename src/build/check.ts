import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Library } from '../core/library/library.ts';
import { error, sortProblems, warning, type Problem } from '../core/problem/problem.ts';
import { inBatches } from './folder.ts';
import { checkPages, xmlFault } from './output-check.ts';
import type { Staging } from './output.ts';
import { readFacts, type PageFacts } from './page-facts.ts';

/** Checks a built site: internal links and their parts, language sets, XML that is well-formed. */
export async function checkSite(library: Library, staging: Staging): Promise<Problem[]> {
  const files = [...staging.files.keys()];
  const read = (file: string): Promise<string> => readFile(join(staging.folder, file), 'utf8');
  const pages = files.filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/') && !isPublic(library, file));
  const facts = await inBatches(pages, 32, async (file): Promise<[string, PageFacts]> => [file, readFacts(await read(file))]);
  const present = new Set(files);
  const site = { address: library.knowledge.site.address, pages: new Map(facts), hasFile: (file: string) => present.has(file) };
  const feeds = files.filter((file) => file.endsWith('.xml') && !isPublic(library, file));
  const faults = await inBatches(feeds, 8, async (file) => [file, xmlFault(await read(file))] as const);
  const broken = faults.flatMap(([file, fault]) =>
    fault === undefined ? [] : [error('bad-xml', { file }, `The file is not well-formed: ${fault}`)],
  );
  return sortProblems([...checkPages(site), ...broken, ...(await overBudget(library, staging, pages))]);
}

/** Pages that are heavier than the site allows, compressed. */
async function overBudget(library: Library, staging: Staging, pages: readonly string[]): Promise<Problem[]> {
  const limit = library.knowledge.site.budgets?.page;
  if (limit === undefined) return [];
  const weighed = await inBatches(pages, 8, async (file) => {
    const weight = gzipSync(await readFile(join(staging.folder, file))).length;
    const message = `The page weighs ${String(weight)} bytes compressed; site.yaml allows ${String(limit)}.`;
    return weight > limit ? [warning('over-budget', { file }, message, 'Shorten it, or raise budgets.page.')] : [];
  });
  return weighed.flat();
}

function isPublic(library: Library, file: string): boolean {
  return library.knowledge.content.publicFiles.some(({ route }) => route === file);
}
