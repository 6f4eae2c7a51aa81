import { figureText } from '../format.ts';
import type { categories } from '../model/activity.ts';
import type { Activity } from '../model/chain.ts';
import { porterActivities } from '../model/completeness.ts';
import type { Scene } from '../scene.ts';
import { sceneOf } from '../scene.ts';
import { isolate } from '../text.ts';
import type { ChainWords } from '../words.ts';
import type { Note, Sheet } from './cell.ts';
import { headOf } from './cell.ts';
import type { Drawing, DrawInput } from './drawing.ts';
import { activityLink, drawingName, drawnWidths, faces } from './drawing.ts';
import { factsIn } from './nested.ts';
import type { Pen, Point } from './pen.ts';
import { makePen, svg } from './pen.ts';
import { wrap, wrapEvenly } from './wrap.ts';

type Category = (typeof categories)[number];

const support = [
  'firm-infrastructure',
  'human-resources',
  'technology',
  'procurement',
] as const satisfies readonly Category[];
const primary = [
  'inbound-logistics',
  'operations',
  'outbound-logistics',
  'marketing-sales',
  'service',
  'other',
] as const satisfies readonly Category[];

const categoryWords = {
  'inbound-logistics': 'categoryInboundLogistics',
  operations: 'categoryOperations',
  'outbound-logistics': 'categoryOutboundLogistics',
  'marketing-sales': 'categoryMarketingSales',
  service: 'categoryService',
  'firm-infrastructure': 'categoryFirmInfrastructure',
  'human-resources': 'categoryHumanResources',
  technology: 'categoryTechnology',
  procurement: 'categoryProcurement',
  other: 'categoryOther',
} as const satisfies Record<Category, keyof ChainWords>;

interface Desk {
  readonly input: DrawInput;
  readonly scene: Scene;
  readonly sheet: Sheet;
  readonly pen: Pen;
}

interface Made {
  readonly drawn: string;
  readonly height: number;
}

/** Draws Porter's value chain: support above, primary activities below, margin at the end. Same input, same bytes. */
export function drawPorter(input: DrawInput): Drawing {
  const scene = sceneOf(input.chain, input.scenario);
  const draw = (form: keyof Drawing): string => {
    const { lang, measure, dir, words } = input;
    const facts = (activity: Activity): Note[] => notesOf(activity, scene, input);
    const sheet: Sheet = { chain: scene.chain, lang, measure, ...faces[form], stacked: true, facts };
    const desk = { input, scene, sheet, pen: makePen(drawnWidths[form], dir) };
    const { drawn, height } = form === 'wide' ? drawWide(desk) : drawNarrow(desk);
    const frame = {
      name: form,
      width: drawnWidths[form],
      height,
      dir,
      label: drawingName(scene, words.viewPorter, input),
      role: words.porterRole,
    };
    return svg(drawn, { ...frame, ...(input.describedBy !== undefined && { describedBy: input.describedBy }) });
  };
  return { wide: draw('wide'), narrow: draw('narrow') };
}

/** Load and badge as elsewhere, and the cost where one is known. */
function notesOf(activity: Activity, scene: Scene, input: DrawInput): Note[] {
  const cost = scene.result.activities.find(({ id }) => id === activity.id)?.cost;
  const known: Note[] =
    cost === null || cost === undefined ? [] : [{ text: isolate(figureText(cost, input), input.dir), name: 'n load' }];
  return [...known, ...factsIn(activity, scene, input)];
}

function present<C extends Category>(list: readonly C[], { scene }: Desk): { category: C; activities: Activity[] }[] {
  const all = porterActivities(scene.chain);
  return list
    .map((category) => ({ category, activities: all.filter((activity) => activity.category === category) }))
    .filter(({ activities }) => activities.length > 0);
}

const gap = 10;
const marginWidth = 128;
const tip = 46;

/** Room at the end: for the margin, or for its name alone where no price is known. */
function pointWidth({ scene, input, sheet }: Desk): number {
  if (scene.result.margin !== null) return marginWidth;
  return gap + 2 + Math.max(tip, input.measure(input.words.porterMargin, sheet.small.size, 600) + 28);
}

function drawWide(desk: Desk): Made {
  const body = drawnWidths.wide - pointWidth(desk);
  const parts: string[] = [];
  let y = 2;
  for (const { category, activities } of present(support, desk)) {
    const row = supportRow(category, activities, y, body, desk);
    parts.push(row.drawn);
    y += row.height + gap;
  }
  const columns = primaryColumns(y, body, desk);
  const height = y + columns.height;
  return { drawn: parts.join('') + columns.drawn + marginShape(body, 2, height - 2, desk), height: height + 2 };
}

function supportRow(category: Category, activities: readonly Activity[], y: number, body: number, desk: Desk): Made {
  const { pen, input, sheet } = desk;
  const head = 168;
  const each = (body - 2 - head - gap - activities.length * gap) / activities.length;
  const boxes = activities.map((activity, index) =>
    boxOf(activity, 2 + head + gap + index * (each + gap), y + gap, each, desk),
  );
  const inside = Math.max(...boxes.map(({ height }) => height));
  const lines = wrap(
    input.words[categoryWords[category]],
    { ...sheet.small, weight: 600, width: head - 22, lang: input.lang },
    input.measure,
  );
  const height = Math.max(inside, lines.length * sheet.small.leading) + 2 * gap;
  const middle = y + height / 2 + sheet.small.size * 0.35 - ((lines.length - 1) * sheet.small.leading) / 2;
  const words = pen.words({ x: 14, y: middle, lines, leading: sheet.small.leading, name: 'n load' });
  return {
    drawn:
      pen.box(2, y, body - 2, height, 'porter-row', 6) +
      words +
      boxes.map(({ draw }) => draw(height - 2 * gap)).join(''),
    height,
  };
}

