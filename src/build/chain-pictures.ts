import sharp from 'sharp';
import { chainFiles, isDrawing, type WrittenChainFile } from '../core/library/chain-files.ts';
import { chainPictures, type WrittenPicture } from '../core/library/chain-pictures.ts';
import type { Knowledge } from '../core/library/knowledge.ts';
import { directionOf } from '../core/locale/language.ts';
import { warning, type Problem } from '../core/problem/problem.ts';
import { digestOf } from './folder.ts';
import { isWritable } from './letters.ts';
import type { Staging } from './output.ts';
import type { TextPaths } from './text-paths.ts';

/** Pixels of a picture for each of the drawing's own. */
const sharpness = 2;

let paths: TextPaths | undefined;

/**
 * Writes the drawings of all chains for those who have none of our fonts: each as SVG, and those that essays show as PNG
 * too, for feed readers, which leave out SVG.
 */
export async function writeChainPictures(
  knowledge: Knowledge,
  template: string,
  staging: Staging,
): Promise<readonly Problem[]> {
  for (const file of chainFiles(knowledge).filter(isDrawing)) {
    await staging.make(file.route, digestOf(`${template} ${file.key}`), () => chainDrawingSvg(file));
  }
  const pictures = chainPictures(knowledge);
  for (const picture of pictures) {
    const { route, svg } = picture;
    await staging.make(route, digestOf(JSON.stringify([template, route, svg])), () => chainPicturePng(picture));
  }
  return [...new Set(pictures.map(langOf))].flatMap(unwritten);
}

function langOf({ route }: WrittenPicture): string {
  return route.split('/')[0] ?? '';
}

/** A warning for a language whose letters no font of ours has. */
function unwritten(lang: string): Problem[] {
  if (isWritable(lang)) return [];
  const message = `Pictures of value chains in “${lang}”, which stand in feeds, have no words, since no font of ours has the letters.`;
  const hint =
    'Readers of feeds get the table below each picture all the same; pages and drawings as SVG have their words.';
  return [warning('picture-without-words', { file: 'site.yaml' }, message, hint)];
}

/** A drawing of a chain as SVG that needs no font. */
export async function chainDrawingSvg({ lang, text }: WrittenChainFile): Promise<string> {
  return outlined(text(), lang);
}

/** A drawing that an essay shows as PNG. */
export async function chainPicturePng(picture: WrittenPicture): Promise<Buffer> {
  const svg = await outlined(picture.svg, langOf(picture));
  // What is still text would be drawn with the fonts of this machine, or as boxes.
  return picturePng(svg.replace(/<text\b[^]*?<\/text>/gu, ''));
}

/** What outlines text is loaded when a text first needs it. */
async function outlined(svg: string, lang: string): Promise<string> {
  const { TextPaths: Paths } = await import('./text-paths.ts');
  paths ??= new Paths();
  return paths.outlined(svg, lang, directionOf(lang));
}

/** A drawing whose text is outlines, as PNG. */
export async function picturePng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: 72 * sharpness })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
