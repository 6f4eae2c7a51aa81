import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './fault.ts';
import { digestOf } from './folder.ts';
import { intact, isSame, type KeptFile, type KeptFiles, traitsOf } from './kept-file.ts';
import { Turns } from './turns.ts';

/** A file that is kept elsewhere. */
export interface StoredFile {
  readonly path: string;
  /** Of its bytes. */
  readonly digest: string;
}

/**
 * An output in the making: a folder beside the real one, which takes its place at the end. It works on thousands of
 * small files one after the other, and synchronously: handing each to a thread takes longer than the file does.
 *
 * The output that was replaced last is kept as a spare and made into the next one: most of its files are the very
 * files of the present output, and to find that out is quicker than to enter thousands of names and delete as many.
 */
export class Staging {
  readonly folder: string;
  readonly #out: string;
  readonly #previous: KeptFiles;
  readonly #spare: string | undefined;
  readonly #files = new Map<string, KeptFile>();
  /** Folders that are known to be there. */
  readonly #folders = new Set<string>();
  /** True when the folder was a spare. */
  #isSpare = false;
  readonly #turns = new Turns();

  /**
   * @param previous what is in the present output
   * @param spare place of the spare, whatever lies there
   */
  constructor(out: string, previous: KeptFiles, spare?: string) {
    this.#out = out;
    this.#previous = previous;
    this.#spare = spare;
    this.folder = nextOf(out);
  }

  /** Everything that is in the new output so far. */
  get files(): ReadonlyMap<string, KeptFile> {
    return this.#files;
  }

