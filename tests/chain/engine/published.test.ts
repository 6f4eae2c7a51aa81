import { describe, expect, it } from 'vitest';
import { availableTime, takt } from '../../../src/chain/engine/calendar.ts';
import { bottleneck, capacity, impliedUtilization } from '../../../src/chain/engine/capacity.ts';
import { compute } from '../../../src/chain/engine/compute.ts';
import {
  bestCase,
  criticalWip,
  inventoryOf,
  practicalWorstCase,
  queueTime,
  timeOf,
  worstCase,
} from '../../../src/chain/engine/flow-law.ts';
import { loads, productPlan } from '../../../src/chain/engine/margin.ts';
import { equipmentEffectiveness, rolledThroughputYield } from '../../../src/chain/engine/quality.ts';
import { changeoversPerDay, operators, pitch } from '../../../src/chain/engine/staffing.ts';
import { model, sample } from '../models.ts';

describe('Acme Stamping, current state (Rother & Shook, Learning to See)', () => {
  const result = compute(model('acme-current'));

  it('asks for 920 a day and so for one every 60 seconds', () => {
    expect(result.demand?.value).toBe(920);
    expect(result.availableTime?.value).toBe(55_200);
    expect(result.takt?.value).toBe(60);
  });

  it('keeps a bracket for 23.6 days', () => {
    expect(result.buffers.map(({ days }) => days?.value.toFixed(1))).toEqual([
      '5.0',
      '7.6',
      '1.8',
      '2.7',
      '2.0',
      '4.5',
    ]);
    expect(result.leadTime?.days).toBeCloseTo(23.6196, 4);
    expect(result.leadTime?.value).toBeCloseTo(23.6196 * 86_400, -1);
    expect(result.leadTime?.convention).toBe('inventory/demand/calendar');
  });

  it('works on it for 188 seconds', () => {
    expect(result.valueAddedTime?.value).toBe(188);
    expect(result.ratio?.value).toBeCloseTo(188 / (23.6196 * 86_400), 9);
  });

  it('is held back by Assembly 1, not by the slow changeover of the press', () => {
    const perShift = result.activities.map(({ capacity: figure }) => Math.floor(((figure?.value ?? 0) / 2) * 10) / 10);
    expect(perShift).toEqual([23_460, 707.6, 480, 445.1, 690]);
    expect(result.bottleneck).toEqual(['assembly-1']);
    expect(result.activities[3]?.impliedUtilization?.value).toBeCloseTo(1.0333, 4);
    expect(result.constraint).toBe('capacity');
    expect(result.throughput?.value).toBeCloseTo(890.3, 1);
  });

  it('needs four people at 188 seconds of work and 60 of takt', () => {
    expect(result.staffing?.value).toBe(4);
  });

  it('reacts to a what-if by dividing stock by what is really made', () => {
    const changed = compute(model('acme-current'), { set: { 'weld-2.process.uptime': '90 %' } });
    expect(changed.conventions?.inventoryDivisor).toBe('throughput');
    expect(changed.leadTime?.days).toBeCloseTo(5 + 17_130 / 890.3226, 3);
    expect(changed.faults.map(({ rule }) => rule)).toContain('chain-divisor-switched');
  });

  it('moves the bottleneck to Spot weld 2 once Assembly 1 is lifted', () => {
    const changed = compute(model('acme-current'), { set: { 'assembly-1.process.cycleTime': '50 s' } });
    expect(changed.bottleneck).toEqual(['weld-2']);
    expect(changed.capacity?.value).toBe(960);
    expect(changed.constraint).toBe('demand');
    expect(changed.throughput?.value).toBe(920);
  });
});

describe('Acme Stamping in the sample site', () => {
  it('gives the published days and seconds of the future state', () => {
    const result = compute(sample('acme-stamping'), { scenario: 'future' });
    expect(result.leadTime?.days).toBeCloseTo(5, 9);
    expect(result.valueAddedTime?.value).toBe(169);
    expect(result.constraint).toBe('demand');
    expect(result.staffing?.value).toBe(3);
  });
});

