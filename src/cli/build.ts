import { buildSite, type BuildResult } from '../build/build.ts';
import { command, type Io } from './arguments.ts';
import { contentFolder, contentOption, outFolder, outOption, shownPath } from './place.ts';
import { duration, printProgress, problemReport, type Printer } from './report.ts';

/** Options of every command that builds. */
export const buildOptions = {
  content: contentOption,
  out: outOption,
  cold: { description: 'Trust nothing that an earlier build has left.' },
} as const;

/** `throughline build`: the site, once. */
export const build = command({
  name: 'build',
  summary: 'Build the site and check it.',
  usage: '',
  options: buildOptions,
  run: async ({ options }, io) => {
    const out = outFolder(options.out, io);
    const result = await buildWith(io, contentFolder(options.content, io), out, options.cold);
    return result.ok ? 0 : 1;
  },
});

/** Builds, with a line for each step, and reports every problem. */
export async function buildWith(io: Io, content: string, out: string, cold: boolean): Promise<BuildResult> {
  const printer = printerOf(io);
  const begun = performance.now();
  const progress = printProgress(printer, () => performance.now());
  const result = await buildSite({ content, out, cold, now: io.now(), progress });
  printer.write(problemReport(result.problems, printer.colour));
  if (result.ok) printer.write(`${outcome(result, shownPath(io, out))} in ${duration(performance.now() - begun)}\n`);
  return result;
}

/** A command speaks to people on the error stream; the output stream is for what other programs read. */
export function printerOf(io: Io): Printer {
  const live = process.stderr.isTTY && io.env['CI'] === undefined;
  return { write: io.stderr, live, colour: live && io.env['NO_COLOR'] === undefined };
}

function outcome({ unchanged, pages, rendered }: BuildResult, out: string): string {
  if (unchanged) return `Nothing has changed: ${out} already holds the site (${String(pages)} pages)`;
  return `${out} holds the site: ${String(pages)} pages, ${String(rendered)} of them rendered now`;
}
