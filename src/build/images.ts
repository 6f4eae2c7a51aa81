import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Problem } from '../core/problem/problem.ts';
import { error, sortProblems, warning } from '../core/problem/problem.ts';
import { planImage } from './encode.ts';
import type { Encoded, EncodedFile, ImagePlan } from './encode.ts';
import { ChangedFile, digestOf, type FolderFile } from './folder.ts';
import { recipeOf } from './project.ts';
import { Queue } from './queue.ts';

/** An image that lies beside an essay. */
export interface ImageFile extends Pick<FolderFile, 'digest' | 'bytes'> {
  /** Path relative to the content folder, with `/` on every system; names the image in the result and in problems. */
  readonly key: string;
  /** Id of the essay (or page, concept) it belongs to: the folder of its addresses. */
  readonly essay: string;
}

/** Which images are to be made. */
export interface ImageRequest {
  readonly files: readonly ImageFile[];
  /** Called after each image that is ready. */
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

/** The images of a request, by key, and the problems of those that are none. */
export interface ImageResult {
  /** As pages show them. Their files are there when {@link ready} is settled. */
  readonly images: Map<string, ProcessedImage>;
  readonly problems: readonly Problem[];
  /** Settled when all files are made: the problems of images that turn out to be damaged inside. Never rejects. */
  readonly ready: Promise<readonly Problem[]>;
  /** Deletes what else lies in the cache. For when the request named all images of the site, and no other is shown. */
  readonly prune: () => Promise<void>;
}

/** What an entry of the cache says of itself; written last, so that an entry without it is unfinished. */
interface CacheRecord extends Encoded {
  /** Size in bytes and SHA-256 of each file, by name. */
  readonly digests: Readonly<Record<string, { readonly size: number; readonly sha256: string }>>;
}

/** Changes when the same source may give other files: with the code that encodes and cleans, and its packages. */
const RECIPE =
  recipeOf(['build/encode.ts', 'build/jpeg.ts', 'build/svg.ts'], /^(?:sharp|svgo|htmlparser2)$/) + sharp.versions.vips;
const RECORD = 'record.json';

// Work is shared out by image: threads inside one would only compete.
sharp.concurrency(1);

/** What becomes of some bytes. */
interface Entry {
  readonly encoded: Encoded;
  /** Settled when its files are in the cache: why they cannot be, or `undefined`. */
  readonly made: Promise<Error | undefined>;
}

/**
 * Makes the files of images: several widths, a modern format and one that everybody reads, upright, in sRGB,
 * without metadata; drawings made safe. What was made before from the same bytes is taken from the cache
 * if it is undamaged. The same bytes always give the same files under the same addresses, which are known at once:
 * who writes pages need not wait for the files.
 */
export class ImageWorks {
  readonly #cache: string;
  readonly #planning: Queue;
  readonly #making: Queue;
  /** What becomes of each image, by its digest: two files with the same bytes are made once. */
  readonly #entries = new Map<string, Promise<Entry>>();

  /**
   * @param cache folder that keeps what has been made, and nothing else; made when missing
   * @param concurrency how many images are worked on at a time
   */
  constructor(cache: string, concurrency: number) {
    this.#cache = cache;
    this.#planning = new Queue(concurrency);
    this.#making = new Queue(concurrency);
  }

  /** Begins with an image that will be asked for, so that it is ready then. */
  begin(file: ImageFile): void {
    this.#entry(file).catch(() => undefined);
  }

