import { join } from 'node:path';
import type { HotPayload } from 'vite';
import type { Problem } from '../core/problem/problem.ts';

/**
 * What lays the errors of a folder over the page in the browser, each with its place and what to do.
 * @param content the folder
 */
export function overlayOf(problems: readonly Problem[], content: string): HotPayload {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const text = errors.map(
    ({ file = '', line = 1, column = 1, message, hint = '' }) =>
      `${file}:${String(line)}:${String(column)}\n${message}\n${hint}`,
  );
  const [{ file, line = 1, column = 1 } = {}] = errors;
  // A click on the place opens it in an editor.
  const disk = file === undefined ? '' : join(content, file);
  const place = file === undefined ? {} : { id: file, loc: { file: disk, line, column } };
  return { type: 'error', err: { message: text.join('\n\n'), stack: '', plugin: 'throughline', ...place } };
}
