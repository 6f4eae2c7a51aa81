import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, readSetting, writeAddress } from '../../src/client/value-chain/address.ts';

describe('a link to the state of a figure', () => {
  it.each([
    ['#acme.weld-2', 'weld-2', {}],
    ['#acme', '', {}],
    ['#acme~scenario=future', '', { scenario: 'future' }],
    [
      '#acme.weld-2~view=stream~weld-2.process.uptime=90%25',
      'weld-2',
      { view: 'stream', 'weld-2.process.uptime': '90%' },
    ],
    ['#acme~x', '', { x: '' }],
    ['#acme~~a=1=2', '', { a: '1=2' }],
    ['#acme~broken=%E0%A4%A', '', { broken: '%E0%A4%A' }],
  ])('%s is read', (hash, activity, parts) => {
    expect(readAddress(hash, 'acme')).toEqual({ activity, parts: new Map(Object.entries(parts)) });
  });

  it.each(['', '#', '#other', '#acme-2.weld', '#a-heading', '#acme.weld.process', '#f2-acme.weld'])(
    '“%s” speaks of something else',
    (hash) => {
      expect(readAddress(hash, 'acme')).toBeUndefined();
    },
  );

  it('is always written in one order: view, scenario, viewpoint, then paths by their letters', () => {
    const parts = new Map([
      ['weld-2.process.uptime', '90%'],
      ['viewpoint', 'board'],
      ['assembly-1.process.cycleTime', '55s'],
      ['scenario', 'future'],
      ['view', 'stream'],
    ]);
    expect(writeAddress({ activity: 'weld-2', parts }, 'acme')).toBe(
      '#acme.weld-2~view=stream~scenario=future~viewpoint=board~assembly-1.process.cycleTime=55s~weld-2.process.uptime=90%25',
    );
  });

  it('is empty where nothing differs', () => {
    expect(writeAddress({ activity: '', parts: new Map() }, 'acme')).toBe('');
  });

  it('is read as it was written, whatever the texts', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(text, text, { noNullPrototype: true }), (parts) => {
        const known = new Map(Object.entries(parts));
        fc.pre(known.size > 0);
        expect(readAddress(writeAddress({ activity: 'a', parts: known }, 'acme'), 'acme')?.parts).toEqual(known);
      }),
    );
  });
});

describe('a quantity in a link', () => {
  const percent = { unit: '%', min: 60, max: 100 };

  it.each([
    ['90%', percent, { value: 90, clamped: false }],
    ['90 %', percent, { value: 90, clamped: false }],
    ['20%', percent, { value: 60, clamped: true }],
    ['1000%', percent, { value: 100, clamped: true }],
    ['62.5', { unit: '', min: 0, max: 100 }, { value: 62.5, clamped: false }],
    ['-5s', { unit: 's', min: -10, max: 10 }, { value: -5, clamped: false }],
  ])('“%s” is brought into its range', (text, range, read) => {
    expect(readSetting(text, range)).toEqual(read);
  });

  it.each(['90', '90 s', 'much', '', '1,5%', '1e3%', 'NaN%', 'Infinity%'])('“%s” is none', (text) => {
    expect(readSetting(text, percent)).toBeUndefined();
  });
});
