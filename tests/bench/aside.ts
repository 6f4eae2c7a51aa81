import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../src/build/project.ts';

const aside = join(projectRoot, '.cache/bench/aside');
let count = 0;

/**
 * Puts files or folders where no build finds them. They are not deleted: for minutes after many files are, some file
 * systems (ext4) take longer to make new ones, and that would be measured.
 */
export async function setAside(...paths: readonly string[]): Promise<void> {
  await mkdir(aside, { recursive: true });
  for (const path of paths) {
    const place = join(aside, `${String(process.pid)}-${String((count += 1))}`);
    await rename(path, place).catch((fault: unknown) => {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault;
    });
  }
}

/** Deletes everything that was put aside. */
export async function clearAside(): Promise<void> {
  await rm(aside, { recursive: true, force: true });
}
