/** A process that bundles or renders pages: takes orders from the one that has started it, and ends with it. */
import { messageOf } from './module-fault.ts';
import { FullLaneError } from './full-lane.ts';
import type { Order, RenderFault, Report } from './render-worker.ts';
import { beginRendering, type Rendering } from './rendering.ts';

let rendering: Rendering | undefined;

process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
  switch (order.do) {
    case 'load':
      import('./astro.ts').catch(() => undefined);
      return;
    case 'bundle':
      report(import('./astro.ts').then(({ bundleProgram }) => bundleProgram(order.place, order.program)));
      return;
    case 'begin':
      rendering = beginRendering({ ...order, onPages, onCount, onFault });
      return;
    case 'add':
      rendering?.add(order.pages);
      return;
    case 'finish':
      report(rendering?.finish());
  }
});

function onPages(pages: Extract<Report, { pages: unknown }>['pages']): void {
  tell({ pages });
}

function onCount(count: number): void {
  tell({ count });
}

function onFault(fault: unknown): void {
  tell({ fault: sendable(fault) });
}

/** Tells what comes of something. */
function report(work: Promise<Extract<Report, { done: unknown }>['done']> | undefined): void {
  work?.then((done) => {
    tell({ done });
  }, onFault);
}

function tell(what: Report): void {
  process.send?.(what);
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