describe('office stream (Martin & Osterling, figure 1.2)', () => {
  const result = compute(sample('office-stream'));

  it.each([
    ['process time in minutes', (result.valueAddedTime?.value ?? 0) / 60, 180, 9],
    ['lead time in days', result.leadTime?.days ?? 0, 9.5, 9],
    ['activity ratio', result.ratio?.value ?? 0, 0.039, 3],
    ['rolled %C&A', result.rolledCompleteAccurate?.value ?? 0, 0.3, 3],
  ])('has the published %s', (_name, value, expected, digits) => expect(value).toBeCloseTo(expected, digits));
});

describe('software stream', () => {
  const result = compute(model('software-stream'));

  it.each([
    ['process time in hours', (result.valueAddedTime?.value ?? 0) / 3600, 28.5, 9],
    ['lead time in days', result.leadTime?.days ?? 0, 25, 9],
    ['activity ratio', result.ratio?.value ?? 0, 0.1425, 9],
    ['rolled %C&A', result.rolledCompleteAccurate?.value ?? 0, 0.305, 3],
    ['takt in hours', (result.takt?.value ?? 0) / 3600, 4, 9],
  ])('has the published %s', (_name, value, expected, digits) => expect(value).toBeCloseTo(expected, digits));
});

describe('the weld and assembly cell of Acme', () => {
  it.each([
    [187, 4],
    [168, 3],
    [180, 3],
  ])('needs for %i seconds of work %i people', (work, people) => expect(operators(work, 60)).toBe(people));

  it('has a pitch of 20 minutes for packs of 20', () => expect(pitch(60, 20)).toBe(1200));
});

describe("Kristen's cookies, orders of one dozen", () => {
  const minutes = { you: 8, oven: 10, roommate: 4 };
  const perHour = new Map(
    Object.entries(minutes).map(([who, time]) => [who, capacity({ time, servers: 1, uptime: 1 }, 60)]),
  );

  it('bakes six dozen an hour, because of the oven', () => {
    expect(bottleneck(perHour)).toEqual({ capacity: 6, names: ['oven'] });
  });

  it('uses you at 80 % and the roommate at 40 %', () => {
    expect(impliedUtilization(6, 1, perHour.get('you') ?? 0)).toBeCloseTo(0.8, 12);
    expect(impliedUtilization(6, 1, perHour.get('roommate') ?? 0)).toBeCloseTo(0.4, 12);
  });

  it('makes 22.4 dozen in a night of four hours, the first 16 minutes without the oven', () => {
    expect(capacity({ time: 10, servers: 1, uptime: 1 }, 4 * 60 - 16)).toBeCloseTo(22.4, 12);
    expect(6 * (5 - 0.7)).toBeCloseTo(25.8, 12);
  });
});

describe('bagels, 18 an hour of three kinds', () => {
  const kinds = [
    { name: 'grilled', minutes: { cut: 3, grill: 10, veggies: 5, wrap: 2 } },
    { name: 'veggie', minutes: { cut: 3, veggies: 5, wrap: 2 } },
    { name: 'cream', minutes: { cut: 3, cream: 4, wrap: 2 } },
  ].map((kind) => ({ ...kind, price: 0, cost: 0, demand: 0 }));
  const mix: Readonly<Record<string, number>> = { grilled: 3, veggie: 11, cream: 4 };
  const asked = loads(kinds, ({ name }) => mix[name] ?? 0);
  const used = (step: string): number =>
    Math.round(((asked[step] ?? 0) / capacity({ time: 1, servers: 1, uptime: 1 }, 60)) * 100);

  it.each([
    ['cut', 90],
    ['grill', 50],
    ['veggies', 117],
    ['cream', 27],
    ['wrap', 60],
  ])('loads %s', (step, percent) => expect(used(step)).toBe(percent));

  it('lets the veggies hold the mix to 154.3 in a day of ten hours', () => {
    const steps = new Map(Object.entries(asked).map(([step, minutes]) => [step, (18 * 60) / minutes]));
    const slowest = bottleneck(steps);
    expect(slowest.names).toEqual(['veggies']);
    expect(slowest.capacity * 10).toBeCloseTo(154.3, 1);
  });
});

describe("insurance claims by Little's law", () => {
  it.each([
    ['720 claims in process', inventoryOf(12_000 / 50, 3), 720],
    ['2.5 weeks for 300 car claims, half of all', timeOf(300, (12_000 * 0.5) / 50), 2.5],
    ['3 weeks for 216 house claims, 30 % of all', timeOf(216, (12_000 * 0.3) / 50), 3],
  ])('gives %s', (_name, value, expected) => expect(value).toBeCloseTo(expected, 12));

  it('knows no time where nothing flows', () => expect(timeOf(5, 0)).toBeUndefined());
});

