import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../build/yaml.ts';
import { canonicalLanguage } from '../core/locale/language.ts';
import { error, type Problem } from '../core/problem/problem.ts';
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
  return isShipped(lang) || Object.keys(en).every((key) => known.includes(key));
}

async function keysIn(file: string, shown: string): Promise<Found<readonly string[]>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const { value, problems } = readYaml(text, shown);
  if (problems.length === 0) return { value: typeof value === 'object' && value !== null ? Object.keys(value) : [] };
  return {
    problems: problems.map((problem) => ({
      ...problem,
      message: `${shown}:${String(problem.line ?? 1)}: ${problem.message}`,
    })),
  };
}

function noTag(written: string): Problem {
  return error('unknown-language', {}, `“${written}” is no language tag.`, 'Write one such as ar, ja or pt-BR.');
}
