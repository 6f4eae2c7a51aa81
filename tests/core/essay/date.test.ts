import { describe, expect, it } from 'vitest';
import { dateSchema, parseDate } from '../../../src/core/essay/essay.ts';
import { checked, faults } from '../folder.ts';

describe('a date', () => {
  it.each([
    ['2026-03-14', '2026-03-14T00:00:00.000Z'],
    [' 2026-03-14 ', '2026-03-14T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['2026-03-14T09:30Z', '2026-03-14T09:30:00.000Z'],
    ['2026-03-14 09:30:15Z', '2026-03-14T09:30:15.000Z'],
    ['2026-03-14T09:30:15.250Z', '2026-03-14T09:30:15.250Z'],
    ['2026-03-14T00:30:00+02:00', '2026-03-13T22:30:00.000Z'],
    ['2026-03-14T00:30:00+0200', '2026-03-13T22:30:00.000Z'],
    ['2026-12-31T23:00:00-05:00', '2027-01-01T04:00:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(parseDate(text)?.toISOString()).toBe(iso);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '14/03/2026',
    '2026-03-14T09:30:00',
    '2026-03-14T25:00:00Z',
    '2026-03-14T09:60Z',
    '2026-02-30T09:00:00Z',
    '2026-03-14T09:00:00+25:00',
    '14 March 2026',
    'today',
    '',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
    expect(faults(dateSchema, text)).toEqual([
      `wrong-value: The file is “${text}”, which is no date of the calendar; write it as 2026-03-14 or 2026-03-14T09:00:00Z.`,
    ]);
  });

  it('may have been read from YAML already, but not as a number', () => {
    const date = new Date('2026-03-14');
    expect(checked(dateSchema, date)).toEqual(date);
    expect(faults(dateSchema, 20260314)).toEqual(['wrong-value: The file must be a date such as 2026-03-14.']);
  });
});
