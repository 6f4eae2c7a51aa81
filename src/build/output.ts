import { createHash, type Hash } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { copyFile, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { digestOf } from './folder.ts';

/** A file of the output as it was after the last successful build. */
export interface KeptFile {
  /** Says everything the file's bytes depend on. */
  readonly key: string;
  readonly digest: string;
  readonly size: number;
  readonly mtime: number;
  readonly inode: number;
}

/** Files of an output by their path in it. */
export type KeptFiles = Readonly<Record<string, KeptFile>>;

/** An output in the making: a folder beside the real one, which takes its place at the end. */
export class Staging {
  readonly folder: string;
  readonly #out: string;
  readonly #previous: KeptFiles;
  readonly #files = new Map<string, KeptFile>();

  constructor(out: string, previous: KeptFiles) {
    this.#out = out;
    this.#previous = previous;
    this.folder = `${out}.next`;
  }

  /** Everything that is in the new output so far. */
  get files(): ReadonlyMap<string, KeptFile> {
    return this.#files;
  }

  /** Begins with an empty folder. */
  async open(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
  }

  /** True when the last output holds this file, made from the same key, and nobody has changed it since. */
  async has(file: string, key: string): Promise<boolean> {
    const kept = this.#previous[file];
    return kept?.key === key && (await intact(join(this.#out, file), kept));
  }

  /** Takes a file over from the last output. Ask {@link has} first. */
  async keep(file: string): Promise<void> {
    const kept = this.#previous[file];
    if (kept === undefined) throw new Error(`${file} was not in the last output.`);
    const target = join(this.folder, file);
    await mkdir(dirname(target), { recursive: true });
    await link(join(this.#out, file), target).catch(() =>
      copyFile(join(this.#out, file), target, constants.COPYFILE_FICLONE),
    );
    await this.#record(file, kept.key, kept.digest);
  }

  /** Writes a file, or keeps the one that was made from the same key. */
  async make(
    file: string,
    key: string,
    content: () => string | Uint8Array | Promise<string | Uint8Array>,
  ): Promise<void> {
    if (await this.has(file, key)) return this.keep(file);
    const data = await content();
    const target = join(this.folder, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, data);
    await this.#record(file, key, digestOf(data));
  }

  /** Writes a file piece by piece, so that it need not be in memory as a whole, or keeps the one made from the same key. */
  async pour(file: string, key: string, pieces: () => Iterable<string>): Promise<void> {
    if (await this.has(file, key)) return this.keep(file);
    const target = join(this.folder, file);
    await mkdir(dirname(target), { recursive: true });
    const hash = createHash('sha256');
    await pipeline(Readable.from(chunks(pieces(), hash)), createWriteStream(target));
    await this.#record(file, key, hash.digest('hex'));
  }

  /** Enters a file that somebody else has written into the folder. */
  async adopt(file: string, key: string): Promise<void> {
    await this.#record(file, key, digestOf(await readFile(join(this.folder, file))));
  }

  /** Puts the new output in the place of the last one. */
  async publish(): Promise<void> {
    const previous = previousOf(this.#out);
    await rm(previous, { recursive: true, force: true });
    if (existsSync(this.#out)) await rename(this.#out, previous);
    await rename(this.folder, this.#out);
    await rm(previous, { recursive: true, force: true });
  }

  /** Throws the new output away; the last one stays. */
  async discard(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  async #record(file: string, key: string, digest: string): Promise<void> {
    const { size, mtimeMs, ino } = await stat(join(this.folder, file));
    this.#files.set(file, { key, digest, size, mtime: mtimeMs, inode: ino });
  }
}

/** After a build was killed between its two renames: puts the last output back in its place. */
export async function recover(out: string): Promise<void> {
  const previous = previousOf(out);
  if (!existsSync(previous)) return;
  if (existsSync(out)) await rm(previous, { recursive: true, force: true });
  else await rename(previous, out);
}

/** True when a file still is what it was; its bytes are read only when size, time or inode say otherwise. */
export async function intact(path: string, kept: KeptFile): Promise<boolean> {
  const now = await stat(path).catch(() => undefined);
  if (now?.size !== kept.size) return false;
  if (now.mtimeMs === kept.mtime && now.ino === kept.inode) return true;
  return digestOf(await readFile(path)) === kept.digest;
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
