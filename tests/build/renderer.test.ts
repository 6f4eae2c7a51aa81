import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PageWriter } from '../../src/build/page-text.ts';
import { projectRoot } from '../../src/build/project.ts';
import { Renderer, type ProgramPlan, type RenderingPlan } from '../../src/build/renderer.ts';
import type { RenderingListener } from '../../src/build/render-worker.ts';
import type { RenderedPage } from '../../src/build/rendering.ts';
import { essay, understand } from '../core/folder.ts';

let state = '';
beforeEach(() => {
  const cache = join(projectRoot, '.cache');
  mkdirSync(cache, { recursive: true });
  state = mkdtempSync(join(cache, 'renderer-'));
});
afterEach(() => {
  rmSync(state, { recursive: true });
});

function plan(rest: Partial<RenderingPlan> = {}): RenderingPlan {
  return {
    site: { address: 'https://site.example/' },
    cache: state,
    fullLane: { documents: [], words: {} },
    words: {},
    ...rest,
  };
}

const program = { key: 'key', isKept: true };
const listener: RenderingListener = { onPages: () => undefined, onCount: () => undefined };
const page = { route: 'en/', text: '{"words":"none","route":"en/"}', html: undefined };

describe.each([
  ['Astro', plan()],
  ['a program of the pages', plan({ program })],
])('a renderer with %s', (_what, { cache: _, ...rest }) => {
  it('renders one rendering after the other, and leaves nothing behind', async () => {
    for (const _ of [1, 2]) {
      const renderer = new Renderer();
      void renderer.begin(plan(rest));
      await renderer.open(plan(rest), [], listener);
      expect(await renderer.finish()).toMatchObject({ modules: expect.any(Array) as string[] });
      expect(existsSync(renderer.folder)).toBe(true);
      await renderer.end();
      expect(existsSync(renderer.folder)).toBe(false);
    }
  });

  it('renders whatever was guessed at before', async () => {
    const renderer = new Renderer();
    renderer.prepare(plan({ program }) as ProgramPlan);
    await renderer.open(plan(rest), [], listener);
    expect(await renderer.finish()).toMatchObject({ modules: expect.any(Array) as string[] });
    await renderer.end();
    expect(existsSync(renderer.folder)).toBe(false);
  });

  it('says what a page has thrown', async () => {
    const renderer = new Renderer();
    await renderer.open(plan(rest), ['en/'], listener);
    await renderer.add(page);
    await expect(renderer.finish()).rejects.toThrow('The words of en/ have not come with it.');
    await renderer.end();
  });

  it('does not wait for a page to be taken that has thrown', async () => {
    const renderer = new Renderer();
    await renderer.open(plan(rest), ['en/'], listener);
    const all = async (): Promise<void> => {
      for (let count = 0; count < 2000; count += 1) await renderer.add(page);
      await renderer.finish();
    };
    await expect(all()).rejects.toThrow('The words of en/ have not come with it.');
    await renderer.end();
  });

  it('says that its process has ended instead of waiting for it', async () => {
    const renderer = new Renderer();
    await renderer.open(plan(rest), [], listener);
    const rendering = renderer.finish();
    process.kill(renderer.pid, 'SIGKILL');
    await expect(rendering).rejects.toThrow('The process that renders pages has ended (SIGKILL).');
    await renderer.end();
  });
});

it('gives the same pages with Astro and with a program of the pages', async () => {
  const { pages, knowledge } = understand({ documents: [essay('a/en', { slug: 'öre' })] });
  const writer = new PageWriter(knowledge.content.words);
  const render = async (rest: Partial<RenderingPlan>): Promise<Record<string, string>> => {
    const renderer = new Renderer();
    const rendered: Record<string, string> = {};
    const onPages = (some: readonly RenderedPage[]): void => {
      for (const { route, file } of some) rendered[route] = readFileSync(join(renderer.folder, file), 'utf8');
    };
    const routes = pages.map(({ route }) => route);
    await renderer.open(plan({ ...rest, words: writer.words }), routes, { ...listener, onPages });
    for (const one of pages) await renderer.add(writer.send(one, writer.text(one)));
    await renderer.finish();
    await renderer.end();
    return rendered;
  };
  const byAstro = await render({});
  expect(Object.keys(byAstro)).toEqual(expect.arrayContaining(['', 'en/', 'en/öre/', '404.html']));
  expect(byAstro['en/öre/']).toContain('<link rel="stylesheet" href="/_astro/');
  expect(await render({ program })).toEqual(byAstro);
});

it('says what somebody throws who hears of pages', async () => {
  const renderer = new Renderer();
  const fault = (): void => {
    throw new Error('There is no room.');
  };
  await renderer.open(plan(), [], { ...listener, onPages: fault });
  await expect(renderer.finish()).rejects.toThrow('There is no room.');
  await renderer.end();
});