  /** All images of a request, and the problems of those that cannot be made. */
  async finish({ files: asked, onProgress }: ImageRequest): Promise<ImageResult> {
    const files = [...new Map(asked.map((file) => [file.key, file])).values()];
    const images = new Map<string, ProcessedImage>();
    const problems: Problem[] = [];
    const making: Promise<Problem | undefined>[] = [];
    let done = 0;
    for (const file of files) this.begin(file);
    for (const file of files) {
      try {
        const { encoded, made } = await this.#entry(file);
        images.set(file.key, describe(file, join(this.#cache, nameOf(file)), encoded));
        if (encoded.removed.length > 0) problems.push(madeSafe(file, encoded.removed));
        making.push(made.then((fault) => fault && problemOf(file, fault)));
      } catch (fault) {
        problems.push(problemOf(file, fault));
        making.push(Promise.resolve(undefined));
      }
      making.at(-1)?.then(
        () => onProgress?.((done += 1), files.length),
        () => undefined,
      );
    }
    const ready = Promise.all(making).then((late) => sortProblems(late.filter((problem) => problem !== undefined)));
    return { images, problems: sortProblems(problems), ready, prune: () => this.#removeOthers(files) };
  }

  #entry(file: ImageFile): Promise<Entry> {
    const entry = this.#entries.get(file.digest) ?? this.#planning.take(() => this.#plan(file));
    this.#entries.set(file.digest, entry);
    return entry;
  }

  async #plan(file: ImageFile): Promise<Entry> {
    const folder = join(this.#cache, nameOf(file));
    const found = await fromCache(folder);
    if (found !== undefined) return { encoded: found, made: Promise.resolve(undefined) };
    const plan = await planImage(file.bytes());
    const making = this.#making.take(() => make(folder, plan, file));
    return { encoded: plan.encoded, made: making.then(() => undefined, asError) };
  }

  async #removeOthers(files: readonly ImageFile[]): Promise<void> {
    const used = new Set(files.map(nameOf));
    const names = await readdir(this.#cache).catch(() => []);
    const others = names.filter((name) => !used.has(name));
    await Promise.all(others.map((name) => rm(join(this.#cache, name), { recursive: true, force: true })));
  }
}

/** Name of an image's entry in the cache. */
function nameOf({ digest }: ImageFile): string {
  return digestOf(`${RECIPE} ${digest}`).slice(0, 32);
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}

function problemOf(file: ImageFile, fault: unknown): Problem {
  return fault instanceof ChangedFile ? fault.problem : brokenImage(file, fault);
}

/** The undamaged entry of the cache, if there is one. */
async function fromCache(folder: string): Promise<CacheRecord | undefined> {
  try {
    const { digest, ...record } = JSON.parse(await readFile(join(folder, RECORD), 'utf8')) as CacheRecord & {
      digest: string;
    };
    if (digest !== digestOf(JSON.stringify(record))) return undefined;
    for (const [name, { size, sha256: wanted }] of Object.entries(record.digests)) {
      const bytes = await readFile(join(folder, name));
      if (bytes.length !== size || digestOf(bytes) !== wanted) return undefined;
    }
    return record;
  } catch {
    return undefined;
  }
}

/**
 * Makes an entry beside its place and moves it there when it is whole. Small files are written synchronously: to wait
 * for a turn on a busy thread after each takes longer than to write it.
 */
async function make(folder: string, { encoded, encode }: ImagePlan, file: ImageFile): Promise<void> {
  const contents = await encode(file.bytes());
  const digests = Object.fromEntries(
    [...contents].map(([name, bytes]) => [name, { size: bytes.length, sha256: digestOf(bytes) }]),
  );
  const record: CacheRecord = { ...encoded, digests };
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const [name, bytes] of contents) writeFileSync(join(draft, name), bytes);
  writeFileSync(join(draft, RECORD), JSON.stringify({ ...record, digest: digestOf(JSON.stringify(record)) }));
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

function describe(file: ImageFile, folder: string, encoded: Encoded): ProcessedImage {
  const name = `${urlSafe(file.key.split('/').at(-1) ?? '')}.${file.digest.slice(0, 8)}`;
  const url = ({ width, extension }: EncodedFile): string =>
    `/images/${urlSafe(file.essay)}/${name}-${width}.${extension}`;
  const { width, height, fallback, webp } = encoded;
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
