import { daysText, figureText, namesText } from './format.ts';
import type { Voice } from './format.ts';
import type { Scene } from './scene.ts';
import { nameOf } from './scene.ts';
import { constraintText } from './table.ts';
import { isolate } from './text.ts';
import { fillWords } from './words.ts';

/** One sentence on what differs between two states of a chain: where the bottleneck went, and what came of it. */
export function changeText(before: Scene, after: Scene, voice: Voice, dir: 'ltr' | 'rtl'): string {
  const { words, lang } = voice;
  const { capacity, throughput, leadTime } = after.result;
  const limit = constraintText(after, voice)?.limit;
  const names = ({ chain, result }: Scene): string =>
    namesText(
      result.bottleneck.map((id) => nameOf(chain, id, lang)),
      lang,
    );
  if (limit === undefined || capacity === null || throughput === null) {
    const was = before.result.leadTime;
    if (leadTime === null || was === null) return '';
    return fillWords(words.whatIfTime, {
      lead: isolate(daysText(leadTime.days, voice), dir),
      before: isolate(daysText(was.days, voice), dir),
    });
  }
  const [from, to] = [names(before), names(after)];
  return fillWords(from === to ? words.whatIfStays : words.whatIfMoved, {
    from,
    to,
    capacity: isolate(figureText(capacity, voice), dir),
    throughput: isolate(figureText(throughput, voice), dir),
    limit,
  });
}
