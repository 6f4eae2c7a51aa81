import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeOf } from '../build/fault.ts';
import { canonicalLanguage } from '../core/locale/language.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import { checkValue } from '../core/problem/schema.ts';
import { siteSchema } from '../core/site/site.ts';
import { command, refuse } from './arguments.ts';
import type { Io } from './arguments.ts';
import { writeNew } from './author-folder.ts';
import { pathFrom, shownPath } from './place.ts';
import { starterFiles, startingSettings, type Beginning } from './starter.ts';
import { titleFrom, titleProblems } from './title.ts';

/** `throughline init <folder>`: begins somebody's own site, with one essay and one page in each language. */
export const init = command({
  name: 'init',
  summary: 'Begin a site of your own in a new folder.',
  usage: '<folder>',
  options: {
    title: { value: 'TEXT', description: 'Name of the site. Without it, the folder’s name.' },
    lang: { value: 'LANG', many: true, description: 'Its languages, the default one first: en,sv. Without it, en.' },
    address: { value: 'URL', description: 'Where it will be found. Without it, https://example.org/.' },
  },
  run: async ({ operands: [named = ''], options }, io) => {
    const folder = pathFrom(io, named);
    const written = options.lang.flatMap((list) => list.split(/[\s,]+/)).filter((tag) => tag !== '');
    const beginning: Beginning = {
      title: options.title ?? titleFrom(basename(folder)),
      languages: (written.length === 0 ? ['en'] : written).map((tag) => canonicalLanguage(tag) ?? tag),
      address: options.address ?? 'https://example.org/',
      now: io.now(),
    };
    const problems = [...settingsProblems(beginning), ...(await folderProblems(folder, shownPath(io, folder)))];
    return problems.length > 0 ? refuse(io, problems) : begin(folder, beginning, io);
  },
});

async function begin(folder: string, beginning: Beginning, io: Io): Promise<number> {
  for (const [path, text] of starterFiles(beginning)) {
    const problem = await writeNew(join(folder, path), text, shownPath(io, join(folder, path)));
    if (problem !== undefined) return refuse(io, [problem]);
    io.stdout(`${shownPath(io, join(folder, path))}\n`);
  }
  const content = quoted(shownPath(io, folder));
  io.stdout(`\nSee it:     npm start -- --content ${content}\n`);
  io.stdout(`Write more: npm run throughline -- new essay my-next-essay --content ${content}\n`);
  return 0;
}

/** The settings are checked before they are written, by the schema that will read them. */
function settingsProblems(beginning: Beginning): Problem[] {
  const unknown = beginning.languages.filter((tag) => canonicalLanguage(tag) === undefined);
  if (unknown.length > 0) {
    const message = `--lang: “${unknown.join('”, “')}” is no language tag.`;
    return [error('unknown-language', {}, message, 'Write tags such as en, sv or pt-BR, with commas between.')];
  }
  const checked = checkValue<unknown>(siteSchema, startingSettings(beginning), () => ({}));
  return [...titleProblems(beginning.title), ...('problems' in checked ? checked.problems : [])];
}

async function folderProblems(folder: string, shown: string): Promise<Problem[]> {
  try {
    // A folder just made for version control is as good as empty.
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
    if (names.length === 0) return [];
    const hint = `It holds ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}. Name a new folder, or empty this one.`;
    return [error('folder-not-empty', {}, `The folder ${shown} is not empty.`, hint)];
  } catch (fault) {
    const code = codeOf(fault);
    if (code === 'ENOENT') return [];
    if (code !== 'ENOTDIR') throw fault;
    return [error('not-a-folder', {}, `${shown} is not a folder.`, 'Name a new one.')];
  }
}

/** A path as it can be pasted into a shell. */
function quoted(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `"${path.replace(/["$`\\]/g, '\\$&')}"`;
}
