import { describe, expect, it } from 'vitest';
import { seriesFileSchema } from '../../../src/core/series/series.ts';
import { checked, faults } from '../folder.ts';

const file = (series: unknown): unknown => ({ schema: 'series/1', series: { work: series } });

describe('the registry of series', () => {
  it('knows of no planned parts unless it is told', () => {
    expect(checked(seriesFileSchema, file({ title: 'Work' })).series['work']).toEqual({ title: 'Work', planned: [] });
  });

  it.each<[string, unknown, string]>([
    [
      'a part that is no number of a part',
      { title: 'Work', planned: [{ part: 0, title: 'x' }] },
      'series/work/planned/0/part wrong-value: series.work.planned.0.part must be more than 0.',
    ],
    [
      'a planned part without a title',
      { title: 'Work', planned: [{ part: 2 }] },
      'series/work/planned/0 missing-key: series.work.planned.0.title is missing. → Add title: … here. Keys here: part, title.',
    ],
    [
      'a misspelt key',
      { title: 'Work', plannned: [] },
      'series/work/plannned unknown-key: There is no key “plannned” in series.work. → Did you mean “planned”?',
    ],
  ])('refuses %s', (_, series, line) => {
    expect(faults(seriesFileSchema, file(series))).toEqual([line]);
  });
});
