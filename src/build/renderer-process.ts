/** The process that renders pages: takes orders from the one that has started it, and ends with it. */
import { messageOf } from './module-fault.ts';
import { FullLaneError } from './full-lane.ts';
import { readPage, type PageText } from './page-text.ts';
import { renderPages } from './rendering.ts';
import type { Order, RenderFault, Report } from './renderer.ts';
import type { StagePages } from './stage.ts';

/** A rendering that waits for its pages. */
interface Begun {
  readonly pages: PageText[];
  readonly go: () => void;
}

let begun: Begun | undefined;

process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
  // Loaded while the other process still reads: that takes longer than all the rest of a small rendering.
  if (order.do === 'load') import('./astro.ts').catch(() => undefined);
  else if (order.do === 'begin') begun = begin(order);
  else if (order.do === 'add') begun?.pages.push(...order.pages);
  else begun?.go();
});

function begin({ place, words }: Extract<Order, { do: 'begin' }>): Begun {
  const pages: PageText[] = [];
  const { promise: ready, resolve } = Promise.withResolvers<undefined>();
  const go = (): void => {
    resolve(undefined);
  };
  let count = 0;
  const onRender = (): void => {
    count += 1;
    if (count % 16 === 0) tell({ count });
  };
  const staged = ready.then((): StagePages => new Map(pages.map((page) => [page.route, () => readPage(page, words)])));
  renderPages(staged, place, onRender).then(
    (rendered) => ready.then(() => tell({ rendered })),
    (fault: unknown) => ready.then(() => tell({ fault: sendable(fault) })),
  );
  return { pages, go };
}

function tell(report: Report): void {
  process.send?.(report);
}

function sendable(fault: unknown): RenderFault {
  const message = messageOf(fault);
  if (fault instanceof FullLaneError) {
    const documents = fault.faults.map(({ module, fault: inner }) => ({ module, message: messageOf(inner) }));
    return { message, documents };
  }
  if (typeof fault !== 'object' || fault === null) return { message };
  const { stack, id, loc, errors } = fault as Partial<Record<'stack' | 'id' | 'loc' | 'errors', unknown>>;
  const place = typeof loc === 'object' && loc !== null ? (JSON.parse(JSON.stringify(loc)) as unknown) : undefined;
  return {
    message,
    ...(typeof stack === 'string' && { stack }),
    ...(typeof id === 'string' && { id }),
    ...(place !== undefined && { loc: place }),
    ...(Array.isArray(errors) && { errors: errors.map(sendable) }),
  };
}
