import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { iconOf } from '../../src/build/icons.ts';
import { projectRoot } from '../../src/build/project.ts';
import { icons } from '../../src/core/library/generated.ts';

const drawing = await readFile(join(projectRoot, 'public', 'favicon.svg'));
const names = Object.keys(icons) as (keyof typeof icons)[];

it.each(names.filter((name) => name.endsWith('.png')))(
  '%s has the size it promises, and is the same every time',
  async (name) => {
    const png = await iconOf(drawing, name);
    const { width, height, format } = await sharp(png).metadata();
    expect([width, height, format]).toEqual([icons[name].side, icons[name].side, 'png']);
    expect((await iconOf(drawing, name)).equals(png)).toBe(true);
  },
);

it('an icon that launchers crop has paper all round, the others are see-through', async () => {
  const corner = async (name: keyof typeof icons): Promise<number[]> => {
    const { data } = await sharp(await iconOf(drawing, name))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return [...data.subarray(0, 4)];
  };
  expect(await corner('icon-maskable-512.png')).toEqual([0xfc, 0xfb, 0xf8, 255]);
  expect((await corner('icon-192.png'))[3]).toBe(0);
});

it('favicon.ico is a directory of one PNG', async () => {
  const ico = await iconOf(drawing, 'favicon.ico');
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
  expect(ico.readUInt32LE(14)).toBe(ico.length - 22);
  expect(await sharp(ico.subarray(ico.readUInt32LE(18))).metadata()).toMatchObject({
    width: 32,
    height: 32,
    format: 'png',
  });
});

it.each([0.5, 16, 1024, 20_000])('an icon is the same picture when its drawing has %d units', async (units) => {
  const square = (side: number): Buffer =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="M0 0h${side / 2}v${side}H0z"/></svg>`,
    );
  const left = await sharp(await iconOf(square(units), 'icon-192.png'))
    .ensureAlpha()
    .raw()
    .toBuffer();
  const alphaAt = (x: number): number | undefined => left[(96 * 192 + x) * 4 + 3];
  expect([alphaAt(20), alphaAt(90), alphaAt(102), alphaAt(170)]).toEqual([255, 255, 0, 0]);
});
