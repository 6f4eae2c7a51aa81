import { sceneOf } from '../scene.ts';
import type { Drawing, DrawInput } from './drawing.ts';
import { drawingName, drawnWidths } from './drawing.ts';
import { makePen, svg } from './pen.ts';
import { drawStreamNarrow } from './stream-narrow.ts';
import { planStream } from './stream-plan.ts';
import { drawStreamWide } from './stream-wide.ts';

/** Draws a value stream map: who asks, what moves, what waits, and a ladder of times. Same input, same bytes. */
export function drawStream(input: DrawInput): Drawing {
  const scene = sceneOf(input.chain, input.scenario);
  const plan = planStream(scene, input);
  const frame = {
    dir: input.dir,
    label: drawingName(scene, input.words.viewStream, input),
    role: input.words.streamRole,
    ...(input.describedBy !== undefined && { describedBy: input.describedBy }),
  };
  const wide = drawStreamWide({ plan, scene, input, pen: makePen(drawnWidths.wide, input.dir) });
  const narrow = drawStreamNarrow({ plan, scene, input, pen: makePen(drawnWidths.narrow, input.dir) });
  return {
    wide: svg(wide.drawn, { ...frame, name: 'wide', width: drawnWidths.wide, height: wide.height }),
    narrow: svg(narrow.drawn, { ...frame, name: 'narrow', width: drawnWidths.narrow, height: narrow.height }),
  };
}
