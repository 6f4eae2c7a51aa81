import { error, type Problem } from '../core/problem/problem.ts';

/**
 * A title made from the name of a folder or an id.
 * @example titleFrom('my-first-essay') → 'My first essay'
 */
export function titleFrom(name: string): string {
  const words = name.replace(/[-_\s]+/g, ' ').trim();
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}

/** What is wrong with a text as a title. */
export function titleProblems(title: string): Problem[] {
  if (title.trim() === '')
    return [error('bad-title', {}, 'The title is empty.', 'Write it in quotes: --title "A title"')];
  if (!/[\p{Cc}\p{Co}\p{Cs}\uFFFE\uFFFF]/u.test(title)) return [];
  const hint = 'Write it on one line, without characters that cannot be seen.';
  return [error('bad-title', {}, 'The title holds a line end or an invisible character.', hint)];
}
