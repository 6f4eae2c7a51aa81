import { makeFolder } from '../sites/folder.ts';
import type { Plugin, ResolvedConfig } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { readFolder } from '../../src/build/folder.ts';
import { anywherePlugin, codeDigest } from '../../src/build/full-lane.ts';

/** The name under which Astro is asked for a part of a component. */
function askedFor(id: string): string {
  let seen = '';
  const load = { handler: (given: string) => void (seen = given) };
  const plugins = [{ name: 'other' }, { name: 'astro:build', load }] as unknown as Plugin[];
  const { configResolved } = anywherePlugin();
  if (typeof configResolved !== 'function') throw new Error('no hook');
  void configResolved.call({} as never, { plugins } as unknown as ResolvedConfig);
  load.handler(id);
  return seen;
}

describe('a component that lies anywhere on the disk', () => {
  it('has its styles and scripts asked for as of a file, not of a path in the project', () => {
    const file = import.meta.filename;
    expect(askedFor(`${file}?astro&type=style&index=0&lang.css`)).toBe(`/@fs${file}?astro&type=style&index=0&lang.css`);
  });

  it('leaves addresses within the project as they are', () => {
    expect(askedFor('/src/Box.astro?astro&type=script&index=0')).toBe('/src/Box.astro?astro&type=script&index=0');
  });

  it('says so when Astro no longer loads parts of components there', () => {
    const { configResolved } = anywherePlugin();
    expect(() => (configResolved as (config: unknown) => void)({ plugins: [] })).toThrow(/astro:build/);
  });
});

describe('what code may import', () => {
  const folder = makeFolder({});
  afterAll(() => folder.dispose());

  it.each([
    ['import Text from "./a.mdx";', true],
    ['export * from "./a.mdx";', true],
    ['const all = import.meta.glob("../**/*.{md,mdx}");', true],
    ['const one = await import(`./${name}`);', true],
    ['const one = await import(name);', true],
    ['const one = await import("./a.mdx");', true],
    ['const one = await import("./a.ts");', false],
    ['const one = await import("./data.json", { with: { type: "json" } });', false],
    ['import Text from "./a.ts";', false],
    ['const words = "import.meta and a.mdx";', false],
  ])('%s: documents are among it, %s', async (code, among) => {
    const digest = async (text: string): Promise<string> => {
      folder.write({ 'essays/one/code.ts': code, 'essays/two/en.mdx': text });
      return codeDigest(await readFolder(folder.content));
    };
    expect((await digest('a')) !== (await digest('b'))).toBe(among);
  });
});