  /** Begins with the spare, or with an empty folder. */
  async open(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    // Where nothing can be taken over, nothing of a spare is of use.
    const isOfUse = this.#spare !== undefined && Object.keys(this.#previous).length > 0;
    this.#isSpare = isOfUse && moved(this.#spare, this.folder);
    if (this.#isSpare) removeLinks(this.folder);
    else await mkdir(this.folder, { recursive: true });
  }

  /** True when the last output holds this file, made from the same key, and nobody has changed it since. */
  has(file: string, key: string): boolean {
    const kept = this.#previous[file];
    return kept?.key === key && intact(join(this.#out, file), kept);
  }

  /** Takes a file over from the last output. Ask {@link has} first. */
  keep(file: string): void {
    const kept = this.#previous[file];
    if (kept === undefined) throw new Error(`${file} was not in the last output.`);
    if (!this.#isSpare || !isSame(join(this.folder, file), kept)) this.#link(join(this.#out, file), file);
    this.#record(file, kept.key, kept.digest);
  }

  /** Writes a file, or keeps the one that was made from the same key. */
  async make(
    file: string,
    key: string,
    content: () => string | Uint8Array | Promise<string | Uint8Array>,
  ): Promise<void> {
    await this.#turns.take();
    if (this.has(file, key)) {
      this.keep(file);
      return;
    }
    const data = await content();
    writeFileSync(this.#place(file), data);
    this.#record(file, key, digestOf(data));
  }

  /** Enters a file that is kept elsewhere and whose bytes have a known digest, or keeps the one made from the same key. */
  async link(file: string, key: string, source: () => StoredFile | Promise<StoredFile>): Promise<void> {
    await this.#turns.take();
    if (this.has(file, key)) {
      this.keep(file);
      return;
    }
    const { path, digest } = await source();
    this.#link(path, file);
    this.#record(file, key, digest);
  }

  /** Like {@link make}, for a file that need not be in memory as a whole. @returns true when it was written */
  async pour(file: string, key: string, pieces: () => Iterable<string>): Promise<boolean> {
    await this.#turns.take();
    if (this.has(file, key)) {
      this.keep(file);
      return false;
    }
    const hash = createHash('sha256');
    const open = openSync(this.#place(file), 'w');
    try {
      for (const chunk of chunks(pieces(), hash)) writeFileSync(open, chunk);
    } finally {
      closeSync(open);
    }
    this.#record(file, key, hash.digest('hex'));
    return true;
  }

  /** Moves a file here that was made elsewhere, perhaps on another disk. @param digest of its bytes */
  take(from: string, file: string, key: string, digest = digestOf(readFileSync(from))): void {
    const target = this.#place(file);
    try {
      renameSync(from, target);
    } catch {
      copyFileSync(from, target);
    }
    this.#record(file, key, digest);
  }

  /** Enters a file that somebody else has written into the folder. @param digest of its bytes */
  adopt(file: string, key: string, digest: string): void {
    this.#record(file, key, digest);
  }

  /** Puts the new output in the place of the last one. */
  async publish(): Promise<void> {
    const previous = previousOf(this.#out);
    if (this.#isSpare) this.#sweep();
    rmSync(previous, { recursive: true, force: true });
    if (existsSync(this.#out)) await rename(this.#out, previous);
    await rename(this.folder, this.#out);
    this.#setAside(previous);
  }

  /** Gives the new output up; the last one stays. */
  discard(): void {
    this.#setAside(this.folder);
  }

  /** Makes a folder the spare, or deletes it where that cannot be. */
  #setAside(folder: string): void {
    if (this.#spare === undefined || !existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    else {
      rmSync(this.#spare, { recursive: true, force: true });
      if (!moved(folder, this.#spare)) rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Deletes what the spare has had and the new output has not. */
  #sweep(): void {
    const folders = new Set<string>();
    for (const file of this.#files.keys())
      for (let at = file.indexOf('/'); at > 0; at = file.indexOf('/', at + 1)) folders.add(file.slice(0, at));
    const sweep = (folder: string): void => {
      for (const entry of readdirSync(join(this.folder, folder), { withFileTypes: true })) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && folders.has(path)) sweep(path);
        else if (!this.#files.has(path)) rmSync(join(this.folder, path), { recursive: true, force: true });
      }
    };
    sweep('');
  }

  /** Gives a file a second name, where the disk can; it is never written to, only replaced. */
  #link(from: string, file: string): void {
    const to = this.#place(file);
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to, constants.COPYFILE_FICLONE);
    }
  }

  /** Where a file goes: its folder is there, and nothing of its name. */
  #place(file: string): string {
    const target = join(this.folder, file);
    // What a spare has there may be a file of the present output, which must not be written to.
    if (this.#isSpare) clear(target);
    const folder = dirname(target);
    if (!this.#folders.has(folder)) makeFolder(folder, this.folder);
    this.#folders.add(folder);
    return target;
  }

  #record(file: string, key: string, digest: string): void {
    this.#files.set(file, { key, digest, ...traitsOf(join(this.folder, file)) });
  }
}

/** Deletes whatever has a name: nearly always a file, or nothing. */
function clear(path: string): void {
  try {
    unlinkSync(path);
  } catch (fault) {
    if (codeOf(fault) !== 'ENOENT') rmSync(path, { recursive: true, force: true });
  }
}

/** Makes a folder, also where a spare has a file of one of its names. */
function makeFolder(folder: string, top: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    for (let above = folder; above.length > top.length; above = dirname(above))
      if (statSync(above, { throwIfNoEntry: false })?.isFile() === true) rmSync(above);
    mkdirSync(folder, { recursive: true });
  }
}

/** Deletes links that somebody has put into an output: what is written there would go where they lead. */
function removeLinks(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeLinks(path);
    else if (!entry.isFile()) rmSync(path);
  }
}

/** Moves a folder; `false` when it is not there, or there is no way. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** After a build was killed between its two renames: puts the last output back in its place. */
export async function recover(out: string): Promise<void> {
  const previous = previousOf(out);
  if (!existsSync(previous)) return;
  if (existsSync(out)) rmSync(previous, { recursive: true, force: true });
  else await rename(previous, out);
}

/** Folders beside an output that a build makes and deletes: the next output, what is indexed for it, and the last one. */
export function neighboursOf(out: string): string[] {
  return [nextOf(out), workshopOf(nextOf(out)), previousOf(out)];
}

/** Folder beside a new output in which its search indexes are made. */
export function workshopOf(folder: string): string {
  return `${folder}.search`;
}

function nextOf(out: string): string {
  return `${out}.next`;
}

function previousOf(out: string): string {
  return `${out}.previous`;
}

/** Pieces gathered into chunks worth a write each, and told to a hash on their way. */
function* chunks(pieces: Iterable<string>, hash: Hash): Generator<Buffer> {
  let held: string[] = [];
  let size = 0;
  const flush = (): Buffer => {
    const chunk = Buffer.from(held.join(''));
    hash.update(chunk);
    [held, size] = [[], 0];
    return chunk;
  };
  for (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size > 65_536) yield flush();
  }
  if (size > 0) yield flush();
}
