import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { drawnWidths, faces } from '../../src/chain/draw/drawing.ts';
import { spansOf } from '../../src/chain/draw/stream-numbers.ts';
import { drawView } from '../../src/chain/figure.ts';
import { measureText } from '../../src/chain/measure.ts';
import { viewKinds } from '../../src/chain/model.ts';
import { chainWords } from '../../src/chain/words.ts';
import { chainOf } from './models.ts';

/** A whole with eleven parts that have all there is to draw: parties, steering, stocks, costs, stages. */
function twelve(): ReturnType<typeof chainOf> {
  const names = 'Receive Cut Mill Grind Wash Weld Harden Paint Assemble Test Pack'.split(' ');
  const ids = names.map((name) => name.toLowerCase());
  const categories = ['inbound-logistics', 'operations', 'outbound-logistics', 'marketing-sales', 'service'];
  const stages = ['trigger', 'initial-consideration', 'active-evaluation', 'purchase', 'post-purchase', 'loyalty-loop'];
  const activities = names.map(
    (name, at) =>
      `  - { id: ${ids[at] ?? ''}, parent: plant, label: ${name}, description: takes what ${name} needs, category: ${categories[at % 5] ?? ''}, stage: ${stages[at % 6] ?? ''}, cost: { variable: ${at + 1} EUR/pcs }, process: { cycleTime: ${37 + 3 * at} s, changeoverTime: ${5 + at} min, uptime: ${80 + at} %, yield: ${99 - at} % } }`,
  );
  const buffers = ids.map(
    (id, at) =>
      `  - { id: b${at}, kind: inventory, from: ${ids[at - 1] ?? 'mill-town'}, to: ${id}, quantity: ${910 + 317 * at} pcs }`,
  );
  const flows = ids
    .slice(1)
    .map((id, at) => `  - { from: ${ids[at] ?? ''}, to: ${id}, kind: material, label: part ${at + 1} }`);
  const steered = ids.map((id) => `  - { from: office, to: ${id}, kind: information }`);
  return chainOf(`views: [nested]
currency: EUR
calendar: { shiftTime: 8 h, plannedBreaks: 20 min, shiftsPerDay: 2, daysPerMonth: 20 }
demand: { rate: 700 pcs/d, price: 120 EUR/pcs }
conventions: { leadTime: inventory, inventoryDivisor: demand, timeBase: calendar, changeover: ignore }
parties:
  - { id: mill-town, kind: supplier, label: Steel mill, note: twice a week }
  - { id: office, kind: control, label: Production control, note: weekly }
  - { id: maker, kind: customer, label: Car maker, note: daily }
activities:
  - { id: plant, label: Plant, description: turns steel into brackets }
${activities.join('\n')}
buffers:
${buffers.join('\n')}
  - { id: out, kind: inventory, from: pack, to: maker, quantity: 4140 pcs }
flows:
${[...flows, ...steered].join('\n')}
  - { from: maker, to: office, kind: information, label: daily order }
  - { from: office, to: mill-town, kind: information, label: forecast }`);
}

describe('the weight of a drawing', () => {
  const chain = twelve();
  const input = { chain, lang: 'en', dir: 'ltr', idPrefix: '', measure: measureText, words: chainWords.en } as const;

  it.each([...viewKinds])('%s takes at most 4 kB wide and 3 kB narrow, gzip, for twelve activities', (view) => {
    const { wide, narrow } = drawView(view, input);
    expect(gzipSync(wide).length).toBeLessThanOrEqual(4096);
    expect(gzipSync(narrow).length).toBeLessThanOrEqual(3072);
  });
});

describe('the weight of what computes', () => {
  it.each([
    ['the engine', 'chain/engine/reckoning.ts', 5_000],
    ['a what-if with the engine', 'client/value-chain/what-if.ts', 10_000],
  ])('%s takes a browser little, gzip', async (_, file, most) => {
    const bundle = await rolldown({ input: join(import.meta.dirname, '../../src', file), platform: 'browser' });
    const { output } = await bundle.generate({ format: 'esm', minify: true });
    expect(output.length).toBe(1);
    expect(gzipSync(output[0].code, { level: 9 }).length).toBeLessThanOrEqual(most);
  });
});

describe('type in a drawing', () => {
  it('has at least 12.5 px where the wide drawing begins and where the narrow one is narrowest', () => {
    // The widths at which the style sheet changes drawings, and below which it lets the figure scroll: 44rem, 16.6rem.
    for (const [form, width] of [
      ['wide', 44 * 16],
      ['narrow', 16.6 * 16],
    ] as const)
      expect((faces[form].small.size * width) / drawnWidths[form]).toBeGreaterThanOrEqual(12.5);
  });
});

describe('the strip of times', () => {
  const scale = [
    { seconds: 5 * 86_400, kind: 'wait' },
    { seconds: 1, kind: 'work' },
    { seconds: 86_400, kind: 'wait' },
    { seconds: 60, kind: 'work' },
  ] as const;
  const widths = (form: 'linear' | 'log'): number[] => spansOf(scale, 880, form).map(({ width }) => width);

  it('is as long as the times are', () => {
    const [first = 0, , third = 0] = widths('linear');
    expect((first + 1.5) / (third + 1.5)).toBeCloseTo(5, 9);
  });

  it('shows every time on the logarithmic scale, longer ones longer', () => {
    const [days = 0, second = 0, day = 0, minute = 0] = widths('log');
    expect(days).toBeGreaterThan(day);
    expect(day).toBeGreaterThan(minute);
    expect(minute).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(10);
  });

  it.each(['linear', 'log'] as const)('fills the whole width on the %s scale', (form) => {
    const last = spansOf(scale, 880, form).at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(880, 0);
  });
});
