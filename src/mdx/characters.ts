import { error } from '../core/problem/problem.ts';
import type { Draft } from './draft.ts';

/** Control characters, the marks of slots, and halves of characters. */
const refused =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0080-\u009F\uE000\uE001\uF002\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu;

/** Reports characters that are invisible and have no meaning in a text. */
export function checkCharacters(draft: Draft, body: string): void {
  for (const match of body.matchAll(refused)) {
    const before = body.slice(0, match.index).split('\n');
    const place = {
      file: draft.file,
      line: draft.linesBefore + before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    };
    const code = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `There is an invisible character here (${code}).`;
    draft.problems.push(error('control-character', place, message, 'Delete it; it may have come in by copying.'));
  }
}
