import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/build/project.ts';
import { command, parseArguments, runCommand } from '../../src/cli/arguments.ts';
import type { Commands } from '../../src/cli/arguments.ts';
import { contentFolder, contentOption, outFolder, shownPath } from '../../src/cli/place.ts';
import { NOW } from './io.ts';

const bake = command({
  name: 'bake',
  summary: 'Bakes a loaf.',
  usage: '<loaf> [oven]',
  options: {
    heat: { value: 'DEGREES', short: 't', description: 'How hot.' },
    add: { value: 'THING', many: true, description: 'What goes in.' },
    dry: { description: 'Without water.' },
    content: contentOption,
  },
  run: ({ operands, options }, io) => {
    io.stdout(JSON.stringify({ operands, ...options }));
    return Promise.resolve(3);
  },
});
const eat = command({
  name: 'eat',
  summary: 'Eats everything.',
  usage: '[loaf…]',
  options: {},
  run: () => Promise.resolve(0),
});
const commands: Commands = { bake: () => Promise.resolve(bake), eat: () => Promise.resolve(eat) };

async function ask(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io = {
    cwd: '/',
    env: {},
    stdout: (text: string) => (out += text),
    stderr: (text: string) => (err += text),
    now: () => NOW,
  };
  return { code: await runCommand(commands, argv, io), out, err };
}

describe('a call', () => {
  it('gives the command its operands and options, and ends with its code', async () => {
    const { code, out } = await ask('bake', 'rye', '-t', '220', '--add', 'salt', '--add=-x', '--dry', 'top');
    expect(JSON.parse(out)).toEqual({ operands: ['rye', 'top'], heat: '220', add: ['salt', '-x'], dry: true });
    expect(code).toBe(3);
  });

  it('leaves out what was not given', async () => {
    expect(JSON.parse((await ask('bake', 'rye')).out)).toEqual({ operands: ['rye'], add: [], dry: false });
  });

  it('takes everything after -- as it is', () => {
    expect(parseArguments(eat, ['--', '--dry', '-h']).args.operands).toEqual(['--dry', '-h']);
  });

  it.each([
    [['bak', 'rye'], 'There is no command “bak”.\n  Did you mean “bake”?\n'],
    [['swim'], 'There is no command “swim”.\n  There are: bake, eat.\n'],
    [['constructor'], 'There is no command “constructor”.\n  There are: bake, eat.\n'],
    [['help', 'bak'], 'There is no command “bak”.\n  Did you mean “bake”?\n'],
    [['bake', 'rye', '--heatt=1'], '“bake” has no option --heatt.\n  Did you mean --heat?\n'],
    [['bake', 'rye', '--helpp'], '“bake” has no option --helpp.\n  Did you mean --help?\n'],
    [['bake', 'rye', '--toString'], '“bake” has no option --toString.\n  See: throughline bake --help\n'],
    [['bake', 'rye', '-z'], '“bake” has no option -z.\n  See: throughline bake --help\n'],
    [['bake'], '“bake” needs <loaf>.\n  Write: throughline bake <loaf> [oven]\n'],
    [
      ['bake', 'rye', '--heat'],
      '--heat needs a value.\n  Write --heat DEGREES, or --heat=DEGREES where it begins with a hyphen.\n',
    ],
    [
      ['bake', 'rye', '--heat', '--dry'],
      '--heat needs a value.\n  Write --heat DEGREES, or --heat=DEGREES where it begins with a hyphen.\n',
    ],
    [['bake', 'rye', '--dry=yes'], '--dry takes no value.\n  Write --dry alone.\n'],
    [
      ['bake', 'a', 'b', 'c'],
      '“bake” does not know what to do with “c”.\n  Put quotes around a text that has spaces. See: throughline bake --help\n',
    ],
  ])('%j is refused with what to do', async (argv, err) => {
    expect(await ask(...argv)).toEqual({ code: 2, out: '', err });
  });

  it('is told everything that is wrong with it at once', async () => {
    const { err } = await ask('bake', '--dri', '--heat');
    expect(err.match(/^\S.*/gm)).toHaveLength(3);
  });
});

describe('help', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('for %j lists the commands', async (argv) => {
    const { code, out, err } = await ask(...argv);
    expect(out).toContain('  bake <loaf> [oven]  Bakes a loaf.\n  eat [loaf…]         Eats everything.\n');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it.each([[['help', 'bake']], [['bake', '--help']], [['bake', '--what', '-h']]])(
    'for %j describes one command',
    async (argv) => {
      const { code, out } = await ask(...argv);
      expect(out).toContain('Usage: throughline bake <loaf> [oven] [options]\n');
      expect(out).toContain('  -t, --heat DEGREES  How hot.\n');
      expect(out).toContain('  --add THING         What goes in. May be repeated.\n');
      expect(code).toBe(0);
    },
  );

  it('loads no command but the one that is called', async () => {
    const never = (): Promise<never> => Promise.reject(new Error('loaded'));
    const io = { cwd: '/', env: {}, stdout: () => undefined, stderr: () => undefined, now: () => NOW };
    expect(await runCommand({ ...commands, other: never }, ['eat'], io)).toBe(0);
  });
});

describe('a path', () => {
  const at = (cwd: string, env: Record<string, string> = {}) => ({
    cwd,
    env,
    stdout: () => undefined,
    stderr: () => undefined,
    now: () => NOW,
  });

  it.each([
    ['the option before CONTENT_DIR', contentFolder('a', at('/x', { CONTENT_DIR: 'b' })), '/x/a'],
    ['CONTENT_DIR', contentFolder(undefined, at('/x', { CONTENT_DIR: 'b' })), '/x/b'],
    [
      'the project’s folder where CONTENT_DIR is empty',
      contentFolder(undefined, at('/x', { CONTENT_DIR: '' })),
      join(projectRoot, 'content'),
    ],
    ['the folder npm was called from', contentFolder('a', at(projectRoot, { INIT_CWD: '/home/ada' })), '/home/ada/a'],
    [
      'no folder that an npm further up was called from',
      contentFolder('a', at('/x', { INIT_CWD: '/home/ada' })),
      '/x/a',
    ],
    ['an absolute path', outFolder('/srv/site', at('/x')), '/srv/site'],
    ['the project’s dist', outFolder(undefined, at('/x')), join(projectRoot, 'dist')],
    ['a short name for what lies below', shownPath(at('/x'), '/x/a/b'), 'a/b'],
    ['the whole name of what lies elsewhere', shownPath(at('/x/y'), '/x/a'), '/x/a'],
  ])('follows %s', (_what, path, expected) => {
    expect(path).toBe(expected);
  });
});
