import { describe, expect, it } from 'vitest';
import { error, hasErrors, sortProblems, warning } from '../../../src/core/problem/problem.ts';

describe('a problem', () => {
  it('holds what is known of its place and nothing else', () => {
    expect(error('r', { file: 'a', line: 2, column: 3 }, 'Wrong.', 'Mend it.')).toEqual({
      rule: 'r',
      severity: 'error',
      file: 'a',
      line: 2,
      column: 3,
      message: 'Wrong.',
      hint: 'Mend it.',
    });
    expect(Object.keys(warning('r', {}, 'Odd.'))).toEqual(['rule', 'severity', 'message']);
  });

  it('stops a build only when it is an error', () => {
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([warning('r', {}, 'm')])).toBe(false);
    expect(hasErrors([warning('r', {}, 'm'), error('r', {}, 'm')])).toBe(true);
  });
});

describe('a report', () => {
  it('reads like the folder: by file, line, column, rule, message, and those without a file first', () => {
    const inOrder = [
      error('z', {}, 'no file'),
      error('z', { file: 'a' }, 'whole file'),
      error('z', { file: 'a', line: 2 }, 'm'),
      error('a', { file: 'a', line: 2, column: 1 }, 'm'),
      error('b', { file: 'a', line: 2, column: 1 }, 'm'),
      error('b', { file: 'a', line: 2, column: 1 }, 'n'),
      error('a', { file: 'a', line: 10 }, 'm'),
      error('a', { file: 'b', line: 1 }, 'm'),
    ];
    expect(sortProblems(inOrder.toReversed())).toEqual(inOrder);
  });

  it('leaves the list it was given as it was', () => {
    const given = [error('b', {}, 'm'), error('a', {}, 'm')];
    sortProblems(given);
    expect(given.map(({ rule }) => rule)).toEqual(['b', 'a']);
  });
});
