import { describe, expect, it } from 'vitest';
import { compute } from '../../src/chain/engine/compute.ts';
import { chainReport, chainReportText, failedReport } from '../../src/chain/report.ts';
import { chainWords } from '../../src/chain/words.ts';
import { model, parseYaml, sample } from './models.ts';

const keys = [
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
];

describe('the report', () => {
  it('has the same keys for every model, known or not', () => {
    expect(Object.keys(chainReport(compute(model('acme-current'))))).toEqual(keys);
    expect(Object.keys(chainReport(compute(sample('value-creation'))))).toEqual(keys);
    expect(Object.keys(failedReport('x', 'today', []))).toEqual(keys);
  });

  it('gives quantities with units and null for what is not known', () => {
    const report = chainReport(compute(model('acme-current')));
    expect(report.takt).toEqual({ value: 60, unit: 's' });
    expect(report.availableTime).toEqual({ value: 55_200, unit: 's/d' });
    expect(report.leadTime).toMatchObject({ unit: 's', convention: 'inventory/demand/calendar' });
    expect(report.ratio?.timeBase).toBe('calendar');
    expect(report.margin).toBeNull();
    expect(report.rolledCompleteAccurate).toBeNull();
    expect(report.activities[3]).toMatchObject({
      id: 'assembly-1',
      startsPerGoodUnit: { value: 1, unit: '' },
      cost: null,
    });
    expect(report.buffers[1]?.quantity).toEqual({ value: 7000, unit: 'pcs' });
  });

  it('survives JSON', () => {
    const report = chainReport(compute(sample('technology-company'), { scenario: 'lifted' }));
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('names faults of a what-if with path and line', () => {
    const result = compute(model('acme-current'), { set: { 'weld-2.process.uptime': 'often' } });
    const { problems } = chainReport(result, [], () => 12);
    expect(problems[0]).toMatchObject({
      code: 'chain-bad-quantity',
      severity: 'error',
      path: 'weld-2.process.uptime',
      line: 12,
    });
  });

  it('names every problem of a model that cannot be read', () => {
    const { problems } = parseYaml('schema: value-chain/1\nid: x', 'x');
    expect(failedReport('x', 'today', problems).problems.map(({ code }) => code)).toContain('chain-missing-key');
  });

  it('can be read as a table in the words of a language', () => {
    const text = chainReportText(compute(model('acme-current')), chainWords.sv, 'sv');
    expect(text).toMatch(/^Takttid +60\u00a0s$/mu);
    expect(text).toMatch(/^assembly-1 +890 om dagen +103\u00a0% +1$/mu);
  });
});

describe('a what-if on the technology company', () => {
  const margin = (scenario: string): number => compute(sample('technology-company'), { scenario }).margin?.value ?? NaN;

  it('earns more by lifting the constraint than by cutting every cost by a tenth', () => {
    expect(margin('cheaper')).toBeGreaterThan(margin('today'));
    expect(margin('lifted') - margin('today')).toBeGreaterThan(2 * (margin('cheaper') - margin('today')));
  });

  it('cuts cost without one instrument more leaving the building', () => {
    const made = (scenario: string): number | undefined =>
      compute(sample('technology-company'), { scenario }).throughput?.value;
    expect(made('cheaper')).toBe(made('today'));
    expect(made('lifted')).toBeGreaterThan(made('today') ?? 0);
  });
});
