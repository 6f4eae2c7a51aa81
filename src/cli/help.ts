import type { Declaration, Option } from './arguments.ts';

/** The list of commands. */
export function overview(commands: readonly Declaration[]): string {
  const lines = table(commands.map(({ name, usage, summary }) => [`${name} ${usage}`.trimEnd(), summary]));
  return [
    'Usage: throughline <command> [options]',
    '',
    'Commands:',
    ...lines,
    '',
    'Options of a command: throughline <command> --help',
    '',
  ].join('\n');
}

/** How one command is called, and what its options do. */
export function commandHelp({ name, usage, summary, options }: Declaration): string {
  const rows = [...Object.entries(options), ['help', { short: 'h', description: 'Show this.' }] as const];
  return [
    `${`Usage: throughline ${name} ${usage}`.trimEnd()} [options]`,
    '',
    summary,
    '',
    'Options:',
    ...table(rows.map(([long, option]) => [written(long, option), described(option)])),
    '',
  ].join('\n');
}

function written(long: string, { short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${long}${value === undefined ? '' : ` ${value}`}`;
}

function described({ description, many }: Option): string {
  return many === true ? `${description} May be repeated.` : description;
}

function table(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
