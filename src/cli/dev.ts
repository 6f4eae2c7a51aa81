import { DevError, startDev } from '../build/dev.ts';
import type { Problem } from '../core/problem/problem.ts';
import { command } from './arguments.ts';
import { printerOf } from './build.ts';
import { contentFolder, contentOption } from './place.ts';
import { duration, printProgress, problemReport, type Printer } from './report.ts';
import { portOf, untilStopped } from './start.ts';

/** `throughline dev`: the site while it is written. */
export const dev = command({
  name: 'dev',
  summary: 'Serve the site while you write: changes are seen at once, drafts are shown.',
  usage: '',
  options: { content: contentOption },
  run: async ({ options }, io) => {
    const printer = printerOf(io);
    try {
      const server = await startDev({
        content: contentFolder(options.content, io),
        port: portOf(io),
        now: io.now(),
        clock: () => performance.now(),
        progress: printProgress(printer, () => performance.now()),
        onRead: (problems, milliseconds, first) => said(printer, problems, milliseconds, first),
      });
      printer.write(`\n  ${server.url}   (Ctrl-C stops)\n`);
      return await untilStopped(server);
    } catch (fault) {
      if (!(fault instanceof DevError)) throw fault;
      printer.write(`${fault.message}\n`);
      return 1;
    }
  },
});

function said({ write, colour }: Printer, problems: readonly Problem[], milliseconds: number, first: boolean): void {
  if (!first) write(`Read again in ${duration(milliseconds)}\n`);
  write(problemReport(problems, colour));
}
