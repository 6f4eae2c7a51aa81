import { error, type Problem } from '../core/problem/problem.ts';
import type { Folder } from './folder.ts';
import { FullLaneError } from './full-lane.ts';

/** Code of the author's folder cannot be used. */
export class ModuleFaults extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.problems = problems;
  }
}

const hint = 'The code that a document imports is its author’s own: mend it there, or take the import out.';

/** What a rendering has thrown, as problems of the author's files; what is none of theirs stays as it is. */
export function asModuleFaults(fault: unknown, folder: Folder): unknown {
  if (fault instanceof FullLaneError) {
    const problems = fault.faults.map(({ module, fault: inner }) =>
      error('failing-module', { file: module }, `The document cannot be rendered: ${sentence(messageOf(inner))}`, hint),
    );
    return new ModuleFaults(problems);
  }
  const [first = fault] = listOf(fault);
  const place = placeIn(folder, [fileOf(first), messageOf(first), messageOf(fault)].map(plain).join('\n'));
  if (place === undefined) return fault;
  const said = shortened(firstLine(plain(messageOf(first))), folder);
  return new ModuleFaults([error('broken-module', place, `The code cannot be used: ${sentence(said)}`, hint)]);
}

/** The file of the folder that a message names, with the place where it does. A document's lines there are not its own. */
function placeIn(folder: Folder, text: string): { file: string; line?: number; column?: number } | undefined {
  const named = [...folder.files.keys()]
    .filter((path) => text.includes(`/${path}`))
    .sort((a, b) => b.length - a.length);
  const [file] = named;
  if (file === undefined) return undefined;
  const [, line, column] = /^:(\d+):(\d+)/.exec(text.slice(text.indexOf(`/${file}`) + file.length + 1)) ?? [];
  return file.endsWith('.mdx') || line === undefined ? { file } : { file, line: Number(line), column: Number(column) };
}

function listOf(fault: unknown): readonly unknown[] {
  return typeof fault === 'object' && fault !== null && 'errors' in fault && Array.isArray(fault.errors)
    ? fault.errors
    : [];
}

function messageOf(fault: unknown): string {
  return fault instanceof Error
    ? fault.message
    : typeof fault === 'object' && fault !== null && 'message' in fault
      ? String(fault.message)
      : String(fault);
}

/** Without the colours of a terminal. */
function plain(text: string): string {
  return text.replace(/\u001B\[[\d;]*m/g, '');
}

/** The file that a tool names beside its message. */
function fileOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return '';
  return 'id' in fault && typeof fault.id === 'string' ? fault.id : '';
}

/** The line that says what is wrong, not how a tool calls itself. */
function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.find((line) => line !== '' && !/^(?:Build failed|\[plugin )/.test(line)) ?? '';
  return said.replace(/^\[[\w:]+\]:? /, '');
}

/** A message with paths as authors know them, not as this machine does. */
function shortened(text: string, folder: Folder): string {
  return text.replace(/[^\s"'`()]+/g, (word) => {
    const path = /[^:]*/.exec(word)?.[0] ?? '';
    const own = [...folder.files.keys()].find((file) => path.endsWith(`/${file}`));
    return own === undefined ? word : own + word.slice(path.length);
  });
}

function sentence(text: string): string {
  const [line = ''] = text.split('\n');
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
