import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Problem } from '../core/problem/problem.ts';
import { error, sortProblems, warning } from '../core/problem/problem.ts';
import { encodeImage } from './encode.ts';
import type { Encoded, EncodedFile } from './encode.ts';

/** An image that lies beside an essay. */
export interface ImageFile {
  /** Absolute path on this machine. */
  readonly path: string;
  /** Path relative to the content folder, with `/` on every system; names the image in the result and in problems. */
  readonly key: string;
  /** Id of the essay (or page, concept) it belongs to: the folder of its addresses. */
  readonly essay: string;
}

/** Which images are to be made. */
export interface ImageRequest {
  readonly files: readonly ImageFile[];
  /** True when `files` are all images of the site: what else lies in the cache is deleted. */
  readonly complete?: boolean;
  /** Called after each image. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** One format of an image in several widths, for a `<source>`. */
export interface ImageSource {
  readonly type: 'image/avif' | 'image/webp';
  /** Widths in pixels, ascending. */
  readonly srcset: readonly { readonly url: string; readonly width: number }[];
}

/** An image as a page shows it. Addresses are relative to the site, without its base: `/images/look-up/…`. */
export interface ProcessedImage {
  /** Size in pixels of the largest file, turned the right way up: what belongs into `width` and `height`. */
  readonly width: number;
  readonly height: number;
  /** Best format first; empty for drawings. */
  readonly sources: readonly ImageSource[];
  /** For `<img>`: in a format that every reader knows. */
  readonly fallback: { readonly url: string; readonly width: number; readonly height: number };
  /** What has to be written into the site, and the file in the cache that holds it. */
  readonly files: readonly { readonly url: string; readonly path: string }[];
}

/** The images that could be made, by key, and all problems of the others. */
export interface ImageResult {
  readonly images: Map<string, ProcessedImage>;
  readonly problems: Problem[];
}

/** What an entry of the cache says of itself; written last, so that an entry without it is unfinished. */
interface CacheRecord extends Encoded {
  /** Size in bytes and SHA-256 of each file, by name. */
  readonly digests: Readonly<Record<string, { readonly size: number; readonly sha256: string }>>;
}

/** Changes whenever the same source would give other files; so do other versions of the encoders. */
const RECIPE = ['3', sharp.versions.vips, sharp.versions.webp, sharp.versions.mozjpeg, sharp.versions.png].join(' ');
const RECORD = 'record.json';

// Work is shared out by image: threads inside one would only compete.
sharp.concurrency(1);

/** An image with its files in the cache. */
interface Made {
  /** SHA-256 of the original. */
  readonly hash: string;
  /** Name of the entry. */
  readonly name: string;
  readonly record: CacheRecord;
}

/**
 * Makes the files of images: several widths, a modern format and one that everybody reads, upright, in sRGB,
 * without metadata; drawings made safe. What was made before from the same bytes is taken from the cache
 * if it is undamaged. The same bytes always give the same files under the same addresses.
 */
export class ImageWorks {
  readonly #cache: string;
  /** How many more may be begun. */
  #free: number;
  readonly #waiting: (() => void)[] = [];
  /** What becomes of each image, by its key. */
  readonly #made = new Map<string, Promise<Made | Problem>>();
  /** Two files with the same bytes are made once. */
  readonly #entries = new Map<string, Promise<CacheRecord>>();

  /**
   * @param cache folder that keeps what has been made, and nothing else; made when missing
   * @param concurrency how many images are worked on at a time
   */
  constructor(cache: string, concurrency: number) {
    this.#cache = cache;
    this.#free = Math.max(1, concurrency);
  }

  /** Begins with an image that will be asked for, so that it is ready then. */
  begin(file: ImageFile): void {
    this.#image(file).catch(() => undefined);
  }

