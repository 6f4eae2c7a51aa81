import { z } from 'zod';
import type { Fault, Path } from '../engine/fault.ts';
import { fault } from '../engine/fault.ts';
import { meant, nearest } from '../../core/problem/nearest.ts';
import { chainSchema } from './chain.ts';

type Issue = z.core.$ZodIssue;

/** What the schema says about one fault, in an author's words. */
export function shapeFaults(issues: readonly Issue[], value: unknown): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, value));
}

/**
 * A path as an author finds it: entries with an id by their id, others by number.
 * @example pathName(chain, ['activities', 2, 'process', 'uptime']) → 'activities.weld-2.process.uptime'
 */
export function pathName(value: unknown, path: Path): string {
  let here = value;
  const names = path.map((step) => {
    here = child(here, step);
    const id = typeof step === 'number' ? child(here, 'id') : undefined;
    return typeof id === 'string' ? id : String(step);
  });
  return names.join('.');
}

function faultsOf(issue: Issue, value: unknown): Fault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const name = path.length === 0 ? 'The chain' : pathName(value, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, value));
  if (issue.code === 'invalid_union') return unionFaults(issue, path, name, value);
  if (missing(path, value)) {
    return [fault('chain-missing-key', path.slice(0, -1), `${name} is missing.`, exampleHint(path))];
  }
  if (issue.code === 'invalid_value') return [badOption(issue.values.map(String), path, name, value)];
  if (issue.code === 'invalid_key') {
    return [
      fault(
        'chain-bad-value',
        path,
        `${name} is no language tag.`,
        'Write a tag such as en, sv or pt-BR. Inside { }, a text with a comma has to stand in quotes.',
      ),
    ];
  }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return [fault('chain-bad-value', path, `${name} is empty.`, exampleHint(path))];
  const rule = issue.code === 'custom' ? 'chain-bad-quantity' : 'chain-bad-value';
  return [fault(rule, path, `${name}: ${sentence(issue.message)}`, exampleHint(path))];
}

function unionFaults(issue: Issue & { code: 'invalid_union' }, path: Path, name: string, value: unknown): Fault[] {
  if (missing(path, value))
    return [fault('chain-missing-key', path.slice(0, -1), `${name} is missing.`, exampleHint(path))];
  // The branch that got furthest is the one that was meant.
  const branch = issue.errors.find(
    (errors) => errors.length > 0 && errors.every((inner) => inner.code !== 'invalid_type'),
  );
  if (branch === undefined) {
    return [fault('chain-bad-value', path, `${name} has a value of the wrong kind.`, exampleHint(path))];
  }
  return branch.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, value));
}

function unknownKey(key: string, path: Path, value: unknown): Fault {
  const known = keysAt(path);
  const right = meant(key, known);
  const hint =
    right === undefined
      ? `Remove it. Keys here: ${[...known].sort().join(', ')}.`
      : `Write ${right} instead of ${key}.`;
  return fault(
    'chain-unknown-key',
    [...path, key],
    `${pathName(value, [...path, key])} is not a key of a value chain.`,
    hint,
  );
}

function badOption(options: readonly string[], path: Path, name: string, value: unknown): Fault {
  const written = String(at(value, path)).slice(0, 60);
  const right = meant(written, options);
  const list = nearest(written, options, options.length).sort().join(', ');
  const hint = right === undefined ? `Write one of ${list}.` : `Write ${right}. All values: ${list}.`;
  return fault('chain-bad-value', path, `${name} cannot be "${written}".`, hint);
}

function missing(path: Path, value: unknown): boolean {
  return path.length > 0 && at(value, path) === undefined;
}

function exampleHint(path: Path): string | undefined {
  const schema = schemaAt(path);
  const example: unknown =
    schema === undefined ? undefined : (z.globalRegistry.get(schema) as { example?: unknown } | undefined)?.example;
  const key = path.filter((step) => typeof step === 'string').at(-1);
  return typeof example === 'string' && key !== undefined ? `For example ${key}: ${example}` : undefined;
}

function keysAt(path: Path): string[] {
  const schema = unwrapped(schemaAt(path));
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function schemaAt(path: Path): z.core.$ZodType | undefined {
  let here: z.core.$ZodType | undefined = chainSchema;
  for (const step of path) {
    const outer = unwrapped(here);
    if (outer instanceof z.ZodObject) here = (outer.shape as Record<string, z.core.$ZodType>)[String(step)];
    else if (outer instanceof z.ZodArray) here = outer.element;
    else return here;
  }
  return here;
}

function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap());
  return schema;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(child, value);
}

function child(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string | number, unknown>)[step];
}

function sentence(message: string): string {
  return /[.!?]$/u.test(message) ? message : `${message}.`;
}
