import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteSchema } from '../core/site/site.ts';
import { readYaml } from '../build/yaml.ts';
import { command, type Io } from './arguments.ts';
import { buildOptions, buildWith, printerOf } from './build.ts';
import { contentFolder, outFolder } from './place.ts';
import { serveFolder, type SiteServer } from './serve.ts';

/** `throughline start`: build, check, serve. */
export const start = command({
  name: 'start',
  summary: 'Build the site, check it, and serve it at http://localhost:4321 (PORT changes that).',
  usage: '',
  options: buildOptions,
  run: async ({ options }, io) => {
    const content = contentFolder(options.content, io);
    const out = outFolder(options.out, io);
    const { ok } = await buildWith(io, content, out, options.cold);
    if (!ok) return 1;
    const server = await serveFolder({ folder: out, base: await baseOf(content), port: portOf(io), host: 'localhost' });
    printerOf(io).write(`\n  ${server.url}   (Ctrl-C stops)\n`);
    return untilStopped(server);
  },
});

/** The port to listen on: `PORT`, else 4321. */
export function portOf(io: Io): number {
  const wanted = Number(io.env['PORT'] ?? '');
  return Number.isInteger(wanted) && wanted > 0 && wanted < 65536 ? wanted : 4321;
}

/** Waits for Ctrl-C or the end of the process, and stops the server. */
export async function untilStopped(server: Pick<SiteServer, 'close'>): Promise<number> {
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  await server.close();
  return 0;
}

async function baseOf(content: string): Promise<string> {
  const yaml = readYaml(await readFile(join(content, 'site.yaml'), 'utf8'), 'site.yaml');
  return new URL(siteSchema.parse(yaml.value).address).pathname;
}
