import { loadText } from '../format.ts';
import { isolate } from '../text.ts';
import { fillWords } from '../words.ts';
import { activityLink, faces } from './drawing.ts';
import { bufferGlyph, glyphSize, loadBar } from './glyph.ts';
import type { Pen } from './pen.ts';
import type { Grid, Line, StreamDesk } from './stream-grid.ts';
import { bandHeight, gridOf, inner, nameOf, stackGap } from './stream-grid.ts';
import { drawLadder, footOf } from './stream-ladder.ts';
import { busLines, inward, outward, partyBand } from './stream-parties.ts';
import type { Gap, Step } from './stream-plan.ts';

const { label, small } = faces.wide;

/** Draws a stream in bands: information, material, ladder. Long streams go on in further lines. */
export function drawStreamWide(desk: StreamDesk): { drawn: string; height: number } {
  const { plan } = desk;
  const grid = gridOf(plan, desk);
  const parties = partyBand(desk);
  const top = parties.height;
  const lines: string[] = [];
  let y = top;
  grid.lines.forEach((line, index) => {
    const made = drawLine(line, y, desk, grid, index === grid.lines.length - 1);
    lines.push(made.drawn);
    if (index === 0) lines.push(busLines(line, y, parties.bus, desk, grid), inward(line, y, parties, desk, grid));
    if (grid.lines.length === 1) lines.push(outward(line, y, parties, desk, grid));
    y += made.height + (index < grid.lines.length - 1 ? 26 : 0);
  });
  const foot = footOf(desk, y + 6);
  return { drawn: parties.drawn + lines.join('') + foot.drawn, height: y + foot.height };
}

function drawLine(
  line: Line,
  y: number,
  desk: StreamDesk,
  grid: Grid,
  last: boolean,
): { drawn: string; height: number } {
  const { height } = grid;
  const band = bandHeight(line, grid);
  const boxes = line.columns.flatMap(({ steps, x }) => {
    const top = y + (band - steps.length * (height + stackGap) + stackGap) / 2;
    return steps.map((step, at) => drawStep(step, x, top + at * (height + stackGap), height, desk, grid));
  });
  const gaps = line.gaps.map(({ gap, x }, at) => {
    const open = at === 0 && line.first === 0 ? 'start' : at === line.gaps.length - 1 && last ? 'end' : 'between';
    return drawGap(gap, x, y + band / 2, open, desk, grid, {
      before: line.columns[at - 1]?.steps.length ?? 1,
      after: line.columns[at]?.steps.length ?? 1,
      height,
    });
  });
  const ladder = drawLadder(line, y + band + 34, desk, grid);
  return { drawn: gaps.join('') + boxes.join('') + ladder.drawn, height: band + ladder.height };
}

function drawStep(step: Step, x: number, y: number, height: number, desk: StreamDesk, grid: Grid): string {
  const { pen, input, plan, scene } = desk;
  const { words, lang, dir } = input;
  const name = nameOf(step.activity.label, grid.box, desk);
  const middle = x + grid.box / 2;
  const drawn = [pen.box(x, y, grid.box, height, 'box', 4)];
  drawn.push(
    pen.words({
      x: middle,
      y: y + 9 + label.size * 0.85,
      lines: name.lines,
      leading: label.leading,
      name: 't',
      anchor: 'middle',
      lang: name.lang,
    }),
  );
  let at = y + 10 + grid.nameLines * label.leading + 2;
  drawn.push(
    pen.path(
      [
        [
          [x, at],
          [x + grid.box, at],
        ],
      ],
      'rule',
    ),
  );
  at += 6;
  const [start, end] = [x + inner, x + grid.box - inner];
  for (const { key, rows, name: form } of grid.facts) {
    const fact = step.facts.find((one) => one.key === key);
    const base = at + small.size * 0.82;
    const lower = base + (rows - 1) * small.leading;
    drawn.push(pen.words({ x: start, y: base, lines: [fact?.[form] ?? ''], leading: small.leading, name: 's' }));
    drawn.push(
      pen.words({ x: end, y: lower, lines: [fact?.text ?? ''], leading: small.leading, name: 's v', anchor: 'end' }),
    );
    at += rows * small.leading;
  }
  const notes = step.facts.map(({ name: what, text }) => `${what} ${text}`);
  if (step.load !== undefined) {
    const percent = isolate(loadText(step.load, lang), dir);
    const long = fillWords(words.loaded, { percent });
    const fits = input.measure(long, small.size, 600) <= grid.box - 2 * inner;
    drawn.push(loadBar(step.load, plan.most, start, at + 7, grid.box - 2 * inner, pen));
    drawn.push(
      pen.words({
        x: middle,
        y: at + 34,
        lines: [fits ? long : percent],
        leading: 0,
        name: 'n load',
        anchor: 'middle',
      }),
    );
    notes.push(long);
  }
  return activityLink(step.activity, drawn.join(''), notes, scene, input);
}

interface Around {
  readonly before: number;
  readonly after: number;
  readonly height: number;
}

function drawGap(
  gap: Gap,
  x: number,
  y: number,
  open: 'start' | 'between' | 'end',
  { pen, input }: StreamDesk,
  grid: Grid,
  around: Around,
): string {
  const parts: string[] = [];
  const named = gap.names.filter((name) => input.measure(name, small.size, 400) <= grid.gap);
  const [left, right] = [x - grid.gap / 2, x + grid.gap / 2];
  if (open === 'between' && gap.linked) parts.push(...arrows(left, right, y, around, gap, pen));
  // Below the lowest line, so that no line runs through it.
  const lowest =
    around.before === around.after ? 0 : ((Math.max(around.before, around.after) - 1) / 2) * (around.height + stackGap);
  const sign = open === 'between' ? y + lowest + 14 : y - glyphSize.height / 2;
  gap.buffers.slice(0, 1).forEach(({ kind }) => parts.push(bufferGlyph(kind, x - glyphSize.width / 2, sign, pen)));
  parts.push(
    pen.words({
      x,
      y: sign + glyphSize.height + 16,
      lines: [...gap.amounts, ...named].slice(0, 2),
      leading: small.leading,
      name: 's',
      anchor: 'middle',
    }),
  );
  return parts.join('');
}

function arrows(
  left: number,
  right: number,
  y: number,
  { before, after, height }: Around,
  gap: Gap,
  pen: Pen,
): string[] {
  const at = (count: number, index: number): number => y + (index - (count - 1) / 2) * (height + stackGap);
  const name = gap.pulled ? 'flow pull' : 'flow';
  const middle = (left + right) / 2;
  const drawn: string[] = [];
  for (let from = 0; from < before; from += 1) {
    for (let to = 0; to < after; to += 1) {
      const [y1, y2] = [at(before, from), at(after, to)];
      const straight = Math.abs(y1 - y2) < 1;
      drawn.push(
        pen.arrow(
          straight
            ? [
                [left + 3, y1],
                [right - 3, y1],
              ]
            : [
                [left + 3, y1],
                [middle, y1],
                [middle, y2],
                [right - 3, y2],
              ],
          name,
        ),
      );
    }
  }
  return drawn;
}
