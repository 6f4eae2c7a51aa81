import { describe, expect, it } from 'vitest';
import { bench } from '../../src/cli/bench.ts';
import { makeCorpus, type Dialect } from '../bench/corpus.ts';
import { isFull, verdictOf, verdictTable } from '../bench/lighthouse.ts';
import { tables, type Round } from '../bench/report.ts';
import { languages } from '../bench/prose.ts';
import { answerTable } from '../bench/touch.ts';
import { call } from './io.ts';

const dialect: Dialect = {
  address: (id, lang) => `/${lang}/${id}/`,
  diagram: (chain) => `<Diagram ${chain}>`,
  image: (name) => `<Image ${name}>`,
};

describe('a made-up site', () => {
  const corpus = makeCorpus(20);
  const text = (index: number): string => corpus.body(corpus.essay(index, 'sv'), dialect);

  it('is the same for the same seed, whatever was asked before', () => {
    const again = makeCorpus(20);
    const wanted = again.body(again.essay(7, 'sv'), dialect);
    expect(text(7)).toBe(wanted);
    expect(makeCorpus(20, 2).essay(7, 'sv').title).not.toBe(corpus.essay(7, 'sv').title);
  });

  it('has essays of about 8 kB with tables, notes and links to essays that exist', () => {
    const ids = new Set(Array.from({ length: 20 }, (_, index) => corpus.essay(index, 'en').id));
    for (const index of ids.keys().map((_, at) => at)) {
      const body = text(index);
      expect(Buffer.byteLength(body)).toBeGreaterThan(7000);
      expect(Buffer.byteLength(body)).toBeLessThan(11_000);
      expect(body).toMatch(/^\| --- /m);
      expect(body.match(/\[\^n0\]/g)).toHaveLength(2);
      const linked = [...body.matchAll(/\(\/sv\/([^/]+)\/\)/g)].map((match) => match[1] ?? '');
      expect(linked.length).toBe(5);
      expect(linked.filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  it('shows a diagram in each tenth essay and an image in each fifth, in every language', () => {
    const shown = (mark: string, lang: (typeof languages)[number]): number =>
      Array.from({ length: 20 }, (_, index) => corpus.body(corpus.essay(index, lang), dialect)).filter((body) =>
        body.includes(mark),
      ).length;
    for (const lang of languages) {
      expect(shown('<Diagram', lang)).toBe(2);
      expect(shown('<Image', lang)).toBe(4);
    }
  });
});

it('sets what others take beside what this generator takes', () => {
  const round = (name: string, seconds: number): Round => ({
    name,
    pages: 30,
    files: 40,
    results: { cold: { seconds, cpu: seconds * 1.5, memory: 100 } },
  });
  expect(tables([round('throughline', 2), round('other', 5)])).toContain(
    '| other | 5.0 s / 7.5 s (2.5× / 2.5×), 100 MB | 40 |',
  );
});

it('tells the middle, the third quartile and the worst of how fast a figure answers, and what is too slow', () => {
  const table = answerTable([
    { touch: 'select', width: 360, times: [8, 16, 16, 24, 80] },
    { touch: 'step', width: 1440, times: [16, 56, 64] },
  ]);
  expect(table).toContain('| select | 360 px | 16 ms | 24 ms | 80 ms |  |');
  expect(table).toContain('| step | 1440 px | 56 ms | 64 ms | 64 ms | 50 ms |');
});

describe('what Lighthouse says', () => {
  const report = (performance: number): Parameters<typeof verdictOf>[3][number] => ({
    categories: {
      performance: {
        score: performance,
        auditRefs: ['slow', 'fine', 'hint'].map((id) => ({ id, weight: id === 'hint' ? 0 : 1 })),
      },
      seo: { score: 1, auditRefs: [{ id: 'title', weight: 1 }] },
    },
    audits: {
      slow: { score: 0.5, title: 'Slow' },
      fine: { score: 1, title: 'Fine' },
      hint: { score: 0, title: 'Hint' },
      title: { score: 0, title: 'Title' },
    },
  });
  it('is the middle of three reports, with what cost points where there are fewer than 100', () => {
    const verdict = verdictOf('essay', 'en/a/', ['performance', 'seo'], [report(0.99), report(0.2), report(0.97)]);
    expect(verdict).toMatchObject({ points: { performance: 97, seo: 100 }, faults: ['Slow'] });
    expect(isFull(verdict)).toBe(false);
    expect(verdictTable([verdict])).toContain('| essay | /en/a/ | 97 | – | – | 100 | Slow |');
  });
  it('is full with 100 in everything that was asked', () => {
    expect(isFull(verdictOf('essay', 'en/a/', ['performance'], [report(1)]))).toBe(true);
  });
});

it.each([
  [['--size', 'many'], 'no whole number'],
  [['--only', 'hugoo'], 'There is no generator “hugoo”'],
  [['--states', 'warm'], 'There is no state “warm”'],
  [['weight'], 'There is no measurement “weight”'],
])('refuses %j', async (argv, message) => {
  const told = await call(bench, argv);
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.err).toContain(message);
});
