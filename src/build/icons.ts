import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { icons, iconRoutes } from '../core/library/generated.ts';
import { error, type Problem } from '../core/problem/problem.ts';
import type { Library } from '../core/library/library.ts';
import { digestOf, type Folder } from './folder.ts';
import type { Staging } from './output.ts';
import { projectRoot } from './project.ts';

/** Paper of the light theme, behind icons that are cropped: launchers show what is see-through in black. */
const paper = '#fcfbf8';

/** Writes the icons in the sizes that browsers and launchers ask for, made of the site's own `favicon.svg` or of ours. */
export async function writeIcons(
  library: Library,
  folder: Folder,
  template: string,
  staging: Staging,
): Promise<readonly Problem[]> {
  const drawing = await faviconOf(folder);
  let undrawable: unknown;
  const draw = (route: keyof typeof icons): Promise<Buffer> =>
    iconOf(drawing, route).catch((fault: unknown) => {
      undrawable = fault;
      throw fault;
    });
  try {
    for (const route of iconRoutes(library.knowledge)) {
      await staging.make(route, digestOf(`${route}\0${template}\0${digestOf(drawing)}`), () => draw(route));
    }
    return [];
  } catch (fault) {
    if (fault !== undrawable || !folder.files.has(favicon)) throw fault;
    const why = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
    const hint = 'Save it as a small square SVG with a viewBox, such as viewBox="0 0 32 32".';
    return [error('broken-image', { file: favicon }, `No icon can be made of the drawing: ${why}.`, hint)];
  }
}

const favicon = 'public/favicon.svg';

/** The drawing that icons are made of. */
export async function faviconOf(folder: Folder): Promise<Buffer> {
  return folder.files.get(favicon)?.bytes() ?? readFile(join(projectRoot, 'public', 'favicon.svg'));
}

/** One icon. The same drawing gives the same bytes. */
export async function iconOf(drawing: Buffer, route: keyof typeof icons): Promise<Buffer> {
  const { side, margin } = icons[route];
  const inner = Math.round(side * (1 - 2 * margin));
  const background = margin === 0 ? { r: 0, g: 0, b: 0, alpha: 0 } : paper;
  const { width, height } = await sharp(drawing, { density: 72, limitInputPixels: false }).metadata();
  // As many pixels as are needed, whatever the drawing calls its units.
  const density = Math.min(Math.max((72 * inner) / Math.max(width, height), 1), 100_000);
  const picture = await sharp(drawing, { density })
    .resize(inner, inner, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer();
  const edge = (side - inner) / 2;
  const [before, after] = [Math.floor(edge), Math.ceil(edge)];
  const png = await sharp(picture)
    .extend({ top: before, left: before, bottom: after, right: after, background })
    .flatten(margin === 0 ? false : { background })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  return route.endsWith('.ico') ? icoOf(png, side) : png;
}

/** A PNG as the only picture of an ICO file: a directory of one entry before it, all numbers little-endian. */
function icoOf(png: Buffer, side: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(side, 6);
  head.writeUInt8(side, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
