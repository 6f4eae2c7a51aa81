import type { Drawing } from './drawing.ts';
import { drawnWidths, faces } from './drawing.ts';
import type { Made } from './party.ts';
import type { StreamDesk } from './stream-grid.ts';
import type { StreamNumbers } from './stream-numbers.ts';
import { wrap } from './wrap.ts';

/** Height of a strip. */
const thick = 9;

/** A piece of a strip. */
export interface Span {
  readonly x: number;
  readonly width: number;
  readonly kind: StreamNumbers['scale'][number]['kind'];
}

/** Times as pieces of a strip, in order: as long as the times are, or as long as their logarithms. */
export function spansOf(scale: StreamNumbers['scale'], room: number, form: 'linear' | 'log'): Span[] {
  const weights = scale.map(({ seconds }) => (form === 'log' ? Math.log10(1 + seconds) : seconds));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let x = 0;
  return scale.map(({ kind }, index) => {
    const long = ((weights[index] ?? 0) / sum) * room;
    // Work is never too short to be seen; a line of paper parts what waits from what comes next.
    const width = Math.max(kind === 'work' ? 1.5 : 0, long - (kind === 'wait' ? 1.5 : 0));
    const span = { x: Math.min(x, room - width), width, kind };
    x += long;
    return span;
  });
}

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
