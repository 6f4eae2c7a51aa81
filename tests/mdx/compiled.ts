import { compile } from '../../src/mdx/compile.ts';
import type { Compiled, MdxWords } from '../../src/mdx/compile.ts';
import type { Problem } from '../../src/core/problem/problem.ts';

/** Words that no language has, so that a test sees where they come from. */
export const words: MdxWords = {
  footnotes: 'NOTES',
  backToReference: 'BACK {reference}',
  taskDone: 'DONE',
  taskOpen: 'OPEN',
};

/** Compiles a body without front matter. */
export async function compileBody(body: string, lang = 'en'): Promise<Compiled> {
  return compile({ source: body, file: 'essays/a/en.mdx', lang, words });
}

/** HTML of a body that must be without problems. Slots are shown as {l0}, {i0} and {c0}. */
export async function htmlOf(body: string, lang = 'en'): Promise<string> {
  const { html, problems } = await compileBody(body, lang);
  if (problems.length > 0) throw new Error(problems.map(line).join('\n'));
  return (html ?? '').replaceAll('\uE000', '{').replaceAll('\uE001', '}');
}

/** Problems of a body, one line each: place, rule, message. */
export async function faultsOf(body: string, lang = 'en'): Promise<string[]> {
  return (await compileBody(body, lang)).problems.map(line);
}

/** A problem as one line. */
export function line(problem: Problem): string {
  return `${problem.line ?? 0}:${problem.column ?? 0} ${problem.rule}: ${problem.message}`;
}
