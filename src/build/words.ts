import { z } from 'zod';
import { slugSchema } from '../core/locale/slug.ts';
import { checkValue } from '../core/problem/schema.ts';
import { meant } from '../core/problem/nearest.ts';
import { error, type Place, type Problem } from '../core/problem/problem.ts';
import type { Words } from '../core/locale/words.ts';
import { chainWords as chainWordsShipped, type ChainWords } from '../chain/words.ts';
import { en } from '../i18n/en.ts';
import { shippedWords, shippedWordsFor } from '../i18n/shipped.ts';
import { textOf, type Folder } from './folder.ts';
import { readYaml } from './yaml.ts';

/** Words of the site's languages, or what is missing of them. */
export interface ReadWords {
  readonly words: Readonly<Record<string, Words>>;
  /** Words of value chains. */
  readonly chainWords: Readonly<Record<string, ChainWords>>;
  readonly problems: readonly Problem[];
}

/**
 * Words of each language: those that are shipped (also for a region of the language: `fr-CA` begins with `fr`),
 * changed or made complete by `i18n/<lang>.yaml` of the folder; the words of value chains stand there under `valueChains`.
 * A key that nobody gives is a problem; those of chains only where there are chains.
 */
export function readWords(folder: Folder, languages: readonly string[]): ReadWords {
  const problems: Problem[] = [];
  const words: Record<string, Words> = {};
  const chainWords: Record<string, ChainWords> = {};
  const hasChains = [...folder.files.keys()].some((path) => path.startsWith('chains/'));
  for (const lang of languages) {
    const shipped = shippedWordsFor(lang);
    const faults = problems.length;
    const { valueChains = {}, ...own } = ownWords(folder, lang, problems);
    words[lang] = { ...en, ...shipped, ...own };
    chainWords[lang] = { ...chainsIn(lang), ...valueChains };
    if (shipped !== undefined || problems.length > faults) continue;
    problems.push(...missingKeys(lang, en, own, folder));
    const first = folder.files.has(`i18n/${lang}.yaml`);
    if (hasChains && first)
      problems.push(...missingKeys(lang, chainWordsShipped.en, valueChains, folder, 'valueChains.'));
  }
  return { words, chainWords, problems: [...problems, ...strangers(folder, languages)] };
}

function chainsIn(lang: string): ChainWords {
  const known: Readonly<Record<string, ChainWords>> = chainWordsShipped;
  return known[lang] ?? known[new Intl.Locale(lang).language] ?? chainWordsShipped.en;
}

type OwnWords = Partial<Words> & { readonly valueChains?: Partial<ChainWords> };

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
const chainSchema = z.strictObject(
  Object.fromEntries(Object.keys(chainWordsShipped.en).map((key) => [key, z.string().min(1).optional()])),
);

/** Words of addresses are parts of addresses; the others are texts, or sentences with a count. */
function schemaOf(key: string, value: unknown): z.ZodType {
  if (key.startsWith('url')) return slugSchema;
  return typeof value === 'string' ? z.string().min(1) : pluralSchema;
}

const wordsSchema = z.strictObject({
  ...Object.fromEntries(Object.entries(en).map(([key, value]) => [key, schemaOf(key, value).optional()])),
  valueChains: chainSchema.optional(),
});

function ownWords(folder: Folder, lang: string, problems: Problem[]): OwnWords {
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
  if (!('value' in checked)) {
    problems.push(...checked.problems);
    return {};
  }
  const own = checked.value as unknown as OwnWords;
  const { valueChains = {}, ...others } = own;
  const placeOf = (at: readonly string[]): Partial<Place> => ({ file: path, ...yaml.placeOf(at) });
  problems.push(
    ...placeholderProblems(others, en, (key) => placeOf([key])),
    ...placeholderProblems(valueChains, chainWordsShipped.en, (key) => placeOf(['valueChains', key])),
  );
  return own;
}

/** Placeholders that are filled nowhere would be shown as they stand; without one that is, something is not said. */
function placeholderProblems(own: object, english: object, placeOf: (key: string) => Partial<Place>): Problem[] {
  const inEnglish: Readonly<Record<string, unknown>> = { ...english };
  return Object.entries(own).flatMap(([key, text]) => wordProblems(key, text, inEnglish[key], placeOf(key)));
}

function wordProblems(key: string, text: unknown, english: unknown, place: Partial<Place>): Problem[] {
  const known = placeholdersIn(english);
  const hint = known.length === 0 ? 'This text has no placeholders.' : `Placeholders here: {${known.join('}, {')}}.`;
  const used = placeholdersIn(text);
  const strange = used.filter((name) => !known.includes(name));
  // How many there are can be said in words: “one minute”.
  const missing = known.filter((name) => name !== 'count' && !used.includes(name));
  return [
    ...strange.map((name) =>
      error('wrong-placeholder', place, `{${name}} stands in ${key}, where nothing fills it.`, hint),
    ),
    ...missing.map((name) => error('wrong-placeholder', place, `${key} does not say {${name}}.`, hint)),
  ];
}

function placeholdersIn(text: unknown): string[] {
  const texts = typeof text === 'object' && text !== null ? Object.values(text) : [text];
  return [...new Set(texts.flatMap((one) => [...String(one).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')))];
}

/** Files of languages that the site does not have: nobody would notice that they are never read. */
function strangers(folder: Folder, languages: readonly string[]): Problem[] {
  return [...folder.files.keys()]
    .filter(
      (path) => /^i18n\/.+\.ya?ml$/.test(path) && !languages.includes(path.slice('i18n/'.length, -'.yaml'.length)),
    )
    .map((file) => {
      const near = meant(file.replace(/^i18n\/|\.ya?ml$/g, ''), languages);
      const guess =
        near === undefined ? 'Rename the file, or add the language there.' : `Did you mean i18n/${near}.yaml?`;
      const hint = `site.yaml names ${languages.join(', ')}. ${guess}`;
      return error('unknown-language', { file }, 'The file holds words of none of the site’s languages.', hint);
    });
}

function missingKeys(lang: string, all: object, own: object, folder: Folder, prefix = ''): Problem[] {
  const file = `i18n/${lang}.yaml`;
  const missing = Object.entries(all).filter(([key]) => !(key in own));
  if (missing.length === 0) return [];
  if (!folder.files.has(file)) {
    const hint = `Write ${file}: “throughline words ${lang}” prints all keys in English. Shipped: ${Object.keys(shippedWords).join(', ')}.`;
    return [error('missing-words', { file: 'site.yaml' }, `There are no words of the interface in “${lang}”.`, hint)];
  }
  return missing.map(([key, english]) =>
    error(
      'missing-word',
      { file },
      `The key “${prefix}${key}” is missing.`,
      `Add it. In English it says: ${JSON.stringify(english)}`,
    ),
  );
}
