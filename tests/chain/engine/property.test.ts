import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compute } from '../../../src/chain/engine/compute.ts';
import { networkOf } from '../../../src/chain/engine/network.ts';
import { routing, splitsOf } from '../../../src/chain/engine/routing.ts';
import type { ValueChain } from '../../../src/chain/model.ts';
import { model } from '../models.ts';

const base = model('acme-current');

interface Step {
  readonly time: number;
  readonly uptime: number;
  readonly yield: number;
}

const step = fc.record({
  time: fc.integer({ min: 1, max: 500 }),
  uptime: fc.integer({ min: 20, max: 100 }),
  yield: fc.integer({ min: 20, max: 100 }),
});
const line = fc.array(step, { minLength: 1, maxLength: 8 });
const demand = fc.integer({ min: 1, max: 5000 });

function chain(steps: readonly Step[], rate: number, unit: 's' | 'min' = 's'): ValueChain {
  const time = (seconds: number): { value: number; unit: string } =>
    unit === 's' ? { value: seconds, unit } : { value: seconds / 60, unit };
  return {
    ...base,
    demand: { rate: { value: rate, unit: 'pcs/d' } },
    buffers: [],
    activities: steps.map((one, index) => ({
      id: `s${index}`,
      label: { und: `S${index}` },
      process: {
        cycleTime: time(one.time),
        uptime: { value: one.uptime, unit: '%' },
        yield: { value: one.yield, unit: '%' },
      },
    })),
    flows: steps.slice(1).map((_, index) => ({ from: `s${index}`, to: `s${index + 1}`, kind: 'material' as const })),
  };
}

describe('the engine', () => {
  it('never makes more than demand, nor more than capacity', () => {
    fc.assert(
      fc.property(line, demand, (steps, rate) => {
        const { throughput, capacity } = compute(chain(steps, rate));
        expect(throughput?.value).toBeLessThanOrEqual(rate);
        expect(throughput?.value).toBeLessThanOrEqual(capacity?.value ?? 0);
      }),
    );
  });

  it('never makes less when one step gets faster', () => {
    fc.assert(
      fc.property(line, demand, fc.nat(), (steps, rate, pick) => {
        const faster = steps.map((one, index) =>
          index === pick % steps.length ? { ...one, time: one.time / 2 } : one,
        );
        const before = compute(chain(steps, rate)).throughput?.value ?? 0;
        expect(compute(chain(faster, rate)).throughput?.value).toBeGreaterThanOrEqual(before * (1 - 1e-12));
      }),
    );
  });

  it('keeps the bottleneck when demand is scaled', () => {
    fc.assert(
      fc.property(line, demand, fc.integer({ min: 2, max: 9 }), (steps, rate, factor) => {
        expect(compute(chain(steps, rate * factor)).bottleneck).toEqual(compute(chain(steps, rate)).bottleneck);
      }),
    );
  });

  it('does not care whether times are written in seconds or in minutes', () => {
    fc.assert(
      fc.property(line, demand, (steps, rate) => {
        const [a, b] = [compute(chain(steps, rate)), compute(chain(steps, rate, 'min'))];
        expect(b.throughput?.value).toBeCloseTo(a.throughput?.value ?? 0, 9);
        expect((b.capacity?.value ?? 0) / (a.capacity?.value ?? 1)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('computes the same from a model that went through JSON', () => {
    fc.assert(
      fc.property(line, demand, (steps, rate) => {
        const one = chain(steps, rate);
        expect(compute(JSON.parse(JSON.stringify(one)) as ValueChain)).toEqual(compute(one));
      }),
    );
  });

  it('loses and makes nothing at splits by share', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(shares, (parts) => {
        const sum = parts.reduce((total, part) => total + part, 0);
        const ways = parts.map((part, index) => ({ id: `w${index}`, share: part / sum }));
        const split: ValueChain = {
          ...chain([{ time: 1, uptime: 100, yield: 100 }], 10),
          activities: ['from', ...ways.map(({ id }) => id), 'to'].map((id) => ({ id, label: { und: id } })),
          flows: ways.flatMap(({ id, share }) => [
            { from: 'from', to: id, kind: 'material' as const, share },
            { from: id, to: 'to', kind: 'material' as const },
          ]),
        };
        const starts = routing(networkOf(split), splitsOf(split)) ?? new Map<string, number>();
        const among = ways.reduce((total, { id }) => total + (starts.get(id) ?? 0), 0);
        expect(among).toBeCloseTo(1, 9);
        expect(starts.get('from')).toBeCloseTo(1, 9);
        expect(starts.get('to')).toBeCloseTo(1, 9);
      }),
    );
  });
});
