import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkValue } from '../../../src/core/problem/schema.ts';
import { faults } from '../folder.ts';

const schema = z.strictObject({
  name: z.string(),
  size: z.int().positive().optional(),
  share: z.number().min(0).max(1).optional(),
  on: z.boolean().optional(),
  kind: z.enum(['one', 'two']).optional(),
  version: z.literal('x/1').optional(),
  list: z.array(z.string()).min(1).max(2).optional(),
  pair: z.array(z.string()).min(2).optional(),
  code: z.string().min(2).max(3).optional(),
  inner: z.strictObject({ left: z.string(), right: z.string().optional() }).optional(),
  many: z.array(z.strictObject({ part: z.number(), title: z.string() })).default([]),
  byId: z.record(z.string().regex(/^[a-z]+$/, 'must be lower case'), z.strictObject({ label: z.string() })).optional(),
  words: z.partialRecord(z.enum(['tags', 'page']), z.string()).optional(),
  either: z.union([z.string(), z.strictObject({ page: z.string() })]).optional(),
  frozen: z.strictObject({ other: z.string() }).readonly().optional(),
  even: z
    .number()
    .refine((value) => value % 2 === 0, { error: 'must be even' })
    .optional(),
});

describe('a value that passes', () => {
  it('is given as the schema makes it', () => {
    expect(checkValue(schema, { name: 'a' }, () => ({}))).toEqual({ value: { name: 'a', many: [] } });
  });
});

describe('a value that does not pass', () => {
  it.each<[string, object | null, string]>([
    ['of another kind', { name: 3 }, 'name wrong-value: name must be a text, but is 3. → Put quotes around it: "3".'],
    ['that is null', { name: null }, 'name wrong-value: name must be a text, but is empty.'],
    ['that is a list', { name: [] }, 'name wrong-value: name must be a text, but is a list.'],
    ['that is an object', { name: {} }, 'name wrong-value: name must be a text, but is a set of keys.'],
    [
      'that is true',
      { name: true },
      'name wrong-value: name must be a text, but is true. → Put quotes around it: "true".',
    ],
    [
      'that should be true or false',
      { on: 'yes' },
      'on wrong-value: on must be true or false, but is “yes”. → Write true.',
    ],
    ['that should be whole', { size: 1.5 }, 'size wrong-value: size must be a whole number, but is 1.5.'],
    ['that is no number', { share: 'x' }, 'share wrong-value: share must be a number, but is “x”.'],
    [
      'that should be a list',
      { list: 'a' },
      'list wrong-value: list must be a list such as [one, two], but is “a”. → Write it in brackets: [a].',
    ],
    [
      'that should be keys',
      { inner: 'a' },
      'inner wrong-value: inner must be a set of keys, but is “a”. → Its keys: left, right.',
    ],
    ['below its limit', { size: 0 }, 'size wrong-value: size must be more than 0.'],
    ['below a limit it may reach', { share: -1 }, 'share wrong-value: share must be at least 0.'],
    ['above its limit', { share: 2 }, 'share wrong-value: share must be at most 1.'],
    ['without entries', { list: [] }, 'list wrong-value: list must not be empty.'],
    ['with too few entries', { pair: ['a'] }, 'pair wrong-value: pair must have at least 2 entries.'],
    ['with too many', { list: ['a', 'b', 'c'] }, 'list wrong-value: list must have at most 2 entries.'],
    ['that is too short', { code: 'a' }, 'code wrong-value: code must have at least 2 characters.'],
    ['of no known choice', { kind: 'three' }, 'kind wrong-value: kind must be one of one, two, but is “three”.'],
    ['of another version', { version: 'x/2' }, 'version wrong-value: version must be x/1, but is “x/2”.'],
    ['of neither form', { either: 3 }, 'either wrong-value: either cannot be 3.'],
    ['with a complaint of the schema’s own', { even: 3 }, 'even wrong-value: even must be even.'],
    [
      'with a key of the wrong form',
      { byId: { A: { label: 'x' } } },
      'byId/A wrong-key: The key “A” in byId must be lower case.',
    ],
    [
      'deep inside',
      { many: [{ part: 1, title: 3 }] },
      'many/0/title wrong-value: many.0.title must be a text, but is 3. → Put quotes around it: "3".',
    ],
  ])('%s gets its sentence', (_, value, sentence) => {
    expect(faults(schema, { name: 'a', ...value })).toEqual([sentence]);
  });

  it('that is nothing at all is said of the file', () => {
    expect(faults(schema, null)).toEqual(['wrong-value: The file must be a set of keys, but is empty.']);
  });

  it('gets all its sentences at once', () => {
    expect(faults(schema, { size: 0, on: 1 })).toHaveLength(3);
  });
});

describe('a missing key', () => {
  it('stands where its parent is, and says what else may stand there', () => {
    expect(faults(schema, { name: 'a', inner: {} })).toEqual([
      'inner missing-key: inner.left is missing. → Add left: … here. Keys here: left, right.',
    ]);
    expect(faults(schema, { name: 'a', many: [{ part: 1 }] })).toEqual([
      'many/0 missing-key: many.0.title is missing. → Add title: … here. Keys here: part, title.',
    ]);
    expect(faults(schema, { name: 'a', byId: { x: {} } })).toEqual([
      'byId/x missing-key: byId.x.label is missing. → Add label: … here. Keys here: label.',
    ]);
  });
});

describe('an unknown key', () => {
  it.each<[string, object, string]>([
    ['near a known one names it', { nmae: 1 }, 'nmae unknown-key: There is no key “nmae”. → Did you mean “name”?'],
    [
      'inside another is near its own neighbours',
      { inner: { left: 'x', rihgt: 'y' } },
      'inner/rihgt unknown-key: There is no key “rihgt” in inner. → Did you mean “right”?',
    ],
    [
      'near nothing lists what there is',
      { inner: { left: 'x', zzzzzz: 'y' } },
      'inner/zzzzzz unknown-key: There is no key “zzzzzz” in inner. → Known keys in inner: left, right.',
    ],
    [
      'among words of a set',
      { words: { tagz: 'x' } },
      'words/tagz unknown-key: There is no key “tagz” in words. → Did you mean “tags”?',
    ],
    [
      'in what is read only',
      { frozen: { other: 'x', banana: 'y' } },
      'frozen/banana unknown-key: There is no key “banana” in frozen. → Known keys in frozen: other.',
    ],
  ])('%s', (_, value, line) => {
    expect(faults(schema, { name: 'a', ...value })).toEqual([line]);
  });
});
