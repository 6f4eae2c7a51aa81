import { faces } from '../../src/chain/draw/drawing.ts';
import { measureText } from '../../src/chain/measure.ts';

/** A rectangle in a drawing's own units. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A piece of text where a browser would put it. */
export interface Label extends Area {
  readonly text: string;
  /** Id of the activity whose link it stands in. */
  readonly activity: string | undefined;
}

/** A straight piece of a line. */
export interface Segment extends Area {
  readonly path: string;
}

/** What is in a drawing, read from its SVG. */
export interface Contents {
  readonly width: number;
  readonly height: number;
  readonly labels: readonly Label[];
  readonly segments: readonly Segment[];
  /** The rectangle of each activity. */
  readonly boxes: ReadonlyMap<string, Area>;
  /** Rectangles that no line may run through: activities without parts, and parties. */
  readonly solid: readonly Area[];
}

/** Reads a drawing. Sizes of type come from the faces that the layout used. */
export function contentsOf(drawing: string): Contents {
  const svg = settled(drawing);
  const form = /class="(wide|narrow)"/u.exec(svg)?.[1] === 'wide' ? 'wide' : 'narrow';
  const rtl = svg.includes('direction="rtl"');
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? [];
  const boxes = new Map<string, Area>();
  const labels: Label[] = [];
  const solid: Area[] = [...svg.matchAll(/<rect class="box(?: party)?"[^>]*>/gu)].map(([rect]) => rectOf(rect));
  const outside = svg.replace(/<a class="act.*?<\/a>/gsu, (link) => {
    const activity = /data-activity="([^"]+)"/u.exec(link)?.[1] ?? '';
    boxes.set(activity, rectOf(link));
    labels.push(...labelsOf(link, form, rtl, activity));
    return '';
  });
  labels.push(...labelsOf(outside, form, rtl, undefined));
  return { width: Number(width), height: Number(height), labels, boxes, solid, segments: segmentsOf(outside) };
}

/** True when two areas share more than `slack` in both directions. */
export function overlap(a: Area, b: Area, slack: number): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack
  );
}

/** The same drawing without moved groups: what they hold stands where it is shown. */
function settled(svg: string): string {
  const offsets: (readonly [x: number, y: number])[] = [];
  return svg.replace(
    /<(\/?)(\w+)([^>]*?)(\/?)>/gu,
    (tag, end: string, name: string, attributes: string, alone: string) => {
      const [, ownX = '0', ownY = '0'] = /transform="translate\(([\d.-]+) ([\d.-]+)\)"/u.exec(attributes) ?? [];
      if (end !== '') offsets.pop();
      else if (alone === '') offsets.push([Number(ownX), Number(ownY)]);
      const byX = offsets.reduce((sum, [x]) => sum + x, 0);
      const byY = offsets.reduce((sum, [, y]) => sum + y, 0);
      if ((byX === 0 && byY === 0) || name === 'g') return tag;
      const plus = (value: string, by: number): string => String(Math.round((Number(value) + by) * 10) / 10);
      const moved = (d: string): string =>
        d
          .replace(/H([\d.-]+)/gu, (_, x: string) => `H${plus(x, byX)}`)
          .replace(/V([\d.-]+)/gu, (_, y: string) => `V${plus(y, byY)}`)
          .replace(
            /([ML])([\d.-]+) ([\d.-]+)/gu,
            (_, step: string, x: string, y: string) => `${step}${plus(x, byX)} ${plus(y, byY)}`,
          );
      return tag
        .replace(/ x="([\d.-]+)"/u, (_, x: string) => ` x="${plus(x, byX)}"`)
        .replace(/ y="([\d.-]+)"/u, (_, y: string) => ` y="${plus(y, byY)}"`)
        .replace(/ d="([^"]+)"/u, (_, d: string) => ` d="${moved(d)}"`);
    },
  );
}

function rectOf(link: string): Area {
  const value = (name: string): number =>
    Number(new RegExp(`<rect class="(?:box|box party|frame)"[^>]*? ${name}="([\\d.-]+)"`, 'u').exec(link)?.[1]);
  const [left, top] = [value('x'), value('y')];
  return { left, top, right: left + value('width'), bottom: top + value('height') };
}

function labelsOf(svg: string, form: 'wide' | 'narrow', rtl: boolean, activity: string | undefined): Label[] {
  return [...svg.matchAll(/<text class="([^"]+)"([^>]*)>(.*?)<\/text>/gsu)].flatMap(
    ([, name = '', attributes = '', inner = '']) => {
      const anchor = /text-anchor="(\w+)"/u.exec(attributes)?.[1] ?? 'start';
      const spans = [...inner.matchAll(/<tspan x="([\d.-]+)" y="([\d.-]+)">(.*?)<\/tspan>/gsu)];
      const [, x = '0', y = '0'] = / x="([\d.-]+)" y="([\d.-]+)"/u.exec(attributes) ?? [];
      const lines = spans.length > 0 ? spans.map(([, a = '', b = '', text = '']) => [a, b, text]) : [[x, y, inner]];
      return lines.map(([at = '0', base = '0', text = '']) =>
        labelOf(plain(text), Number(at), Number(base), name, anchor, form, rtl, activity),
      );
    },
  );
}

function labelOf(
  text: string,
  x: number,
  y: number,
  name: string,
  anchor: string,
  form: 'wide' | 'narrow',
  rtl: boolean,
  activity: string | undefined,
): Label {
  const { size } = name.split(' ').includes('t') ? faces[form].label : faces[form].small;
  const width = measureText(text, size, /\b[tn]\b/u.test(name) ? 600 : 400);
  const start = anchor === 'middle' ? x - width / 2 : (anchor === 'start') === rtl ? x - width : x;
  return { text, activity, left: start, right: start + width, top: y - size * 0.74, bottom: y + size * 0.22 };
}

function segmentsOf(svg: string): Segment[] {
  return [...svg.matchAll(/<path(?: class="(?:infoline|ladder|rail)")? d="([^"]+)"\/>/gu)].flatMap(([path, d = '']) => {
    let [x, y] = [0, 0];
    return [...d.matchAll(/([MLHV])([\d.-]+)(?: ([\d.-]+))?/gu)].flatMap(
      ([, step = '', a = '0', b = '0']): Segment[] => {
        const [fromX, fromY] = [x, y];
        x = step === 'V' ? x : Number(a);
        y = step === 'H' ? y : step === 'V' ? Number(a) : Number(b);
        if (step === 'M') return [];
        return [
          {
            path,
            left: Math.min(fromX, x),
            right: Math.max(fromX, x),
            top: Math.min(fromY, y),
            bottom: Math.max(fromY, y),
          },
        ];
      },
    );
  });
}

function plain(text: string): string {
  return text
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&#39;/gu, "'")
    .replace(/&amp;/gu, '&');
}
