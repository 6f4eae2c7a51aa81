import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../build/yaml.ts';
import { canonicalLanguage } from '../core/locale/language.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import { chainWords } from '../chain/words.ts';
import { en } from '../i18n/en.ts';
import { command, refuse } from './arguments.ts';
import type { Found } from './found.ts';
import { contentFolder, contentOption, shownPath } from './place.ts';
import { isShipped, wordsText } from './words-text.ts';

/** `throughline words <lang>`: prints what `i18n/<lang>.yaml` of an author's folder may say. */
export const words = command({
  name: 'words',
  summary: 'Print the words of the interface, to be put into another language.',
  usage: '<lang>',
  options: {
    missing: { description: 'Only those that the folder’s own file for the language lacks.' },
    content: contentOption,
  },
  run: async ({ operands: [written = ''], options }, io) => {
    const lang = canonicalLanguage(written);
    if (lang === undefined) return refuse(io, [noTag(written)]);
    const file = join(contentFolder(options.content, io), 'i18n', `${lang}.yaml`);
    const known = options.missing ? await keysIn(file, shownPath(io, file)) : { value: [] };
    if ('problems' in known) return refuse(io, known.problems);
    if (options.missing && nothingMissing(lang, known.value)) {
      io.stderr(`No word is missing in “${lang}”.\n`);
      return 0;
    }
    io.stdout(wordsText(lang, known.value));
    return 0;
  },
});

/** A shipped language is whole without any file. */
function nothingMissing(lang: string, known: readonly string[]): boolean {
  const all = [...Object.keys(en), ...Object.keys(chainWords.en).map((key) => `valueChains.${key}`)];
  return isShipped(lang) || all.every((key) => known.includes(key));
}

async function keysIn(file: string, shown: string): Promise<Found<readonly string[]>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const { value, problems } = readYaml(text, shown);
  if (problems.length === 0) return { value: keysOf(value) };
  return {
    problems: problems.map((problem) => ({
      ...problem,
      message: `${shown}:${String(problem.line ?? 1)}: ${problem.message}`,
    })),
  };
}

/** Keys of a file of words; those of value chains stand below one of them. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const chains: unknown = 'valueChains' in value ? value.valueChains : undefined;
  const below = typeof chains === 'object' && chains !== null ? Object.keys(chains) : [];
  return [...Object.keys(value), ...below.map((key) => `valueChains.${key}`)];
}

function noTag(written: string): Problem {
  return error('unknown-language', {}, `“${written}” is no language tag.`, 'Write one such as ar, ja or pt-BR.');
}
