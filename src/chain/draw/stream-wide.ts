import { notesOf, type Step } from '../step.ts';
import { activityLink, faces } from './drawing.ts';
import { bufferGlyph, glyphSize, loadBar } from './glyph.ts';
import type { Pen, Point } from './pen.ts';
import type { Grid, Line, StreamDesk } from './stream-grid.ts';
import { bandHeight, factName, gridOf, inner, middles, nameOf } from './stream-grid.ts';
import { drawLadder } from './stream-ladder.ts';
import { inward, outward } from './stream-ends.ts';
import { busLines, partyBand } from './stream-parties.ts';
import type { Gap } from './stream-plan.ts';
import { drawScales } from './stream-scale.ts';
import type { Way } from './stream-ways.ts';
import { waysBelow, waysOf } from './stream-ways.ts';

const { label, small } = faces.wide;

/** Draws a stream in bands: information, material, ladder. Long streams go on in further lines. */
export function drawStreamWide(desk: StreamDesk): { drawn: string; height: number } {
  const { plan } = desk;
  const grid = gridOf(plan, desk);
  const parties = partyBand(desk);
  const between = plan.steered.size > 0 ? 38 : 26;
  const ways = waysOf(desk);
  const lines: string[] = [];
  let y = parties.height;
  grid.lines.forEach((line, index) => {
    const last = index === grid.lines.length - 1;
    const made = drawLine(line, y, desk, grid, last, ways);
    lines.push(made.drawn, busLines(line, y, parties.bus, desk, grid));
    if (index === 0) lines.push(inward(line, y, parties, desk, grid));
    if (last) lines.push(outward(line, y, parties, desk, grid));
    y += made.height + (last ? 0 : between);
  });
  const foot = drawScales(desk, 'wide', y + 6);
  return { drawn: parties.drawn + lines.join('') + foot.drawn, height: y + foot.height };
}

function drawLine(
  line: Line,
  y: number,
  desk: StreamDesk,
  grid: Grid,
  last: boolean,
  ways: readonly Way[],
): { drawn: string; height: number } {
  const { height } = grid;
  const band = bandHeight(line, grid);
  const boxes = line.columns.flatMap(({ steps, x }) =>
    middles(steps.length, y + band / 2, grid).flatMap((middle, at) => {
      const step = steps[at];
      return step === undefined ? [] : [desk.pen.moved(drawStep(step, height, desk, grid), x, middle - height / 2)];
    }),
  );
  const gaps = line.gaps.map(({ gap, x }, at) => {
    const [before, after] = [line.columns[at - 1], line.columns[at]].map((column) => column?.steps.length ?? 0);
    const ends = (before === 0 && line.first === 0) || (after === 0 && last);
    return drawGap(gap, x, y + band / 2, desk, grid, { before: before ?? 0, after: after ?? 0, ends });
  });
  const below = waysBelow(line, y, ways, desk, grid);
  const ladder = drawLadder(line, y + band + below.height + 34, desk, grid);
  return {
    drawn: gaps.join('') + below.drawn + boxes.join('') + ladder.drawn,
    height: band + below.height + ladder.height,
  };
}

/** A step whose corner is the drawing's own. */
function drawStep(step: Step, height: number, desk: StreamDesk, grid: Grid): string {
  const { pen, input, plan, scene } = desk;
  const { words } = input;
  const name = nameOf(step.activity.label, grid.box, desk);
  const middle = grid.box / 2;
  const drawn = [pen.box(0, 0, grid.box, height, 'box', 4)];
  drawn.push(
    pen.words({
      x: middle,
      y: 9 + label.size * 0.85,
      lines: name.lines,
      leading: label.leading,
      name: 't',
      anchor: 'middle',
      lang: name.lang,
    }),
  );
  let at = 10 + grid.nameLines * label.leading + 2;
  drawn.push(
    pen.path(
      [
        [
          [0, at],
          [grid.box, at],
        ],
      ],
      'rule',
    ),
  );
  at += 6;
  const [start, end] = [inner, grid.box - inner];
  // A step shows what it has, without holes for what others have.
  for (const { key, rows, name: form } of grid.facts) {
    const fact = step.facts.find((one) => one.key === key);
    if (fact === undefined) continue;
    const base = at + small.size * 0.82;
    const lower = base + (rows - 1) * small.leading;
    const called = factName(fact, form, words);
    drawn.push(pen.words({ x: start, y: base, lines: [called], leading: small.leading, name: 's' }));
    drawn.push(pen.words({ x: end, y: lower, lines: [fact.text], leading: small.leading, name: 's v', anchor: 'end' }));
    at += rows * small.leading;
  }
  if (step.load !== undefined) {
    const fits = input.measure(step.loaded, small.size, 600) <= grid.box - 2 * inner;
    at = height - 44;
    drawn.push(loadBar(step.load, plan.most, start, at + 7, grid.box - 2 * inner, pen));
    drawn.push(
      pen.words({
        x: middle,
        y: at + 34,
        lines: [fits ? step.loaded : step.percent],
        leading: 0,
        name: 'n load',
        anchor: 'middle',
      }),
    );
  }
  return activityLink(step.activity, drawn.join(''), notesOf(step), scene, input);
}

interface Around {
  /** Steps before and after the gap in its line; none at the line's ends. */
  readonly before: number;
  readonly after: number;
  /** True where the stream begins or ends, and parties take over. */
  readonly ends: boolean;
}

function drawGap(
  gap: Gap,
  x: number,
  y: number,
  { pen, input }: StreamDesk,
  grid: Grid,
  { before, after, ends }: Around,
): string {
  const parts: string[] = [];
  const named = gap.names.filter((name) => input.measure(name, small.size, 400) <= grid.gap);
  const froms = middles(Math.max(1, before), y, grid);
  const tos = middles(Math.max(1, after), y, grid);
  if (!ends) parts.push(...arrows(gap, x, froms, tos, grid.gap, pen));
  // What waits between two lines is drawn at the end of the first one.
  if (before === 0 && !ends) return parts.join('');
  // Below the lowest line, so that no line runs through it.
  const lowest = before === after || ends ? y : Math.max(...froms, ...tos);
  const sign = ends ? y - glyphSize.height / 2 : lowest + 14;
  gap.buffers.slice(0, 1).forEach(({ kind }) => parts.push(bufferGlyph(kind, x - glyphSize.width / 2, sign, pen)));
  const words = { x, y: sign + glyphSize.height + 16, leading: small.leading, name: 's', anchor: 'middle' } as const;
  parts.push(pen.words({ ...words, lines: [...gap.amounts, ...named].slice(0, 2) }));
  return parts.join('');
}

/** From every step before a gap to those after it that it feeds. */
function arrows(
  gap: Gap,
  x: number,
  froms: readonly number[],
  tos: readonly number[],
  width: number,
  pen: Pen,
): string[] {
  const name = gap.pulled ? 'flow pull' : 'flow';
  const [left, right] = [x - width / 2 + 3, x + width / 2 - 3];
  const ways = new Set(gap.ways.map(([from, to]) => `${froms[from] ?? froms[0] ?? 0} ${tos[to] ?? tos[0] ?? 0}`));
  return [...ways].map((way) => {
    const [y1 = 0, y2 = 0] = way.split(' ').map(Number);
    const bend: Point[] =
      Math.abs(y1 - y2) < 1
        ? []
        : [
            [x, y1],
            [x, y2],
          ];
    return pen.arrow([[left, y1], ...bend, [right, y2]], name);
  });
}
