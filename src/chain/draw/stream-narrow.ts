import type { Flow, Party } from '../model/chain.ts';
import { textFor } from '../text.ts';
import { notesOf, type Step } from '../step.ts';
import { activityLink, drawnWidths, faces } from './drawing.ts';
import { bufferGlyph, glyphSize, loadBar } from './glyph.ts';
import type { Pen, Point } from './pen.ts';
import type { Gap } from './stream-plan.ts';
import type { Frame, Made } from './party.ts';
import { drawParty } from './party.ts';
import type { StreamDesk } from './stream-grid.ts';
import { drawScales } from './stream-scale.ts';
import type { Way } from './stream-ways.ts';
import { wayText, waysOf } from './stream-ways.ts';
import { drawWays, lanesOf } from './stream-ways-narrow.ts';
import { wrap } from './wrap.ts';

const { label, small } = faces.narrow;
const width = drawnWidths.narrow;
const inner = 12;
/** Width of the lines of information at the end side. */
const sideWidth = 26;

/** Draws a stream upright: the ladder at the start side, steps below each other, information at the end side. */
export function drawStreamNarrow(desk: StreamDesk): Made {
  const { plan, pen } = desk;
  const left = ladderWidth(desk);
  const told = toldFlows(desk);
  const ways = waysOf(desk);
  const lanes = lanesOf(ways, desk);
  const trunks = new Set(told.map(({ from }) => from)).size;
  const beside = trunks + Math.max(0, ...lanes.values());
  const frame = { left, right: width - 2 - (beside > 0 ? Math.max(sideWidth, 8 + 9 * beside) : 0) };
  const drawn: string[] = [];
  const middles = new Map<string, number>();
  let y = 2;
  const put = (made: Made, id?: string): void => {
    drawn.push(made.drawn);
    if (id !== undefined) middles.set(id, y + made.height / 2);
    y += made.height;
  };
  const putParty = (party: Party): void => {
    put(drawParty(party, frame, y, desk), party.id);
    for (const flow of told) if (flow.from === party.id) put(drawMessage(flow, frame, y, desk));
  };
  const putGap = (gap: Gap | undefined, always: boolean): void => {
    if (gap !== undefined && (always || gap.ways.length > 0)) put(lowered(drawGap(gap, frame, desk), y, pen));
  };
  for (const control of plan.controls) {
    putParty(control);
    y += 12;
  }
  const top = y;
  for (const supplier of plan.suppliers) putParty(supplier);
  plan.columns.forEach((column, index) => {
    putGap(plan.gaps[index], index > 0 || plan.suppliers.length > 0);
    column.forEach((step, at) => {
      if (at > 0) y += 10;
      put(lowered(drawStep(step, frame, desk, ways), y, pen), step.activity.id);
    });
  });
  putGap(plan.gaps.at(-1), plan.customers.length > 0);
  for (const customer of plan.customers) putParty(customer);
  const rail =
    left > 2
      ? pen.path(
          [
            [
              [left - 11, top],
              [left - 11, y],
            ],
          ],
          'rail',
        )
      : '';
  const foot = drawScales(desk, 'narrow', y + 12);
  return {
    drawn:
      rail +
      drawSide(told, middles, frame.right, pen) +
      drawWays(lanes, middles, frame.right + 3 + 9 * trunks, frame.right, pen) +
      drawn.join('') +
      foot.drawn,
    height: y + foot.height + (plan.total === '' ? 0 : 12),
  };
}

/** Information between parties and steps, where both are drawn. */
function toldFlows({ plan, scene }: StreamDesk): Flow[] {
  const parties = new Set([...plan.suppliers, ...plan.controls, ...plan.customers].map(({ id }) => id));
  const steps = new Set(plan.columns.flat().map(({ activity }) => activity.id));
  return scene.chain.flows.filter(
    ({ kind, from, to }) => kind === 'information' && parties.has(from) && (parties.has(to) || steps.has(to)),
  );
}

/** What a party tells another one, in words below its box. */
function drawMessage(flow: Flow, { left, right }: Frame, y: number, { pen, input }: StreamDesk): Made {
  if (flow.label === undefined) return { drawn: '', height: 0 };
  const { text, lang } = textFor(flow.label, input.lang);
  const lines = wrap(
    text,
    { ...small, width: right - left - inner, maxLines: 2, lang: lang ?? input.lang },
    input.measure,
  );
  const place = { x: right, y: y + small.size + 3, leading: small.leading, name: 's', anchor: 'end' } as const;
  return { drawn: pen.words({ ...place, lines, lang }), height: lines.length * small.leading + 5 };
}

