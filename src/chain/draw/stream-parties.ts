import type { Party } from '../model/chain.ts';
import { textFor } from '../text.ts';
import { drawnWidths, faces } from './drawing.ts';
import { glyphSize } from './glyph.ts';
import type { Point } from './pen.ts';
import type { Grid, Line, StreamDesk } from './stream-grid.ts';
import { bandHeight, inner } from './stream-grid.ts';
import { partyNote } from './stream-plan.ts';
import { wrapEvenly } from './wrap.ts';

const { label, small } = faces.wide;
const width = drawnWidths.wide;
const partyWidth = 158;

/** The band of parties, with the places where lines to the steps begin. */
export interface Parties {
  readonly drawn: string;
  readonly height: number;
  /** Where the line from production control to the steps runs, and where it starts. */
  readonly bus: { readonly x: number; readonly from: number; readonly y: number } | undefined;
  readonly supplierBottom: number | undefined;
  readonly customerBottom: number | undefined;
}

/** Draws suppliers, control and customers, and what passes between them. */
export function partyBand(desk: StreamDesk): Parties {
  const { plan } = desk;
  const { suppliers, controls, customers } = plan;
  if (suppliers.length + controls.length + customers.length === 0)
    return { drawn: '', height: 4, bus: undefined, supplierBottom: undefined, customerBottom: undefined };
  const places = [
    { party: suppliers[0], x: 1 },
    { party: controls[0], x: (width - partyWidth) / 2 },
    { party: customers[0], x: width - partyWidth - 1 },
  ];
  const made = places.flatMap(({ party, x }) =>
    party === undefined ? [] : [{ party, x, words: partyWords(party, desk) }],
  );
  const height = Math.max(...made.map(({ words }) => words.height));
  const boxes = made.map(
    ({ x, words }) =>
      desk.pen.box(x, 1, partyWidth, height, 'box party', 4) + words.draw(x, 1 + (height - words.height) / 2),
  );
  const wires = informationWires(made, height, desk);
  const steered =
    controls[0] !== undefined &&
    desk.scene.chain.flows.some(({ from, kind }) => from === controls[0]?.id && kind === 'information');
  return {
    drawn: wires + boxes.join(''),
    height: height + (steered ? 58 : 44),
    bus: steered ? { x: width / 2, from: height + 4, y: height + 26 } : undefined,
    supplierBottom: suppliers.length > 0 ? height + 1 : undefined,
    customerBottom: customers.length > 0 ? height + 1 : undefined,
  };
}

function partyWords(
  party: Party,
  { input, scene, pen }: StreamDesk,
): { height: number; draw: (x: number, y: number) => string } {
  const { text, lang } = textFor(party.label, input.lang);
  const room = partyWidth - 2 * inner;
  const lines = wrapEvenly(text, { ...label, width: room, maxLines: 2, lang: lang ?? input.lang }, input.measure);
  const notes = partyNote(party, scene, input).flatMap((note) =>
    wrapEvenly(note, { ...small, width: room, maxLines: 2, lang: input.lang }, input.measure),
  );
  const draw = (x: number, y: number): string =>
    pen.words({
      x: x + partyWidth / 2,
      y: y + 9 + label.size * 0.82,
      lines,
      leading: label.leading,
      name: 't',
      anchor: 'middle',
      lang,
    }) +
    pen.words({
      x: x + partyWidth / 2,
      y: y + 10 + lines.length * label.leading + small.size * 0.82,
      lines: notes,
      leading: small.leading,
      name: 's',
      anchor: 'middle',
    });
  return { height: 18 + lines.length * label.leading + notes.length * small.leading, draw };
}

