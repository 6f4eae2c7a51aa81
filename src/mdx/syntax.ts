import type { Problem } from '../core/problem/problem.ts';
import { error } from '../core/problem/problem.ts';
import type { Draft } from './draft.ts';

/** What the parser says, in its words, and what an author can do about it. */
const advice: readonly (readonly [RegExp, string])[] = [
  [/create a comment/, 'Write comments as {/* … */}.'],
  [
    /create a link in MDX|valid JSX tag/,
    'A “<” opens a tag. Write &lt; or \\< for the sign itself, and [text](address) for a link.',
  ],
  [
    /Expected a closing tag|expected corresponding closing tag|expected an open tag/,
    'Every tag is closed in the order it was opened: <Aside>…</Aside> or <Figure />.',
  ],
  [
    /Could not parse esm/,
    'A paragraph that begins with the word import or export is code. If it is text, begin it with another word.',
  ],
  [/expression|brace/, 'A “{” opens an expression. Write \\{ for the sign itself.'],
];

/** A heading as other tools let authors name it. */
const headingId = /^ {0,3}#{1,6}\s.*\{#[^}]*\}\s*$/;
const headingHint = 'A heading’s id is made of its text: take {#…} out.';

/** The problem behind an error that the parser threw: its message begins with line and column of the body. */
export function syntaxProblem(draft: Pick<Draft, 'file' | 'linesBefore'>, fault: unknown, body: string): Problem {
  const said = fault instanceof Error ? fault.message : String(fault);
  const match = /^(\d+):(\d+)(?:-\d+:\d+)?:\s*(.*)$/s.exec(said);
  const line = draft.linesBefore + Number(match?.[1] ?? 1);
  const column = Number(match?.[2] ?? 1);
  const reason = (match?.[3] ?? said)
    .replace(/\s*\((?:mdx|micromark|mdxjs)[\w-]*:[\w-]+\)\s*$/, '')
    .replace(/\s*\(note: .*\)\s*$/s, '')
    // Places inside the message count from the body; the problem has its own.
    .replace(/\s*\(\d+:\d+(?:-\d+:\d+)?\)/g, '')
    .replace(/^Could not parse (?:(esm)|expression) with oxc:/, (_whole, esm) =>
      esm === undefined ? 'The expression cannot be read:' : 'The line of code cannot be read:',
    )
    .replace(/\.$/, '');
  const written = body.split('\n')[line - draft.linesBefore - 1] ?? '';
  const hint = headingId.test(written) ? headingHint : advice.find(([pattern]) => pattern.test(said))?.[1];
  return error('mdx-syntax', { file: draft.file, line, column }, `${reason}.`, hint);
}
