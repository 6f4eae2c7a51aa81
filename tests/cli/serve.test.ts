import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../src/cli/serve.ts';
import type { SiteServer } from '../../src/cli/serve.ts';

let parent: string;
let folder: string;
let site: SiteServer;
let blog: SiteServer;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'throughline-serve-'));
  folder = join(parent, 'dist');
  const files = {
    'index.html': 'home',
    '404.html': 'nothing in any language',
    'en/index.html': 'english',
    'en/404.html': 'nothing in English',
    'en/look up/index.html': 'with a space',
    'en/feed.xml': '<rss/>',
    'pagefind/en/pagefind.js': 'export {}',
    'pagefind/en/wasm.pagefind': 'x',
    'ja/言葉/index.html': '日本語',
    'bare/file.svg': '<svg/>',
    'bare/tour.mp4': '0123456789',
    '../secret.txt': 'secret',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  site = await serveFolder({ folder, base: '/', port: 0, host: '127.0.0.1' });
  blog = await serveFolder({ folder, base: '/blog/', port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await Promise.all([site.close(), blog.close()]);
  rmSync(parent, { recursive: true, force: true });
});

interface Answer {
  status: number | undefined;
  type: string | undefined;
  location: string | undefined;
  tag: string | undefined;
  part: string | undefined;
  body: string;
}

/** Asks for a path exactly as it is written, which `fetch` would tidy up first. */
function ask(path: string, { server = site, method = 'GET', headers = {} } = {}): Promise<Answer> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        const { 'content-type': type, location, etag: tag, 'content-range': part } = response.headers;
        resolve({ status: response.statusCode, type, location, tag, part, body });
      });
    });
    asked.on('error', reject).end();
  });
}

describe('a served site', () => {
  it.each([
    ['/en/', 'english'],
    ['/en/nowhere', 'nothing in English'],
    ['/bare/file.svg', '<svg/>'],
    ['/en/feed.xml', '<rss/>'],
  ])('packs %s for whoever takes it so', async (path, body) => {
    const { port } = new URL(site.url);
    const packed = await fetch(`http://127.0.0.1:${port}${path}`);
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
    expect(await packed.text()).toBe(body);
    const plain = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'Accept-Encoding': 'identity' } });
    expect([plain.headers.get('content-encoding'), plain.headers.get('content-length')]).toEqual([
      null,
      String(body.length),
    ]);
  });

  it('does not pack again what is packed', async () => {
    const { port } = new URL(site.url);
    const { headers } = await fetch(`http://127.0.0.1:${port}/pagefind/en/wasm.pagefind`);
    expect(headers.get('content-encoding')).toBe(null);
  });

  it.each([
    ['/', 'text/html; charset=utf-8', 'home'],
    ['/en/', 'text/html; charset=utf-8', 'english'],
    ['/en/?page=2', 'text/html; charset=utf-8', 'english'],
    ['/en/look%20up/', 'text/html; charset=utf-8', 'with a space'],
    ['/ja/%E8%A8%80%E8%91%89/', 'text/html; charset=utf-8', '日本語'],
    ['/en/feed.xml', 'application/xml; charset=utf-8', '<rss/>'],
    ['/pagefind/en/pagefind.js', 'text/javascript; charset=utf-8', 'export {}'],
    ['/pagefind/en/wasm.pagefind', 'application/octet-stream', 'x'],
    ['/bare/file.svg', 'image/svg+xml', '<svg/>'],
  ])('answers %s as %s', async (path, type, body) => {
    expect(await ask(path)).toMatchObject({ status: 200, type, body });
  });

  it.each([
    ['/en', '/en/'],
    ['/en?a=b', '/en/?a=b'],
    ['/en/look%20up', '/en/look%20up/'],
    ['//en', '/en/'],
  ])('sends %s to %s', async (path, location) => {
    expect(await ask(path)).toMatchObject({ status: 301, location });
  });

  it.each([
    ['/en/nothing/', 'nothing in English'],
    ['/en/feed.xml/', 'nothing in English'],
    ['/sv/nothing/', 'nothing in any language'],
    ['/bare/', 'nothing in any language'],
  ])('answers %s with the nearest page for what is missing', async (path, body) => {
    expect(await ask(path)).toMatchObject({ status: 404, body });
  });

  it.each([
    '/../secret.txt',
    '/en/%2e%2e/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%ff',
    '/C:/x',
  ])('never leaves its folder: %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 400, body: '' });
  });

  it('sends a file that the browser has only once', async () => {
    const { tag } = await ask('/en/');
    expect(await ask('/en/', { headers: { 'if-none-match': tag ?? '' } })).toMatchObject({ status: 304, body: '' });
  });

  it.each([
    ['bytes=0-', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['lines=0-1', 200, '0123456789', undefined],
  ])('answers who asks for a part of a film, %s, with %i', async (range, status, body, part) => {
    expect(await ask('/bare/tour.mp4', { headers: { range } })).toMatchObject({
      status,
      type: 'video/mp4',
      body,
      part,
    });
  });

  it('tells no part of a page that is missing', async () => {
    expect(await ask('/sv/nothing/', { headers: { range: 'bytes=0-1' } })).toMatchObject({
      status: 404,
      part: undefined,
    });
  });

  it('answers HEAD without a body and refuses what would change something', async () => {
    expect(await ask('/en/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(await ask('/en/', { method: 'POST' })).toMatchObject({ status: 405 });
  });
});

describe('a site whose address has a path', () => {
  it.each([
    ['/blog/', { status: 200, body: 'home' }],
    ['/blog/en', { status: 301, location: '/blog/en/' }],
    ['/blog/en/nothing', { status: 404, body: 'nothing in English' }],
    ['/', { status: 302, location: '/blog/' }],
    ['/en/', { status: 404, body: '' }],
  ])('answers %s', async (path, answer) => {
    expect(await ask(path, { server: blog })).toMatchObject(answer);
  });

  it('names its address with it', () => {
    expect(blog.url).toMatch(/^http:\/\/localhost:\d+\/blog\/$/);
  });
});

it('takes the next free port when the wanted one is in use', async () => {
  const taken = Number(new URL(site.url).port);
  const next = await serveFolder({ folder, base: '/', port: taken, host: '127.0.0.1' });
  expect(Number(new URL(next.url).port)).toBeGreaterThan(taken);
  await next.close();
});
