import type { Party } from '../model/chain.ts';
import { textFor } from '../text.ts';
import { faces } from './drawing.ts';
import type { StreamDesk } from './stream-grid.ts';
import { partyNote } from './stream-plan.ts';
import { wrap } from './wrap.ts';

const { label, small } = faces.narrow;
const inner = 12;

/** Where boxes begin and end. */
export interface Frame {
  readonly left: number;
  readonly right: number;
}

/** A part of a drawing with the height it takes. */
export interface Made {
  readonly drawn: string;
  readonly height: number;
}

/** A party in an upright drawing: who it is, and what it asks for. */
export function drawParty(
  party: Party,
  { left, right }: Frame,
  y: number,
  { pen, input, scene }: Pick<StreamDesk, 'pen' | 'input' | 'scene'>,
): Made {
  const width = right - left - 2 * inner;
  const { text, lang } = textFor(party.label, input.lang);
  const lines = wrap(text, { ...label, width, maxLines: 2, lang: lang ?? input.lang }, input.measure);
  const notes = partyNote(party, scene, input).flatMap((note) =>
    wrap(note, { ...small, width, maxLines: 2, lang: input.lang }, input.measure),
  );
  const below = y + 9 + lines.length * label.leading + small.size * 0.82;
  const x = left + inner;
  const words =
    pen.words({ x, y: y + 9 + label.size * 0.82, lines, leading: label.leading, name: 't', lang }) +
    pen.words({ x, y: below, lines: notes, leading: small.leading, name: 's' });
  const height = 16 + lines.length * label.leading + notes.length * small.leading;
  return { drawn: pen.box(left, y, right - left, height, 'box party', 4) + words, height };
}
