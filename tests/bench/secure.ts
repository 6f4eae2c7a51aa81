import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A server before another one. */
export interface Front {
  readonly url: string;
  readonly close: () => void;
}

/**
 * Puts HTTP/2 before a server, as hosts do; over HTTP/1.1 a page with many small files looks slower than anybody sees it.
 * @param place folder for a certificate that nobody else trusts
 * @returns `undefined` where there is no OpenSSL to make one
 */
export async function secureFront(url: string, place: string): Promise<Front | undefined> {
  const { port, pathname } = new URL(url);
  const [key, cert] = [join(place, 'key.pem'), join(place, 'certificate.pem')];
  const wish = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=localhost';
  try {
    execFileSync('openssl', [...wish.split(' '), '-keyout', key, '-out', cert], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const server = createSecureServer({ key: await readFile(key), cert: await readFile(cert) }, (asked, answer) =>
    pass(asked, answer, Number(port)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = (server.address() as AddressInfo).port;
  return { url: `https://localhost:${String(own)}${pathname}`, close: () => server.close() };
}

/** Headers of a connection, which HTTP/2 has no place for. */
const ofConnections = new Set(['connection', 'keep-alive', 'transfer-encoding']);

function pass(asked: Http2ServerRequest, answer: Http2ServerResponse, port: number): void {
  const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !name.startsWith(':')));
  const inner = request({ host: '127.0.0.1', port, path: asked.url, method: asked.method, headers }, (response) => {
    const own = Object.entries(response.headers).filter(([name]) => !ofConnections.has(name));
    answer.writeHead(response.statusCode ?? 500, Object.fromEntries(own));
    response.pipe(answer);
  });
  inner.on('error', () => answer.destroy());
  inner.end();
}
