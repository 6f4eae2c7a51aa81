import { carries } from '../engine/network.ts';
import type { Party, ValueChain } from '../model/chain.ts';
import type { Cell } from './cell.ts';
import { drawnWidths } from './drawing.ts';
import type { Made } from './party.ts';
import { drawParty } from './party.ts';
import type { Point } from './pen.ts';
import type { PartyDesk } from './stream-parties.ts';
import { partyBand, partyWidth } from './stream-parties.ts';

/** Where the boxes stand that parties reach. */
interface Place {
  readonly cells: readonly Cell[];
  readonly x: number;
  readonly y: number;
}

/** What passes between a party and one of the boxes at the top. */
interface Tie {
  readonly party: Party;
  readonly cell: Cell;
  readonly name: 'flow' | 'info';
  /** True when it comes from the party. */
  readonly inward: boolean;
}

/** The parties of a chain that anything passes to or from, by their part. */
export function partiesOf(chain: ValueChain): PartyDesk['plan'] {
  const ways = [...chain.flows, ...chain.buffers].flatMap(({ from, to }) => [from, to]);
  const named = new Set(ways);
  const of = (...kinds: Party['kind'][]): Party[] =>
    chain.parties.filter(({ id, kind }) => kinds.includes(kind) && named.has(id));
  const controls = of('control');
  const steered = chain.flows.filter(
    ({ from, kind }) => kind === 'information' && controls.some(({ id }) => id === from),
  );
  return {
    suppliers: of('supplier'),
    controls,
    customers: of('customer', 'market-segment'),
    steered: new Set(steered.map(({ to }) => to)),
  };
}

/** Ties between parties and the boxes at the top, each once. */
function tiesOf({ scene }: PartyDesk, cells: readonly Cell[]): Tie[] {
  const { chain } = scene;
  const parents = new Map(chain.activities.map(({ id, parent }) => [id, parent]));
  const cellOf = (id: string | undefined): Cell | undefined => {
    let at = id;
    while (at !== undefined && !cells.some(({ activity }) => activity.id === at)) at = parents.get(at);
    return cells.find(({ activity }) => activity.id === at);
  };
  const partyOf = (id: string | undefined): Party | undefined => chain.parties.find((party) => party.id === id);
  const found = new Map<string, Tie>();
  const add = (from: string | undefined, to: string, name: Tie['name']): void => {
    const inward = partyOf(from) !== undefined;
    const [party, cell] = [partyOf(inward ? from : to), cellOf(inward ? to : from)];
    if (party !== undefined && cell !== undefined)
      found.set(`${party.id} ${cell.activity.id} ${String(inward)}`, { party, cell, name, inward });
  };
  for (const flow of chain.flows)
    if (carries(flow) || flow.kind === 'information') add(flow.from, flow.to, carries(flow) ? 'flow' : 'info');
  for (const { from, to } of chain.buffers) add(from, to, 'flow');
  return [...found.values()];
}

/** Parties above boxes that stand beside each other: who gives at the start, who steers in the middle, who takes at the end. */
export function partiesAbove(desk: PartyDesk): Made {
  const { drawn, height } = partyBand(desk);
  return { drawn, height };
}

/** Lines between the parties above and the boxes; a box that others hide from above is reached beside them. */
export function tiesBelow(desk: PartyDesk, bandHeight: number, { cells, x, y }: Place): string {
  const bottom = y - (bandHeight - deepest(desk, bandHeight)) + 4;
  return tiesOf(desk, cells)
    .map((tie) => {
      const points = route(tie, cells, { x, y, bottom });
      return points.length === 0 ? '' : desk.pen.arrow(tie.inward ? points : points.toReversed(), tie.name);
    })
    .join('');
}

/** Height of the boxes of a band. */
function deepest({ plan }: PartyDesk, bandHeight: number): number {
  return bandHeight - (plan.steered.size > 0 ? 58 : 44);
}

