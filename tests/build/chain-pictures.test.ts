import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { chainDrawingSvg, chainPicturePng, picturePng } from '../../src/build/chain-pictures.ts';
import { TextPaths } from '../../src/build/text-paths.ts';
import { fillSlots } from '../../src/core/essay/slot.ts';
import { chainFiles, isDrawing } from '../../src/core/library/chain-files.ts';
import { chainPictures } from '../../src/core/library/chain-pictures.ts';
import { textFiles } from '../../src/core/metadata/text-files.ts';
import { chain, essay, understand } from '../core/folder.ts';

const drawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">${inside}</svg>`;

/** Left and right edge of what is black in the picture of a drawing, in the drawing's own pixels. */
async function edges(inside: string, dir: 'ltr' | 'rtl' = 'ltr'): Promise<[number, number]> {
  const png = await picturePng(await new TextPaths().outlined(drawing(inside), dir === 'ltr' ? 'sv' : 'ar', dir));
  const { data, info } = await sharp(png)
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const columns = Array.from({ length: info.width }, (_, x) =>
    Array.from({ length: info.height }, (_none, y) => data[(y * info.width + x) * info.channels] ?? 255).some(
      (one) => one < 128,
    ),
  );
  return [columns.indexOf(true) / 2, (columns.lastIndexOf(true) + 1) / 2];
}

describe('a drawing as a picture', () => {
  it('has no text left that would need a font, and twice the pixels', async () => {
    const svg = await new TextPaths().outlined(
      drawing('<text x="1" y="20">Å &amp; B</text><title>T</title>'),
      'sv',
      'ltr',
    );
    expect(svg).not.toContain('<text');
    expect(svg.match(/<path /g)).toHaveLength(3);
    expect(await sharp(await picturePng(svg)).metadata()).toMatchObject({ width: 400, height: 200, format: 'png' });
  });
  it('writes the outline of a letter once, however often it is used', async () => {
    const svg = await new TextPaths().outlined(
      drawing('<text x="1" y="20">anna</text><text x="1" y="50">Hanna</text>'),
      'sv',
      'ltr',
    );
    expect(svg.match(/<path /g)).toHaveLength(3);
    expect(svg.match(/<use /g)).toHaveLength(9);
    const [from, to] = await edges('<text x="20" y="50" font-size="20">nn</text>');
    expect(to - from).toBeGreaterThan(18);
  });
  it('keeps as text what none of our fonts can write', async () => {
    const svg = await new TextPaths().outlined(
      drawing('<text x="1" y="20">工程</text><text x="1" y="50">46 s</text>'),
      'ja',
      'ltr',
    );
    expect(svg.match(/<text [^>]*>.*?<\/text>/g)).toEqual(['<text x="1" y="20">工程</text>']);
  });
  it.each([
    ['start', 'ltr', [100, 110]],
    ['middle', 'ltr', [95, 105]],
    ['end', 'ltr', [90, 100]],
    ['start', 'rtl', [90, 100]],
  ] as const)('keeps text with the anchor %s, %s, in its place', async (anchor, dir, [left, right]) => {
    const [from, to] = await edges(`<text x="100" y="50" font-size="20" text-anchor="${anchor}">H</text>`, dir);
    const width = to - from;
    expect(width).toBeGreaterThan(5);
    expect(Math.abs((from + to) / 2 - (left + right) / 2)).toBeLessThan(4);
  });
  it('has no letter that only fonts of this machine could write', async () => {
    const png = (inside: string): Promise<Buffer> =>
      chainPicturePng({ route: 'ja/chains/acme.png', ending: '.png', width: 200, height: 100, svg: drawing(inside) });
    const box = '<rect width="50" height="20"/>';
    expect((await png(`${box}<text x="1" y="20">工程</text>`)).equals(await png(box))).toBe(true);
  });
  it.each(['R&amp;D', 'Customer&#39;s', 'a &lt; b &gt; c', '&quot;a&quot;'])('sets %s in one piece', async (text) => {
    const svg = await new TextPaths().outlined(drawing(`<text x="1" y="20">${text}</text>`), 'en', 'ltr');
    expect(svg.match(/translate/g)).toHaveLength(1);
  });
  it('sets each line where it says', async () => {
    const lines =
      '<text font-size="20" x="9" y="9"><tspan x="50" y="20">H</tspan> <tspan x="150" y="60">H</tspan></text>';
    const [from, to] = await edges(lines);
    expect(from).toBeGreaterThan(49);
    expect(to).toBeGreaterThan(155);
  });
  it('draws bold text wider', async () => {
    const width = async (weight: string): Promise<number> => {
      const [from, to] = await edges(`<text x="1" y="50" font-size="30" font-weight="${weight}">nnnn</text>`);
      return to - from;
    };
    expect(await width('600')).toBeGreaterThan(await width('400'));
  });
});

