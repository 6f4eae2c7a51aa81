import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawView } from '../../src/chain/figure.ts';
import { measureText } from '../../src/chain/measure.ts';
import type { ValueChain, ViewKind } from '../../src/chain/model.ts';
import { viewKinds } from '../../src/chain/model.ts';
import { chainWords } from '../../src/chain/words.ts';
import { contentsOf, overlap } from './geometry.ts';
import { chainOf, drawnModels } from './models.ts';

interface Case {
  readonly name: string;
  readonly chain: ValueChain;
  readonly view: ViewKind;
  readonly lang: string;
  readonly scenario: string;
  readonly form: 'wide' | 'narrow';
}

const cases = drawnModels().flatMap(({ chain, languages }) =>
  chain.views.flatMap((view) =>
    languages.flatMap((lang) =>
      chain.scenarios.flatMap(({ id: scenario }) =>
        (['wide', 'narrow'] as const).map((form): Case => ({
          name: `${chain.id}.${view}.${scenario}.${lang}.${form}`,
          chain,
          view,
          lang,
          scenario,
          form,
        })),
      ),
    ),
  ),
);

function draw({ chain, view, lang, scenario, form }: Omit<Case, 'name'>): string {
  const words = Object.hasOwn(chainWords, lang) ? chainWords[lang as 'en'] : chainWords.en;
  const dir = lang === 'ar' ? 'rtl' : 'ltr';
  return drawView(view, { chain, lang, dir, scenario, idPrefix: '', measure: measureText, words })[form];
}

describe.each(cases)('$name', (one) => {
  const svg = draw(one);
  const { labels, boxes, solid, segments, width, height } = contentsOf(svg);

  it('keeps every text inside the drawing and inside its box', () => {
    const bad = labels.filter((label) => {
      const box = label.activity === undefined ? undefined : boxes.get(label.activity);
      const { left, right, top, bottom } = box ?? { left: -1, right: width + 1, top: -1, bottom: height + 1 };
      return label.left < left || label.right > right || label.top < top || label.bottom > bottom;
    });
    expect(bad.map(({ text }) => text)).toEqual([]);
  });

  it('lets no text lie on another', () => {
    const bad = labels.flatMap((a, index) =>
      labels
        .slice(index + 1)
        .filter((b) => overlap(a, b, 1))
        .map((b) => `${a.text} / ${b.text}`),
    );
    expect(bad).toEqual([]);
  });

  it('lets no line run through a text', () => {
    const crossed = labels.filter((label) =>
      segments.some(
        (line) =>
          line.left < label.right - 1 &&
          line.right > label.left + 1 &&
          line.top < label.bottom - 2 &&
          line.bottom > label.top + 2,
      ),
    );
    expect(crossed.map(({ text }) => text)).toEqual([]);
  });

  it('lets no line run through a box', () => {
    const through = segments.filter((line) =>
      solid.some(
        (box) =>
          line.left < box.right - 1 &&
          line.right > box.left + 1 &&
          line.top < box.bottom - 1 &&
          line.bottom > box.top + 1,
      ),
    );
    expect(through.map(({ path }) => path)).toEqual([]);
  });

  it('keeps every box and line inside the drawing', () => {
    const out = [...boxes.values(), ...solid, ...segments].filter(
      ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height,
    );
    expect(out).toEqual([]);
  });

  it('draws every box once and none upon another that does not hold it', () => {
    const shown = [...boxes];
    const bad = shown.flatMap(([a, one], index) =>
      shown
        .slice(index + 1)
        .filter(([, other]) => overlap(one, other, 0.5) && !holds(one, other) && !holds(other, one))
        .map(([b]) => `${a} / ${b}`),
    );
    expect(bad).toEqual([]);
  });
});

function holds(outer: { left: number; right: number; top: number; bottom: number }, inner: typeof outer): boolean {
  return (
    outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom
  );
}

describe('a drawing', () => {
  const first = cases.filter(
    ({ scenario, chain, view }) => scenario === chain.scenarios[0]?.id && view === chain.views[0],
  );

  it.each(first)('$name looks as it did', async (one) => {
    const svg = draw(one);
    const [, size = ''] = /(viewBox="[^"]+")/u.exec(svg) ?? [];
    const page = `<?xml version="1.0"?>\n<?xml-stylesheet href="drawing.css"?>\n<svg xmlns="http://www.w3.org/2000/svg" class="chain" ${size}>\n${svg.replaceAll('><', '>\n<')}\n</svg>\n`;
    await expect(page).toMatchFileSnapshot(`drawings/${one.chain.id}.${one.view}.${one.lang}.${one.form}.svg`);
  });

  it('is the same each time', () => {
    for (const one of first)
      expect(draw(one)).toBe(draw({ ...one, chain: JSON.parse(JSON.stringify(one.chain)) as ValueChain }));
  });

  it('has no style attribute, script, id or foreign object', () => {
    for (const one of cases) expect(draw(one)).not.toMatch(/ style=| id=|<script|<style|foreignObject| on\w+=/u);
  });

  it('escapes hostile labels', () => {
    const hostile = '"</script><img src=x onerror=alert(1)>&\'"';
    const chain = chainOf(
      `views: [nested, porter, journey]\nactivities:\n  - { id: a, category: operations, stage: purchase, label: ${JSON.stringify(hostile)} }`,
    );
    for (const view of ['nested', 'porter', 'journey'] as const) {
      const svg = draw({ chain, view, lang: 'en', scenario: 'today', form: 'wide' });
      expect(svg).not.toContain('<img');
      expect(svg).toContain('&lt;');
    }
  });

  it('has its type sizes from the style sheet that the layout measured with', () => {
    const css = readFileSync(new URL('../../src/styles/drawing.css', import.meta.url), 'utf8');
    for (const size of [17.5, 15.7, 16.5, 14.2]) expect(css).toContain(`font-size: ${size}px`);
  });

  it('exists for every view', () => {
    const drawn = new Set(cases.map(({ view }) => view));
    expect([...viewKinds].filter((view) => !drawn.has(view))).toEqual([]);
  });
});
