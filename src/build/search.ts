import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { searchRecords, type SearchRecord } from '../core/search/record.ts';
import type { Knowledge } from '../core/library/knowledge.ts';
import { hasSearch, searchFolder } from '../core/library/service-pages.ts';
import { digestOf } from './folder.ts';
import type { KeptFiles, Staging } from './output.ts';

/** What the search index of a build came to. */
export interface SearchResult {
  readonly indexed: readonly string[];
  readonly kept: readonly string[];
}

/** Writes a full-text index per language; one whose records have not changed is taken over. */
export async function writeSearch(knowledge: Knowledge, staging: Staging, previous: KeptFiles): Promise<SearchResult> {
  const indexed: string[] = [];
  const kept: string[] = [];
  for (const lang of knowledge.languages.filter((one) => hasSearch(knowledge, one))) {
    const records = searchRecords(knowledge, lang);
    const key = digestOf(JSON.stringify([recipe, records]));
    const folder = searchFolder(lang);
    if (await keepIndex(folder, key, staging, previous)) {
      kept.push(lang);
      continue;
    }
    await writeIndex(lang, records, join(staging.folder, folder));
    for (const file of await filesIn(join(staging.folder, folder))) await staging.adopt(`${folder}${file}`, key);
    indexed.push(lang);
  }
  return { indexed, kept };
}

const recipe = 'pagefind 1';

async function keepIndex(folder: string, key: string, staging: Staging, previous: KeptFiles): Promise<boolean> {
  const files = Object.keys(previous).filter((file) => file.startsWith(folder));
  if (files.length === 0) return false;
  const whole = await Promise.all(files.map((file) => staging.has(file, key)));
  if (whole.includes(false)) return false;
  for (const file of files) await staging.keep(file);
  return true;
}

async function writeIndex(lang: string, records: readonly SearchRecord[], outputPath: string): Promise<void> {
  const { createIndex, close } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: lang });
  if (index === undefined) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
  const faults = await addAll(index, records);
  const written = await index.writeFiles({ outputPath });
  await index.deleteIndex();
  await close();
  const all = [...errors, ...faults, ...written.errors];
  if (all.length > 0) throw new Error(`The search index of ${lang} could not be written: ${all.join('; ')}`);
}

async function addAll(
  index: { addHTMLFile: (file: { url: string; content: string }) => Promise<{ errors: string[] }> },
  records: readonly SearchRecord[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const { url, html } of records) faults.push(...(await index.addHTMLFile({ url, content: html })).errors);
  return faults;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .sort();
}