describe('the drawings of a chain as files', () => {
  const file = { ending: '.svg', text: () => drawing('<title>T</title><text x="1" y="20">Cycle time</text>') };
  const library = understand({
    site: { languages: ['en'] },
    chains: [chain('acme', { files: [file, { ending: '.csv', text: () => 'a,b' }] })],
    documents: [],
  });

  it('are written with outlines, and not once more as they were drawn', async () => {
    const [one, ...more] = chainFiles(library.knowledge).filter(isDrawing);
    expect(more).toEqual([]);
    expect(one?.route).toBe('en/chains/acme.svg');
    expect(await chainDrawingSvg(one!)).toMatch(/^<svg[^>]*><title>T<\/title><g [^>]*>(?:<use [^>]*>)+<\/g><defs>/);
    const written = textFiles(library).map(({ file: path }) => path);
    expect(written).toContain('en/chains/acme.csv');
    expect(written).not.toContain('en/chains/acme.svg');
  });
});

describe('the pictures of a site', () => {
  const picture = { ending: '.png', width: 880, height: 300, svg: drawing('') };
  const drawn = chain('acme', {
    title: { en: 'Acme' },
    plain: () => ({ alt: 'Acme. Five steps.', table: '<table></table>', text: 'Acme', picture: () => picture }),
  });
  const shown = { components: [{ name: 'ValueChain', props: { id: 'acme' } }], fragment: '\uE000c0\uE001' };
  const library = understand({
    site: { languages: ['en', 'sv'] },
    chains: [drawn, chain('other')],
    documents: [essay('a/en', {}, shown), essay('b/en', {}, shown), essay('a/sv', {}, shown)],
  });

  it('are those that essays show in the language of the chain’s page, each once, at an address of their own', () => {
    const routes = chainPictures(library.knowledge).map(({ route }) => route);
    expect(routes).toEqual(['en/chains/acme.png']);
    expect(library.table.routes.has('en/chains/acme.png')).toBe(true);
  });
  it('stand in a feed as a linked image with its text alternative, and the table after it', () => {
    const [first] = library.knowledge.essays('en');
    expect(fillSlots(first!.fragment ?? '', library.fillers(first!, 'feed'))).toBe(
      '<figure><a href="https://example.org/en/chains/acme/"><img src="https://example.org/en/chains/acme.png" alt="Acme. Five steps." width="880" height="300"></a>' +
        '<figcaption><strong><a href="https://example.org/en/chains/acme/">Acme</a></strong></figcaption></figure><table></table>',
    );
  });
  it('have every step in words where programs read, also one whose name the sentences before hold', () => {
    const text = 'Acme\nFive steps, stamping first.\nSteps\nstamping\nWelding: with gas';
    const told = chain('acme', {
      title: { en: 'Acme' },
      plain: () => ({ alt: 'Acme. Five steps, stamping first.', table: '', text }),
    });
    const { knowledge, fillers } = understand({ chains: [told], documents: [essay('a/en', {}, shown)] });
    const [first] = knowledge.essays('en');
    expect(fillSlots(first!.fragment ?? '', fillers(first!, 'text'))).toMatch(
      /<ul><li>Steps<\/li><li>stamping<\/li><li>Welding: with gas<\/li><\/ul>$/,
    );
  });
  it('are words where programs read, and where there is no picture', () => {
    const [first] = library.knowledge.essays('en');
    expect(fillSlots(first!.fragment ?? '', library.fillers(first!, 'text'))).toContain('<p>Five steps.</p>');
    const [swedish] = library.knowledge.essays('sv');
    expect(fillSlots(swedish!.fragment ?? '', library.fillers(swedish!, 'feed'))).not.toContain('<img');
  });
});
