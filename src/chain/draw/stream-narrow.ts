import { loadText } from '../format.ts';
import type { Party } from '../model/chain.ts';
import { isolate, textFor } from '../text.ts';
import { fillWords } from '../words.ts';
import { activityLink, drawnWidths, faces } from './drawing.ts';
import { bufferGlyph, glyphSize, loadBar } from './glyph.ts';
import type { Gap, Step } from './stream-plan.ts';
import { partyNote } from './stream-plan.ts';
import type { StreamDesk } from './stream-grid.ts';
import { wrap } from './wrap.ts';

const { label, small } = faces.narrow;
const width = drawnWidths.narrow;
const inner = 12;

/** Draws a stream upright: the ladder at the start side, steps below each other. */
export function drawStreamNarrow(desk: StreamDesk): { drawn: string; height: number } {
  const { plan, pen } = desk;
  const left = ladderWidth(desk);
  const drawn: string[] = [];
  let y = 2;
  const put = (made: { drawn: string; height: number }): void => {
    drawn.push(made.drawn);
    y += made.height;
  };
  for (const supplier of plan.suppliers) put(drawParty(supplier, left, y, desk));
  plan.columns.forEach((column, index) => {
    const gap = plan.gaps[index];
    if (gap !== undefined && (index > 0 || plan.suppliers.length > 0 || gap.buffers.length > 0))
      put(drawGap(gap, left, y, desk));
    column.forEach((step, at) => {
      if (at > 0) y += 10;
      put(drawStep(step, left, y, desk));
    });
  });
  const last = plan.gaps.at(-1);
  if (last !== undefined && (plan.customers.length > 0 || last.buffers.length > 0)) put(drawGap(last, left, y, desk));
  for (const customer of plan.customers) put(drawParty(customer, left, y, desk));
  const rail = pen.path(
    [
      [
        [left - 11, 2],
        [left - 11, y],
      ],
    ],
    'rail',
  );
  const lines = wrap(plan.total, { ...small, width, lang: desk.input.lang }, desk.input.measure);
  const words = pen.words({ x: 0, y: y + 26, lines, leading: small.leading, name: 's' });
  return {
    drawn: rail + drawn.join('') + words,
    height: y + (lines.length > 0 ? 20 + lines.length * small.leading : 4),
  };
}

function ladderWidth({ plan, input }: StreamDesk): number {
  const times = [
    ...plan.gaps.map(({ wait }) => wait),
    ...plan.columns.flat().flatMap(({ work, lead }) => [work, lead]),
  ];
  const widest = Math.max(0, ...times.map((text) => input.measure(text, small.size, 600)));
  return widest === 0 ? 2 : Math.min(86, widest + 24);
}

