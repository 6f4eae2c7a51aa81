import { parseArgs } from 'node:util';
import { meant } from '../core/problem/nearest.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import { commandHelp, overview } from './help.ts';

/** The only door between a command and the world of texts: what it is told by its surroundings, and where it speaks. */
export interface Io {
  /** Folder the process runs in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes text as it is; lines bring their own line ends. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly now: () => Date;
}

/** An option of a command. With `value` it takes a text, without it is a switch. */
export interface Option {
  /** What stands for the value in help: `FOLDER`. */
  readonly value?: string;
  /** True when the option may be given again and again; its value is then a list. */
  readonly many?: true;
  /** One letter: `-h`. */
  readonly short?: string;
  readonly description: string;
}

/** Options by their long name, without the hyphens. */
export type Options = Readonly<Record<string, Option>>;

/** What an option was given: a list, a text or nothing, or whether the switch was there. */
export type OptionValue<O extends Option> = O extends { readonly many: true }
  ? readonly string[]
  : O extends { readonly value: string }
    ? string | undefined
    : boolean;

/** A command's arguments, read: there are as many operands as its usage asks for, and no unknown options. */
export interface Arguments<O extends Options> {
  readonly operands: readonly string[];
  readonly options: { readonly [K in keyof O]: OptionValue<O[K]> };
}

/** What all commands have in common, whatever they do. */
export interface Declaration {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The operands: `<id>` has to be there, `[file]` may be, `[file…]` may be many. Empty when there are none. */
  readonly usage: string;
  readonly options: Options;
}

/** Something the program can be asked to do. */
export interface Command extends Declaration {
  /** Does it. @returns the exit code: 0 when all went well, 1 for faults in the content, 2 for a wrong call */
  readonly run: (args: Arguments<Options>, io: Io) => Promise<number>;
}

/** Commands by name; each is loaded only when it is called or has to be described. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** Makes a command whose `run` knows the types of its own options. */
export function command<const O extends Options>(
  declaration: Omit<Declaration, 'options'> & {
    readonly options: O;
    readonly run: (args: Arguments<O>, io: Io) => Promise<number>;
  },
): Command {
  // `parseArguments` gives each option what its declaration promises, which the types cannot see.
  return { ...declaration, run: (args, io) => declaration.run(args as Arguments<O>, io) };
}

/**
 * Runs the command that `argv` names, or prints help.
 * @param argv what was written after the program's name
 * @returns the exit code
 */
export async function runCommand(commands: Commands, argv: readonly string[], io: Io): Promise<number> {
  const [name = 'help', ...rest] = argv;
  if (['help', '--help', '-h'].includes(name)) return help(commands, rest[0], io);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return refuse(io, [unknownCommand(name, commands)]);
  if (asksForHelp(rest)) return help(commands, name, io);
  const chosen = await load();
  const { args, problems } = parseArguments(chosen, rest);
  return problems.length > 0 ? refuse(io, problems) : chosen.run(args, io);
}

/** Reads the arguments of a command; everything that is wrong with them is told at once. */
export function parseArguments(
  declaration: Declaration,
  argv: readonly string[],
): { readonly args: Arguments<Options>; readonly problems: readonly Problem[] } {
  const { options } = declaration;
  const { positionals, tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, settingOf(option)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  const problems = given.flatMap((token) => optionProblem(declaration, token) ?? []);
  const values = Object.entries(options).map(([name, option]) => {
    const texts = given.filter((token) => token.name === name).map(({ value }) => value ?? '');
    if (option.value === undefined) return [name, texts.length > 0];
    return [name, option.many === true ? texts : texts.at(-1)];
  });
  const args: Arguments<Options> = {
    operands: positionals,
    options: Object.fromEntries(values) as Arguments<Options>['options'],
  };
  return { args, problems: [...problems, ...operandProblems(declaration, positionals)] };
}

/** Says what is wrong with a call or with files, each with what to do. @returns the exit code of a wrong call */
export function refuse(io: Io, problems: readonly Problem[]): 2 {
  for (const { message, hint } of problems) io.stderr(`${message}\n${hint === undefined ? '' : `  ${hint}\n`}`);
  return 2;
}

type OptionToken = { readonly name: string; readonly rawName: string } & (
  | { readonly value: string; readonly inlineValue: boolean }
  | { readonly value: undefined; readonly inlineValue: undefined }
);

function settingOf({ value, many, short }: Option): { type: 'string' | 'boolean'; multiple: boolean; short?: string } {
  const type = value === undefined ? 'boolean' : 'string';
  return { type, multiple: many === true, ...(short !== undefined && { short }) };
}

function optionProblem({ name: command, options }: Declaration, token: OptionToken): Problem | undefined {
  const { name, rawName, value, inlineValue } = token;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const right = meant(name, [...Object.keys(options), 'help']);
    const hint = right === undefined ? seeHelp(command) : `Did you mean --${right}?`;
    return error('unknown-option', {}, `“${command}” has no option ${rawName}.`, hint);
  }
  if (option.value === undefined) {
    return value === undefined
      ? undefined
      : error('unwanted-value', {}, `${rawName} takes no value.`, `Write ${rawName} alone.`);
  }
  // What looks like an option is one, unless it is tied on with =.
  const missing = value === undefined || value === '' || (!inlineValue && /^-./.test(value));
  const hint = `Write ${rawName} ${option.value}, or ${rawName}=${option.value} where it begins with a hyphen.`;
  return missing ? error('missing-value', {}, `${rawName} needs a value.`, hint) : undefined;
}

function operandProblems({ name, usage }: Declaration, operands: readonly string[]): Problem[] {
  const wanted = usage.split(' ').filter((part) => /^[<[]/.test(part));
  const required = wanted.filter((part) => part.startsWith('<'));
  const missing = required.slice(operands.length);
  if (missing.length > 0) {
    const message = `“${name}” needs ${missing.join(' and ')}.`;
    return [error('missing-operand', {}, message, `Write: throughline ${name} ${usage}`)];
  }
  const extra = wanted.some((part) => part.includes('…')) ? [] : operands.slice(wanted.length);
  return extra.map((text) =>
    error(
      'extra-operand',
      {},
      `“${name}” does not know what to do with “${text}”.`,
      `Put quotes around a text that has spaces. ${seeHelp(name)}`,
    ),
  );
}

function unknownCommand(name: string, commands: Commands): Problem {
  const names = Object.keys(commands);
  const right = meant(name, [...names, 'help']);
  const hint = right === undefined ? `There are: ${names.join(', ')}.` : `Did you mean “${right}”?`;
  return error('unknown-command', {}, `There is no command “${name}”.`, hint);
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? argv.length : end).some((text) => text === '--help' || text === '-h');
}

async function help(commands: Commands, name: string | undefined, io: Io): Promise<number> {
  if (name === undefined || name.startsWith('-')) {
    io.stdout(overview(await Promise.all(Object.values(commands).map((load) => load()))));
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return refuse(io, [unknownCommand(name, commands)]);
  io.stdout(commandHelp(await load()));
  return 0;
}

function seeHelp(name: string): string {
  return `See: throughline ${name} --help`;
}
