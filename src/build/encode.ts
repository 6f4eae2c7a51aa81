import sharp from 'sharp';
import type { Metadata, Sharp, WebpOptions } from 'sharp';
import { plainJpeg } from './jpeg.ts';

/** One encoded file of an image. */
export interface EncodedFile {
  /** Name inside the image's folder of the cache: `960.webp`. */
  readonly file: string;
  readonly extension: string;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
}

/** What an image becomes. */
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

/**
 * Widths in pixels in which images are offered, as far as the original has them: the column of text is 40 rem at most,
 * shown at one or two pixels for each of CSS, and phones need something in between.
 */
export const WIDTHS: readonly number[] = [640, 960, 1280];

/** The width of the fallback: what a feed reader shows. */
const FALLBACK_WIDTH = 960;
const LARGEST = 1280;
/** More effort saves a fourteenth of the bytes and takes twice as long. */
const PHOTO = { quality: 80, effort: 2 } as const;
/** Keeps the edges of colours sharp, which takes as long again as all the rest. */
const SHARP = { ...PHOTO, smartSubsample: true } as const;
/** A lossless file may be so much larger than a lossy one before sharp edges are no longer worth it. */
const LOSSLESS_PRICE = 1.5;

/** Bytes a pixel that a fallback may have which is not encoded here. */
const LIGHT = 0.25;

/** The bytes of an image's files, by name. */
export type Contents = ReadonlyMap<string, Buffer>;

/** What is known of an image from its beginning, and how its files are made. */
export interface ImagePlan {
  readonly encoded: Encoded;
  /** @param source the same bytes again @throws {Error} with a clause that says why they cannot be used */
  readonly encode: (source: Buffer) => Promise<Contents>;
}

/**
 * Says what an image becomes on the web: upright, in sRGB, without metadata (cameras write places into it). That takes
 * no time; to encode it does.
 * AVIF is not among the formats: where it is encoded as fast as WebP, it saves less than a sixth.
 * @param source the bytes of a JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG
 * @throws {Error} with a clause that says why it cannot be used
 */
export async function planImage(source: Buffer): Promise<ImagePlan> {
  if (source.length === 0) throw new Error('the file is empty');
  if (isMarkup(source)) return planDrawing(source);
  const metadata = await sharp(source).metadata();
  return (metadata.pages ?? 1) > 1 && ['gif', 'webp'].includes(metadata.format)
    ? planAnimation(metadata)
    : planPicture(metadata);
}

function planPicture(metadata: Metadata): ImagePlan {
  const { width: own } = metadata.autoOrient;
  const widths = [...WIDTHS.filter((width) => width < own), ...(own <= LARGEST ? [own] : [])];
  const exact = metadata.format === 'png' || metadata.format === 'gif';
  const asJpeg = metadata.format === 'jpeg' || (!exact && !metadata.hasAlpha);
  const webp = widths.map((width) => fileOf(metadata.autoOrient, width, 'webp'));
  const fallback = fileOf(metadata.autoOrient, Math.min(own, FALLBACK_WIDTH), asJpeg ? 'jpg' : 'png');
  return planOf(webp, fallback, async (source) => {
    const modern = webp.map((one) => encodeWebp(resized(sharp(source).autoOrient(), one), exact, lossyOf(metadata)));
    const small = asIs(source, metadata, fallback) ?? encodeFallback(source, fallback);
    const made = await Promise.all([...modern, small]);
    return new Map([...webp, fallback].map(({ file }, at) => [file, made[at] ?? Buffer.alloc(0)]));
  });
}

async function encodeFallback(source: Buffer, fallback: EncodedFile): Promise<Buffer> {
  const small = resized(sharp(source).autoOrient(), fallback);
  const encoded =
    fallback.extension === 'jpg' ? small.jpeg({ quality: 80, progressive: true }) : small.png({ compressionLevel: 9 });
  return encoded.toBuffer();
}

/** A JPEG that is ready for the web: encoded again, it would only lose. */
function asIs(source: Buffer, metadata: Metadata, { width, height }: EncodedFile): Buffer | undefined {
  const { format, space, hasProfile, orientation = 1 } = metadata;
  const isReady = format === 'jpeg' && space === 'srgb' && !hasProfile && orientation === 1;
  if (!isReady || metadata.width !== width || source.length > width * height * LIGHT) return undefined;
  return plainJpeg(source);
}

/** Moves in every file; the widths in between are left out, for they would cost more than they save. */
function planAnimation(metadata: Metadata): ImagePlan {
  const { width, height, pageHeight = height, format } = metadata;
  const [webp, fallback] = (['webp', 'gif'] as const).map((extension) =>
    fileOf({ width, height: pageHeight }, Math.min(width, LARGEST), extension),
  ) as [EncodedFile, EncodedFile];
  const lossy = format === 'gif' ? { lossless: true } : SHARP;
  return planOf([webp], fallback, async (source) => {
    const picture = resized(sharp(source, { animated: true }), webp);
    const moving = await picture.clone().webp(lossy).toBuffer();
    return new Map([
      [webp.file, moving],
      [fallback.file, await picture.clone().gif({ reuse: true }).toBuffer()],
    ]);
  });
}

async function planDrawing(source: Buffer): Promise<ImagePlan> {
  // Takes longer to load than all the rest of the build, and few sites have drawings of their own.
  const { sanitizeSvg } = await import('./svg.ts');
  const drawing = sanitizeSvg(decode(source));
  if (typeof drawing === 'string') throw new Error(`the drawing ${drawing}`);
  // Nothing is drawn here, but what is not well-formed is named with its line.
  await sharp(source).metadata();
  const { text, width, height, removed } = drawing;
  const fallback = { file: `${width}.svg`, extension: 'svg', width, height };
  const contents = new Map([[fallback.file, Buffer.from(text)]]);
  return { encoded: { width, height, webp: [], fallback, removed }, encode: () => Promise.resolve(contents) };
}

function planOf(webp: readonly EncodedFile[], fallback: EncodedFile, encode: ImagePlan['encode']): ImagePlan {
  const { width = 0, height = 0 } = webp.at(-1) ?? {};
  return { encoded: { width, height, webp, fallback, removed: [] }, encode };
}

/** A file of an image that is so wide. */
function fileOf(own: { width: number; height: number }, width: number, extension: string): EncodedFile {
  const height = width === own.width ? own.height : Math.max(1, Math.round((own.height * width) / own.width));
  return { file: `${String(width)}.${extension}`, extension, width, height };
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

/** In exactly this size: pages have been told of it before. */
function resized(picture: Sharp, { width, height }: EncodedFile): Sharp {
  return picture.resize({ width, height, fit: 'fill' });
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
