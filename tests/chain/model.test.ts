import { describe, expect, it } from 'vitest';
import { parseYaml } from './models.ts';

const head = `schema: value-chain/1
id: test
title: { en: Test }
description: { en: Test }
`;
const ground = `calendar: { shiftTime: 8 h, plannedBreaks: 0 min, shiftsPerDay: 1 }
conventions: { leadTime: inventory, inventoryDivisor: demand, timeBase: working, changeover: ignore }
demand: { rate: 10 pcs/d }
`;
const one = 'activities:\n  - { id: a, label: { en: A } }\n';

describe('a faulty model', () => {
  it.each([
    [
      'a misspelt key',
      `${head}activities:\n  - { id: a, lable: { en: A } }`,
      'chain-unknown-key',
      6,
      'activities.a.lable',
      'Write label instead of lable.',
    ],
    [
      'a missing key',
      `${head}activities:\n  - { id: a }`,
      'chain-missing-key',
      6,
      'activities.a.label is missing',
      'label: { en: Spot weld 2',
    ],
    ['no activities', head, 'chain-missing-key', 1, 'activities is missing', 'activities:'],
    ['an unknown value', `${head}views: [streem]\n${one}`, 'chain-bad-value', 5, 'cannot be "streem"', 'Write stream.'],
    [
      'a time without a unit',
      `${head}${ground}activities:\n  - { id: a, label: { en: A }, process: { cycleTime: 46 } }`,
      'chain-bad-quantity',
      9,
      'activities.a.process.cycleTime: 46 is not a time',
      '"46 s"',
    ],
    [
      'a misspelt unit',
      `${head}${ground}activities:\n  - { id: a, label: { en: A }, process: { cycleTime: 46 sec } }`,
      'chain-bad-quantity',
      9,
      '"46 sec" is not a time',
      '"46 s"',
    ],
    [
      'a negative time',
      `${head}${ground}activities:\n  - { id: a, label: { en: A }, process: { cycleTime: -4 s } }`,
      'chain-bad-quantity',
      9,
      'must not be below zero',
      '',
    ],
    [
      'a control of another unit than what it changes',
      `${head}${ground}controls:\n  - { id: k, path: a.process.uptime, min: 5 s, max: 60 %, step: 1 %, label: K }\n${one}`,
      'chain-control-unit',
      9,
      'a.process.uptime is no 5 s',
      'a share',
    ],
    [
      'a control without a way',
      `${head}${ground}controls:\n  - { id: k, path: a.process.uptime, min: 90 %, max: 10 %, step: 1 %, label: K }\n${one}`,
      'chain-control-range',
      9,
      'leads from 90 % to 10 %',
      'more than min',
    ],
    [
      'a control without a step',
      `${head}${ground}controls:\n  - { id: k, path: a.process.uptime, min: 10 %, max: 90 %, step: 0 %, label: K }\n${one}`,
      'chain-control-range',
      9,
      'No step of 0 %',
      'above zero',
    ],
    [
      'a control beyond what can be',
      `${head}${ground}controls:\n  - { id: k, path: a.process.uptime, min: 10 %, max: 190 %, step: 10 %, label: K }\n${one}`,
      'chain-control-range',
      9,
      '190 % must not be above 100 %',
      '',
    ],
    [
      'a control that the given number lies outside of',
      `${head}${ground}controls:\n  - { id: k, path: demand.rate, min: 20 pcs/d, max: 30 pcs/d, step: 1 pcs/d, label: K }\n${one}`,
      'chain-control-range',
      9,
      'The number given is 10 pcs/d',
      'between min and max',
    ],
    [
      'scenarios that begin with each other',
      `${head}scenarios:\n  - { id: today }\n  - { id: p, from: q }\n  - { id: q, from: p }\n${one}`,
      'chain-scenario-cycle',
      7,
      '"p" begins with itself',
      'Leave out from:',
    ],
    ['no scenario', `${head}scenarios: []\n${one}`, 'chain-bad-value', 5, 'scenarios is empty', ''],
    [
      'a flow that leads nowhere',
      `${head}${one}flows:\n  - { from: a, to: a, kind: material }\n`,
      'chain-idle-flow',
      8,
      'from "a" to itself',
      'rework: true',
    ],
    [
      'a day of more than 24 hours',
      `${head}calendar: { shiftTime: 8 h, plannedBreaks: 0 min, shiftsPerDay: 4 }
conventions: { leadTime: inventory, inventoryDivisor: demand, timeBase: working, changeover: ignore }
demand: { rate: 10 pcs/d }
activities:
  - { id: a, label: { en: A }, process: { cycleTime: 46 s } }
`,
      'chain-long-day',
      5,
      'work 32 h',
      '24 h',
    ],
    [
      'an uptime of zero',
      `${head}${ground}activities:\n  - { id: a, label: { en: A }, process: { uptime: 0 % } }`,
      'chain-bad-quantity',
      9,
      'must be above zero',
      '80 %',
    ],
    [
      'an uptime above one',
      `${head}${ground}activities:\n  - { id: a, label: { en: A }, process: { uptime: 120 % } }`,
      'chain-bad-quantity',
      9,
      'above 100 %',
      '',
    ],
    [
      'a bad id',
      `${head}activities:\n  - { id: ../a, label: { en: A } }`,
      'chain-bad-value',
      6,
      'An id is made of',
      'weld-2',
    ],
    [
      'an id twice',
      `${head}activities:\n  - { id: a, label: { en: A } }\n  - { id: a, label: { en: B } }`,
      'chain-duplicate-id',
      7,
      'stands twice',
      'own id',
    ],
    [
      'a flow to nobody',
      `${head}${one}flows:\n  - { from: a, to: sails, kind: service }`,
      'chain-unknown-id',
      8,
      'flows.0.to: Nothing here is called "sails"',
      'There are a.',
    ],
    [
      'a parent of itself',
      `${head}activities:\n  - { id: a, parent: b, label: { en: A } }\n  - { id: b, parent: a, label: { en: B } }`,
      'chain-parent-cycle',
      6,
      'a part of itself',
      '',
    ],
    [
      'numbers of a whole',
      `${head}${ground}activities:\n  - { id: a, label: { en: A }, process: { cycleTime: 1 s } }\n  - { id: b, parent: a, label: { en: B } }`,
      'chain-parent-with-numbers',
      9,
      '"a" has parts',
      'its parts',
    ],
    [
      'numbers without conventions',
      `${head}calendar: { shiftTime: 8 h, plannedBreaks: 0 min, shiftsPerDay: 1 }\ndemand: { rate: 10 pcs/d }\n${one}`,
      'chain-missing-key',
      1,
      'conventions is missing',
      'leadTime: inventory',
    ],
    [
      'a month of unknown length',
      `${head}${ground.replace('10 pcs/d', '10 pcs/mo')}${one}`,
      'chain-missing-key',
      7,
      'needs calendar.daysPerMonth',
      'Add daysPerMonth',
    ],
    [
      'an unknown piece',
      `${head}${ground.replace('10 pcs/d', '10 peices/d')}${one}`,
      'chain-unknown-unit',
      7,
      '"peices" is no unit',
      'Write pcs',
    ],
    [
      'a view without its fields',
      `${head}views: [stream]\n${ground}activities:\n  - { id: a, label: { en: A }, process: { uptime: 80 % } }`,
      'chain-view-needs',
      10,
      'needs process.cycleTime of "a"',
      'Add process.cycleTime',
    ],
    [
      'a path that leads nowhere',
      `${head}${ground}${one}scenarios:\n  - { id: today, set: { a.process.uptiem: 90 % } }`,
      'chain-unknown-path',
      11,
      'nothing that can be set',
      'weld-2.process.uptime',
    ],
    [
      'a set of the wrong kind',
      `${head}${ground}${one}scenarios:\n  - { id: today, set: { a.process.uptime: 90 s } }`,
      'chain-bad-quantity',
      11,
      'cannot be set at a.process.uptime',
      '85 %',
    ],
    [
      'no working time',
      `${head}${ground.replace('breaks: 0', 'breaks: 0').replace('plannedBreaks: 0 min', 'plannedBreaks: 9 h')}${one}`,
      'chain-no-working-time',
      5,
      'no working time',
      'shorter',
    ],
    [
      'rework that never ends',
      `${head}${ground}activities:\n  - { id: a, label: { en: A } }\n  - { id: b, label: { en: B } }\nflows:\n  - { from: a, to: b, kind: material }\n  - { from: b, to: a, kind: material, rework: true, share: 1 }`,
      'chain-endless-rework',
      13,
      'Rework never ends',
      '',
    ],
    [
      'shares that do not add up',
      `${head}${ground}activities:\n  - { id: a, label: { en: A } }\n  - { id: b, label: { en: B } }\nflows:\n  - { from: a, to: b, kind: material, share: 0.4 }`,
      'chain-shares',
      12,
      'add up to 0.4',
      '',
    ],
    [
      'a text in no language of the site',
      `${head.replace('title: { en', 'title: { de')}${one}`,
      'chain-missing-text',
      3,
      'no en: title',
      'Add en',
    ],
  ])('with %s is refused with its place and a repair', (_name, text, rule, line, message, hint) => {
    const { problems } = parseYaml(text, 'test');
    const found = problems.find((problem) => problem.rule === rule);
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(found?.file).toBe('chains/test.yaml');
    expect(found?.line).toBe(line);
    expect(found?.message).toContain(message);
    expect(found?.hint ?? '').toContain(hint);
  });

  it('has all its faults told at once', () => {
    const { problems, chain } = parseYaml(
      `${head}colour: red\nactivities:\n  - { id: A, label: { en: A }, process: { cycleTime: soon } }`,
      'test',
    );
    expect(chain).toBeUndefined();
    expect(problems.map(({ rule }) => rule)).toEqual(['chain-unknown-key', 'chain-bad-value', 'chain-bad-quantity']);
  });

  it.each([null, 42, 'text', [], {}, { activities: {} }, { activities: [null, 3] }])('%j never throws', (value) => {
    const parsed = parseYaml(JSON.stringify(value), 'test');
    expect(parsed.chain).toBeUndefined();
    expect(parsed.problems.length).toBeGreaterThan(0);
  });

  it('with 500 activities is refused, not drawn', () => {
    const many = Array.from({ length: 500 }, (_, index) => `  - { id: a${index}, label: { en: A } }`).join('\n');
    expect(parseYaml(`${head}activities:\n${many}`, 'test').problems).toHaveLength(1);
  });
});

