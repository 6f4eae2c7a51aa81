import { describe, expect, it } from 'vitest';
import { alsoSpelt, dayMark, readable, readDay, unmarked } from '../../../src/core/locale/seam.ts';

describe('marks in the index', () => {
  it.each([
    ['<mark>värde^kedjan,</mark> alltså', '<mark>värdekedjan,</mark> alltså'],
    [`<mark>${alsoSpelt('cœur', ['coeur'])},</mark> oui`, '<mark>cœur,</mark> oui'],
    [`l’^${alsoSpelt('œuvre', ['oeuvre'])}`, 'l’œuvre'],
    [unmarked('x^2 + y^2'), 'x^2 + y^2'],
    ['nothing marked', 'nothing marked'],
  ])('are not seen by readers: %s', (indexed, text) => {
    expect(readable(indexed)).toBe(text);
  });

  it('say a day as one word that is read back', () => {
    const day = new Date('2026-03-14T21:30:00Z');
    expect(dayMark(day)).toMatch(/^\p{L}+\d{8}$/u);
    expect(readDay(dayMark(day)).toISOString()).toBe('2026-03-14T00:00:00.000Z');
  });
});
