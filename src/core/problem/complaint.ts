import type { z } from 'zod';

/**
 * What is wrong with a value, as the end of a sentence that begins with its name: `must be a text, but is 3`.
 * Stands wherever a schema says nothing of its own.
 */
export function complaint(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}, but is ${shown(issue.input)}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values.map(String))}, but is ${shown(issue.input)}`;
    case 'too_small':
      return limit(issue.origin, issue.inclusive === true ? 'at least' : 'more than', Number(issue.minimum));
    case 'too_big':
      return limit(issue.origin, issue.inclusive === true ? 'at most' : 'less than', Number(issue.maximum));
    default:
      return `cannot be ${shown(issue.input)}`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list such as [one, two]',
  object: 'a set of keys',
  record: 'a set of keys',
};

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? values.join('') : `one of ${values.join(', ')}`;
}

function limit(origin: string, comparison: string, bound: number): string {
  if (origin === 'number' || origin === 'int') return `must be ${comparison} ${String(bound)}`;
  if (bound === 1 && comparison === 'at least') return 'must not be empty';
  return `must have ${comparison} ${String(bound)} ${origin === 'array' ? 'entries' : 'characters'}`;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a set of keys';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `“${text(value)}”`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value;
}
