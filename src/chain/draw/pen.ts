import { escape } from '../text.ts';

/** A point in the drawing's own units; x runs in reading direction. */
export type Point = readonly [x: number, y: number];

/** Lines of text and where they stand. */
export interface Words {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly leading: number;
  /** Classes: `t` label, `s` small, `n` number, and what the style sheet knows besides. */
  readonly name: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Language, when it is not that of the page. */
  readonly lang?: string | undefined;
}

/** Writes SVG. Turns x around when the language is read from right to left; nothing else knows of direction. */
export interface Pen {
  readonly box: (x: number, y: number, width: number, height: number, name: string, radius?: number) => string;
  readonly path: (lines: readonly (readonly Point[])[], name: string, closed?: boolean) => string;
  /** A line with a head at its end. */
  readonly arrow: (points: readonly Point[], name: string, data?: string) => string;
  /** Lines without a head, and lines that branch off them with heads at their ends; all in one shape. */
  readonly branches: (
    stems: readonly (readonly Point[])[],
    ends: readonly (readonly Point[])[],
    name: string,
  ) => string;
  readonly words: (words: Words) => string;
  /** Something drawn elsewhere, moved as a whole. Parts that look alike then read alike, which is what packs them small. */
  readonly moved: (drawn: string, x: number, y: number) => string;
}

/** A pen for a drawing of this width. */
export function makePen(width: number, dir: 'ltr' | 'rtl'): Pen {
  const turn = (x: number): number => (dir === 'rtl' ? width - x : x);
  const at = ([x, y]: Point): Point => [turn(x), y];
  const box: Pen['box'] = (x, y, w, h, name, radius = 0) =>
    `<rect class="${name}" x="${short(dir === 'rtl' ? width - x - w : x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}"${radius > 0 ? ` rx="${radius}"` : ''}/>`;
  const path: Pen['path'] = (lines, name, closed = false) =>
    `<path class="${name}" d="${lines.map((line) => trace(line.map(at)) + (closed ? 'z' : '')).join('')}"/>`;
  const arrow: Pen['arrow'] = (points, name, data = '') => {
    const { line, head } = pointed(points.map(at));
    return `<g class="${name}"${data}><path d="${trace(line)}"/><path class="head" d="${trace(head)}z"/></g>`;
  };
  const branches: Pen['branches'] = (stems, ends, name) => {
    const tips = ends.map((points) => pointed(points.map(at)));
    const lines = [...stems.map((points) => points.map(at)), ...tips.map(({ line }) => line)];
    const heads = tips.map(({ head }) => `${trace(head)}z`);
    return `<g class="${name}"><path d="${lines.map(trace).join('')}"/><path class="head" d="${heads.join('')}"/></g>`;
  };
  const moved: Pen['moved'] = (drawn, x, y) =>
    `<g transform="translate(${short(dir === 'rtl' ? -x : x)} ${short(y)})">${drawn}</g>`;
  return { box, path, arrow, branches, words: (words) => textOf(words, turn), moved };
}

/** A number with at most one decimal. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Wraps what was drawn into an SVG element that is a document of its own, readable part by part. */
export function svg(
  drawn: string,
  frame: {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly dir: 'ltr' | 'rtl';
    readonly label: string;
    readonly role: string;
    readonly describedBy?: string;
  },
): string {
  const { width, height, dir, label, role, name, describedBy } = frame;
  const described = describedBy === undefined ? '' : ` aria-describedby="${escape(describedBy)}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="${name}" viewBox="0 0 ${short(width)} ${short(height)}" width="${short(width)}" height="${short(height)}"` +
    `${dir === 'rtl' ? ' direction="rtl"' : ''} role="graphics-document" aria-roledescription="${escape(role)}" aria-label="${escape(label)}"${described}>` +
    `${drawn}</svg>`
  );
}

function trace(points: readonly Point[]): string {
  let [x0, y0]: Point = [NaN, NaN];
  let path = '';
  for (const [x, y] of points) {
    const [a, b] = [short(x), short(y)];
    if (path === '') path = `M${a} ${b}`;
    else if (b === short(y0)) path += `H${a}`;
    else path += a === short(x0) ? `V${b}` : `L${a} ${b}`;
    [x0, y0] = [x, y];
  }
  return path;
}

const headLength = 9;
const headWidth = 4.5;

function pointed(points: readonly Point[]): { line: Point[]; head: Point[] } {
  const tip = points.at(-1) ?? [0, 0];
  const before = points.at(-2) ?? tip;
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
  const [dx, dy] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length];
  const base: Point = [tip[0] - dx * headLength, tip[1] - dy * headLength];
  const side = (sign: number): Point => [base[0] - sign * dy * headWidth, base[1] + sign * dx * headWidth];
  return { line: [...points.slice(0, -1), base], head: [side(1), tip, side(-1)] };
}

function textOf({ x, y, lines, leading, name, anchor = 'start', lang }: Words, turn: (x: number) => number): string {
  if (lines.every((line) => line === '')) return '';
  const at = short(turn(x));
  const attributes = `class="${name}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${lang === undefined ? '' : ` lang="${escape(lang)}"`}`;
  const [only] = lines;
  if (lines.length === 1) return `<text ${attributes} x="${at}" y="${short(y)}">${escape(only ?? '')}</text>`;
  const spans = lines.map(
    (line, index) => `<tspan x="${at}" y="${short(y + index * leading)}">${escape(line)}</tspan>`,
  );
  return `<text ${attributes}>${spans.join(' ')}</text>`;
}
