/** A thread that makes the search index of a language; what goes wrong ends it with an error. */
import { workerData } from 'node:worker_threads';
import { indexLanguage, type IndexJob } from './language.ts';

await indexLanguage(workerData as IndexJob);
