import { daysText, figureText } from './format.ts';
import type { Speaker } from './format.ts';
import type { Scene } from './scene.ts';
import { isolate } from './text.ts';
import { constraintText } from './whole.ts';
import { fillWords } from './words.ts';

/** One sentence on what differs between two states of a chain: where the bottleneck went, and what came of it. */
export function changeText(before: Scene, after: Scene, speaker: Speaker): string {
  const { words, dir } = speaker;
  const { capacity, throughput, leadTime } = after.result;
  const limits = constraintText(after, speaker);
  if (limits === undefined || capacity === null || throughput === null) {
    const was = before.result.leadTime;
    if (leadTime === null || was === null) return '';
    return fillWords(words.whatIfTime, {
      lead: isolate(daysText(leadTime.days, speaker), dir),
      before: isolate(daysText(was.days, speaker), dir),
    });
  }
  const { limit, bottleneck: to } = limits;
  const from = constraintText(before, speaker)?.bottleneck ?? '';
  return fillWords(from === to ? words.whatIfStays : words.whatIfMoved, {
    from,
    to,
    capacity: isolate(figureText(capacity, speaker), dir),
    throughput: isolate(figureText(throughput, speaker), dir),
    limit,
  });
}
