import { readFileSync, statSync } from 'node:fs';
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

/** True when a path leads to the very file that was kept, untouched. */
export function isSame(path: string, kept: KeptFile): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now?.size === kept.size && now.mtimeMs === kept.mtime && now.ino === kept.inode;
}

/** True when a file still is what it was; its bytes are read only when size, time or inode say otherwise. */
export function intact(path: string, kept: KeptFile): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  if (now?.size !== kept.size) return false;
  if (now.mtimeMs === kept.mtime && now.ino === kept.inode) return true;
  return digestOf(readFileSync(path)) === kept.digest;
}
