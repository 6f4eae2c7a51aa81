import { z } from 'zod';
import { checkValue } from '../core/problem/schema.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import type { Words } from '../core/locale/words.ts';
import { en } from '../i18n/en.ts';
import { shippedWords } from '../i18n/shipped.ts';
import { textOf, type Folder } from './folder.ts';
import { readYaml } from './yaml.ts';

/** Words of the site's languages, or what is missing of them. */
export interface ReadWords {
  readonly words: Readonly<Record<string, Words>>;
  readonly problems: readonly Problem[];
}

/**
 * Words of each language: those that are shipped (also for a region of the language: `fr-CA` begins with `fr`),
 * changed or made complete by `i18n/<lang>.yaml` of the folder. A key that nobody gives is a problem.
 */
export function readWords(folder: Folder, languages: readonly string[]): ReadWords {
  const problems: Problem[] = [];
  const words: Record<string, Words> = {};
  for (const lang of languages) {
    const shipped = shippedFor(lang);
    const own = ownWords(folder, lang, problems);
    words[lang] = { ...en, ...shipped, ...own };
    if (shipped === undefined) problems.push(...missingKeys(lang, own, folder));
  }
  return { words, problems };
}

function shippedFor(lang: string): Words | undefined {
  return shippedWords[lang] ?? shippedWords[new Intl.Locale(lang).language];
}

const pluralSchema = z
  .strictObject({
    zero: z.string().optional(),
    one: z.string().optional(),
    two: z.string().optional(),
    few: z.string().optional(),
    many: z.string().optional(),
    other: z.string(),
  })
  .readonly();
const wordsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(en).map(([key, value]) => [key, (typeof value === 'string' ? z.string().min(1) : pluralSchema).optional()]),
  ),
);

function ownWords(folder: Folder, lang: string, problems: Problem[]): Partial<Words> {
  const path = `i18n/${lang}.yaml`;
  const file = folder.files.get(path);
  if (file === undefined) return {};
  const text = textOf(file);
  if ('problem' in text) {
    problems.push(text.problem);
    return {};
  }
  const yaml = readYaml(text.text, path);
  problems.push(...yaml.problems);
  if (yaml.problems.length > 0) return {};
  const checked = checkValue(wordsSchema, yaml.value ?? {}, (at) => ({ file: path, ...yaml.placeOf(at) }));
  if ('value' in checked) return checked.value as Partial<Words>;
  problems.push(...checked.problems);
  return {};
}

function missingKeys(lang: string, own: Partial<Words>, folder: Folder): Problem[] {
  const file = `i18n/${lang}.yaml`;
  const missing = Object.keys(en).filter((key) => !(key in own));
  if (missing.length === 0) return [];
  if (!folder.files.has(file)) {
    const hint = `Write ${file} with the keys of the interface: throughline words ${lang} prints them all in English. Shipped: ${Object.keys(shippedWords).join(', ')}.`;
    return [error('missing-words', { file: 'site.yaml' }, `There are no words of the interface in “${lang}”.`, hint)];
  }
  return missing.map((key) =>
    error('missing-word', { file }, `The key “${key}” is missing.`, `Add it. In English it says: ${JSON.stringify(en[key as keyof Words])}`),
  );
}
