import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { plainJpeg } from '../../src/build/jpeg.ts';

const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;

/** A picture with the name of who took it, and where. */
function photo(options: { progressive?: boolean; optimiseCoding?: boolean } = {}): Promise<Buffer> {
  const exif = { IFD0: { Artist: 'A. Person' }, IFD3: { GPSLatitude: '59/1 19/1 0/1', GPSLatitudeRef: 'N' } };
  return sharp({ create: { width: 90, height: 60, channels: 3, background: '#888', noise } })
    .withExif(exif)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>A. Person</creator></x:xmpmeta>')
    .jpeg(options)
    .toBuffer();
}

/** A segment behind the first two bytes. */
function withSegment(bytes: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, content, bytes.subarray(2)]);
}

describe('a JPEG without what was written beside its picture', () => {
  it.each([[{ progressive: false }], [{ progressive: true }], [{ optimiseCoding: false }]])(
    'has the same pixels, and no word of who took it: %j',
    async (options) => {
      const bytes = await photo(options);
      expect(bytes.includes('A. Person')).toBe(true);
      const plain = plainJpeg(bytes) ?? Buffer.alloc(0);
      expect(plain.includes('A. Person')).toBe(false);
      const { exif, xmp } = await sharp(plain).metadata();
      expect([exif, xmp]).toEqual([undefined, undefined]);
      expect((await sharp(plain).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(true);
    },
  );

  it('has no remark, and nothing that was hidden behind its end', async () => {
    const bytes = await photo();
    const film = Buffer.concat([withSegment(bytes, 0xfe, Buffer.from('at home')), Buffer.from('ftypmp42 film')]);
    const plain = plainJpeg(film) ?? Buffer.alloc(0);
    expect([plain.includes('at home'), plain.includes('film')]).toEqual([false, false]);
    expect(plain.equals(plainJpeg(bytes) ?? Buffer.alloc(1))).toBe(true);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['no JPEG', () => Buffer.from('GIF89a')],
    ['one that breaks off in its picture', (bytes) => bytes.subarray(0, bytes.length - 200)],
    ['one that breaks off in its head', (bytes) => bytes.subarray(0, 30)],
    ['one with a small picture in its head', (bytes) => withSegment(bytes, 0xe0, Buffer.alloc(60))],
    ['one with strange bytes between its parts', (bytes) => Buffer.concat([bytes.subarray(0, 2), bytes])],
  ])('is not made of %s', async (_what, change) => {
    expect(plainJpeg(change(await photo()))).toBeUndefined();
  });
});
