import { loadText } from '../format.ts';
import type { Activity, ValueChain } from '../model/chain.ts';
import type { Scene } from '../scene.ts';
import { loadOf, sceneOf } from '../scene.ts';
import { isolate } from '../text.ts';
import { fillWords } from '../words.ts';
import type { Cell, Note, Sheet } from './cell.ts';
import { headOf, padding } from './cell.ts';
import { placeColumn } from './column.ts';
import type { Drawing, DrawInput } from './drawing.ts';
import { activityLink, drawingName, drawnWidths, faces } from './drawing.ts';
import type { Pen, Words } from './pen.ts';
import { makePen, svg } from './pen.ts';
import { placeRow } from './row.ts';
import { arrange, blocksOf, partsOf } from './siblings.ts';
import type { PartyDesk } from './stream-parties.ts';
import { partiesAbove, partiesAfter, partiesBefore, partiesOf, tiesBelow } from './surroundings.ts';

/** Draws parts inside wholes, with what passes between them. Same input, same bytes. */
export function drawNested(input: DrawInput): Drawing {
  const scene = sceneOf(input.chain, input.scenario);
  const { viewNested: view, nestedRole: role } = input.words;
  return drawGroups(input, { scene, chain: scene.chain, view, role, stacked: false, parties: true });
}

/** What a drawing of boxes in boxes shows. */
export interface Groups {
  readonly scene: Scene;
  /** The activities to draw; those that are not the scene's are drawn as plain groups without a link. */
  readonly chain: ValueChain;
  readonly view: string;
  readonly role: string;
  /** True when parts of a whole always stand below each other. */
  readonly stacked: boolean;
  /** True when suppliers, control and customers are drawn around the boxes. */
  readonly parties: boolean;
}

/** Draws any activities as boxes in boxes. */
export function drawGroups(input: DrawInput, groups: Groups): Drawing {
  return { wide: draw(input, groups, 'wide'), narrow: draw(input, groups, 'narrow') };
}

function draw(input: DrawInput, groups: Groups, form: keyof Drawing): string {
  const { lang, dir, measure } = input;
  const { chain, scene, view, role, stacked } = groups;
  const width = drawnWidths[form];
  const facts = (activity: Activity): Note[] => factsIn(activity, scene, input);
  const sheet: Sheet = { chain, lang, measure, ...faces[form], stacked, facts };
  // Loops at the top run outside the boxes; inside a single whole they do not.
  const edge = form === 'wide' && partsOf(chain, undefined).length > 1 ? 16 : 2;
  const whole = placeParts(undefined, width - 2 * edge, form, sheet, 0);
  const pen = makePen(width, dir);
  const around = groups.parties ? partiesOf(scene.chain) : undefined;
  const outer =
    around === undefined || [around.suppliers, around.controls, around.customers].every((list) => list.length === 0)
      ? { drawn: '', top: edge, height: whole.height + 2 * edge }
      : surround({ plan: around, scene, input, pen }, form, whole, edge);
  const drawn = outer.drawn + drawCells(whole, edge, outer.top, { pen, input, scene });
  const label = drawingName(scene, view, input);
  const frame = { name: form, width, height: outer.height, dir, label, role };
  return svg(drawn, { ...frame, ...(input.describedBy !== undefined && { describedBy: input.describedBy }) });
}

/** Draws the parties around the boxes; says where the boxes begin and how high all of it is. */
function surround(
  desk: PartyDesk,
  form: keyof Drawing,
  whole: Pick<Cell, 'parts' | 'height'>,
  edge: number,
): { drawn: string; top: number; height: number } {
  if (form === 'wide') {
    const band = partiesAbove(desk);
    const ties = tiesBelow(desk, band.height, { cells: whole.parts, x: edge, y: band.height });
    return { drawn: band.drawn + ties, top: band.height, height: band.height + whole.height + edge };
  }
  const before = partiesBefore(desk, edge, whole.parts, edge);
  const top = edge + before.height;
  const after = partiesAfter(desk, top + whole.height, whole.parts, edge);
  return { drawn: before.drawn + after.drawn, top, height: top + whole.height + after.height + edge };
}

