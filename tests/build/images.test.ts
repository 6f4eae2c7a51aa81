import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder } from '../../src/build/folder.ts';
import { ImageWorks, urlSafe } from '../../src/build/images.ts';
import type { ImageResult, ProcessedImage } from '../../src/build/images.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-images-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(key: string, bytes: Buffer | string): string {
  mkdirSync(dirname(join(folder, key)), { recursive: true });
  writeFileSync(join(folder, key), bytes);
  return key;
}

/** The images of a request when all files are there. */
async function process(
  keys: string[],
  more: { cache?: string; complete?: boolean; meanwhile?: () => void } = {},
): Promise<Pick<ImageResult, 'images' | 'problems'>> {
  const present = await readFolder(folder);
  const files = keys.map((key) => {
    const { digest, bytes } = present.files.get(key)!;
    return { key, digest, bytes, essay: 'look-up' };
  });
  more.meanwhile?.();
  const works = new ImageWorks(join(folder, more.cache ?? 'cache'), 2);
  const { images, problems, ready, prune } = await works.finish({ files });
  const all = [...problems, ...(await ready)];
  if (more.complete === true) await prune();
  return { images, problems: all };
}

async function one(key: string): Promise<ProcessedImage> {
  const { images, problems } = await process([key]);
  expect(problems).toEqual([]);
  return images.get(key)!;
}

function photo(width: number, height: number): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } }).blur(2);
}

