import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../core/library/library.ts';
import { error, sortProblems, type Problem } from '../core/problem/problem.ts';
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
  return sortProblems([...checkPages(site), ...broken]);
}

function isPublic(library: Library, file: string): boolean {
  return library.knowledge.content.publicFiles.some(({ route }) => route === file);
}
