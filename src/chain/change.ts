import { daysText, figureSaid } from './format.ts';
import type { Scene } from './scene.ts';
import type { Teller } from './teller.ts';
import { isolate } from './text.ts';
import { constraintText } from './whole.ts';
import { fillWords } from './words.ts';

/** One sentence on what differs between two states of a chain: where the bottleneck went, and what came of it. */
export function changeText(before: Scene, after: Scene, teller: Teller): string {
  const { words, dir } = teller;
  const { capacity, throughput, leadTime } = after.result;
  const limits = constraintText(after, teller);
  if (!limits || !capacity || !throughput) {
    const was = before.result.leadTime;
    if (!leadTime || !was) return '';
    return fillWords(words.whatIfTime, {
      lead: isolate(daysText(leadTime.days, teller), dir),
      before: isolate(daysText(was.days, teller), dir),
    });
  }
  const { limit, bottleneck: to } = limits;
  const from = constraintText(before, teller)?.bottleneck ?? '';
  return fillWords(from === to ? words.whatIfStays : words.whatIfMoved, {
    from,
    to,
    capacity: figureSaid(capacity, teller),
    throughput: figureSaid(throughput, teller),
    limit,
  });
}
