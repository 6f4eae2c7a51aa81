import sharp from 'sharp';
import type { Metadata, Sharp, WebpOptions } from 'sharp';

/** One encoded file of an image. */
export interface EncodedFile {
  /** Name inside the image's folder of the cache: `960.webp`. */
  readonly file: string;
  readonly extension: string;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
}

/** What an image became. */
export interface Encoded {
  /** Size in pixels of the largest file. */
  readonly width: number;
  readonly height: number;
  /** The WebP files, narrowest first; none for a drawing. */
  readonly webp: readonly EncodedFile[];
  /** In a format that every reader knows. */
  readonly fallback: EncodedFile;
  /** What was taken out of a drawing because it could do harm. */
  readonly removed: readonly string[];
}

/** Widths in pixels in which images are offered, as far as the original has them. */
export const WIDTHS: readonly number[] = [480, 960, 1600];

/** The width of the fallback: what a feed reader shows. */
const FALLBACK_WIDTH = 960;
const LARGEST = 1600;
/** More effort saves a fourteenth of the bytes and takes twice as long. */
const PHOTO = { quality: 80, effort: 2 } as const;
/** Keeps the edges of colours sharp, which takes as long again as all the rest. */
const SHARP = { ...PHOTO, smartSubsample: true } as const;
/** A lossless file may be so much larger than a lossy one before sharp edges are no longer worth it. */
const LOSSLESS_PRICE = 1.5;

type Contents = Map<string, Buffer>;

/**
 * Encodes an image for the web: upright, in sRGB, without metadata (cameras write places into it).
 * AVIF is not among the formats: where it is encoded as fast as WebP, it saves less than a sixth.
 * @param source the bytes of a JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG
 * @throws {Error} with a clause that says why it cannot be used
 */
export async function encodeImage(source: Buffer): Promise<Encoded & { readonly contents: Contents }> {
  if (source.length === 0) throw new Error('the file is empty');
  if (isMarkup(source)) return encodeDrawing(source);
  const metadata = await sharp(source).metadata();
  return (metadata.pages ?? 1) > 1 && ['gif', 'webp'].includes(metadata.format)
    ? encodeAnimation(source, metadata)
    : encodePicture(source, metadata);
}

async function encodePicture(source: Buffer, metadata: Metadata): Promise<Encoded & { contents: Contents }> {
  const contents: Contents = new Map();
  const own = metadata.autoOrient.width;
  const widths = [...WIDTHS.filter((width) => width < own), ...(own <= LARGEST ? [own] : [])];
  const exact = metadata.format === 'png' || metadata.format === 'gif';
  const webp: EncodedFile[] = [];
  for (const width of widths) {
    webp.push(await add(contents, 'webp', await encodeWebp(upright(source, width), exact, lossyOf(metadata))));
  }
  const small = upright(source, Math.min(own, FALLBACK_WIDTH));
  const asJpeg = metadata.format === 'jpeg' || (!exact && !metadata.hasAlpha);
  const fallback = asJpeg
    ? await add(contents, 'jpg', await small.jpeg({ quality: 80, progressive: true }).toBuffer())
    : await add(contents, 'png', await small.png({ compressionLevel: 9 }).toBuffer());
  return { ...sizeOfLargest(webp), webp, fallback, removed: [], contents };
}

/** Moves in every file; the widths in between are left out, for they would cost more than they save. */
async function encodeAnimation(source: Buffer, metadata: Metadata): Promise<Encoded & { contents: Contents }> {
  const contents: Contents = new Map();
  const picture = sharp(source, { animated: true }).resize({ width: LARGEST, withoutEnlargement: true });
  const lossless = metadata.format === 'gif';
  const webp = [
    await add(
      contents,
      'webp',
      await picture
        .clone()
        .webp(lossless ? { lossless } : SHARP)
        .toBuffer(),
    ),
  ];
  const fallback = await add(contents, 'gif', await picture.clone().gif({ reuse: true }).toBuffer());
  return { ...sizeOfLargest(webp), webp, fallback, removed: [], contents };
}

async function encodeDrawing(source: Buffer): Promise<Encoded & { contents: Contents }> {
  // Takes longer to load than all the rest of the build, and few sites have drawings of their own.
  const { sanitizeSvg } = await import('./svg.ts');
  const drawing = sanitizeSvg(decode(source));
  if (typeof drawing === 'string') throw new Error(`the drawing ${drawing}`);
  // Nothing is drawn here, but what is not well-formed is named with its line.
  await sharp(source).metadata();
  const { text, width, height, removed } = drawing;
  const fallback = { file: `${width}.svg`, extension: 'svg', width, height };
  return { width, height, webp: [], fallback, removed, contents: new Map([[fallback.file, Buffer.from(text)]]) };
}

/** True when the first character is `<`, after a byte order mark or white space. */
function isMarkup(source: Buffer): boolean {
  return source
    .subarray(0, 256)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<');
}

function decode(source: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch (reason) {
    throw new Error('the drawing is not text in UTF-8', { cause: reason });
  }
}

function upright(source: Buffer, width: number): Sharp {
  return sharp(source).autoOrient().resize({ width, withoutEnlargement: true });
}

/** A photograph that came with half of its colours' resolution has no sharp edges of colour to keep. */
function lossyOf({ chromaSubsampling }: Metadata): WebpOptions {
  return chromaSubsampling === '4:2:0' ? PHOTO : SHARP;
}

/** Charts and screenshots stay exact where that costs little; photographs do not. */
async function encodeWebp(picture: Sharp, exact: boolean, options: WebpOptions): Promise<Buffer> {
  const lossy = await picture.clone().webp(options).toBuffer();
  if (!exact) return lossy;
  const lossless = await picture.clone().webp({ lossless: true, effort: 4 }).toBuffer();
  return lossless.length <= lossy.length * LOSSLESS_PRICE ? lossless : lossy;
}

async function add(contents: Contents, extension: string, bytes: Buffer): Promise<EncodedFile> {
  const { width, height, pageHeight } = await sharp(bytes).metadata();
  const file = `${width}.${extension}`;
  contents.set(file, bytes);
  return { file, extension, width, height: pageHeight ?? height };
}

function sizeOfLargest(files: readonly EncodedFile[]): { width: number; height: number } {
  const { width = 0, height = 0 } = files.at(-1) ?? {};
  return { width, height };
}
