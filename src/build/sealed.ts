import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from './folder.ts';

/** Writes a text or its bytes under their own digest, beside the old file first, so that no reader ever sees half of it. */
export function writeSealed(file: string, text: string | Buffer): void {
  const draft = `${file}.${String(process.pid)}.tmp`;
  const head = `${digestOf(text)}\n`;
  const sealed = typeof text === 'string' ? head + text : Buffer.concat([Buffer.from(head), text]);
  try {
    writeFileSync(draft, sealed);
  } catch {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, sealed);
  }
  renameSync(draft, file);
}

/** The text of a sealed file; `undefined` when it is missing, damaged or none of ours. */
export function readSealed(file: string): string | undefined {
  return readSealedBytes(file)?.toString();
}

/** The bytes of the text of a sealed file; `undefined` when it is missing, damaged or none of ours. */
export function readSealedBytes(file: string): Buffer | undefined {
  const sealed = readBytes(file);
  const cut = sealed.indexOf('\n');
  const text = sealed.subarray(cut + 1);
  return cut > 0 && digestOf(text) === sealed.toString('latin1', 0, cut) ? text : undefined;
}

/** The bytes of a sealed file that was found whole before. @throws {Error} when it is gone */
export function readUnsealed(file: string): Buffer {
  const sealed = readFileSync(file);
  return sealed.subarray(sealed.indexOf('\n') + 1);
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
