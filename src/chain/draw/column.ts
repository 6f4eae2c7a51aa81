import type { Activity } from '../model/chain.ts';
import type { Cell, Sheet, Wire } from './cell.ts';
import { labelLines, wireName } from './cell.ts';
import type { Point } from './pen.ts';
import type { MakeCell, Placed } from './row.ts';
import type { Link, Siblings } from './siblings.ts';

const laneWidth = 16;
const bareGap = 12;
const arrowGap = 30;

/** Places parts below each other; what does not lead to the next one runs along the end side. */
export function placeColumn(siblings: Siblings, width: number, make: MakeCell, sheet: Sheet): Placed {
  const order = siblings.ranks.flat();
  const next = new Map(order.map(({ id }, index) => [id, order[index + 1]?.id]));
  const lanes = siblings.links.filter(({ from, to, back }) => back || next.get(from) !== to);
  const cellWidth = width - (lanes.length === 0 ? 0 : lanes.length * laneWidth + 4);
  const wires: Wire[] = [];
  const parts: Cell[] = [];
  let y = 0;
  order.forEach((activity, index) => {
    const cell = { ...make(activity, cellWidth), x: 0, y };
    parts.push(cell);
    y += cell.height;
    const after = gapAfter(activity, order[index + 1], siblings.links, lanes, { cell, y, sheet });
    wires.push(...after.wires);
    y += after.height;
  });
  return { parts, wires: [...wires, ...lanes.map((link, index) => laneWire(link, parts, lanes, index))], height: y };
}

interface Gap {
  readonly cell: Cell;
  readonly y: number;
  readonly sheet: Sheet;
}

function gapAfter(
  activity: Activity,
  next: Activity | undefined,
  links: readonly Link[],
  lanes: readonly Link[],
  { cell, y, sheet }: Gap,
): { wires: Wire[]; height: number } {
  const { leading, size } = sheet.small;
  const x = 34;
  const wires: Wire[] = [];
  let textHeight = 0;
  for (const link of lanes.filter(({ from }) => from === activity.id)) {
    const { lines, lang } = labelLines(link.label, cell.width - x - 20, 3, sheet);
    if (lines.length === 0) continue;
    const words = {
      x: cell.width,
      y: y + textHeight + size + 4,
      lines,
      leading,
      name: 's',
      anchor: 'end' as const,
      lang,
    };
    wires.push({ from: link.from, to: link.to, name: 'named', points: [], words });
    textHeight += lines.length * leading + 6;
  }
  const link = links.find(({ from, to, back }) => !back && from === activity.id && to === next?.id);
  if (link === undefined)
    return {
      wires,
      height: next === undefined ? (textHeight > 0 ? textHeight + 4 : 0) : Math.max(bareGap, textHeight + 8),
    };
  const { lines, lang } = labelLines(link.label, cell.width - x - 20, 4, sheet);
  const height = Math.max(arrowGap, textHeight + lines.length * leading + 16);
  const words = {
    x: x + 12,
    y: y + textHeight + (height - textHeight - lines.length * leading) / 2 + size * 0.85,
    lines,
    leading,
    name: 's',
    lang,
  };
  const points: Point[] = [
    [x, y + 3],
    [x, y + height - 3],
  ];
  wires.push({
    from: link.from,
    to: link.to,
    name: wireName(link.kind, false),
    points,
    ...(lines.length > 0 && { words }),
  });
  return { wires, height };
}

function laneWire(link: Link, parts: readonly Cell[], lanes: readonly Link[], index: number): Wire {
  const cell = (id: string): Cell | undefined => parts.find(({ activity }) => activity.id === id);
  const [from, to] = [cell(link.from), cell(link.to)];
  const name = wireName(link.kind, link.back);
  if (from === undefined || to === undefined) return { from: link.from, to: link.to, name, points: [] };
  const x = from.width + (index + 1) * laneWidth;
  const before = lanes.slice(0, index);
  const y1 = from.y + from.height - 11 - 6 * before.filter((other) => other.from === link.from).length;
  const y2 = to.y + 11 + 6 * before.filter((other) => other.to === link.to).length;
  return {
    from: link.from,
    to: link.to,
    name,
    points: [
      [from.width + 3, y1],
      [x, y1],
      [x, y2],
      [to.width + 3, y2],
    ],
  };
}
