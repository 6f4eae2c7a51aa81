import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../build/project.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import { command, refuse } from './arguments.ts';
import { contentFolder, contentOption } from './place.ts';

const sizes = ['3000', '9999'];
const peers = ['throughline', 'hugo', 'eleventy', 'astro', 'starlight'];
const states = ['cold', 'unchanged', 'edited', 'new', 'tag'];

/** `throughline bench`: how long builds take beside those of others, and what pages weigh and are worth to Lighthouse. */
export const bench = command({
  name: 'bench',
  summary:
    'Measure builds of made-up sites beside other generators, or (bench page) pages: their weight, what Lighthouse says, how fast a figure answers.',
  usage: '[page]',
  options: {
    size: { value: 'PAGES', many: true, description: `Pages of essays; without it ${sizes.join(' and ')}.` },
    only: { value: 'NAMES', description: `Generators, with commas between them: ${peers.join(', ')}.` },
    states: { value: 'NAMES', description: `What is built, with commas between them: ${states.join(', ')}.` },
    seed: { value: 'NUMBER', description: 'Another made-up site; without it 1.' },
    content: contentOption,
  },
  run: ({ operands, options }, io) => {
    const [what = 'build'] = operands;
    const only = listOf(options.only);
    const wanted = listOf(options.states);
    const numbers = (options.size.length === 0 ? sizes : options.size).map(Number);
    const problems = [
      ...unknown('measurement', [what], ['build', 'page']),
      ...unknown('generator', only, peers),
      ...unknown('state', wanted, states),
      ...[...numbers, Number(options.seed ?? 1)].flatMap(notWhole),
    ];
    if (problems.length > 0) return Promise.resolve(refuse(io, problems));
    const written = ['npm run bench', ...(process.argv.length > 3 ? ['--', ...process.argv.slice(3)] : [])].join(' ');
    const wish = {
      what,
      sizes: numbers,
      only,
      states: wanted.length === 0 ? states : wanted,
      seed: Number(options.seed ?? 1),
      content: contentFolder(options.content, io),
      command: written,
    };
    return run(JSON.stringify(wish));
  },
});

/** The benchmark is no part of the program: it lies with the tests and is started as a program of its own. */
function run(wish: string): Promise<number> {
  const script = join(projectRoot, 'tests/bench/main.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, wish], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function listOf(names: string | undefined): string[] {
  return (names ?? '').split(',').filter((name) => name !== '');
}

function unknown(what: string, names: readonly string[], known: readonly string[]): Problem[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => error(`unknown-${what}`, {}, `There is no ${what} “${name}”.`, `There are: ${known.join(', ')}.`));
}

function notWhole(value: number): Problem[] {
  if (Number.isInteger(value) && value > 0) return [];
  return [error('bad-number', {}, 'A size or seed is no whole number above 0.', 'Write for example --size 300.')];
}
