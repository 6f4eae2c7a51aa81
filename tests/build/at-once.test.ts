import { expect, it } from 'vitest';
import { atOnce } from '../../src/build/at-once.ts';

it('work on many things keeps its order and is never more at a time than asked', async () => {
  let running = 0;
  let most = 0;
  const results = await atOnce([3, 1, 2, 5, 4], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, item));
    running -= 1;
    return item * 10;
  });
  expect(results).toEqual([30, 10, 20, 50, 40]);
  expect(most).toBe(2);
});
