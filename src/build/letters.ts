import { scriptOf } from '../core/locale/language.ts';

/** Scripts that our fonts have (ISO 15924). */
const scripts: ReadonlySet<string> = new Set(['Latn', 'Grek', 'Cyrl', 'Arab']);
const others = /(?![\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Zyyy}\p{sc=Zinh}])\p{L}/gu;

/** True for a language that our fonts can write. */
export function isWritable(lang: string): boolean {
  return scripts.has(scriptOf(lang) ?? '');
}

/** The letters of a text that are of scripts which our fonts do not have, each once. */
export function strangeLetters(text: string): string[] {
  return [...new Set(text.match(others))];
}
