import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

/**
 * Writes `src/chain/metrics.ts`: the advances of the interface font's glyphs, read in Chromium.
 * Run it after the font package has changed: `node src/build/advances.ts`
 * (`CHROMIUM` names another browser than `/usr/bin/chromium`).
 */
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
  [0x1ef2, 0x1ef3],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
];

const require = createRequire(import.meta.url);
const subsets = ['latin', 'latin-ext'];
const fonts = await Promise.all(
  subsets.map(async (subset) => {
    const file = require.resolve(`@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`);
    return (await readFile(file)).toString('base64');
  }),
);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
const advances = await page.evaluate(
  async ({ files, spans }) => {
    for (const file of files) {
      const face = new FontFace('measured', `url(data:font/woff2;base64,${file})`, { weight: '200 900' });
      document.fonts.add(await face.load());
    }
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) throw new Error('no canvas');
    return [400, 600].map((weight) => {
      context.font = `${weight} 1000px measured`;
      return spans.map(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, index) => {
          const text = String.fromCodePoint(first + index);
          // Two copies cancel what the canvas does at the ends of a run.
          return Math.round(context.measureText(`x${text}${text}x`).width - context.measureText(`x${text}x`).width);
        }),
      );
    });
  },
  { files: fonts, spans: ranges.map(([first, last]) => [first, last] as [number, number]) },
);
await browser.close();

const lines = ranges.map(([first, last], index) => {
  const [regular, semibold] = advances.map((weight) => weight[index]?.map((width) => width.toString(36)).join(' '));
  return `  [0x${first.toString(16)}, 0x${last.toString(16)},\n    '${regular}',\n    '${semibold}'],`;
});
const head = `/**
 * Advances of Source Sans 3 in thousandths of an em, base 36: first and last code point, weight 400, weight 600.
 * Written by \`node src/build/advances.ts\`; run that after the font package has changed.
 */
// prettier-ignore
export const advances: readonly (readonly [first: number, last: number, regular: string, semibold: string])[] = [
`;
await writeFile(new URL('../chain/metrics.ts', import.meta.url), `${head}${lines.join('\n')}\n];\n`);
