import { gunzipSync, gzipSync } from 'node:zlib';
import { digestOf } from '../folder.ts';

/** What every file of an index begins with, before its CBOR. */
const signature = Buffer.from('pagefind_dcd');

/** What is in a file of an index. @param name told when it is none @throws {Error} when it is none */
export function unpack(packed: Uint8Array, name: string): Buffer {
  const bytes = gunzipSync(packed);
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error(`${name} is no file of a search index.`);
  return bytes.subarray(signature.length);
}

/** Makes files of an index; what it has packed before is taken as it was. */
export class Packer {
  readonly #before: ReadonlyMap<string, Buffer>;
  /** What was packed, by the digest of what is in it. */
  readonly packed = new Map<string, Buffer>();

  /** @param before what another one has packed */
  constructor(before: ReadonlyMap<string, Buffer> = new Map()) {
    this.#before = before;
  }

  /** The file that holds some bytes. */
  pack(bytes: Uint8Array): Buffer {
    const digest = digestOf(bytes);
    const packed = this.#before.get(digest) ?? gzipSync(Buffer.concat([signature, bytes]));
    this.packed.set(digest, packed);
    return packed;
  }
}
