import { describe, expect, it } from 'vitest';
import { compute } from '../../../src/chain/engine/compute.ts';
import { chainOf } from '../models.ts';

const ground = `
calendar: { shiftTime: 8 h, plannedBreaks: 0 min, shiftsPerDay: 1, daysPerWeek: 5, daysPerMonth: 20 }
demand: { rate: 100 pcs/d }
conventions: { leadTime: inventory, inventoryDivisor: demand, timeBase: working, changeover: ignore }
`;

function starts(text: string): Record<string, number> {
  const result = compute(chainOf(ground + text));
  return Object.fromEntries(
    result.activities.map(({ id, startsPerGoodUnit }) => [id, Number(startsPerGoodUnit?.value.toFixed(6))]),
  );
}

const activity = (id: string, process = 'cycleTime: 60 s'): string =>
  `  - { id: ${id}, label: ${id}, process: { ${process} } }\n`;
const flow = (from: string, to: string, more = ''): string =>
  `  - { from: ${from}, to: ${to}, kind: material${more} }\n`;

describe('starts per good unit', () => {
  it('pays for scrap backwards along a line', () => {
    const line = activity('a', 'cycleTime: 60 s, yield: 80 %') + activity('b', 'cycleTime: 60 s, yield: 50 %');
    expect(starts(`activities:\n${line}flows:\n${flow('a', 'b')}`)).toEqual({ a: 2.5, b: 2 });
  });

  it('counts endless retries of a rework loop', () => {
    const loop = `${flow('a', 'b')}${flow('b', 'a', ', rework: true, share: 0.25')}`;
    expect(starts(`activities:\n${activity('a')}${activity('b')}flows:\n${loop}`)).toEqual({
      a: 1.333333,
      b: 1.333333,
    });
  });

  it('splits by share and joins what was split', () => {
    const ways = flow('a', 'b', ', share: 0.3') + flow('a', 'c', ', share: 0.7') + flow('b', 'd') + flow('c', 'd');
    const all = ['a', 'b', 'c', 'd'].map((id) => activity(id)).join('');
    expect(starts(`activities:\n${all}flows:\n${ways}`)).toEqual({ a: 1, b: 0.3, c: 0.7, d: 1 });
  });

  it('needs every component of an assembly, each with its own scrap', () => {
    const all =
      activity('a', 'cycleTime: 60 s, yield: 50 %') + activity('b') + activity('c', 'cycleTime: 60 s, yield: 80 %');
    expect(starts(`activities:\n${all}flows:\n${flow('a', 'c')}${flow('b', 'c')}`)).toEqual({
      a: 2.5,
      b: 1.25,
      c: 1.25,
    });
  });

  it('lets the scarcer branch of a parallel split set the pace', () => {
    const all = activity('a') + activity('b', 'cycleTime: 60 s, yield: 50 %') + activity('c') + activity('d');
    const ways = flow('a', 'b') + flow('a', 'c') + flow('b', 'd') + flow('c', 'd');
    expect(starts(`activities:\n${all}flows:\n${ways}`)).toEqual({ a: 2, b: 2, c: 1, d: 1 });
  });

  it('reports rework that never ends', () => {
    const text = `activities:\n${activity('a')}${activity('b')}flows:\n${flow('a', 'b')}${flow('b', 'a', ', rework: true, share: 1')}`;
    expect(compute(chainOfUnchecked(text)).faults.map(({ rule }) => rule)).toEqual(['chain-endless-rework']);
  });

  it('reports shares that do not add up to one', () => {
    const ways = flow('a', 'b', ', share: 0.3') + flow('a', 'c', ', share: 0.6');
    const text = `activities:\n${activity('a')}${activity('b')}${activity('c')}flows:\n${ways}`;
    const [fault] = compute(chainOfUnchecked(text)).faults;
    expect(fault?.rule).toBe('chain-shares');
    expect(fault?.message).toContain('0.9');
  });
});

describe('capacity of the whole', () => {
  it('adds up what several activities ask of one resource', () => {
    const text = `resources:\n  - { id: nurse, label: Nurse, kind: people, count: 2 }\nactivities:
${activity('a', 'cycleTime: 4 min, resource: nurse')}${activity('b', 'cycleTime: 6 min, resource: nurse')}flows:\n${flow('a', 'b')}`;
    const result = compute(chainOf(ground + text));
    expect(result.capacity?.value).toBe(96);
    expect(result.bottleneck).toEqual(['a', 'b']);
    expect(result.activities[0]?.impliedUtilization?.value).toBeCloseTo(100 / 96, 12);
  });

  it('names every activity that ties', () => {
    const result = compute(chainOf(`${ground}activities:\n${activity('a')}${activity('b')}flows:\n${flow('a', 'b')}`));
    expect(result.bottleneck).toEqual(['a', 'b']);
  });

  it('is limited by what suppliers can give', () => {
    const text = `parties:\n  - { id: mill, label: Mill, kind: supplier }\nactivities:\n${activity('a')}flows:\n${flow('mill', 'a', ', quantity: 50 pcs/d')}`;
    const result = compute(chainOf(ground + text));
    expect(result.throughput?.value).toBe(50);
    expect(result.constraint).toBe('supply');
  });

  it('finds the longest of parallel ways and the mean of alternatives', () => {
    const block = ground.replace('leadTime: inventory', 'leadTime: block');
    const all = ['a 1', 'b 2', 'c 4', 'd 1'].map((entry) => {
      const [id = '', days = ''] = entry.split(' ');
      return activity(id, `processTime: 1 h, leadTime: ${days} d`);
    });
    const both = flow('a', 'b') + flow('a', 'c') + flow('b', 'd') + flow('c', 'd');
    const either = flow('a', 'b', ', share: 0.5') + flow('a', 'c', ', share: 0.5') + flow('b', 'd') + flow('c', 'd');
    const parallel = compute(chainOf(`${block}activities:\n${all.join('')}flows:\n${both}`));
    expect(parallel.leadTime?.days).toBe(6);
    expect(parallel.valueAddedTime?.value).toBe(3 * 3600);
    expect(compute(chainOf(`${block}activities:\n${all.join('')}flows:\n${either}`)).leadTime?.days).toBe(5);
  });

  it('leaves a margin after scrap and fixed costs, below zero too', () => {
    const text = `currency: EUR\n${ground.replace('rate: 100 pcs/d', 'rate: 100 pcs/d, price: 10 EUR/pcs')}activities:
  - { id: a, label: A, process: { cycleTime: 60 s, yield: 50 % }, cost: { variable: 4 EUR/pcs, fixed: 6000 EUR/mo } }`;
    const result = compute(chainOf(text));
    expect(result.margin).toMatchObject({ value: 100 * 10 - 100 * 2 * 4 - 300, unit: 'EUR/d' });
  });
});

function chainOfUnchecked(text: string): ReturnType<typeof chainOf> {
  const base = chainOf(`${ground}activities:\n${activity('x')}`);
  const parsed = chainOf(`activities:\n${text.split('activities:\n')[1]?.replace(/, process: \{[^}]*\}/gu, '') ?? ''}`);
  const process = { cycleTime: { value: 60, unit: 's' } };
  return { ...base, activities: parsed.activities.map((one) => ({ ...one, process })), flows: parsed.flows };
}
