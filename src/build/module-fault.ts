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
  const faults = listOf(fault);
  const found = (faults.length > 0 ? faults : [fault]).map((one) => problemsOf(one, folder));
  const problems = found.flatMap((one) => one ?? []);
  return problems.length === 0 ? fault : new ModuleFaults(problems);
}

/** The problems behind one fault; `undefined` for what is none of the author's. */
function problemsOf(fault: unknown, folder: Folder): Problem[] | undefined {
  const text = plain(messageOf(fault));
  // This one does not say which file it has read.
  if (/^\[builtin:vite-json\]/.test(text)) return brokenData(folder);
  const place = placeIn(folder, fault, text);
  if (place === undefined) return undefined;
  const said = shortened(firstLine(text), folder).replace(/\s*\(\d+:\d+\)$/, '');
  const own = said.startsWith(`${place.file}: `) ? said.slice(place.file.length + 2) : said;
  return [error('broken-module', place, `The code cannot be used: ${sentence(own)}`, hint)];
}

/** Files of data that cannot be read. */
function brokenData(folder: Folder): Problem[] {
  return [...folder.files.values()].flatMap(({ path, bytes }) => {
    if (!path.endsWith('.json') || path.startsWith('public/')) return [];
    try {
      JSON.parse(bytes().toString());
      return [];
    } catch (fault) {
      return [error('broken-module', { file: path }, `The data cannot be used: ${sentence(messageOf(fault))}`, hint)];
    }
  });
}

interface At {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** The file of the folder that a tool names, with the place where it does. A document's lines there are not its own. */
function placeIn(folder: Folder, fault: unknown, text: string): At | undefined {
  const paths = [...folder.files.keys()];
  const named = (within: string): string | undefined =>
    paths.filter((path) => within.includes(`/${path}`)).sort((a, b) => b.length - a.length)[0];
  const file = named(fileOf(fault)) ?? named(text);
  if (file === undefined) return undefined;
  if (file.endsWith('.mdx')) return { file, ...quotedPlace(sourceOf(folder, file), text) };
  const [, line, column] = /^:(\d+):(\d+)/.exec(text.slice(text.indexOf(`/${file}`) + file.length + 1)) ?? [];
  if (line !== undefined) return { file, line: Number(line), column: Number(column) };
  const { line: at, column: from } = placeOf(fault);
  return at === undefined ? { file } : { file, line: at, ...(from !== undefined && { column: from }) };
}

function sourceOf({ files }: Folder, file: string): string {
  return files.get(file)?.bytes().toString() ?? '';
}

/** Where a document says what a message quotes: the name of a file or of a package that it imports. */
function quotedPlace(source: string, text: string): { line?: number; column?: number } {
  const name = /["']([^"'\n]+)["']/.exec(text)?.[1];
  const lines = source.split('\n');
  const line = lines.findIndex((one) => name !== undefined && /^(?:import|export)\b/.test(one) && one.includes(name));
  return line < 0 ? {} : { line: line + 1, column: (lines[line] ?? '').indexOf(name ?? '') };
}

/** The place that a tool gives beside its message. */
function placeOf(fault: unknown): { line?: number; column?: number } {
  const loc = typeof fault === 'object' && fault !== null && 'loc' in fault ? fault.loc : undefined;
  if (typeof loc !== 'object' || loc === null) return {};
  const { line, column } = loc as Partial<Record<'line' | 'column', unknown>>;
  return { ...(typeof line === 'number' && { line }), ...(typeof column === 'number' && { column }) };
}

function listOf(fault: unknown): readonly unknown[] {
  return typeof fault === 'object' && fault !== null && 'errors' in fault && Array.isArray(fault.errors)
    ? fault.errors
    : [];
}

/** What a fault says. */
export function messageOf(fault: unknown): string {
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