function flat(width: number, height: number, background = '#fc8'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

function fileOf(image: ProcessedImage, url: string): string {
  return image.files.find((file) => file.url === url)!.path;
}

function widths(image: ProcessedImage): number[] {
  return image.sources.flatMap((source) => source.srcset.map(({ width }) => width));
}

describe('a photograph', () => {
  it('is offered in three widths of WebP and as a JPEG, under names that tell what it is', async () => {
    const image = await one(put('essays/look-up/Line 3.JPG', await photo(1800, 1200).jpeg().toBuffer()));
    expect(image).toMatchObject({ width: 1280, height: 853, fallback: { width: 960, height: 640 } });
    expect(image.sources.map(({ type }) => type)).toEqual(['image/webp']);
    const [small] = image.sources[0]!.srcset;
    expect(small!.url).toMatch(/^\/images\/look-up\/line-3\.[0-9a-f]{8}-640\.webp$/);
    expect(image.fallback.url).toMatch(/^\/images\/look-up\/line-3\.[0-9a-f]{8}-960\.jpg$/);
    for (const { url, width } of image.sources[0]!.srcset) {
      expect(await sharp(fileOf(image, url)).metadata()).toMatchObject({ format: 'webp', width });
    }
    expect(await sharp(fileOf(image, image.fallback.url)).metadata()).toMatchObject({ format: 'jpeg', width: 960 });
  });

  it.each([
    [300, [300]],
    [640, [640]],
    [700, [640, 700]],
    [1280, [640, 960, 1280]],
    [1700, [640, 960, 1280]],
  ])('of %i pixels is never made larger', async (width, expected) => {
    expect(widths(await one(put('a.jpg', await flat(width, 10).jpeg().toBuffer())))).toEqual(expected);
  });

  it.each([
    [1601, 1],
    [1333, 999],
    [961, 4000],
    [2500, 37],
  ])('of %i × %i pixels has files of the sizes that pages are told', async (width, height) => {
    const image = await one(put('a.jpg', await flat(width, height).jpeg().toBuffer()));
    const told = [...image.sources[0]!.srcset.map(({ url, width: w }) => ({ url, width: w })), image.fallback];
    for (const { url, ...size } of told) expect(await sharp(fileOf(image, url)).metadata()).toMatchObject(size);
    const largest = image.sources[0]!.srcset.at(-1)!;
    const { width: own, height: high } = image;
    expect(await sharp(fileOf(image, largest.url)).metadata()).toMatchObject({ width: own, height: high });
  });

  it('stands upright and keeps no word about where it was taken', async () => {
    const exif = { IFD0: { Artist: 'A. Person' }, IFD3: { GPSLatitude: '59/1 19/1 0/1', GPSLatitudeRef: 'N' } };
    const turned = await photo(200, 100).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sharp(turned).metadata()).exif).toBeDefined();
    const image = await one(put('a.jpg', turned));
    expect(image).toMatchObject({ width: 100, height: 200 });
    for (const { path } of image.files) {
      const { exif: kept, xmp, iptc, orientation } = await sharp(path).metadata();
      expect([kept, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  it('that is ready for the web is shown to feed readers as it is, without what the camera wrote into it', async () => {
    const exif = { IFD3: { GPSLatitude: '59/1 19/1 0/1', GPSLatitudeRef: 'N' } };
    const bytes = await photo(300, 200).withExif(exif).jpeg({ quality: 40 }).toBuffer();
    const image = await one(put('a.jpg', bytes));
    const path = fileOf(image, image.fallback.url);
    expect((await sharp(path).metadata()).exif).toBeUndefined();
    expect(await sharp(path).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
  });

  it('that is heavier than it need be is encoded again', async () => {
    const bytes = await photo(300, 200).blur(0.3).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
    const image = await one(put('a.jpg', bytes));
    expect(statSync(fileOf(image, image.fallback.url)).size).toBeLessThan(bytes.length / 2);
  });

  it('with a wide colour profile shows the same colours in sRGB', async () => {
    const red = await flat(20, 20, '#c83c32').withIccProfile('p3').png().toBuffer();
    const image = await one(put('a.png', red));
    const path = fileOf(image, image.fallback.url);
    expect((await sharp(path).metadata()).icc).toBeUndefined();
    const [r = 0, g = 0] = await sharp(path).raw().toBuffer();
    expect(Math.abs(r - 0xc8)).toBeLessThanOrEqual(2);
    expect(Math.abs(g - 0x3c)).toBeLessThanOrEqual(2);
  });
});

describe('other formats', () => {
  it('keep a chart exact, and what is see-through see-through', async () => {
    const chart = await sharp({
      create: { width: 200, height: 90, channels: 4, background: { r: 9, g: 99, b: 199, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const image = await one(put('chart.png', chart));
    for (const { path } of image.files) {
      expect([...(await sharp(path).raw().toBuffer()).subarray(0, 4)]).toEqual([9, 99, 199, 128]);
    }
    expect(image.fallback.url).toMatch(/-200\.png$/);
  });

  it.each([
    ['webp', 'jpg'],
    ['avif', 'jpg'],
    ['tiff', 'jpg'],
    ['gif', 'png'],
  ] as const)('such as %s have a fallback that everybody reads: %s', async (format, extension) => {
    const image = await one(put('a.bin', await flat(30, 20)[format]().toBuffer()));
    expect(image.fallback.url.endsWith(`.${extension}`)).toBe(true);
  });

  it.each(['gif', 'webp'] as const)('keep moving when they are made smaller: %s', async (format) => {
    const frames = await Promise.all(['#f00', '#0f0'].map((colour) => flat(1999, 33, colour).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      [format]({ delay: [100, 200] })
      .toBuffer();
    const image = await one(put('a', moving));
    expect(image).toMatchObject({ width: 1280, height: 21, fallback: { width: 1280, height: 21 } });
    for (const { path } of image.files)
      expect(await sharp(path, { animated: true }).metadata()).toMatchObject({ pages: 2, width: 1280, pageHeight: 21 });
  });

  it.each(['gif', 'webp'] as const)('keep moving: %s', async (format) => {
    const frames = await Promise.all(['#f00', '#0f0', '#00f'].map((colour) => flat(40, 30, colour).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      [format]({ delay: [100, 200, 300] })
      .toBuffer();
    const image = await one(put('a', moving));
    expect(image).toMatchObject({ width: 40, height: 30, fallback: { width: 40, height: 30 } });
    expect(image.fallback.url.endsWith('.gif')).toBe(true);
    for (const { path } of image.files) {
      expect(await sharp(path).metadata()).toMatchObject({ pages: 3, delay: [100, 200, 300] });
    }
  });
});

describe('a drawing', () => {
  it('is served as a drawing, in its own size, without what could run', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 150" onload="x()"><script>x()</script><path d="M0 0h9"/></svg>';
    const { images, problems } = await process([put('plan.svg', svg)]);
    const image = images.get('plan.svg')!;
    expect(image).toMatchObject({ width: 300, height: 150, sources: [], fallback: { width: 300, height: 150 } });
    expect(readFileSync(fileOf(image, image.fallback.url), 'utf8')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 150"><path d="M0 0h9"></path></svg>\n',
    );
    expect(problems).toMatchObject([{ rule: 'unsafe-drawing', severity: 'warning', file: 'plan.svg' }]);
    expect(problems[0]!.message).toContain('<script>, onload=');
  });
});

describe('an image that cannot be used is a problem that names it', () => {
  it.each<{ what: string; bytes: () => Promise<Buffer> | Buffer | string; message: RegExp }>([
    { what: 'empty', bytes: () => '', message: /the file is empty/ },
    { what: 'no image', bytes: () => 'PK\u0003\u0004', message: /unsupported image format/ },
    {
      what: 'cut off',
      bytes: async () => (await photo(300, 300).jpeg().toBuffer()).subarray(0, 9000),
      message: /premature end|corrupt/i,
    },
    {
      what: 'cut off at its beginning',
      bytes: async () => (await photo(30, 30).png().toBuffer()).subarray(0, 40),
      message: /^The image cannot be used: its beginning is damaged\.$/,
    },
    {
      what: 'too large',
      bytes: () => '<svg xmlns="http://www.w3.org/2000/svg" width="200000" height="200000"><path d="M0 0h9"/></svg>',
      message: /^The image is too large to be used\.$/,
    },
    {
      what: 'a drawing that is cut off',
      bytes: () => '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g>',
      message: /^The image cannot be used: its XML is broken on line 1/,
    },
    {
      what: 'a drawing without a size',
      bytes: () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
      message: /the drawing has no size/,
    },
    { what: 'a page', bytes: () => '<html/>', message: /./ },
  ])('$what', async ({ bytes, message }) => {
    const { problems } = await process([put('essays/x/a.jpg', await bytes())]);
    expect(problems).toMatchObject([{ rule: 'broken-image', severity: 'error', file: 'essays/x/a.jpg' }]);
    expect(problems[0]!.message).toMatch(message);
  });

  it('gone since the folder was read, without hiding the others', async () => {
    const keys = ['a.png', 'b.png'];
    for (const [width, key] of keys.entries())
      put(
        key,
        await flat(9 + width, 9)
          .png()
          .toBuffer(),
      );
    const { images, problems } = await process(keys, { meanwhile: () => rmSync(join(folder, 'a.png')) });
    expect([...images.keys()]).toEqual(['b.png']);
    expect(problems).toMatchObject([{ rule: 'changed-file', file: 'a.png' }]);
  });

  it('changed between the look at its beginning and its turn', async () => {
    const works = new ImageWorks(join(folder, 'cache'), 1);
    put('a.png', await flat(9, 9).png().toBuffer());
    const { digest, bytes } = (await readFolder(folder)).files.get('a.png')!;
    let reads = 0;
    const once = (): Buffer => {
      if ((reads += 1) === 2) put('a.png', 'something else');
      return bytes();
    };
    const { images, problems, ready } = await works.finish({
      files: [{ key: 'a.png', digest, bytes: once, essay: 'x' }],
    });
    expect([images.size, problems]).toEqual([1, []]);
    expect(await ready).toMatchObject([{ rule: 'changed-file', file: 'a.png' }]);
  });
});

describe('the cache', () => {
  const bytesOf = (image: ProcessedImage): Buffer[] => image.files.map(({ path }) => readFileSync(path));
  const inodes = (image: ProcessedImage): number[] => image.files.map(({ path }) => statSync(path).ino);

  it('makes nothing twice', async () => {
    const key = put('a.png', await flat(600, 20).png().toBuffer());
    const first = await one(key);
    const before = inodes(first);
    const second = await one(key);
    expect(second).toEqual(first);
    expect(inodes(second)).toEqual(before);
  });

  it('gives the same bytes as a fresh one', async () => {
    const key = put('a.jpg', await photo(700, 400).jpeg().toBuffer());
    const here = (await process([key])).images.get(key)!;
    const there = (await process([key], { cache: 'elsewhere' })).images.get(key)!;
    expect(bytesOf(there)).toEqual(bytesOf(here));
  });

  it.each<[string, (file: string) => void]>([
    ['a file that was cut off', (file) => truncateSync(file, 10)],
    ['a file with other bytes of the same length', (file) => writeFileSync(file, Buffer.alloc(statSync(file).size))],
    ['a file that is gone', (file) => rmSync(file)],
    ['a record that is gone', (file) => rmSync(join(dirname(file), 'record.json'))],
    [
      'a record that is damaged',
      (file) => {
        const record = join(dirname(file), 'record.json');
        writeFileSync(record, readFileSync(record, 'utf8').replace('"width":600', '"width":601'));
      },
    ],
  ])('is not trusted with %s', async (_what, damage) => {
    const key = put('a.png', await flat(600, 20).png().toBuffer());
    const first = await one(key);
    const good = bytesOf(first);
    damage(first.files[0]!.path);
    const second = await one(key);
    expect(second).toEqual(first);
    expect(bytesOf(second)).toEqual(good);
  });

  it('keeps the name of an image while its bytes stay, and only then', async () => {
    const first = await one(put('a.png', await flat(20, 20).png().toBuffer()));
    const other = await one(put('a.png', await flat(20, 20, '#000').png().toBuffer()));
    expect(other.fallback.url).not.toBe(first.fallback.url);
  });

  it('makes the same bytes once for two essays', async () => {
    const bytes = await flat(20, 20).png().toBuffer();
    const { images } = await process([put('a/x.png', bytes), put('b/y.png', bytes)]);
    expect(images.get('a/x.png')!.files[0]!.path).toBe(images.get('b/y.png')!.files[0]!.path);
    expect(images.get('a/x.png')!.fallback.url).not.toBe(images.get('b/y.png')!.fallback.url);
  });

  it('forgets the images that are gone when it is told to', async () => {
    const keys = [put('a.png', await flat(20, 20).png().toBuffer()), put('b.png', await flat(30, 20).png().toBuffer())];
    await process(keys);
    await process(keys.slice(0, 1));
    expect(readdirSync(join(folder, 'cache'))).toHaveLength(2);
    await process(keys.slice(0, 1), { complete: true });
    expect(readdirSync(join(folder, 'cache'))).toHaveLength(1);
  });
});

it.each([
  ['plan.svg', 'plan'],
  ['Ångström à la carte.JPG', 'angstrom-a-la-carte'],
  ['..%2f<script>.png', '2f-script'],
  ['صورة.png', 'image'],
  ['.png', 'image'],
  ['現場 3.webp', '3'],
])('writes %s into an address as %s', (name, safe) => {
  expect(urlSafe(name)).toBe(safe);
});
