import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { answerPart } from '../build/byte-range.ts';
import { mediaType } from '../build/media-type.ts';

/** What is served, and where. */
export interface ServeOptions {
  /** The folder of the built site. */
  readonly folder: string;
  /** Path of the site's address, with slashes at both ends: `/` or `/blog/`. */
  readonly base: string;
  /** The wanted port: the next free one is taken where it is in use. 0 takes any. */
  readonly port: number;
  /** Name or address to listen on: `localhost`, or `0.0.0.0` for the whole network. */
  readonly host: string;
}

/** A running server. */
export interface SiteServer {
  /** Address of the site's front page, with the base and a slash at the end. */
  readonly url: string;
  /** Ends open connections and stops. */
  readonly close: () => Promise<void>;
}

/** What an answer needs to know of a file. */
interface Found {
  readonly path: string;
  readonly stats: Stats;
}

const PORTS_TRIED = 100;

/** Types of files that become smaller when they are packed. */
const PACKABLE = /^text\/|^application\/(?:json|manifest\+json|xml)|^image\/svg/;

/**
 * Serves a built site as a static host does: index pages, a slash at the end of folders, the nearest 404 page,
 * `ETag`s, text packed for whoever takes it so. Files are read anew for each request, so a new build shows at once.
 */
export async function serveFolder(options: ServeOptions): Promise<SiteServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options);
  const name = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(options.host) ? 'localhost' : options.host;
  return { url: `http://${name}:${port}${options.base}`, close: () => close(server) };
}

async function answer(options: ServeOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const segments = segmentsOf(path);
  const inside = segments && withoutBase(segments, options.base);
  if (segments === undefined) response.writeHead(400).end();
  else if (inside !== undefined) await answerInside(options.folder, inside, { request, response, segments, query });
  else if (segments.length === 0) redirect(response, 302, options.base);
  else response.writeHead(404).end();
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The whole path, with the base. */
  readonly segments: readonly string[];
  readonly query: string | undefined;
}

async function answerInside(folder: string, inside: string[], exchange: Exchange): Promise<void> {
  const { request, response, segments, query } = exchange;
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const file = await find(folder, inside, path.endsWith('/'));
  if (file === 'folder') {
    redirect(response, 301, `/${segments.map(encodeURIComponent).join('/')}/${query === undefined ? '' : `?${query}`}`);
    return;
  }
  if (file !== undefined) {
    await send(request, response, 200, file);
    return;
  }
  const missing = await nearest404(folder, inside);
  if (missing === undefined) response.writeHead(404).end();
  else await send(request, response, 404, missing);
}

/** The decoded parts of a path, or `undefined` for one that could leave the folder or is not text. */
function segmentsOf(path: string): string[] | undefined {
  try {
    const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
    return segments.some((segment) => segment === '..' || segment === '.' || /[/\\\0:]/.test(segment))
      ? undefined
      : segments;
  } catch {
    return undefined;
  }
}

function withoutBase(segments: readonly string[], base: string): string[] | undefined {
  const start = base.split('/').filter(Boolean).map(decodeURIComponent);
  return start.every((part, index) => segments[index] === part) ? segments.slice(start.length) : undefined;
}

/** The file that a path means; `folder` when it means a folder but lacks the slash. */
async function find(folder: string, segments: string[], endsInSlash: boolean): Promise<Found | 'folder' | undefined> {
  const path = join(folder, ...segments);
  const stats = await look(path);
  if (stats?.isFile()) return endsInSlash && segments.length > 0 ? undefined : { path, stats };
  if (!stats?.isDirectory()) return undefined;
  const index = join(path, 'index.html');
  const indexStats = await look(index);
  if (!indexStats?.isFile()) return undefined;
  return endsInSlash || segments.length === 0 ? { path: index, stats: indexStats } : 'folder';
}

async function nearest404(folder: string, segments: readonly string[]): Promise<Found | undefined> {
  for (let length = segments.length; length >= 0; length -= 1) {
    const path = join(folder, ...segments.slice(0, length), '404.html');
    const stats = await look(path);
    if (stats?.isFile()) return { path, stats };
  }
  return undefined;
}

async function look(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

async function send(request: IncomingMessage, response: ServerResponse, status: number, file: Found): Promise<void> {
  const tag = `W/"${file.stats.size.toString(36)}-${Math.round(file.stats.mtimeMs).toString(36)}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-cache');
  if (status === 200 && request.headers['if-none-match']?.includes(tag)) {
    response.writeHead(304).end();
    return;
  }
  const type = mediaType(file.path);
  const isPacked = PACKABLE.test(type) && /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  response.setHeader('Content-Type', type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Vary', 'Accept-Encoding');
  response.statusCode = status;
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  else response.setHeader('Content-Length', file.stats.size);
  const part = isPacked || status !== 200 ? undefined : answerPart(request, response, file.stats.size);
  if (request.method === 'HEAD' || part === 'none') response.end();
  else if (isPacked) await pipeline(createReadStream(file.path), createGzip(), response);
  else await pipeline(createReadStream(file.path, part), response);
}

function redirect(response: ServerResponse, status: 301 | 302, address: string): void {
  response.writeHead(status, { Location: address }).end();
}

async function listen(server: Server, { port, host }: ServeOptions): Promise<number> {
  for (let wanted = port; wanted < Math.min(port + PORTS_TRIED, 65_536); wanted += 1) {
    if (await tryPort(server, wanted, host)) return (server.address() as AddressInfo).port;
  }
  throw new Error(`No port from ${port} on is free: set PORT to another one.`);
}

function tryPort(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (reason: NodeJS.ErrnoException): void => {
      if (reason.code === 'EADDRINUSE') resolve(false);
      else reject(reason);
    };
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
