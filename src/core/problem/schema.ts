import { z } from 'zod';
import { complaint } from './complaint.ts';
import { meant } from './nearest.ts';
import { error, type Place, type Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** A value checked against a schema: the value as the code uses it, or everything that is wrong with it. */
export type Checked<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/**
 * Checks a value against a schema and turns every fault into a sentence with its place.
 * @param placeOf place of a path inside the value; of its nearest parent when the path does not exist
 */
export function checkValue<T>(
  schema: z.ZodType<T>,
  value: unknown,
  placeOf: (path: Path) => Partial<Place>,
): Checked<T> {
  const result = schema.safeParse(value, { error: complaint });
  if (result.success) return { value: result.data };
  return { problems: result.error.issues.flatMap((issue) => describe(issue, schema, value, placeOf)) };
}

function describe(issue: Issue, schema: z.ZodType, value: unknown, placeOf: (path: Path) => Partial<Place>): Problem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const place = placeOf(path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => unknownKey(key, path, known, placeOf([...path, key])));
  }
  if (issue.code === 'invalid_key') {
    const why = issue.issues.map(({ message }) => message).join('; ');
    return [
      error('wrong-key', place, ended(`The key “${String(path.at(-1) ?? '')}”${inside(path.slice(0, -1))} ${why}`)),
    ];
  }
  const name = path.join('.');
  if (name !== '' && valueAt(value, path) === undefined) {
    return [error('missing-key', placeOf(path.slice(0, -1)), `${name} is missing.`, exampleHint(path, schema))];
  }
  const message = ended(`${name === '' ? 'The file' : name} ${issue.message}`);
  return [error('wrong-value', place, message, typeHint(issue, valueAt(value, path), keysAt(schema, path)))];
}

/** What to do about a value that looks right but is read as something else. */
function typeHint(issue: Issue, value: unknown, keys: readonly string[]): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  const { expected } = issue;
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put quotes around it: "${String(value)}".`;
  if (typeof value !== 'string') return undefined;
  if (expected === 'boolean') {
    if (value === 'true' || value === 'false') return 'Write it without quotes.';
    return /^(?:yes|no|on|off)$/i.test(value) ? `Write ${/^(?:yes|on)$/i.test(value) ? 'true' : 'false'}.` : undefined;
  }
  if (expected === 'array') return `Write it in brackets: [${value}].`;
  return expected === 'object' && keys.length > 0 ? `Its keys: ${keys.join(', ')}.` : undefined;
}

function unknownKey(key: string, path: Path, known: readonly string[], place: Partial<Place>): Problem {
  const right = meant(key, known);
  const hint = right === undefined ? `Known keys${inside(path)}: ${known.join(', ')}.` : `Did you mean “${right}”?`;
  return error('unknown-key', place, `There is no key “${key}”${inside(path)}.`, hint);
}

function exampleHint(path: Path, schema: z.ZodType): string {
  const known = keysAt(schema, path.slice(0, -1));
  return `Add ${String(path.at(-1) ?? '')}: … here. Keys here: ${known.join(', ')}.`;
}

function inside(path: Path): string {
  return path.length === 0 ? '' : ` in ${path.join('.')}`;
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[String(part)] : undefined),
    value,
  );
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = unwrap(schema);
  for (const part of path) {
    if (at instanceof z.ZodUnion) at = at.options.map(unwrap).find((option) => option instanceof z.ZodObject);
    if (at instanceof z.ZodObject) at = unwrap((at.shape as Record<string, unknown>)[String(part)]);
    else if (at instanceof z.ZodRecord) at = unwrap(at.valueType);
    else if (at instanceof z.ZodArray) at = unwrap(at.element);
  }
  if (at instanceof z.ZodUnion) at = at.options.map(unwrap).find((option) => option instanceof z.ZodObject);
  if (at instanceof z.ZodRecord && at.keyType instanceof z.ZodEnum) return at.keyType.options.map(String);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrap(schema: unknown): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly
  ) {
    return unwrap(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? unwrap(schema.in) : schema;
}
