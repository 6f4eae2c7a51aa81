import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT, filesUnder, stringsOf, textOf } from './source.ts';

/** The program's own name may also be the name of the people who write for its site. */
const PROGRAM = (JSON.parse(textOf('package.json')) as { name: string }).name;

/** What only the sample site may be called: ids of its essays, series, people and chains, and all titles of several words. */
function namesOfTheSample(): Set<string> {
  const ids = [...namesIn('content/essays'), ...namesIn('content/chains'), ...keysOf('series'), ...keysOf('authors')];
  return new Set([...ids, ...titles()].filter((name) => name !== PROGRAM));
}

function namesIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder)).map((name) => name.replace(/\.yaml$/, ''));
}

function keysOf(registry: string): string[] {
  const data: unknown = existsSync(join(ROOT, `content/${registry}.yaml`))
    ? parse(textOf(`content/${registry}.yaml`))
    : {};
  const entries = (data as Record<string, unknown>)[registry] ?? data;
  return Object.keys(entries as object).filter((key) => key !== 'schema');
}

/** Concepts are left out: their titles are the terms of the field, which the code speaks too. */
function titles(): string[] {
  return filesUnder('content')
    .filter((file) => file.endsWith('.mdx') && !file.startsWith('content/concepts/'))
    .flatMap((file) => /^title:\s*(['"]?)(.+)\1\s*$/m.exec(textOf(file))?.[2] ?? [])
    .filter((title) => title.includes(' '));
}

describe('the code', () => {
  it('names nothing of the sample site', () => {
    const names = namesOfTheSample();
    const found = [...filesUnder('src'), ...filesUnder('public')]
      .filter((file) => /\.(ts|tsx|mjs|astro|css|svg|txt|json|webmanifest)$/.test(file))
      .flatMap((file) =>
        stringsOf(file, textOf(file))
          .filter(({ value }) => names.has(value))
          .map(({ value, line }) => `${file}:${line} ${value}`),
      );
    expect(names.size).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });

  it.each([
    ['a.ts', "const a = 'look-up';", ['look-up']],
    ['a.ts', "// 'look-up'\n/** `look-up` */ const a = 1;", []],
    ['a.tsx', '<b title="A title">Some words</b>', ['A title', 'Some words']],
    ['a.astro', '<!-- "x y" --><a href="look-up">Look up</a>', ['look-up', 'Look up']],
  ])('is searched for its strings, not its comments: %s %s', (file, text, strings) => {
    expect(stringsOf(file, text).map(({ value }) => value)).toEqual(strings);
  });
});