function informationWires(
  made: readonly { readonly party: Party; readonly x: number }[],
  height: number,
  { scene, input, pen }: StreamDesk,
): string {
  return scene.chain.flows
    .filter(({ kind }) => kind === 'information' || kind === 'money')
    .map((flow) => {
      const [from, to] = [
        made.find(({ party }) => party.id === flow.from),
        made.find(({ party }) => party.id === flow.to),
      ];
      if (from === undefined || to === undefined || from === to) return '';
      const forward = from.x < to.x;
      const y = height / 2 + (flow.kind === 'money' ? 14 : 0);
      const points: Point[] = forward
        ? [
            [from.x + partyWidth + 3, y],
            [to.x - 3, y],
          ]
        : [
            [from.x - 3, y],
            [to.x + partyWidth + 3, y],
          ];
      const [left, right] = [
        Math.min(points[0]?.[0] ?? 0, points[1]?.[0] ?? 0),
        Math.max(points[0]?.[0] ?? 0, points[1]?.[0] ?? 0),
      ];
      const { text, lang } = flow.label === undefined ? { text: '', lang: undefined } : textFor(flow.label, input.lang);
      const lines =
        text === ''
          ? []
          : wrapEvenly(
              text,
              { ...small, width: right - left - 16, maxLines: 2, lang: lang ?? input.lang },
              input.measure,
            );
      const words = pen.words({
        x: (left + right) / 2,
        y: y - 8 - (lines.length - 1) * small.leading,
        lines,
        leading: small.leading,
        name: 's',
        anchor: 'middle',
        lang,
      });
      return pen.arrow(points, flow.kind === 'money' ? 'money' : 'info') + words;
    })
    .join('');
}

/** From production control down to a line, along it, and down to every step that it steers. */
export function busLines(
  line: Line,
  y: number,
  bus: Parties['bus'],
  { plan, scene, pen }: StreamDesk,
  grid: Grid,
): string {
  if (bus === undefined) return '';
  const control = plan.controls[0]?.id;
  const steered = new Set(
    scene.chain.flows.filter(({ from, kind }) => from === control && kind === 'information').map(({ to }) => to),
  );
  const drops = line.columns.flatMap(({ steps, x }) =>
    steps[0] !== undefined && steered.has(steps[0].activity.id) ? [{ x: x + grid.box / 2 }] : [],
  );
  if (drops.length === 0) return '';
  const xs = [...drops.map(({ x }) => x), bus.x];
  const trunk = pen.path(
    [
      [
        [bus.x, bus.from],
        [bus.x, bus.y],
      ],
      [
        [Math.min(...xs), bus.y],
        [Math.max(...xs), bus.y],
      ],
    ],
    'infoline',
  );
  return (
    trunk +
    drops
      .map(({ x }) =>
        pen.arrow(
          [
            [x, bus.y],
            [x, y - 3],
          ],
          'info',
        ),
      )
      .join('')
  );
}

/** From the supplier to what waits before the first step. */
export function inward(line: Line, y: number, { supplierBottom }: Parties, desk: StreamDesk, grid: Grid): string {
  const gap = line.gaps[0];
  if (supplierBottom === undefined || gap === undefined || !reaches(desk, 'in')) return '';
  return desk.pen.arrow(
    [
      [gap.x, supplierBottom + 3],
      [gap.x, y + bandHeight(line, grid) / 2 - glyphSize.height / 2 - 3],
    ],
    'flow',
  );
}

/** From what waits after the last step to the customer. */
export function outward(line: Line, y: number, { customerBottom }: Parties, desk: StreamDesk, grid: Grid): string {
  const gap = line.gaps.at(-1);
  if (customerBottom === undefined || gap === undefined || !reaches(desk, 'out')) return '';
  return desk.pen.arrow(
    [
      [gap.x, y + bandHeight(line, grid) / 2 - glyphSize.height / 2 - 3],
      [gap.x, customerBottom + 3],
    ],
    'flow',
  );
}

function reaches({ plan, scene }: StreamDesk, side: 'in' | 'out'): boolean {
  const gap = side === 'in' ? plan.gaps[0] : plan.gaps.at(-1);
  const parties = new Set((side === 'in' ? plan.suppliers : plan.customers).map(({ id }) => id));
  return (
    (gap?.buffers.length ?? 0) > 0 ||
    scene.chain.flows.some(({ from, to, kind }) => kind !== 'information' && parties.has(side === 'in' ? from : to))
  );
}
