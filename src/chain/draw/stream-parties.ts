import type { Party } from '../model/chain.ts';
import { textFor } from '../text.ts';
import { drawnWidths, faces } from './drawing.ts';
import type { Point } from './pen.ts';
import type { Grid, Line, StreamDesk } from './stream-grid.ts';
import { bandHeight, middles } from './stream-grid.ts';
import type { StreamPlan } from './stream-plan.ts';
import { partyNote } from './stream-plan.ts';
import { wrapEvenly } from './wrap.ts';

const { label, small } = faces.wide;
const width = drawnWidths.wide;
/** Width of a party's box. */
export const partyWidth = 158;
/** Space between a party's box and its text. */
const inner = 10;

/** What a band of parties needs, in whichever drawing it stands. */
export interface PartyDesk extends Pick<StreamDesk, 'scene' | 'input' | 'pen'> {
  readonly plan: Pick<StreamPlan, 'suppliers' | 'controls' | 'customers' | 'steered'>;
}

/** The band of parties, with the places where lines to the steps begin. */
export interface Parties {
  readonly drawn: string;
  readonly height: number;
  /** Where the line from production control to the steps runs, and where it starts. */
  readonly bus: { readonly x: number; readonly from: number; readonly y: number } | undefined;
  /** Where the boxes of suppliers and customers end; `undefined` where there are none. */
  readonly supplierBottom: number | undefined;
  readonly customerBottom: number | undefined;
}

interface Placed {
  readonly party: Party;
  readonly x: number;
  readonly top: number;
  readonly height: number;
}

/** Draws suppliers, control and customers, and what passes between them. */
export function partyBand(desk: PartyDesk): Parties {
  const { suppliers, controls, customers, steered } = desk.plan;
  if (suppliers.length + controls.length + customers.length === 0)
    return { drawn: '', height: 4, bus: undefined, supplierBottom: undefined, customerBottom: undefined };
  const stacks = [
    { parties: suppliers, x: 1 },
    { parties: controls, x: (width - partyWidth) / 2 },
    { parties: customers, x: width - partyWidth - 1 },
  ];
  const deep = ({ parties }: { readonly parties: readonly Party[] }): number =>
    parties.reduce((sum, party) => sum + partyWords(party, desk).height + 10, -10);
  const height = Math.max(...stacks.map(deep));
  const made = stacks.flatMap((stack) => placed(stack, height, deep(stack), desk));
  const boxes = made.map(({ party, x, top, height: own }) => {
    const words = partyWords(party, desk);
    return desk.pen.box(x, top, partyWidth, own, 'box party', 4) + words.draw(x, top + (own - words.height) / 2);
  });
  const below = height + 1;
  return {
    drawn: informationWires(made, desk) + boxes.join(''),
    height: height + (steered.size > 0 ? 58 : 44),
    bus: steered.size > 0 ? { x: width / 2, from: height + 4, y: height + 26 } : undefined,
    supplierBottom: suppliers.length > 0 ? below : undefined,
    customerBottom: customers.length > 0 ? below : undefined,
  };
}

/** Parties of one kind below each other, as high as the band. */
function placed(
  { parties, x }: { readonly parties: readonly Party[]; readonly x: number },
  height: number,
  deep: number,
  desk: PartyDesk,
): Placed[] {
  let top = 1;
  return parties.map((party) => {
    const own = partyWords(party, desk).height + (height - deep) / parties.length;
    const place = { party, x, top, height: own };
    top += own + 10;
    return place;
  });
}

function partyWords(
  party: Party,
  { input, scene, pen }: PartyDesk,
): { height: number; draw: (x: number, y: number) => string } {
  const { text, lang } = textFor(party.label, input.lang);
  const room = partyWidth - 2 * inner;
  const lines = wrapEvenly(text, { ...label, width: room, maxLines: 3, lang: lang ?? input.lang }, input.measure);
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

/** What parties tell and pay each other; several lines between the same two run below each other. */
function informationWires(made: readonly Placed[], { scene, input, pen }: PartyDesk): string {
  const of = (id: string): Placed | undefined => made.find(({ party }) => party.id === id);
  const wires = scene.chain.flows.flatMap((flow) => {
    const [from, to] = [of(flow.from), of(flow.to)];
    const told = flow.kind === 'information' || flow.kind === 'money';
    return !told || from === undefined || to === undefined || from.x === to.x ? [] : [{ flow, from, to }];
  });
  const pair = ({ from, to }: (typeof wires)[number]): string => [from.party.id, to.party.id].toSorted().join(' ');
  return wires
    .map((wire) => {
      const { flow, from, to } = wire;
      const same = wires.filter((other) => pair(other) === pair(wire));
      const part = same.length === 1 ? 0.5 : (same.indexOf(wire) + 0.8) / (same.length + 0.3);
      const [y1, y2] = [from, to].map(({ top, height }) => top + height * part) as [number, number];
      const forward = from.x < to.x;
      const [x1, x2] = forward ? [from.x + partyWidth + 3, to.x - 3] : [from.x - 3, to.x + partyWidth + 3];
      const bent = Math.abs(y1 - y2) >= 1;
      const middle = (x1 + x2) / 2;
      const bend: Point[] = [
        [middle, y1],
        [middle, y2],
      ];
      const { text, lang } = flow.label === undefined ? { text: '', lang: undefined } : textFor(flow.label, input.lang);
      const room = Math.abs(bent ? middle - x1 : x2 - x1) - 16;
      const setting = { ...small, width: room, maxLines: same.length === 1 ? 2 : 1, lang: lang ?? input.lang };
      const lines = text === '' ? [] : wrapEvenly(text, setting, input.measure);
      const words = pen.words({
        x: bent ? (x1 + middle) / 2 : middle,
        y: y1 - 8 - (lines.length - 1) * small.leading,
        lines,
        leading: small.leading,
        name: 's',
        anchor: 'middle',
        lang,
      });
      return pen.arrow([[x1, y1], ...(bent ? bend : []), [x2, y2]], flow.kind === 'money' ? 'money' : 'info') + words;
    })
    .join('');
}

/** From production control down to a line, along it, and down to every step that it steers. */
export function busLines(line: Line, y: number, bus: Parties['bus'], { plan, pen }: StreamDesk, grid: Grid): string {
  if (bus === undefined) return '';
  const drops = line.columns.flatMap(({ steps, x }) =>
    steps[0] !== undefined && plan.steered.has(steps[0].activity.id)
      ? [{ x: x + grid.box / 2, steps: steps.length }]
      : [],
  );
  if (drops.length === 0) return '';
  const first = line.first === 0;
  const along = first ? bus.y : y - 20;
  const beside = grid.start / 2;
  const xs = [...drops.map(({ x }) => x), first ? bus.x : beside];
  const down: Point[] = first
    ? [
        [bus.x, bus.from],
        [bus.x, bus.y],
      ]
    : [
        [bus.x, bus.y],
        [beside, bus.y],
        [beside, along],
      ];
  const run: Point[] = [
    [Math.min(...xs), along],
    [Math.max(...xs), along],
  ];
  const reach = drops.map(({ x, steps }): Point[] => {
    const [middle = y] = middles(steps, y + bandHeight(line, grid) / 2, grid);
    return [
      [x, along],
      [x, middle - grid.height / 2 - 3],
    ];
  });
  return pen.branches([down, run], reach, 'info');
}
