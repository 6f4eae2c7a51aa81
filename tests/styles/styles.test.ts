import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/styles');
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }));
const all = sheets.map(({ css }) => css).join('\n');
const tokens = sheets.find(({ name }) => name === 'tokens.css')!.css;

/** A token's colours on paper and in the dark, as channels from 0 to 1. */
function themes(token: string): { light: number[]; dark: number[] } {
  const pair = new RegExp(`--${token}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(tokens);
  if (pair === null) throw new Error(`--${token} has no pair of colours`);
  const channels = (hex = ''): number[] => (hex.match(/../g) ?? []).map((part) => parseInt(part, 16) / 255);
  return { light: channels(pair[1]), dark: channels(pair[2]) };
}

/** Contrast ratio, from WCAG 2.2, "relative luminance" and "contrast ratio". */
function contrast(a: readonly number[], b: readonly number[]): number {
  const luminance = (colour: readonly number[]): number => {
    const [r = 0, g = 0, blue = 0] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the styles', () => {
  test.each(['ink', 'ink-2', 'line', 'flow', 'wait', 'info'])(
    '--%s is readable on paper and wash, by day and night',
    (token) => {
      for (const ground of ['paper', 'wash']) {
        expect(contrast(themes(token).light, themes(ground).light), `light on ${ground}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(themes(token).dark, themes(ground).dark), `dark on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test('the edges of fields and buttons are visible against paper', () => {
    expect(contrast(themes('edge').light, themes('paper').light)).toBeGreaterThanOrEqual(3);
    expect(contrast(themes('edge').dark, themes('paper').dark)).toBeGreaterThanOrEqual(3);
  });

  test('use no token that is defined nowhere', () => {
    const defined = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    const used = [...all.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  test('say start and end, never left and right, so that they mirror', () => {
    const physical = /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)|left|right|float)\s*:/m;
    expect(sheets.filter(({ css }) => physical.test(css)).map(({ name }) => name)).toEqual([]);
  });

  test('move nothing for a reader who asks for stillness', () => {
    const still = all.replace(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, '');
    expect(still).not.toMatch(/\banimation(?:-name)?:\s*(?!none)|\btransition:/);
  });

  test('name one language in each :lang(), which is all that some browsers read', () => {
    expect(all).not.toMatch(/:lang\([^)]*,/);
  });

  test('import every sheet but those that pages load when they need them: for diagrams, lists, code, other scripts', () => {
    const main = sheets.find(({ name }) => name === 'site.css')!.css;
    const imported = [...main.matchAll(/@import '\.\/([\w-]+\.css)'/g)].map(([, name]) => name);
    const others = sheets
      .map(({ name }) => name)
      .filter(
        (name) =>
          ![
            'site.css',
            'chain.css',
            'chain-live.css',
            'chain-page.css',
            'chain-touched.css',
            'code.css',
            'drawing.css',
            'lists.css',
            'scripts.css',
            'search.css',
          ].includes(name),
      );
    expect(imported.sort()).toEqual(others.sort());
  });

  test('point to fonts that exist', () => {
    const fonts = [...all.matchAll(/url\('([^']+\.woff2)'\)/g)].map(([, path]) => path ?? '');
    expect(fonts.length).toBeGreaterThan(6);
    expect(fonts.filter((path) => !existsSync(join(root, 'node_modules', path)))).toEqual([]);
  });
});