function primaryColumns(y: number, body: number, desk: Desk): Made {
  const { pen, input, sheet } = desk;
  const columns = present(primary, desk);
  if (columns.length === 0) return { drawn: '', height: 0 };
  const each = (body - 2 - (columns.length - 1) * gap) / columns.length;
  const heads = columns.map(({ category }) =>
    wrap(
      input.words[categoryWords[category]],
      { ...sheet.small, weight: 600, width: each - 24, lang: input.lang },
      input.measure,
    ),
  );
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * sheet.small.leading + 14;
  const stacks = columns.map(({ activities }, index) =>
    stackOf(activities, 2 + index * (each + gap) + gap, y + headHeight, each - 2 * gap, desk),
  );
  const height = headHeight + Math.max(...stacks.map((stack) => stack.height)) + gap;
  const drawn = columns.map((_, index) => {
    const x = 2 + index * (each + gap);
    const words = pen.words({
      x: x + 12,
      y: y + 8 + sheet.small.size * 0.9,
      lines: heads[index] ?? [],
      leading: sheet.small.leading,
      name: 'n load',
    });
    return pen.box(x, y, each, height, 'porter-row', 6) + words + (stacks[index]?.drawn ?? '');
  });
  return { drawn: drawn.join(''), height };
}

function stackOf(activities: readonly Activity[], x: number, y: number, width: number, desk: Desk): Made {
  let top = y;
  const drawn = activities.map((activity) => {
    const box = boxOf(activity, x, top, width, desk);
    top += box.height + gap;
    return box.draw(box.height);
  });
  return { drawn: drawn.join(''), height: top - gap - y };
}

function boxOf(
  activity: Activity,
  x: number,
  y: number,
  width: number,
  { pen, sheet, scene, input }: Desk,
): { height: number; draw: (height: number) => string } {
  const { words, height } = headOf(activity, width, sheet, false);
  const draw = (full: number): string => {
    const text = words.map((line) => pen.words({ ...line, x: line.x + x, y: line.y + y })).join('');
    const notes = notesOf(activity, scene, input).map((note) => note.text);
    return activityLink(activity, pen.box(x, y, width, full, 'box', 4) + text, notes, scene, input);
  };
  return { height, draw };
}

function marginShape(x: number, top: number, height: number, desk: Desk): string {
  const { pen, sheet } = desk;
  const [start, end, middle] = [x + gap, drawnWidths.wide - 2, top + height / 2];
  const outline: Point[] = [
    [start, top],
    [end - tip, top],
    [end, middle],
    [end - tip, top + height],
    [start, top + height],
  ];
  // The lines stand around the middle, where the shape is widest.
  const slope = tip * Math.min(1, (3 * sheet.small.leading) / height);
  const lines = marginLines(desk, end - start - 18 - slope);
  const y = middle + sheet.small.size * 0.35 - ((lines.length - 1) * sheet.small.leading) / 2;
  return (
    pen.path([outline], marginName(desk), true) +
    pen.words({ x: start + 12, y, lines, leading: sheet.small.leading, name: 'n load' })
  );
}

function marginName({ scene }: Desk): string {
  if (scene.result.margin === null) return 'porter-row';
  return scene.result.margin.value < 0 ? 'margin loss' : 'margin';
}

function marginLines({ scene, input, sheet }: Desk, width: number): string[] {
  const { margin } = scene.result;
  const name = margin !== null && margin.value < 0 ? input.words.porterLoss : input.words.porterMargin;
  const face = { ...sheet.small, weight: 600 as const, width, lang: input.lang };
  const amount = margin === null ? [] : wrapEvenly(isolate(figureText(margin, input), input.dir), face, input.measure);
  return [...wrap(name, face, input.measure), ...amount];
}

function drawNarrow(desk: Desk): Made {
  const { pen, input, sheet } = desk;
  const width = drawnWidths.narrow;
  const parts: string[] = [];
  let y = 2;
  for (const { category, activities } of [...present(support, desk), ...present(primary, desk)]) {
    const stack = stackOf(activities, 2 + gap, y + 32, width - 4 - 2 * gap, desk);
    const height = 32 + stack.height + gap;
    const words = pen.words({
      x: 14,
      y: y + 21,
      lines: wrap(
        input.words[categoryWords[category]],
        { ...sheet.small, weight: 600, width: width - 28, maxLines: 1, lang: input.lang },
        input.measure,
      ),
      leading: 0,
      name: 'n load',
    });
    parts.push(pen.box(2, y, width - 4, height, 'porter-row', 6), words, stack.drawn);
    y += height + gap;
  }
  if (desk.scene.result.margin === null) return { drawn: parts.join(''), height: y - gap + 2 };
  const lines = marginLines(desk, width - 80);
  const deep = lines.length * sheet.small.leading + 44;
  const outline: Point[] = [
    [2, y],
    [width - 2, y],
    [width - 2, y + deep - 26],
    [width / 2, y + deep],
    [2, y + deep - 26],
  ];
  const words = {
    x: width / 2,
    y: y + 22,
    lines,
    leading: sheet.small.leading,
    name: 'n load',
    anchor: 'middle',
  } as const;
  parts.push(pen.path([outline], marginName(desk), true), pen.words(words));
  return { drawn: parts.join(''), height: y + deep + 2 };
}
