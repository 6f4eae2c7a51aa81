import sharp from 'sharp';
import { luckOf } from './luck.ts';

const width = 960;
const height = 600;

/** A picture of soft shapes as JPEG, the same for the same name. */
export async function picture(name: string): Promise<Buffer> {
  const luck = luckOf(`picture ${name}`);
  const shapes = Array.from({ length: 24 }, () => {
    const place = `cx="${String(luck.below(width))}" cy="${String(luck.below(height))}" r="${String(20 + luck.below(120))}"`;
    return `<circle ${place} fill="hsl(${String(luck.below(360))} 60% 60%)" fill-opacity="0.6"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}

/** A diagram of a value chain as a drawing that needs nothing else, for generators that have none of their own. */
export function drawing(chain: string): string {
  const luck = luckOf(`drawing ${chain}`);
  const boxes = Array.from({ length: 6 }, (_, index) => {
    const x = 10 + index * 120;
    const label = `<text x="${String(x + 50)}" y="60" text-anchor="middle">Step ${String(index + 1)}</text>`;
    const value = `<text x="${String(x + 50)}" y="80" text-anchor="middle">${String(luck.below(100))} h</text>`;
    return `<g><rect x="${String(x)}" y="30" width="100" height="70" rx="4"/>${label}${value}</g>`;
  });
  return `<svg viewBox="0 0 740 130" role="img" aria-label="${chain}">${boxes.join('')}</svg>`;
}
