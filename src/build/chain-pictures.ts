import sharp from 'sharp';
import { chainPictures, type WrittenPicture } from '../core/library/chain-pictures.ts';
import type { Knowledge } from '../core/library/knowledge.ts';
import { directionOf } from '../core/locale/language.ts';
import { digestOf } from './folder.ts';
import type { Staging } from './output.ts';
import type { TextPaths } from './text-paths.ts';

/** Pixels of a picture for each of the drawing's own. */
const sharpness = 2;

/** Writes the drawings that essays show as PNG, for feed readers: those leave out SVG, and have none of our fonts. */
export async function writeChainPictures(knowledge: Knowledge, template: string, staging: Staging): Promise<void> {
  let paths: TextPaths | undefined;
  for (const { route, svg } of chainPictures(knowledge)) {
    const lang = route.split('/')[0] ?? '';
    await staging.make(route, digestOf(JSON.stringify([template, lang, svg])), async () => {
      const { TextPaths: Paths } = await import('./text-paths.ts');
      paths ??= new Paths();
      return picturePng(await paths.outlined(svg, lang, directionOf(lang)));
    });
  }
}

/** One such drawing as PNG. */
export async function chainPicturePng({ route, svg }: WrittenPicture): Promise<Buffer> {
  const lang = route.split('/')[0] ?? '';
  const { TextPaths: Paths } = await import('./text-paths.ts');
  return picturePng(await new Paths().outlined(svg, lang, directionOf(lang)));
}

/** A drawing whose text is outlines, as PNG. */
export async function picturePng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: 72 * sharpness })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