describe('Penny Fab One (Hopp & Spearman): four steps of two hours', () => {
  it('has a critical work in process of four', () => expect(criticalWip(0.5, 8)).toBe(4));
  it('takes 20 hours at best with ten pennies', () => expect(bestCase(10, 0.5, 8).cycleTime).toBe(20));
  it('makes 0.385 an hour in the practical worst case', () => {
    expect(practicalWorstCase(10, 0.5, 8).throughput).toBeCloseTo(0.385, 3);
    expect(practicalWorstCase(10, 0.5, 8).cycleTime).toBe(26);
  });
  it('makes one batch in turn in the worst case', () =>
    expect(worstCase(4, 8)).toEqual({ throughput: 0.125, cycleTime: 32 }));
});

describe('equipment effectiveness, textbook case', () => {
  it('is 74.79 %', () => {
    const run = { planned: (480 - 60) * 60, down: 47 * 60, idealCycle: 1, made: 19_271, bad: 423 };
    const { availability, performance, quality, effectiveness } = equipmentEffectiveness(run);
    expect([availability, performance, quality, effectiveness].map((share) => (share * 100).toFixed(2))).toEqual([
      '88.81',
      '86.11',
      '97.80',
      '74.79',
    ]);
  });
});

describe('P and Q (Goldratt, The Haystack Syndrome)', () => {
  const products = [
    { name: 'P', price: 90, cost: 45, demand: 100, minutes: { A: 15, B: 15, C: 15, D: 15 } },
    { name: 'Q', price: 100, cost: 40, demand: 50, minutes: { A: 10, B: 30, C: 5, D: 5 } },
  ];

  it('is held back by B, on which P earns more a minute than Q', () => {
    const plan = productPlan(products, 2400, 6000);
    expect(plan.constraint).toBe('B');
    expect(plan.perConstraintMinute).toEqual({ P: 3, Q: 2 });
    expect(plan.made).toEqual({ P: 100, Q: 30 });
    expect(plan.profit).toBe(300);
    expect(plan.sure).toBe(true);
  });

  it('loses 300 when Q, with the higher margin, comes first', () => {
    const mix: Readonly<Record<string, number>> = { P: 60, Q: 50 };
    expect(loads(products, ({ name }) => mix[name] ?? 0)).toEqual({ A: 1400, B: 2400, C: 1150, D: 1150 });
    const earned = products.reduce((sum, { name, price, cost }) => sum + (price - cost) * (mix[name] ?? 0), -6000);
    expect(earned).toBe(-300);
  });
});

describe('small formulas', () => {
  it('gives one server with exponential times the queue of the textbook: u/(1−u) of a service', () => {
    expect(queueTime({ cvArrival: 1, cvProcess: 1, utilization: 0.8, servers: 1, time: 10 })).toBeCloseTo(40, 9);
  });
  it('says that a queue at full load has no limit', () => {
    expect(queueTime({ cvArrival: 1, cvProcess: 1, utilization: 1, servers: 1, time: 10 })).toBeUndefined();
  });
  it('rolls defects per unit by Poisson', () => expect(rolledThroughputYield([0.05, 0.1])).toBeCloseTo(0.8607, 4));
  it('finds time for changeovers', () => expect(changeoversPerDay(55_200, 920, 39, 600)).toBeCloseTo(32.2, 9));
  it('has no takt without demand', () => expect(takt(100, 0)).toBeUndefined());
  it('counts working time without breaks', () => {
    const calendar = { shiftTime: { value: 8, unit: 'h' }, plannedBreaks: { value: 20, unit: 'min' }, shiftsPerDay: 2 };
    expect(availableTime(calendar)).toBe(55_200);
  });
  it('takes changeovers out of capacity when they count', () => {
    expect(
      capacity({ time: 1, servers: 1, uptime: 0.85, changeover: { time: 3600, batch: 3600 } }, 27_600),
    ).toBeCloseTo(11_730, 9);
    expect(capacity({ time: 0, servers: 1, uptime: 1 }, 100)).toBe(Infinity);
  });
});