const inset = 18;

/** What stands in a box besides label and description: its load, then what the page adds. */
export function factsIn(activity: Activity, scene: Scene, { lang, words, dir, badgeOf }: DrawInput): Note[] {
  const load = loadOf(scene, activity);
  const badge = badgeOf?.(activity);
  const percent = load === undefined ? '' : isolate(loadText(load, lang), dir);
  const loaded: Note[] = load === undefined ? [] : [{ text: fillWords(words.loaded, { percent }), name: 'n load' }];
  return badge === undefined ? loaded : [...loaded, { text: badge, name: 'n' }];
}

function placeParts(
  parent: string | undefined,
  width: number,
  form: keyof Drawing,
  sheet: Sheet,
  depth: number,
): Pick<Cell, 'parts' | 'wires' | 'height'> {
  const make = (activity: Activity, cellWidth: number): Cell => makeCell(activity, cellWidth, form, sheet, depth);
  const upright = form === 'narrow' || width < 300 || (sheet.stacked && depth > 0);
  const place = upright ? placeColumn : placeRow;
  const blocks = blocksOf(sheet.chain, partsOf(sheet.chain, parent));
  const siblings = blocks.map((block) => arrange(sheet.chain, block));
  const columns = siblings.find(({ links }) => links.length > 0)?.ranks.length ?? 1;
  let height = -blockGap;
  const placed = siblings.map((block) => {
    const made = place(block.links.length > 0 ? block : { ...block, columns }, width, make, sheet);
    const moved = shifted(made, 0, height + blockGap);
    height += blockGap + made.height;
    return moved;
  });
  return { parts: placed.flatMap(({ parts }) => parts), wires: placed.flatMap(({ wires }) => wires), height };
}

/** Space between what work passes and what stands by itself. */
const blockGap = 18;

function shifted({ parts, wires }: Pick<Cell, 'parts' | 'wires'>, x: number, y: number): Pick<Cell, 'parts' | 'wires'> {
  const shift = <T extends { x: number; y: number }>(item: T): T => ({ ...item, x: item.x + x, y: item.y + y });
  return {
    parts: parts.map(shift),
    wires: wires.map((wire) => ({
      ...wire,
      points: wire.points.map(([px, py]) => [px + x, py + y] as const),
      ...(wire.words !== undefined && { words: shift(wire.words) }),
    })),
  };
}

function makeCell(activity: Activity, width: number, form: keyof Drawing, sheet: Sheet, depth: number): Cell {
  const whole = partsOf(sheet.chain, activity.id).length > 0;
  const head = headOf(activity, width, sheet, whole);
  const cell = { activity, x: 0, y: 0, width, words: head.words, parts: [], wires: [] };
  if (!whole) return { ...cell, height: head.height };
  const side = form === 'wide' && width > 300 ? inset : padding - 2;
  const inner = placeParts(activity.id, width - 2 * side, form, sheet, depth + 1);
  return { ...cell, ...shifted(inner, side, head.height), height: head.height + inner.height + side };
}

interface Desk {
  readonly pen: Pen;
  readonly input: DrawInput;
  readonly scene: Scene;
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

function drawCell(cell: Cell, x: number, y: number, { pen, input, scene }: Desk): string {
  const { activity } = cell;
  const whole = cell.parts.length > 0;
  const box = pen.box(x, y, cell.width, cell.height, whole ? 'frame' : 'box', whole ? 6 : 4);
  const text = cell.words.map((line) => pen.words({ ...line, x: line.x + x, y: line.y + y })).join('');
  if (!scene.chain.activities.some(({ id }) => id === activity.id)) return `<g class="group">${box}${text}</g>`;
  const notes = factsIn(activity, scene, input).map((note) => note.text);
  return activityLink(activity, box + text, notes, scene, input);
}
