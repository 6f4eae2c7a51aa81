import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { SearchRecord } from '../core/search/record.ts';
import { projectRoot } from './project.ts';
import { cutIndex } from './search-chunks.ts';

/** What a bundle depends on beside its records. */
export interface BundleSetting {
  /** Words that a query need not have. */
  readonly heavy: readonly string[];
  /** Bytes of words and places that a piece of the index may hold; without it, what suits the index. */
  readonly size?: number;
}

/** Writes the full-text index of one language with the program that reads it. @throws {Error} when it cannot be written */
export async function writeBundle(
  lang: string,
  records: Iterable<SearchRecord>,
  folder: string,
  setting: BundleSetting,
): Promise<void> {
  // Made while Pagefind works in its own process.
  const program = programText(setting.heavy);
  program.catch(() => undefined);
  await indexRecords(lang, records, folder);
  await lighten(folder, { ...setting, program });
}

/** Lets Pagefind write its index of one language. @throws {Error} with all that it says */
export async function indexRecords(lang: string, records: Iterable<SearchRecord>, outputPath: string): Promise<void> {
  const { createIndex, close } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: lang });
  if (index === undefined) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
  const faults = await addAll(index, records);
  await mkdir(outputPath, { recursive: true });
  const written = await index.writeFiles({ outputPath });
  await index.deleteIndex();
  await close();
  const all = [...errors, ...faults, ...written.errors];
  if (all.length > 0) throw new Error(`The search index of ${lang} could not be written: ${all.join('; ')}`);
}

/**
 * Makes of what Pagefind has written what readers load: a program of what the site uses, an index in small pieces.
 * @param setting with the program, where somebody has made it already
 */
export async function lighten(
  folder: string,
  { heavy, size, program }: BundleSetting & { readonly program?: Promise<string> },
): Promise<void> {
  const files = await readdir(folder);
  for (const file of files.filter((one) => isSpare(one, files))) await rm(join(folder, file));
  await writeFile(join(folder, 'pagefind.js'), await (program ?? programText(heavy)));
  cutIndex(folder, size);
}

/** The program that reads an index, with the words that a query need not have. */
async function programText(heavy: readonly string[]): Promise<string> {
  const engine = join(projectRoot, 'src/client/search-engine.ts');
  const used = `export { openEngine } from ${JSON.stringify(engine)}; export const heavy = ${JSON.stringify(heavy.join(' '))};`;
  const isUsed = (id: string): boolean => id === 'used';
  const bundle = await rolldown({
    input: 'used',
    plugins: [{ name: 'used', resolveId: (id) => (isUsed(id) ? id : null), load: (id) => (isUsed(id) ? used : null) }],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  return output[0].code;
}

/**
 * What comes with every index and nobody loads: interfaces (the site has its own), a worker that holds the same code
 * again, and the engine for languages without a stemmer where there is one.
 */
function isSpare(file: string, files: readonly string[]): boolean {
  if (file === 'wasm.unknown.pagefind') return files.some((one) => one !== file && one.startsWith('wasm.'));
  return /^pagefind.*\.(?:js|css)$/.test(file);
}

/** Adds records in batches; the next one is made while Pagefind reads one. */
async function addAll(
  index: { addHTMLFile: (file: { url: string; content: string }) => Promise<{ errors: string[] }> },
  records: Iterable<SearchRecord>,
): Promise<string[]> {
  const faults: string[] = [];
  let batch: Promise<{ errors: string[] }>[] = [];
  let before: Promise<{ errors: string[] }[]> = Promise.resolve([]);
  const flush = async (): Promise<void> => {
    const sent = Promise.all(batch);
    for (const { errors } of await before) faults.push(...errors);
    [before, batch] = [sent, []];
  };
  for (const { url, html } of records) {
    // Half a character, which a component may print, ends the engine's program.
    batch.push(index.addHTMLFile({ url, content: html.toWellFormed() }));
    if (batch.length === 64) await flush();
  }
  await flush();
  await flush();
  return faults;
}
