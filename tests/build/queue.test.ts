import { expect, it } from 'vitest';
import { Queue } from '../../src/build/queue.ts';

it('lets so many work at a time, first come first served, whatever fails', async () => {
  const queue = new Queue(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    begun.push(item);
    most = Math.max(most, (running += 1));
    await Promise.resolve();
    running -= 1;
    if (item === 1) throw new Error('1 fails');
    return item;
  };
  const all = await Promise.allSettled([0, 1, 2, 3, 4].map((item) => queue.take(() => work(item))));
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([0, 'failed', 2, 3, 4]);
  expect([begun, most]).toEqual([[0, 1, 2, 3, 4], 2]);
});
