import type { Measure } from '../measure.ts';
import type { Activity, ValueChain } from '../model/chain.ts';
import { escape, textFor } from '../text.ts';
import type { ChainWords } from '../words.ts';
import { fillWords } from '../words.ts';
import type { Cell, Sheet } from './cell.ts';
import { headOf, padding } from './cell.ts';
import { placeColumn } from './column.ts';
import type { Pen, Words } from './pen.ts';
import { makePen, svg } from './pen.ts';
import { placeRow } from './row.ts';
import { arrange, partsOf } from './siblings.ts';

/** What a drawing is made of. */
export interface DrawInput {
  readonly chain: ValueChain;
  /** The page's language. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Goes before every id the drawing refers to; tells two figures of one chain on a page apart. */
  readonly idPrefix: string;
  readonly measure: Measure;
  readonly words: ChainWords;
  /** The first scenario when absent. */
  readonly scenario?: string | undefined;
  /** Where an activity's link leads; to its entry in the outline when absent. */
  readonly hrefOf?: ((activity: Activity) => string) | undefined;
  /** A short line for an activity, such as the number of its essays. */
  readonly badgeOf?: ((activity: Activity) => string | undefined) | undefined;
  /** Id of the element that says the finding in words. */
  readonly describedBy?: string | undefined;
}

/** A drawing for wide places and one for narrow ones; style sheets show one of them. */
export interface Drawing {
  readonly wide: string;
  readonly narrow: string;
}

/** Widths the drawings are made for, in CSS pixels at which type has its nominal size. */
export const drawnWidths = { wide: 880, narrow: 320 } as const;

/** Draws parts inside wholes, with what passes between them. Same input, same bytes. */
export function drawNested(input: DrawInput): Drawing {
  return { wide: draw(input, 'wide'), narrow: draw(input, 'narrow') };
}

const faces = {
  wide: { label: { size: 17, weight: 600, leading: 21 }, small: { size: 14.5, weight: 400, leading: 18.5 } },
  narrow: { label: { size: 16.5, weight: 600, leading: 20.5 }, small: { size: 14.2, weight: 400, leading: 18 } },
} as const;

function draw(input: DrawInput, form: keyof Drawing): string {
  const { chain, lang, dir, measure, words } = input;
  const width = drawnWidths[form];
  const sheet: Sheet = {
    chain,
    lang,
    measure,
    ...faces[form],
    facts: (activity) => [input.badgeOf?.(activity) ?? []].flat(),
  };
  // Loops at the top run outside the boxes; inside a single whole they do not.
  const edge = form === 'wide' && partsOf(chain, undefined).length > 1 ? 16 : 2;
  const whole = placeParts(undefined, width - 2 * edge, form, sheet, 0);
  const pen = makePen(width, dir);
  const index = new Map(chain.activities.map(({ id }, position) => [id, position + 1]));
  const drawn = drawCells(whole, edge, edge, { pen, input, index });
  const title = textFor(chain.title, lang).text;
  const label = fillWords(words.drawingName, { title, view: words.viewNested });
  const frame = { name: form, width, height: whole.height + 2 * edge, dir, label, role: words.nestedRole };
  return svg(drawn, { ...frame, ...(input.describedBy !== undefined && { describedBy: input.describedBy }) });
}

const inset = 18;

function placeParts(
  parent: string | undefined,
  width: number,
  form: keyof Drawing,
  sheet: Sheet,
  depth: number,
): Pick<Cell, 'parts' | 'wires' | 'height'> {
  const siblings = arrange(sheet.chain, partsOf(sheet.chain, parent));
  const make = (activity: Activity, cellWidth: number): Cell => makeCell(activity, cellWidth, form, sheet, depth);
  const upright = form === 'narrow' || width < 300;
  return upright ? placeColumn(siblings, width, make, sheet) : placeRow(siblings, width, make, sheet);
}

function makeCell(activity: Activity, width: number, form: keyof Drawing, sheet: Sheet, depth: number): Cell {
  const whole = partsOf(sheet.chain, activity.id).length > 0;
  const head = headOf(activity, width, sheet, whole);
  const cell = { activity, x: 0, y: 0, width, words: head.words, parts: [], wires: [] };
  if (!whole) return { ...cell, height: head.height };
  const side = form === 'wide' && width > 300 ? inset : padding - 2;
  const inner = placeParts(activity.id, width - 2 * side, form, sheet, depth + 1);
  const shift = <T extends { x: number; y: number }>(item: T): T => ({
    ...item,
    x: item.x + side,
    y: item.y + head.height,
  });
  const wires = inner.wires.map((wire) => ({
    ...wire,
    points: wire.points.map(([x, y]) => [x + side, y + head.height] as const),
    ...(wire.words !== undefined && { words: shift(wire.words) }),
  }));
  return { ...cell, parts: inner.parts.map(shift), wires, height: head.height + inner.height + side };
}

interface Desk {
  readonly pen: Pen;
  readonly input: DrawInput;
  readonly index: ReadonlyMap<string, number>;
}

function drawCells(group: Pick<Cell, 'parts' | 'wires'>, x: number, y: number, desk: Desk): string {
  const { pen } = desk;
  const moved = (words: Words): Words => ({ ...words, x: words.x + x, y: words.y + y });
  const cells = group.parts.map((cell) => {
    const [left, top] = [x + cell.x, y + cell.y];
    const own = drawCell(cell, left, top, desk);
    return own + drawCells(cell, left, top, desk);
  });
  const wires = group.wires.map(({ from, to, name, points, words }) => {
    const line =
      points.length < 2
        ? ''
        : pen.arrow(
            points.map(([px, py]) => [px + x, py + y] as const),
            name,
            ` data-from="${from}" data-to="${to}"`,
          );
    return line + (words === undefined ? '' : pen.words(moved(words)));
  });
  return wires.join('') + cells.join('');
}

function drawCell(cell: Cell, x: number, y: number, { pen, input, index }: Desk): string {
  const { activity } = cell;
  const { chain, lang, words, idPrefix } = input;
  const name = textFor(activity.label, lang).text;
  const number = index.get(activity.id) ?? 0;
  const href = input.hrefOf?.(activity) ?? `#${idPrefix}${chain.id}.${activity.id}`;
  const badge = input.badgeOf?.(activity);
  const said = fillWords(words.activityName, { name, index: String(number), count: String(chain.activities.length) });
  const label = badge === undefined ? said : `${said}, ${badge}`;
  const whole = cell.parts.length > 0;
  const box = pen.box(x, y, cell.width, cell.height, whole ? 'frame' : 'box', whole ? 6 : 4);
  const text = cell.words.map((line) => pen.words({ ...line, x: line.x + x, y: line.y + y })).join('');
  return `<a class="act a${number}" href="${escape(href)}" data-activity="${activity.id}" aria-label="${escape(label)}">${box}${text}</a>`;
}
