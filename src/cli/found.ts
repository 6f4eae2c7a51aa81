import type { Problem } from '../core/problem/problem.ts';

/** Something found, or why not. */
export type Found<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/** Why something was not found; nothing when it was. */
export function problemsOf(found: Found<unknown>): readonly Problem[] {
  return 'problems' in found ? found.problems : [];
}
