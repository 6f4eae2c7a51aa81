import { characterName, invisible } from '../core/locale/invisible.ts';
import { error } from '../core/problem/problem.ts';
import type { Draft } from './draft.ts';

/** Reports characters that are invisible and have no meaning in a text. */
export function checkCharacters(draft: Draft, body: string): void {
  for (const match of body.matchAll(invisible)) {
    const before = body.slice(0, match.index).split('\n');
    const place = {
      file: draft.file,
      line: draft.linesBefore + before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    };
    const message = `There is an invisible character here (${characterName(match[0])}).`;
    draft.problems.push(error('control-character', place, message, 'Delete it; it may have come in by copying.'));
  }
}
