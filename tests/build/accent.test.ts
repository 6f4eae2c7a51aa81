import { expect, it } from 'vitest';
import { accentOnPaper } from '../../src/build/accent.ts';

it.each([
  ['#b93a0e', '#b93a0e'],
  ['#0050a0', '#0050a0'],
  ['#ffdd00', '#8a6800'],
  ['#ffffff', '#6c6c6c'],
])('the accent %s is %s on paper', (accent, ink) => {
  expect(accentOnPaper(accent)).toBe(ink);
});