describe('an authored total', () => {
  const chain = (value: string): string =>
    `${head}${ground}activities:\n  - { id: a, label: { en: A }, process: { cycleTime: 60 s } }\nbuffers:\n  - { id: b, kind: inventory, to: a, quantity: 33 pcs }\nmeasures:\n  - { id: m, on: test, label: { en: M }, unit: d, better: lower, source: authored, formula: leadTime, value: ${value} }`;

  it.each(['3.3 d', '3 d', '3.30 d'])('of %s holds for 3.3 days', (value) => {
    expect(parseYaml(chain(value), 'test').problems).toEqual([]);
  });

  it.each([
    ['3.2 d', 'Write 3.3 d'],
    ['4 d', 'Write 3 d'],
    ['3.0 d', 'Write 3.3 d'],
  ])('of %s does not', (value, hint) => {
    const [problem] = parseYaml(chain(value), 'test').problems;
    expect(problem?.rule).toBe('chain-total-differs');
    expect(problem?.hint).toContain(hint);
  });
});

describe('a sound model', () => {
  it('takes one text for all languages, and names in any script', () => {
    const { chain, problems } = parseYaml(
      'schema: value-chain/1\nid: test\ntitle: Test\ndescription: Test\nactivities:\n  - { id: a, label: الإنتاج }\n  - { id: b, label: Produktionsplaneringsverksamhetsutveckling }',
      'test',
      ['en', 'ar'],
    );
    expect(problems).toEqual([]);
    expect(chain?.activities[0]?.label).toEqual({ und: 'الإنتاج' });
    expect(chain?.views).toEqual(['nested']);
    expect(chain?.scenarios).toEqual([{ id: 'today' }]);
  });

  it('is only warned of when a language of the site is missing', () => {
    const { chain, problems } = parseYaml(`${head}${one}`, 'test', ['en', 'sv']);
    expect(chain).toBeDefined();
    expect(problems.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(['warning chain-missing-text']);
  });
});
