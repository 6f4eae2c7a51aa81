import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from '../build/folder.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import { formatKeepsMeaning, formatMdx } from '../mdx/format.ts';
import { command, refuse } from './arguments.ts';
import type { Io } from './arguments.ts';
import type { Found } from './found.ts';
import { contentFolder, contentOption, pathFrom, shownPath } from './place.ts';
import { readText, type TextFile } from './text-file.ts';

/** `throughline format`: writes documents in one form, without changing what they say. */
export const format = command({
  name: 'format',
  summary: 'Write MDX files in one form, without changing what they say.',
  usage: '[file…]',
  options: {
    check: { description: 'Change nothing; list the files that would change, and end with 1 when there are any.' },
    content: contentOption,
  },
  run: async ({ operands, options }, io) => {
    const content = contentFolder(options.content, io);
    const files = operands.length > 0 ? operands.map((path) => pathFrom(io, path)) : await documentsIn(content);
    const outcomes: Outcome[] = [];
    for (const file of files) outcomes.push(await formatFile(file, shownPath(io, file), options.check));
    const problems = outcomes.flatMap(({ problems: own }) => own);
    refuse(io, problems);
    const changed = outcomes.filter(({ changes }) => changes);
    for (const { shown } of changed) io.stdout(`${shown}\n`);
    tell(io, options.check, changed.length, files.length);
    const broken = problems.some(({ severity }) => severity === 'error');
    return broken || (options.check && changed.length > 0) ? 1 : 0;
  },
});

interface Outcome {
  readonly shown: string;
  /** True when the file was written, or would be. */
  readonly changes: boolean;
  readonly problems: readonly Problem[];
}

async function documentsIn(content: string): Promise<string[]> {
  const { files } = await readFolder(content);
  return [...files.values()]
    .filter(({ path }) => /^(?:essays|concepts|pages)\/.*\.mdx$/.test(path))
    .map(({ disk }) => disk);
}

async function formatFile(file: string, shown: string, check: boolean): Promise<Outcome> {
  const read = await readDocument(file, shown);
  if ('problems' in read) return { shown, changes: false, problems: read.problems };
  const { text, bytes } = read.value;
  const formatted = formatMdx(text);
  if (!formatKeepsMeaning(text, formatted)) {
    return { shown, changes: false, problems: [formatKeepsMeaning(text, text) ? risky(shown) : unreadable(shown)] };
  }
  // A mark at the beginning is no part of the text, yet it is taken away.
  if (bytes.equals(Buffer.from(formatted))) return { shown, changes: false, problems: [] };
  if (!check) await replace(file, formatted);
  return { shown, changes: true, problems: [] };
}

/** A folder may hold anything; what is not MDX must not be written as MDX. */
async function readDocument(file: string, shown: string): Promise<Found<TextFile>> {
  if (file.endsWith('.mdx')) return readText(file, shown);
  const hint = 'Name MDX files, or none for all documents of the folder.';
  return { problems: [error('not-mdx', {}, `${shown} is no MDX file.`, hint)] };
}

/** Puts a whole file in the place of another, so that no moment leaves half of one. */
async function replace(file: string, text: string): Promise<void> {
  const real = await realpath(file);
  const draft = join(real, '..', `.${String(process.pid)}-format.tmp`);
  try {
    await writeFile(draft, text, { mode: (await stat(real)).mode });
    await rename(draft, real);
  } finally {
    await rm(draft, { force: true });
  }
}

function unreadable(shown: string): Problem {
  return error('mdx-syntax', {}, `${shown} has a syntax error, and stays as it is.`, 'Run check: it names the line.');
}

function risky(shown: string): Problem {
  const hint = 'Something in it would be read differently in the usual form.';
  return { rule: 'format-changes-meaning', severity: 'warning', message: `${shown} stays as it is.`, hint };
}

function tell(io: Io, check: boolean, changed: number, all: number): void {
  const files = `${String(changed)} of ${String(all)} ${all === 1 ? 'file' : 'files'}`;
  io.stderr(check ? `${files} would change.\n` : `${files} changed.\n`);
}
