/** A process that makes the search index of a language when it is told to, and tells what it has written. */
import { messageOf } from '../module-fault.ts';
import type { IndexReport } from './indexer.ts';
import { indexLanguage, type IndexJob } from './language.ts';

// Whoever has started it is gone.
process.on('disconnect', () => process.exit());
process.on('message', (job: IndexJob) => {
  indexLanguage(job).then(
    (written) => {
      tell({ written });
    },
    (fault: unknown) => {
      tell({ fault: messageOf(fault) });
    },
  );
});

function tell(report: IndexReport): void {
  process.send?.(report);
}
