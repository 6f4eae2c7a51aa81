import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { digestOf } from './folder.ts';

/** Writes a text under its own digest, beside the old file first, so that no reader ever sees half of it. */
export async function writeSealed(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${String(process.pid)}.tmp`;
  await writeFile(draft, `${digestOf(text)}\n${text}`);
  await rename(draft, file);
}

/** The text of a sealed file; `undefined` when it is missing, damaged or none of ours. */
export async function readSealed(file: string): Promise<string | undefined> {
  const sealed = await readFile(file, 'utf8').catch(() => '');
  const cut = sealed.indexOf('\n');
  const text = sealed.slice(cut + 1);
  return cut > 0 && digestOf(text) === sealed.slice(0, cut) ? text : undefined;
}
