/** A thread that makes the search index of a language and tells what it has written; what goes wrong ends it with an error. */
import { parentPort, workerData } from 'node:worker_threads';
import { indexLanguage, type IndexJob } from './language.ts';

parentPort?.postMessage(await indexLanguage(workerData as IndexJob));
