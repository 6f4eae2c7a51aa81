import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CardPress } from '../../src/build/card-drawing.ts';
import { fitText, type Room } from '../../src/build/card-layout.ts';
import { CardStore, cardKey, cardPng, writeCards } from '../../src/build/cards.ts';
import { Staging } from '../../src/build/output.ts';
import { missingLetters, setLine, type TextStyle } from '../../src/build/text-outline.ts';
import { Typefaces } from '../../src/build/typeface.ts';
import type { Card } from '../../src/core/metadata/card.ts';
import { essay, know } from '../core/folder.ts';

const faces = new Typefaces(600);
const latin: TextStyle = { faces, lang: 'sv', dir: 'ltr' };
const arabic: TextStyle = { faces, lang: 'ar', dir: 'rtl' };
const card: Card = {
  route: 'en/a/card.png',
  lang: 'en',
  dir: 'ltr',
  site: 'Site',
  title: 'Look up',
  accent: '#b93a0e',
};

describe('a line of text', () => {
  it('is as wide as its letters, closer together where the font says so', async () => {
    const width = async (text: string): Promise<number> => (await setLine(text, latin)).width;
    expect(await width('AVAV')).toBeLessThan(2 * (await width('A')) + 2 * (await width('V')));
    expect(await width('HH')).toBe(2 * (await width('H')));
  });
  it('joins Arabic letters', async () => {
    const apart = await Promise.all(Array.from('قيمة').map(async (letter) => (await setLine(letter, arabic)).width));
    const together = (await setLine('قيمة', arabic)).width;
    expect(together).toBeLessThan(apart.reduce((a, b) => a + b));
  });
  it('runs from right to left, and what is Latin in it from left to right', async () => {
    const widths = async (text: string, style: TextStyle): Promise<number[]> =>
      (await setLine(text, style)).pieces.map(({ advance }) => Math.round(advance));
    const [value] = await widths('Value', arabic);
    const mixed = await widths('قيمة Value حقيقية', arabic);
    expect(mixed.slice(1, -1)).toContain(value);
    const [first = 0] = await widths('قيمة', arabic);
    expect(mixed.at(-1)).toBeGreaterThanOrEqual(first);
    expect(mixed.at(-1)).toBeLessThan(first + 400);
  });
  it.each([
    ['Värdekedja, œuvre, Łódź, Ünïcode', []],
    ['Ценность и αξία', []],
    ['سلسلة القيمة', []],
    ['Ants 🐜 👩‍🏭 ©', []],
    ['価値', ['価', '値']],
  ])('of “%s” lacks the letters %j', async (text, missing) => {
    expect(await missingLetters(text, latin)).toEqual(missing);
  });
});

describe('a text in its room', () => {
  const room: Room = { width: 1000, height: 240, lines: 3, sizes: [80, 60, 40] };
  it.each([
    ['Look up', 80, 1],
    ['Det går inte att spara sig till något som folk vill ha', 80, 2],
    ['Verksamhetsutvecklingsprocesser', 60, 1],
    [
      'A long title that has so many words in it that it has to be set in a smaller size to have room in these few lines',
      60,
      3,
    ],
  ])('“%s” is set in %i pixels on %i lines', async (text, size, count) => {
    const set = await fitText(text, room, latin);
    expect([set.size, set.lines.length]).toEqual([size, count]);
    for (const line of set.lines) expect((line.width * set.size) / 1000).toBeLessThanOrEqual(room.width);
  });
  it('three lines of the largest letters are set smaller where they are higher than the room', async () => {
    const text = 'Det går inte att spara sig till något som folk vill ha och dessutom betala för';
    const tall = await fitText(text, { ...room, height: 270 }, latin);
    expect([tall.size, tall.lines.length]).toEqual([80, 3]);
    expect((await fitText(text, room, latin)).size).toBe(60);
  });
  it.each([59, 60, 61])('no line has fewer than four letters of a broken word of %i', async (length) => {
    const word = 'nordvästersjökustartilleriflygspaningssimulatoranläggningsmateriel'.slice(0, length);
    const { lines } = await fitText(word, { ...room, sizes: [40] }, latin);
    const rest = await setLine(word.slice(-4), latin);
    expect(lines.map(({ width }) => width)).toEqual([expect.any(Number), rest.width]);
  });
  it('a word longer than a line is broken, and what is too much is cut', async () => {
    const word = 'nordvästersjökustartilleriflygspaningssimulatoranläggningsmateriel';
    const set = await fitText(word.repeat(4), room, latin);
    expect([set.size, set.lines.length]).toEqual([40, 3]);
    for (const line of set.lines) expect((line.width * 40) / 1000).toBeLessThanOrEqual(room.width + 40);
  });
});

