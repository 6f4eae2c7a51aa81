import { readFileSync, statSync } from 'node:fs';
import { digestOf } from './folder.ts';

/** What changes with a file's bytes, and can be told without reading them. */
export interface FileTraits {
  readonly size: number;
  readonly mtime: number;
  readonly inode: number;
}

/** A file as it was when it was last known to be whole. */
export interface WholeFile extends FileTraits {
  readonly digest: string;
}

/** A file of the output as it was after the last successful build. */
export interface KeptFile extends WholeFile {
  /** Says everything the file's bytes depend on. */
  readonly key: string;
}

/** Files of an output by their path in it. */
export type KeptFiles = Readonly<Record<string, KeptFile>>;

/** The traits of a file that is there. */
export function traitsOf(path: string): FileTraits {
  const { size, mtimeMs, ino } = statSync(path);
  return { size, mtime: mtimeMs, inode: ino };
}

/** True when a path leads to the very file that was kept, untouched. */
export function isSame(path: string, kept: FileTraits): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now?.size === kept.size && now.mtimeMs === kept.mtime && now.ino === kept.inode;
}

/** True when a file still is what it was; its bytes are read only when size, time or inode say otherwise. */
export function intact(path: string, kept: WholeFile): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  if (now?.size !== kept.size) return false;
  if (now.mtimeMs === kept.mtime && now.ino === kept.inode) return true;
  return digestOf(readFileSync(path)) === kept.digest;
}
