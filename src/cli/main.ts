import { runCommand, type Commands, type Io } from './arguments.ts';

/** Every command, loaded when it is called. */
const commands: Commands = {
  start: async () => (await import('./start.ts')).start,
  dev: async () => (await import('./dev.ts')).dev,
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  init: async () => (await import('./init.ts')).init,
  new: async () => (await import('./new.ts')).newDocument,
  translate: async () => (await import('./translate.ts')).translate,
  format: async () => (await import('./format.ts')).format,
  words: async () => (await import('./words.ts')).words,
  chain: async () => (await import('./chain.ts')).chain,
  bench: async () => (await import('./bench.ts')).bench,
  test: async () => (await import('./test-command.ts')).test,
};

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  now: () => now(process.env['THROUGHLINE_NOW']),
};

// Whoever kills the launcher without a word means the program.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
process.exitCode = await runCommand(commands, process.argv.slice(2), io);

/** The moment that decides what is published; it can be pinned, so that a build can be repeated. */
function now(pinned: string | undefined): Date {
  const date = pinned === undefined || pinned === '' ? new Date() : new Date(pinned);
  if (Number.isNaN(date.getTime()))
    throw new Error(`THROUGHLINE_NOW is “${pinned ?? ''}”, which is no time; write one such as 2026-11-23T08:00:00Z.`);
  return date;
}
