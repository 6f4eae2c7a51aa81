import type { Draft } from '../draft.ts';
import type { Element } from '../tree.ts';

/** Gives the box of a task its name: done or not. */
export function takeTask(draft: Draft, box: Element): void {
  if (box.properties['type'] !== 'checkbox') return;
  const done = box.properties['checked'] === true;
  box.properties['ariaLabel'] = done ? draft.words.taskDone : draft.words.taskOpen;
}