/** From a party's box to a cell; empty where there is no free way. */
function route(
  { party, cell }: Tie,
  cells: readonly Cell[],
  { x, y, bottom }: { readonly x: number; readonly y: number; readonly bottom: number },
): Point[] {
  const { wide: width } = drawnWidths;
  const side = party.kind === 'supplier' ? 'start' : party.kind === 'control' ? 'middle' : 'end';
  const home = { start: partyWidth / 2 + 1, middle: width / 2, end: width - partyWidth / 2 - 1 }[side];
  const [left, right] = [x + cell.x + 16, x + cell.x + cell.width - 16];
  const above = cells.some(
    (other) => other.y + other.height <= cell.y && other.x < cell.x + cell.width && other.x + other.width > cell.x,
  );
  if (!above) {
    const on = Math.max(left, Math.min(right, home));
    const top: Point = [on, y + cell.y - 3];
    const turn = bottom + (side === 'middle' ? 12 : 20);
    return Math.abs(on - home) < partyWidth / 2 - 10
      ? [[on, bottom], top]
      : [[home, bottom], [home, turn], [on, turn], top];
  }
  const beside = cells.some(
    (other) =>
      other !== cell &&
      other.y < cell.y + cell.height / 2 &&
      other.y + other.height > cell.y + cell.height / 2 &&
      (side === 'start' ? other.x < cell.x : other.x > cell.x),
  );
  if (beside || side === 'middle') return [];
  const middle = y + cell.y + cell.height / 2;
  const lane = side === 'start' ? 5 : width - 5;
  return [
    [lane, bottom],
    [lane, middle],
    [side === 'start' ? x + cell.x - 3 : x + cell.x + cell.width + 3, middle],
  ];
}

const arrowGap = 30;

/** Parties over an upright drawing: who gives and who steers, with arrows into the first box. */
export function partiesBefore(desk: PartyDesk, y: number, cells: readonly Cell[], edge: number): Made {
  const { suppliers, controls } = desk.plan;
  const right = drawnWidths.narrow - edge;
  const each = suppliers.length > 0 && controls.length > 0 ? (right - edge - 12) / 2 : right - edge;
  const stack = (parties: readonly Party[], left: number): Made => {
    let height = 0;
    const drawn = parties.map((party) => {
      const made = drawParty(party, { left, right: left + each }, y + height, desk);
      height += made.height + 8;
      return made.drawn;
    });
    return { drawn: drawn.join(''), height: Math.max(0, height - 8) };
  };
  const given = stack(suppliers, edge);
  const steering = stack(controls, right - each);
  const height = Math.max(given.height, steering.height);
  if (height === 0) return { drawn: '', height: 0 };
  const first = tiesOf(desk, cells).filter(({ cell, inward }) => inward && cell === cells[0]);
  const arrows = (['flow', 'info'] as const).flatMap((name) => {
    const x = name === 'flow' ? edge + 34 : right - each + 34;
    const from = y + (name === 'flow' ? given.height : steering.height) + 3;
    const down: Point[] = [
      [x, from],
      [x, y + height + arrowGap - 3],
    ];
    return first.some((tie) => tie.name === name) ? [desk.pen.arrow(down, name)] : [];
  });
  return {
    drawn: given.drawn + steering.drawn + arrows.join(''),
    height: height + (arrows.length > 0 ? arrowGap : 14),
  };
}

/** Customers under an upright drawing, with an arrow from the last box. */
export function partiesAfter(desk: PartyDesk, y: number, cells: readonly Cell[], edge: number): Made {
  const { customers } = desk.plan;
  if (customers.length === 0) return { drawn: '', height: 0 };
  const last = tiesOf(desk, cells).some(({ cell, inward }) => !inward && cell === cells.at(-1));
  let height = last ? arrowGap : 14;
  const arrow = last
    ? desk.pen.arrow(
        [
          [edge + 34, y + 3],
          [edge + 34, y + height - 3],
        ],
        'flow',
      )
    : '';
  const boxes = customers.map((party) => {
    const made = drawParty(party, { left: edge, right: drawnWidths.narrow - edge }, y + height, desk);
    height += made.height + 8;
    return made.drawn;
  });
  return { drawn: arrow + boxes.join(''), height: height - 8 };
}