  /** All images of a request, and all problems of those that could not be made. */
  async finish({ files: asked, complete, onProgress }: ImageRequest): Promise<ImageResult> {
    const files = [...new Map(asked.map((file) => [file.key, file])).values()];
    const images = new Map<string, ProcessedImage>();
    const problems: Problem[] = [];
    for (const file of files) this.begin(file);
    for (const [at, file] of files.entries()) {
      const made = await this.#image(file);
      if ('record' in made) {
        images.set(file.key, describe(file, made.hash, join(this.#cache, made.name), made.record));
        if (made.record.removed.length > 0) problems.push(madeSafe(file, made.record.removed));
      } else problems.push(made);
      onProgress?.(at + 1, files.length);
    }
    if (complete === true) await this.#removeOthers();
    return { images, problems: sortProblems(problems) };
  }

  #image(file: ImageFile): Promise<Made | Problem> {
    const made = this.#made.get(file.key) ?? this.#inTurn(() => this.#make(file));
    this.#made.set(file.key, made);
    return made;
  }

  async #make(file: ImageFile): Promise<Made | Problem> {
    const source = await readFile(file.path).catch(() => undefined);
    if (source === undefined) {
      const message = 'The image cannot be read: the file is missing or protected.';
      return error('missing-image', { file: file.key }, message);
    }
    const hash = sha256(source);
    const name = sha256(`${RECIPE} ${hash}`).slice(0, 32);
    try {
      return { hash, name, record: await this.#entry(name, source) };
    } catch (reason) {
      return brokenImage(file, reason);
    }
  }

  #entry(name: string, source: Buffer): Promise<CacheRecord> {
    const folder = join(this.#cache, name);
    const entry = this.#entries.get(name) ?? fromCache(folder).then((found) => found ?? make(folder, source));
    this.#entries.set(name, entry);
    return entry;
  }

  /** Does work when fewer than so many others are at it. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#free -= 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  async #removeOthers(): Promise<void> {
    const names = await readdir(this.#cache).catch(() => []);
    const others = names.filter((name) => !this.#entries.has(name));
    await Promise.all(others.map((name) => rm(join(this.#cache, name), { recursive: true, force: true })));
  }
}

/** The undamaged entry of the cache, if there is one. */
async function fromCache(folder: string): Promise<CacheRecord | undefined> {
  try {
    const { digest, ...record } = JSON.parse(await readFile(join(folder, RECORD), 'utf8')) as CacheRecord & {
      digest: string;
    };
    if (digest !== sha256(JSON.stringify(record))) return undefined;
    for (const [name, { size, sha256: wanted }] of Object.entries(record.digests)) {
      const bytes = await readFile(join(folder, name));
      if (bytes.length !== size || sha256(bytes) !== wanted) return undefined;
    }
    return record;
  } catch {
    return undefined;
  }
}

/** Makes an entry beside its place and moves it there when it is whole. */
async function make(folder: string, source: Buffer): Promise<CacheRecord> {
  const { contents, ...encoded } = await encodeImage(source);
  const digests = Object.fromEntries(
    [...contents].map(([name, bytes]) => [name, { size: bytes.length, sha256: sha256(bytes) }]),
  );
  const record: CacheRecord = { ...encoded, digests };
  const draft = `${folder}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const [name, bytes] of contents) await writeFile(join(draft, name), bytes);
  await writeFile(join(draft, RECORD), JSON.stringify({ ...record, digest: sha256(JSON.stringify(record)) }));
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
  return record;
}

function describe(file: ImageFile, hash: string, folder: string, record: CacheRecord): ProcessedImage {
  const name = `${urlSafe(file.key.split('/').at(-1) ?? '')}.${hash.slice(0, 8)}`;
  const url = ({ width, extension }: EncodedFile): string =>
    `/images/${urlSafe(file.essay)}/${name}-${width}.${extension}`;
  const { width, height, fallback, webp } = record;
  const srcset = webp.map((one) => ({ url: url(one), width: one.width }));
  return {
    width,
    height,
    sources: srcset.length === 0 ? [] : [{ type: 'image/webp', srcset }],
    fallback: { url: url(fallback), width: fallback.width, height: fallback.height },
    files: [...webp, fallback].map((one) => ({ url: url(one), path: join(folder, one.file) })),
  };
}

/**
 * A name that needs no escaping in an address, without its ending: `Ångström à la carte.JPG` → `angstrom-a-la-carte`.
 * What has no Latin letters becomes `image`; the hash that follows a name tells such images apart.
 */
export function urlSafe(name: string): string {
  const plain = name
    .replace(/\.[^.]+$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '');
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80) || 'image'
  );
}

function madeSafe(file: ImageFile, removed: readonly string[]): Problem {
  return warning(
    'unsafe-drawing',
    { file: file.key },
    `The drawing holds what can run or load something, which was left out: ${removed.join(', ')}.`,
    'Save it as a plain SVG, with text as text or paths and with images embedded, to see what readers will see.',
  );
}

function brokenImage(file: ImageFile, reason: unknown): Problem {
  const said = (reason instanceof Error ? reason.message : String(reason)).split('\n').map((line) => line.trim());
  const line = said.find((one) => one !== '' && !one.endsWith(':')) ?? said[0] ?? '';
  // What is left is said by the tools that read the file, without how they call each other.
  const why = line
    .replace(/^Input buffer has corrupt header:\s*/, '')
    .replace(/^glib: XML parse error: Error domain \d+ code \d+ /, 'its XML is broken ');
  const large = /pixel limit/.test(why);
  return error(
    'broken-image',
    { file: file.key },
    large
      ? 'The image is too large to be used.'
      : `The image cannot be used: ${why.replace(/\.$/, '') || 'its beginning is damaged'}.`,
    large
      ? 'Make it smaller: no page shows more than a few thousand pixels.'
      : 'Save it again from its program as JPEG, PNG, WebP, AVIF, GIF or SVG.',
  );
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
