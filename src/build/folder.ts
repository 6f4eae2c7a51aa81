import { createHash, hash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { error, type Problem } from '../core/problem/problem.ts';
import { codeOf } from './fault.ts';

/** A file of the author's folder, read. */
export interface FolderFile {
  /** Path in the folder, with `/`, in Unicode's composed form. */
  readonly path: string;
  /** Path on this machine. */
  readonly disk: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
  /** The bytes, read anew: a folder may hold more than there is memory. @throws {ChangedFile} when the file is another by now */
  readonly bytes: () => Buffer;
}

/** A file is no longer what it was when its folder was read. */
export class ChangedFile extends Error {
  readonly problem: Problem;

  constructor(file: string) {
    const message = 'The file was changed while it was in use.';
    super(`${file}: ${message}`);
    this.problem = error('changed-file', { file }, message, 'Build again when it is saved.');
  }
}

/** Says why a folder cannot be read at this moment. */
export function unreadable(fault: unknown): Problem {
  const why = fault instanceof Error ? fault.message : String(fault);
  const hint = 'It is read again as soon as something in it changes.';
  return error('unreadable-folder', {}, `The content cannot be read: ${why}.`, hint);
}

/** An author's folder at one moment: whoever uses a file gets the bytes of that moment. */
export interface Folder {
  readonly root: string;
  readonly files: ReadonlyMap<string, FolderFile>;
}

const ignored = /^(?:\.|node_modules$|Thumbs\.db$|desktop\.ini$)|~$/;

/**
 * Reads every file of a folder, hidden and editors' own files left out. A missing folder has no files.
 * Its root is the real one: modules of the folder are known by the paths that links lead to.
 */
export async function readFolder(path: string): Promise<Folder> {
  if (!existsSync(path)) return { root: path, files: new Map() };
  const root = await realpath(path);
  // One after the other on this thread: to hand so many small files to others takes longer than to read them.
  const files = ownFiles(root).map((file) => readOne(root, file));
  return { root, files: new Map(files.flatMap((file) => (file === undefined ? [] : [[file.path, file]]))) };
}

/** False for pipes and sockets: who reads them waits for somebody to write. */
function mayBeRead(entry: Dirent): boolean {
  return entry.isFile() || entry.isDirectory() || entry.isSymbolicLink();
}

/** The files that are the author's own. Folders may vanish while they are looked through; then it is begun again. */
function ownFiles(root: string, tries = 5): string[] {
  try {
    return walk(root, (entry) => !ignored.test(entry.name) && mayBeRead(entry)).sort();
  } catch (fault) {
    if (tries === 1 || codeOf(fault) !== 'ENOENT') throw fault;
    return ownFiles(root, tries - 1);
  }
}

/** One digest of everything a folder holds: names and bytes. */
export function folderDigest(folder: Folder): string {
  const all = createHash('sha256');
  for (const { path, digest } of folder.files.values()) all.update(`${path}\0${digest}\n`);
  return all.digest('hex');
}

/** Hexadecimal SHA-256 of text or bytes. */
export function digestOf(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** The text of a file, or a problem when its bytes are not UTF-8, there are none, or they are others by now. */
export function textOf(file: FolderFile): { readonly text: string } | { readonly problem: Problem } {
  try {
    return textIn(file.bytes(), file.path);
  } catch (fault) {
    if (fault instanceof ChangedFile) return { problem: fault.problem };
    throw fault;
  }
}

function textIn(bytes: Buffer, file: string): ReturnType<typeof textOf> {
  const empty = error('empty-file', { file }, 'The file is empty.', 'Write something into it, or delete it.');
  if (isWide(bytes)) {
    const message = 'The file is not UTF-8: each of its characters takes two bytes, as in UTF-16.';
    return { problem: error('not-utf-8', { file }, message, encodingHint) };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    // The same text is the same site, whatever ends its lines.
    return text.trim() === '' ? { problem: empty } : { text: text.replace(/\r\n?/g, '\n') };
  } catch {
    const line = firstBadLine(bytes);
    const message = 'The file is not UTF-8: some of its bytes are no characters.';
    return { problem: error('not-utf-8', { file, line }, message, encodingHint) };
  }
}

const encodingHint = 'Save it again with the encoding UTF-8 (an older editor may call it “Unicode (UTF-8)”).';

/** True for UTF-16, which some editors call Unicode: marked as such, or with every other byte empty at the start. */
function isWide(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('hex');
  const start = [...bytes.subarray(0, 32)];
  const empty = (odd: number): boolean =>
    start.length > 3 && start.every((byte, index) => index % 2 !== odd || byte === 0);
  return mark === 'fffe' || mark === 'feff' || empty(0) || empty(1);
}

/** The paths of all files below a folder, with `/`, sorted. */
export function filesIn(folder: string): string[] {
  return walk(folder, () => true).sort();
}

/**
 * The paths of all files below a folder, with `/`; links count as files. Node's own recursive reading takes four times
 * as long, which is felt where a site has tens of thousands of files.
 */
function walk(folder: string, isAsked: (entry: Dirent) => boolean): string[] {
  const files: string[] = [];
  const enter = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (!isAsked(entry)) continue;
      const path = below + entry.name;
      if (entry.isDirectory()) enter(`${path}/`);
      else files.push(path);
    }
  };
  enter('');
  return files;
}

/** A file; `undefined` for what is none after all: a link to a folder, to nothing or to itself, a file deleted just now. */
function readOne(root: string, file: string): FolderFile | undefined {
  const disk = join(root, file);
  const bytes = bytesOf(disk);
  if (bytes === undefined) return undefined;
  const [path, digest] = [file.normalize('NFC'), digestOf(bytes)];
  return { path, disk, digest, bytes: () => sameBytes(path, disk, digest) };
}

function sameBytes(path: string, disk: string, digest: string): Buffer {
  const bytes = bytesOf(disk);
  if (bytes === undefined || digestOf(bytes) !== digest) throw new ChangedFile(path);
  return bytes;
}

/** Why there are no bytes where a file seems to be. */
const nothing: ReadonlySet<unknown> = new Set(['ENOENT', 'EISDIR', 'ELOOP']);

function bytesOf(disk: string): Buffer | undefined {
  try {
    return readFileSync(disk);
  } catch (fault) {
    if (nothing.has(codeOf(fault))) return undefined;
    throw fault;
  }
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    if (!isText(bytes.subarray(start, stop))) return line;
    start = stop + 1;
    line += 1;
  }
  return 1;
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
