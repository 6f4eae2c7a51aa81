import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Blob, Buffer as GlyphBuffer, Direction, Face, Font, Variation, shape } from 'harfbuzzjs';
import wawoff2 from 'wawoff2';

/** A piece of text in one face and one direction, shaped: outlines from left to right. */
export interface Shaped {
  /** In thousandths of an em. */
  readonly advance: number;
  /** Outlines with their places, y upwards, in thousandths of an em; what has no outline is left out. */
  readonly glyphs: readonly { readonly path: string; readonly x: number; readonly y: number }[];
}

/** One face of the family: the letters of some scripts in one weight. */
export interface Typeface {
  readonly name: string;
  readonly covers: (codePoint: number) => boolean;
  readonly shape: (text: string, lang: string, rightToLeft: boolean) => Shaped;
}

/** Used again for every text: each lies in the engine's own memory. */
const buffer = new GlyphBuffer();
const require = createRequire(import.meta.url);
const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const arabic = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2';

/** Files of each family in the order in which they are asked for a letter. */
const families = {
  serif: [
    ...scripts.map((one) => `@fontsource-variable/source-serif-4/files/source-serif-4-${one}-opsz-normal.woff2`),
    arabic,
  ],
  sans: [
    ...scripts.map((one) => `@fontsource-variable/source-sans-3/files/source-sans-3-${one}-wght-normal.woff2`),
    arabic,
  ],
} as const;

/** Faces of a weight; a file is opened when a text first needs a letter that none before it has. */
export class Typefaces {
  readonly #weight: number;
  readonly #files: readonly string[];
  readonly #opened: Promise<Typeface>[] = [];

  constructor(weight: number, family: keyof typeof families = 'serif') {
    this.#weight = weight;
    this.#files = families[family];
  }

  /** The first face that has a letter; `undefined` when none has. */
  async faceFor(codePoint: number): Promise<Typeface | undefined> {
    for (const [index, file] of this.#files.entries()) {
      const face = await (this.#opened[index] ??= openFace(file, this.#weight));
      if (face.covers(codePoint)) return face;
    }
    return undefined;
  }
}

async function openFace(file: string, weight: number): Promise<Typeface> {
  const face = new Face(new Blob(await wawoff2.decompress(await readFile(require.resolve(file)))));
  const font = new Font(face);
  font.setVariations([new Variation('wght', weight), new Variation('opsz', 60)]);
  const known = new Set(face.collectUnicodes());
  const paths = new Map<number, string>();
  const pathOf = (glyph: number): string => {
    const path = paths.get(glyph) ?? font.glyphToPath(glyph);
    paths.set(glyph, path);
    return path;
  };
  return {
    name: file,
    covers: (codePoint) => known.has(codePoint),
    shape: (text, lang, rightToLeft) => shapeRun(font, pathOf, 1000 / face.upem, text, lang, rightToLeft),
  };
}

function shapeRun(
  font: Font,
  pathOf: (glyph: number) => string,
  scale: number,
  text: string,
  lang: string,
  rightToLeft: boolean,
): Shaped {
  buffer.reset();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
  buffer.setLanguage(lang);
  shape(font, buffer);
  const places = buffer.getGlyphPositions();
  const glyphs: { path: string; x: number; y: number }[] = [];
  let advance = 0;
  for (const [index, { codepoint }] of buffer.getGlyphInfos().entries()) {
    const place = places[index];
    const path = pathOf(codepoint);
    if (path !== '')
      glyphs.push({
        path: rounded(path, scale),
        x: advance + (place?.xOffset ?? 0) * scale,
        y: (place?.yOffset ?? 0) * scale,
      });
    advance += (place?.xAdvance ?? 0) * scale;
  }
  return { advance, glyphs };
}

/** Outlines need no more than whole thousandths of an em. */
function rounded(path: string, scale: number): string {
  return path.replace(/-?\d+(?:\.\d+)?/g, (number) => String(Math.round(Number(number) * scale)));
}
