import { describe, expect, it } from 'vitest';
import { makeTrace, moveFrom, type Move } from '../../src/client/value-chain/trace.ts';

const one = (id: string, feeds: readonly string[] = [], parent?: string): Parameters<typeof makeTrace>[0][number] => ({
  id,
  name: id,
  feeds,
  parent,
});
// supply → plant (press → weld ∥ paint → pack) → shop → supply again
const trace = makeTrace([
  one('supply', ['plant']),
  one('plant', ['shop']),
  one('press', ['weld', 'paint'], 'plant'),
  one('weld', ['pack'], 'plant'),
  one('paint', ['pack'], 'plant'),
  one('pack', [], 'plant'),
  one('shop', ['supply']),
]);
const drawn = trace.activities.map(({ id }) => id);

describe('tracing', () => {
  it('follows what an activity feeds, from a part through its whole, and ends in a loop', () => {
    expect([...trace.reach('weld', 'down')].sort()).toEqual(['pack', 'paint', 'plant', 'press', 'shop', 'supply']);
  });

  it('does not count the parts of what is selected', () => {
    expect([...trace.reach('plant', 'down')].sort()).toEqual(['shop', 'supply']);
  });

  it('knows nothing of an activity that is not there', () => {
    expect(trace.reach('nobody', 'up').size).toBe(0);
  });
});

describe('moving', () => {
  it.each<[string, Move, string | undefined]>([
    ['press', 'down', 'weld'],
    ['pack', 'up', 'weld'],
    ['pack', 'down', 'shop'],
    ['plant', 'in', 'press'],
    ['weld', 'out', 'plant'],
    ['supply', 'out', undefined],
    ['paint', 'first', 'supply'],
    ['paint', 'last', 'shop'],
    ['paint', 'on', 'pack'],
    ['supply', 'back', undefined],
    ['weld', 'next', 'paint'],
    ['paint', 'previous', 'weld'],
  ])('from %s %s leads to %s', (from, move, to) => {
    expect(moveFrom(from, move, trace, drawn)).toBe(to);
  });

  it('passes over what is not drawn', () => {
    expect(
      moveFrom(
        'press',
        'down',
        trace,
        drawn.filter((id) => id !== 'weld'),
      ),
    ).toBe('paint');
  });
});
