import { describe, expect, it } from 'vitest';
import { concept, essay, understand } from '../folder.ts';
import type { Essay } from '../../../src/core/essay/essay.ts';
import type { Concept } from '../../../src/core/concept/concept.ts';

/** How often a library of so many essays, half of them in another language only, looks into its documents. */
function looks(count: number): number {
  let seen = 0;
  const watched = <D extends Essay | Concept>(document: D): D =>
    new Proxy(document, {
      get(target, key) {
        seen += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
  const documents = Array.from({ length: count }, (_, index) => {
    const id = `e${String(index)}`;
    const date = new Date(Date.UTC(2000, 0, 1 + index)).toISOString();
    const series = { id: `s${String(index % (count / 10))}`, part: index + 1 };
    const links = [`../e${String(Math.floor(index / 4) * 2)}/`, `../../concepts/c${String(index % (count / 10))}/`];
    const front = { date, series, tags: ['lean', `t${String(index % (count / 10))}`] };
    return watched(essay(`${id}/${index % 2 === 0 ? 'en' : 'sv'}`, front, { links }));
  });
  const rows = Array.from({ length: count / 10 }, (_, index) => index);
  understand({
    site: { languages: ['en', 'sv'] },
    tags: {
      lean: { label: 'Lean' },
      ...Object.fromEntries(rows.map((row) => [`t${String(row)}`, { label: `T ${String(row)}`, parent: 'lean' }])),
    },
    authors: { ada: { name: 'Ada', default: true } },
    series: Object.fromEntries(rows.map((row) => [`s${String(row)}`, { title: `S ${String(row)}` }])),
    documents: [...documents, ...rows.map((row) => watched(concept(`c${String(row)}/en`)))],
  });
  return seen;
}

describe('a library of twice as many essays', () => {
  it('takes little more than twice the work', () => {
    const few = looks(200);
    expect(looks(400) / few).toBeLessThan(2.4);
  });
});
