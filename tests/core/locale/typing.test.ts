import { describe, expect, it } from 'vitest';
import { foldWord, isOneSlip } from '../../../src/core/locale/typing.ts';

describe('a slip of the fingers', () => {
  it.each([
    ['a letter left out', 'custmers', 'customers'],
    ['a letter put in', 'custoomers', 'customers'],
    ['a letter mistaken', 'custimers', 'customers'],
    ['two neighbours changed', 'cusotmers', 'customers'],
    ['at the beginning', 'ustomers', 'customers'],
    ['at the end', 'customer', 'customers'],
    ['of a letter that stands twice', 'bottelneck', 'bottleneck'],
  ])('is %s: %s, %s', (_what, typed, word) => {
    expect(isOneSlip(typed, word)).toBe(true);
    expect(isOneSlip(word, typed)).toBe(true);
  });

  it.each([
    ['nothing', 'customers', 'customers'],
    ['two letters left out', 'custmrs', 'customers'],
    ['two letters mistaken', 'cistimers', 'customers'],
    ['letters changed that are no neighbours', 'cromustes', 'customers'],
    ['two letters turned into one', 'bottllneck', 'bottleneks'],
  ])('is not %s: %s, %s', (_what, typed, word) => {
    expect(isOneSlip(typed, word)).toBe(false);
  });

  it('does not count accents and capitals', () => {
    expect(foldWord('Élan', 'fr')).toBe('elan');
    expect(foldWord('VÄRDE', 'sv')).toBe('varde');
  });
});
