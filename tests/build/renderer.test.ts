import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/build/project.ts';
import { Renderer, type RenderingPlan } from '../../src/build/renderer.ts';
import { renderedFile } from '../../src/build/rendering.ts';

let state = '';
beforeEach(() => {
  const cache = join(projectRoot, '.cache');
  mkdirSync(cache, { recursive: true });
  state = mkdtempSync(join(cache, 'renderer-'));
});
afterEach(() => {
  rmSync(state, { recursive: true });
});

function plan(): RenderingPlan {
  return {
    site: { address: 'https://site.example/' },
    cache: state,
    fullLane: { documents: [], words: {} },
    program: undefined,
    words: {},
  };
}

describe('a renderer', () => {
  it('renders one rendering after the other, and leaves nothing behind', async () => {
    for (const _ of [1, 2]) {
      const renderer = new Renderer();
      void renderer.begin(plan());
      await renderer.begin(plan());
      expect(await renderer.render(() => undefined)).toMatchObject({ modules: expect.any(Array) as string[] });
      expect(existsSync(renderer.folder)).toBe(true);
      await renderer.end();
      expect(existsSync(renderer.folder)).toBe(false);
    }
  });

  it('says what a page has thrown', async () => {
    const renderer = new Renderer();
    await renderer.begin(plan());
    await renderer.add({ route: 'en/', text: '{"words":"none","route":"en/"}', html: undefined });
    await expect(renderer.render(() => undefined)).rejects.toThrow('The words of en/ have not come with it.');
    await renderer.end();
  });

  it('says that its process has ended instead of waiting for it', async () => {
    const renderer = new Renderer();
    await renderer.begin(plan());
    const rendering = renderer.render(() => undefined);
    process.kill(renderer.pid, 'SIGKILL');
    await expect(rendering).rejects.toThrow('The process that renders pages has ended (SIGKILL).');
    await renderer.end();
  });
});

it('finds a page in the folder that Astro makes of it', () => {
  expect(renderedFile('sv/taggar/').replaceAll('\\', '/')).toBe('sv/taggar/index.html');
  expect(renderedFile('sv/404.html').replaceAll('\\', '/')).toBe('sv/404.html/index.html');
});
