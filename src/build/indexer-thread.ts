/** The thread that makes search indexes: takes a job at a time and tells when it is done. */
import { parentPort } from 'node:worker_threads';
import { indexLanguage, type IndexJob } from './search.ts';

parentPort?.on('message', (job: IndexJob) => {
  // What goes wrong ends the thread, of which the one that has begun it hears.
  void indexLanguage(job).then(() => parentPort?.postMessage(undefined));
});