/** Lines of information beside the boxes: one trunk for each party that tells something. */
function drawSide(told: readonly Flow[], middles: ReadonlyMap<string, number>, right: number, pen: Pen): string {
  const senders = [...new Set(told.map(({ from }) => from))];
  return senders
    .map((sender, index) => {
      const x = right + 12 + index * 9;
      const start = (middles.get(sender) ?? 0) + 5 * index;
      const ends = told.flatMap(({ from, to }) => (from === sender ? [(middles.get(to) ?? 0) - 5 * index] : []));
      const stem: Point[] = [
        [right + 3, start],
        [x, start],
      ];
      const trunk: Point[] = [
        [x, Math.min(start, ...ends)],
        [x, Math.max(start, ...ends)],
      ];
      return pen.branches(
        [stem, trunk],
        ends.map((end): Point[] => [
          [x, end],
          [right + 3, end],
        ]),
        'info',
      );
    })
    .join('');
}

function lowered({ drawn, height }: Made, y: number, pen: Pen): Made {
  return { drawn: pen.moved(drawn, 0, y), height };
}

/** Lines that end without the dot that parts what stands on one line. */
function undotted(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/\s·$/u, ''));
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
  { left, right }: Frame,
  { pen, input, plan, scene }: StreamDesk,
  ways: readonly Way[],
): Made {
  const { measure, lang } = input;
  const box = right - left;
  const room = box - 2 * inner;
  const { text, lang: own } = textFor(step.activity.label, lang);
  const name = wrap(text, { ...label, width: room, maxLines: 3, lang: own ?? lang }, measure);
  const said = step.facts
    .filter(({ key }) => key !== 'every')
    .map((fact) => `${fact.name} ${fact.text}`.replaceAll(' ', '\u00a0'));
  const facts = undotted(wrap(said.join('\u00a0· '), { ...small, width: room, lang }, measure));
  const onward = ways
    .filter(({ from }) => from === step.activity.id)
    .flatMap((way) => wrap(wayText(way, { input, scene }), { ...small, width: room, maxLines: 3, lang }, measure));
  const parts: string[] = [];
  let at = 10;
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
    parts.push(pen.words({ x: left + inner, y: at + 31, lines: [step.loaded], leading: 0, name: 'n load' }));
    at += 38;
  }
  parts.push(
    pen.words({
      x: left + inner,
      y: at + small.size * 0.85,
      lines: [...facts, ...onward],
      leading: small.leading,
      name: 's',
    }),
  );
  at += (facts.length + onward.length) * small.leading + 9;
  const height = at;
  const notes = notesOf(step);
  const link = activityLink(
    step.activity,
    pen.box(left, 0, box, height, 'box', 4) + parts.join(''),
    notes,
    scene,
    input,
  );
  const middle = height / 2 + 5;
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

function drawGap(gap: Gap, { left, right }: Frame, { pen, input }: StreamDesk): Made {
  const height = gap.buffers.length > 0 ? 44 : 34;
  const x = left + 26;
  const parts =
    gap.ways.length > 0
      ? [
          pen.arrow(
            [
              [x, 3],
              [x, height - 3],
            ],
            gap.pulled ? 'flow pull' : 'flow',
          ),
        ]
      : [];
  const [first] = gap.buffers;
  if (first !== undefined) {
    parts.push(bufferGlyph(first.kind, x + 18, (height - glyphSize.height) / 2, pen));
    const called = first.label === undefined ? '' : textFor(first.label, input.lang).text;
    const said = [...gap.amounts, called].filter((text) => text !== '').join(' · ');
    const lines = undotted(
      wrap(
        said,
        { ...small, width: right - x - 18 - glyphSize.width - 10, maxLines: 2, lang: input.lang },
        input.measure,
      ),
    );
    const top = height / 2 + 5 - ((lines.length - 1) * small.leading) / 2;
    parts.push(pen.words({ x: x + 18 + glyphSize.width + 9, y: top, lines, leading: small.leading, name: 's' }));
  }
  parts.push(
    pen.words({
      x: left - 20,
      y: height / 2 + 5,
      lines: gap.wait === '' ? [] : [gap.wait],
      leading: 0,
      name: 'n wait',
      anchor: 'end',
    }),
  );
  return { drawn: parts.join(''), height };
}
