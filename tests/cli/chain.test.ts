import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chain } from '../../src/cli/chain.ts';
import type { ChainReport } from '../../src/chain/report.ts';
import { importsOf, textOf } from '../structure/source.ts';
import { call, temporaryFolder } from './io.ts';

const LINE = `schema: value-chain/1
id: line
title: A line
description: Two machines.
calendar: { shiftTime: 8 h, plannedBreaks: 0 min, shiftsPerDay: 1 }
conventions: { leadTime: inventory, inventoryDivisor: demand, timeBase: calendar, changeover: ignore }
demand: { rate: 480 pcs/d }
activities:
  - { id: cut, label: Cut, process: { processTime: 30 s, cycleTime: 30 s } }
  - { id: weld, label: Weld, process: { processTime: 1 min, cycleTime: 80 s } }
flows:
  - { from: cut, to: weld, kind: material }
scenarios:
  - { id: today }
  - { id: future, set: { weld.process.cycleTime: 48 s } }
`;
const folder = (line = LINE): string => temporaryFolder({ 'line.yaml': line });

async function json(
  argv: readonly string[],
  cwd = folder(),
): Promise<{ code: number; err: string; report: ChainReport }> {
  const { code, out, err } = await call(chain, ['line.yaml', '--json', ...argv], { cwd });
  return { code, err, report: JSON.parse(out) as ChainReport };
}

describe('chain', () => {
  it('prints one object with fixed keys', async () => {
    const { code, err, report } = await json([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(Object.keys(report)).toEqual([
      'id',
      'scenario',
      'conventions',
      'availableTime',
      'demand',
      'takt',
      'capacity',
      'throughput',
      'constraint',
      'bottleneck',
      'leadTime',
      'valueAddedTime',
      'ratio',
      'rolledCompleteAccurate',
      'margin',
      'workInProcess',
      'staffing',
      'activities',
      'buffers',
      'problems',
    ]);
    expect(report).toMatchObject({
      id: 'line',
      scenario: 'today',
      availableTime: { value: 28800, unit: 's/d' },
      takt: { value: 60, unit: 's' },
      throughput: { value: 360, unit: 'pcs/d' },
      constraint: 'capacity',
      bottleneck: ['weld'],
      margin: null,
      problems: [],
    });
  });

  it.each([
    ['a scenario', ['--scenario', 'future'], 'demand', 480],
    ['a setting', ['--set', 'weld.process.cycleTime = 72 s'], 'capacity', 400],
    ['a setting on top of a scenario', ['--scenario=future', '--set', 'weld.process.cycleTime=64 s'], 'capacity', 450],
    ['two settings', ['--set', 'demand.rate=100 pcs/d', '--set', 'cut.process.cycleTime=1 s'], 'demand', 100],
  ])('computes %s', async (_what, argv, constraint, throughput) => {
    const { code, report } = await json(argv);
    expect([code, report.constraint, report.throughput?.value]).toEqual([0, constraint, throughput]);
  });

  it('prints a table for people', async () => {
    const { code, out, err } = await call(chain, ['line.yaml'], { cwd: folder() });
    expect(out).toMatch(/^line, today\n/);
    expect(out).toMatch(/^Takt time +60 s$/m);
    expect(out).toMatch(/^Bottleneck +weld$/m);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it.each([
    [
      'a file that is not there',
      ['none.yaml'],
      'missing-file',
      /^none\.yaml: error: none\.yaml is no file that can be read\.\n$/,
    ],
    [
      'a scenario that is not there',
      ['line.yaml', '--scenario', 'futur'],
      'unknown-scenario',
      /“futur”\.\n {2}It has: future, today\.\n$/,
    ],
    [
      'a setting without =',
      ['line.yaml', '--set', 'weld'],
      'bad-setting',
      /^line\.yaml: error: --set “weld” sets nothing\.\n {2}Write a path/,
    ],
    [
      'a setting of nothing',
      ['line.yaml', '--set', 'saw.process.cycleTime=1 s'],
      'chain-unknown-path',
      /^line\.yaml: error: "saw\.process/,
    ],
    [
      'a quantity without its unit',
      ['line.yaml', '--set', 'weld.process.cycleTime=1'],
      'chain-bad-quantity',
      /^line\.yaml: error: /,
    ],
  ])('names %s and ends with 1', async (_what, argv, code, err) => {
    const cwd = folder();
    const told = await call(chain, argv, { cwd });
    expect(told.err).toMatch(err);
    const asJson = await call(chain, [...argv, '--json'], { cwd });
    expect([told.code, asJson.code, asJson.err]).toEqual([1, 1, '']);
    expect(told.out).toBe('');
    const { problems } = JSON.parse(asJson.out) as ChainReport;
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ code, line: null }]);
  });

  it.each([
    ['YAML that cannot be read', LINE.replace('title: A line', 'title: [A line'), 'invalid-yaml'],
    ['a key that is misspelt', LINE.replace('demand:', 'demnd:'), 'chain-unknown-key'],
    ['another id than the file’s name', LINE.replace('id: line', 'id: lane'), 'chain-id'],
  ])('tells %s with its line', async (_what, text) => {
    const cwd = folder(text);
    const { code, report } = await json([], cwd);
    expect([code, report.id, report.takt]).toEqual([1, 'line', null]);
    expect(report.problems[0]?.line).toBeGreaterThan(0);
    const { err, out } = await call(chain, ['line.yaml'], { cwd });
    expect(err).toMatch(/^line\.yaml:\d+: error: /);
    expect(out).toBe('');
  });

  it('starts quickly: it loads nothing but what a model needs', () => {
    const packages = new Set<string>();
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { from, typesOnly } of importsOf(file, textOf(file))) {
        if (typesOnly) continue;
        if (from.startsWith('.')) visit(posix.join(posix.dirname(file), from));
        else if (!from.startsWith('node:')) packages.add(from);
      }
    };
    visit('src/cli/chain.ts');
    expect([...packages].sort()).toEqual(['fastest-levenshtein', 'yaml', 'zod']);
    expect(seen.size).toBeGreaterThan(10);
  });

  it('computes the models that are tested elsewhere', async () => {
    const model = readFileSync(new URL('../chain/models/acme-current.yaml', import.meta.url), 'utf8');
    const cwd = temporaryFolder({ 'acme-current.yaml': model });
    const { code, out } = await call(chain, ['acme-current.yaml', '--json'], { cwd });
    expect([code, (JSON.parse(out) as ChainReport).leadTime?.days.toFixed(1)]).toEqual([0, '23.6']);
  });
});