describe('a preview image', () => {
  const press = new CardPress();
  it('has the size that previews ask for, weighs little, and is the same every time', async () => {
    const long = {
      ...card,
      title: 'Marknadsföring och försäljningsprocesser '.repeat(5),
      over: 'Värdekedja',
      by: 'Ada',
    };
    const [one, again] = [
      await cardPng((await press.draw(long)).svg),
      await cardPng((await new CardPress().draw(long)).svg),
    ];
    const { width, height, format } = await sharp(one).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
    expect(one.length).toBeLessThan(120_000);
    expect(one.equals(again)).toBe(true);
  });
  it('holds outlines, no text that needs a font', async () => {
    const { svg } = await press.draw({ ...card, over: 'A & B', by: '<x>' });
    expect(svg).not.toContain('<text');
    expect(svg).toContain('<path');
  });
  it('leaves out words that no font of ours can write', async () => {
    const [with_, without] = [await press.draw(card), await press.draw({ ...card, lang: 'ja', title: '価値の連鎖' })];
    expect(with_.missing).toEqual([]);
    expect(without.missing).toContain('価');
    expect(without.svg.length).toBeLessThan(with_.svg.length);
    const mixed = await press.draw({ ...card, title: 'Look (価値) up' });
    expect(mixed.svg).toBe(with_.svg);
  });
  it('is turned round where reading begins at the right', async () => {
    const { svg } = await press.draw({ ...card, lang: 'ar', dir: 'rtl', title: 'قيمة' });
    expect(svg).toContain('M1200 ');
  });
});

describe('the preview images of a site', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cards-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const site = { languages: ['en', 'ja'] };
  const knowledge = know({
    site,
    words: { ja: {} },
    documents: [essay('look-up/en', { title: 'Look up' }), essay('namesake/en', { title: 'Look up' })],
  });
  const write = async (name: string): Promise<{ staging: Staging; drawn: number; warnings: string[] }> => {
    const staging = new Staging(join(folder, name), {});
    await staging.open();
    const { drawn, problems } = await writeCards(knowledge, join(folder, 'cache'), staging);
    return { staging, drawn, warnings: problems.map(({ rule }) => rule) };
  };

  it('are drawn once, also where two say the same, one for each language and each essay, with a warning where there are no letters', async () => {
    const first = await write('one');
    expect([...first.staging.files.keys()].sort()).toEqual([
      'en/card.png',
      'en/look-up/card.png',
      'en/namesake/card.png',
      'ja/card.png',
    ]);
    expect([first.drawn, first.warnings]).toEqual([3, ['preview-without-words']]);
    expect(await write('two')).toMatchObject({ drawn: 0, warnings: ['preview-without-words'] });
  });
  it('warn of letters in a title that cannot be drawn', async () => {
    const staging = new Staging(join(folder, 'kaizen'), {});
    await staging.open();
    const titled = know({
      site: { languages: ['en'] },
      documents: [essay('a/en', { title: 'The idea of 改善, Ψ and λ' })],
    });
    const { problems } = await writeCards(titled, join(folder, 'cache'), staging);
    expect(problems.map(({ rule, message }) => [rule, message])).toEqual([
      ['preview-without-letters', expect.stringContaining('leaves out 改 善,')],
    ]);
  });
  it('are drawn again where the cache is damaged, and the cache keeps nothing else', async () => {
    const store = new CardStore(join(folder, 'cache'));
    const key = cardKey(card, 'recipe');
    const png = await store.png(card, key);
    const { path: file } = await store.file(card, key);
    const bytes = await readFile(file);
    bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 0xff;
    await writeFile(file, bytes);
    expect((await store.png(card, key)).equals(png)).toBe(true);
    expect(store.drawn).toBe(2);
    await store.prune(new Set());
    expect(await readdir(join(folder, 'cache'))).toEqual([]);
  });
  it('are read only when somebody has touched them', async () => {
    const cache = join(folder, 'cache');
    const key = cardKey(card, 'recipe');
    const store = new CardStore(cache);
    const { path: file } = await store.file(card, key);
    const overwrite = async (last: number, time: number): Promise<void> => {
      const bytes = await readFile(file);
      bytes[bytes.length - 1] = last;
      await writeFile(file, bytes);
      await utimes(file, time, time);
    };
    const drawnBy = async (other: CardStore): Promise<number> => {
      await other.file(card, key);
      await other.prune(new Set([key]));
      return other.drawn;
    };
    await utimes(file, 1, 1);
    expect(await drawnBy(new CardStore(cache))).toBe(0);
    await overwrite(0, 1);
    expect(await drawnBy(new CardStore(cache))).toBe(0);
    await overwrite(1, 2);
    expect(await drawnBy(new CardStore(cache))).toBe(1);
  });
});