function drawStep(
  step: Step,
  left: number,
  y: number,
  { pen, input, plan, scene }: StreamDesk,
): { drawn: string; height: number } {
  const { measure, words, lang, dir } = input;
  const box = width - left - 2;
  const room = box - 2 * inner;
  const { text, lang: own } = textFor(step.activity.label, lang);
  const name = wrap(text, { ...label, width: room, maxLines: 3, lang: own ?? lang }, measure);
  const said = step.facts
    .filter(({ key }) => key !== 'every')
    .map((fact) => `${fact.name} ${fact.text}`.replaceAll(' ', '\u00a0'));
  const facts = wrap(said.join(' · ').replaceAll('\u00a0· ', ' · '), { ...small, width: room, lang }, measure);
  const load =
    step.load === undefined ? '' : fillWords(words.loaded, { percent: isolate(loadText(step.load, lang), dir) });
  const parts: string[] = [];
  let at = y + 10;
  parts.push(
    pen.words({
      x: left + inner,
      y: at + label.size * 0.85,
      lines: name,
      leading: label.leading,
      name: 't',
      lang: own,
    }),
  );
  at += name.length * label.leading + 4;
  if (step.load !== undefined) {
    parts.push(loadBar(step.load, plan.most, left + inner, at + 4, room, pen));
    parts.push(pen.words({ x: left + inner, y: at + 31, lines: [load], leading: 0, name: 'n load' }));
    at += 38;
  }
  parts.push(
    pen.words({ x: left + inner, y: at + small.size * 0.85, lines: facts, leading: small.leading, name: 's' }),
  );
  at += facts.length * small.leading + 9;
  const height = at - y;
  const notes = [...step.facts.map((fact) => `${fact.name} ${fact.text}`), load].filter((note) => note !== '');
  const link = activityLink(
    step.activity,
    pen.box(left, y, box, height, 'box', 4) + parts.join(''),
    notes,
    scene,
    input,
  );
  const middle = y + height / 2 + 5;
  const work = pen.words({
    x: left - 20,
    y: middle + (step.lead === '' ? 0 : 10),
    lines: [step.counts || !plan.columns.flat().some(({ counts }) => counts) ? step.work : ''],
    leading: 0,
    name: 'n work',
    anchor: 'end',
  });
  const lead =
    step.lead === ''
      ? ''
      : pen.words({ x: left - 20, y: middle - 9, lines: [step.lead], leading: 0, name: 'n wait', anchor: 'end' });
  return { drawn: link + work + lead, height };
}

function drawGap(gap: Gap, left: number, y: number, { pen, input }: StreamDesk): { drawn: string; height: number } {
  const height = gap.buffers.length > 0 ? 44 : 34;
  const x = left + 26;
  const parts = gap.linked
    ? [
        pen.arrow(
          [
            [x, y + 3],
            [x, y + height - 3],
          ],
          gap.pulled ? 'flow pull' : 'flow',
        ),
      ]
    : [];
  const [first] = gap.buffers;
  if (first !== undefined) {
    parts.push(bufferGlyph(first.kind, x + 18, y + (height - glyphSize.height) / 2, pen));
    const called = first.label === undefined ? '' : textFor(first.label, input.lang).text;
    const said = [...gap.amounts, called].filter((text) => text !== '').join(' · ');
    const lines = wrap(
      said,
      { ...small, width: width - x - 18 - glyphSize.width - 12, maxLines: 2, lang: input.lang },
      input.measure,
    );
    const top = y + height / 2 + 5 - ((lines.length - 1) * small.leading) / 2;
    parts.push(pen.words({ x: x + 18 + glyphSize.width + 9, y: top, lines, leading: small.leading, name: 's' }));
  }
  parts.push(
    pen.words({
      x: left - 20,
      y: y + height / 2 + 5,
      lines: gap.wait === '' ? [] : [gap.wait],
      leading: 0,
      name: 'n wait',
      anchor: 'end',
    }),
  );
  return { drawn: parts.join(''), height };
}

function drawParty(
  party: Party,
  left: number,
  y: number,
  { pen, input, scene }: StreamDesk,
): { drawn: string; height: number } {
  const box = Math.min(200, width - left - 2);
  const { text, lang } = textFor(party.label, input.lang);
  const lines = wrap(text, { ...label, width: box - 2 * inner, maxLines: 2, lang: lang ?? input.lang }, input.measure);
  const notes = partyNote(party, scene, input).flatMap((note) =>
    wrap(note, { ...small, width: box - 2 * inner, maxLines: 2, lang: input.lang }, input.measure),
  );
  const height = 16 + lines.length * label.leading + notes.length * small.leading;
  const words =
    pen.words({ x: left + inner, y: y + 9 + label.size * 0.82, lines, leading: label.leading, name: 't', lang }) +
    pen.words({
      x: left + inner,
      y: y + 9 + lines.length * label.leading + small.size * 0.82,
      lines: notes,
      leading: small.leading,
      name: 's',
    });
  return { drawn: pen.box(left, y, box, height, 'box party', 4) + words, height };
}
