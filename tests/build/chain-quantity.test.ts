import { describe, expect, it } from 'vitest';
import { chainQuantities, chainQuantity, setFaults } from '../../src/build/chain-quantity.ts';
import type { ValueChain } from '../../src/chain/model.ts';
import { wholeText } from '../../src/chain/whole.ts';
import { sceneOf } from '../../src/chain/scene.ts';
import { chainWords } from '../../src/chain/words.ts';
import { chainOf, model } from '../chain/models.ts';

const acme = model('acme-current');

/** A workshop that makes ten a day of twelve asked for, and a channel through which half get lost. */
const shop = chainOf(`
calendar: { shiftTime: 8 h, plannedBreaks: 0 min, shiftsPerDay: 1, daysPerWeek: 5, daysPerYear: 200 }
currency: EUR
demand: { rate: 12 pcs/d, price: 100 EUR/pcs }
conventions: { leadTime: little, inventoryDivisor: demand, timeBase: working, changeover: ignore }
activities:
  - { id: bench, label: Bench, process: { cycleTime: 48 min }, cost: { variable: 40 EUR/pcs, fixed: 480 EUR/d } }
  - { id: drive, label: Drive, process: { cycleTime: 1 min, yield: 50 % } }
flows: [{ from: bench, to: drive, kind: service }]
scenarios: [{ id: today }, { id: all, set: { bench.process.cycleTime: 10 min } }]
`);

function say(chain: ValueChain, of: string, more: object = {}, lang: 'en' | 'sv' | 'fr' = 'en'): unknown {
  const found = chainQuantity(chain, { lang, of, ...more }, chainWords[lang]);
  return found && [found.text.replaceAll(/[\u00A0\u202F]/g, '_'), found.number.replaceAll(/[\u00A0\u202F]/g, '_')];
}

describe('a number of a chain', () => {
  it.each([
    ['throughput', ['890 a day', '890']],
    ['takt', ['60_s', '60']],
    ['leadTime', ['23.6_days', '23.6']],
    ['assembly-1.impliedUtilization', ['103%', '103']],
    ['assembly-1.cycleTime', ['62_s', '62']],
    ['weld-2.uptime', ['80%', '80']],
    ['b3.days', ['2.7_d', '2.7']],
    ['b3.quantity', ['2,450', '2,450']],
    ['weld-2.yield', undefined],
    ['pace', undefined],
    ['weld-3.capacity', undefined],
  ])('%s of the published line', (of, texts) => {
    expect(say(acme, of)).toEqual(texts);
  });

  it('is written as in the chain’s own table', () => {
    for (const lang of ['en', 'sv', 'fr'] as const) {
      const voice = { lang, words: chainWords[lang] };
      for (const name of ['throughput', 'takt', 'leadTime', 'ratio', 'availableTime'] as const) {
        const text = chainQuantity(acme, { lang, of: name }, chainWords[lang])?.text;
        expect(text).toBe(wholeText(sceneOf(acme).result, name, voice));
      }
    }
  });

  it('keeps the separators of its language', () => {
    expect(say(acme, 'leadTime', {}, 'sv')).toEqual(['23,6_dagar', '23,6']);
    expect(say(acme, 'b3.quantity', {}, 'fr')).toEqual(['2_450', '2_450']);
  });

  it('follows scenario and setting', () => {
    expect(say(shop, 'throughput')).toEqual(['5 a day', '5']);
    expect(say(shop, 'throughput', { scenario: 'all' })).toEqual(['12 a day', '12']);
    expect(say(shop, 'throughput', { set: { 'drive.process.yield': '100 %' } })).toEqual(['10 a day', '10']);
  });

  it('can be how many units begin an activity', () => {
    expect(say(shop, 'bench.started')).toEqual(['10 a day', '10']);
    expect(say(shop, 'drive.started')).toEqual(['10 a day', '10']);
  });

  it.each([
    ['throughput', 'wk', ['25 a week', '25']],
    ['throughput', 'y', ['1,000 a year', '1,000']],
    ['throughput', 'h', ['0.63 an hour', '0.63']],
    ['margin', 'wk', ['−€1,900 a week', '−1,900']],
    ['throughput', 'mo', undefined],
    ['bench.impliedUtilization', 'wk', undefined],
    ['bench.cycleTime', 'wk', undefined],
  ])('%s is told per %s', (of, per, texts) => {
    expect(say(shop, of, { per })).toEqual(Array.isArray(texts) ? [texts[0]?.replace('−', '-'), texts[1]] : undefined);
  });

  it('is listed by name where there is one', () => {
    const names = chainQuantities(acme, chainWords.en);
    expect(names).toContain('weld-2.uptime');
    expect(names).not.toContain('margin');
    expect(names.filter((of) => say(acme, of) === undefined)).toEqual([]);
  });

  it('says what cannot be set', () => {
    expect(setFaults(shop, { 'bench.process.cycleTime': '3 min' })).toEqual([]);
    expect(setFaults(shop, { 'bench.process.cycletime': '3 min', 'bank.process.yield': '3 %' })).toEqual([
      '"bench.process.cycletime" is nothing that can be set.',
      '"bank.process.yield": there is no "bank" in this scenario.',
    ]);
  });
});
