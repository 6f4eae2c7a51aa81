import type { Drawing } from './drawing.ts';
import { drawnWidths, faces } from './drawing.ts';
import type { Made } from './party.ts';
import type { StreamDesk } from './stream-grid.ts';
import { spansOf } from './stream-numbers.ts';
import { wrap } from './wrap.ts';

/** Height of a strip. */
const thick = 9;

/** All waiting and work to scale with their sums, and once more by their logarithms, where short times can be seen. */
export function drawScales(desk: StreamDesk, form: keyof Drawing, y: number): Made {
  const { plan, input } = desk;
  if (plan.total === '') return { drawn: '', height: form === 'wide' ? 2 : 4 };
  const linear = drawScale(desk, form, y, 'linear', plan.total);
  const log = drawScale(desk, form, y + linear.height, 'log', input.words.ladderLog);
  return { drawn: `${linear.drawn}<g class="log">${log.drawn}</g>`, height: linear.height + log.height };
}

function drawScale(
  { plan, pen, input }: StreamDesk,
  form: keyof Drawing,
  y: number,
  kind: 'linear' | 'log',
  said: string,
): Made {
  const room = drawnWidths[form];
  const { small } = faces[form];
  const names = kind === 'log' ? { wait: 'waits', work: 'works' } : { wait: 'waiting', work: 'working' };
  const strip = spansOf(plan.scale, room, kind).map((span) => pen.box(span.x, y, span.width, thick, names[span.kind]));
  const lines = wrap(said, { ...small, width: room, lang: input.lang }, input.measure);
  const words = pen.words({ x: 0, y: y + thick + small.size + 5, lines, leading: small.leading, name: 's' });
  return { drawn: strip.join('') + words, height: thick + lines.length * small.leading + 16 };
}
