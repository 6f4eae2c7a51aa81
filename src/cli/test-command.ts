import { projectRoot } from '../build/project.ts';
import { command } from './arguments.ts';
import { runTests } from './test.ts';

/** `throughline test`: every check of the project itself. */
export const test = command({
  name: 'test',
  summary: 'Run every check of the project: types, lint, unit, whole sites, browser, accessibility.',
  usage: '',
  options: {},
  run: () => runTests(projectRoot),
});
