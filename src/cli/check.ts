import { join } from 'node:path';
import { buildSite, stateFolder } from '../build/build.ts';
import { command } from './arguments.ts';
import { printerOf } from './build.ts';
import { contentFolder, contentOption } from './place.ts';
import { duration, printProgress, problemReport } from './report.ts';

/** `throughline check`: everything that is wrong, without touching the site. */
export const check = command({
  name: 'check',
  summary: 'Report every problem of the folder and of the site made from it, and write nothing.',
  usage: '',
  options: { content: contentOption, drafts: { description: 'Look at drafts too.' } },
  run: async ({ options }, io) => {
    const printer = printerOf(io);
    const begun = performance.now();
    const content = contentFolder(options.content, io);
    const out = join(stateFolder(content), options.drafts ? 'check-drafts' : 'check');
    const progress = printProgress(printer, () => performance.now());
    const result = await buildSite({ content, out, now: io.now(), drafts: options.drafts, progress });
    const time = duration(performance.now() - begun);
    printer.write(problemReport(result.problems, printer.colour));
    if (result.ok) printer.write(`${String(result.pages)} pages checked in ${time}: no errors.\n`);
    return result.ok ? 0 : 1;
  },
});
