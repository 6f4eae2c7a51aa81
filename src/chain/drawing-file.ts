import { escape } from './text.ts';

/** What a shape of some class looks like, where no style sheet reaches. Later rules go before earlier ones. */
interface Rule {
  /** The class of the shape. */
  readonly on: string;
  /** A class of the shape or of what it stands in. */
  readonly within?: string;
  readonly set: Readonly<Record<string, string>>;
}

const colours = {
  paper: '#fcfbf8',
  frame: '#f7f5f1',
  ink: '#1e1c19',
  quiet: '#5f5a52',
  rule: '#dfdad0',
  line: '#b93a0e',
  flow: '#0f6a63',
  wait: '#8a5a00',
  info: '#4a5a75',
} as const;
const { paper, frame, ink, quiet, rule, line, flow, wait, info } = colours;
const stroke = (colour: string, width: string, more: Rule['set'] = {}): Rule['set'] => ({
  fill: 'none',
  stroke: colour,
  'stroke-width': width,
  ...more,
});
const dashed = { 'stroke-dasharray': '2 4', 'stroke-linecap': 'round' };

const rules: readonly Rule[] = [
  { on: 'box', set: { ...stroke(ink, '1.25'), fill: paper } },
  { on: 'frame', set: { ...stroke(rule, '1.25'), fill: frame } },
  { on: 'porter-row', set: { ...stroke(rule, '1.25'), fill: frame } },
  { on: 'margin', set: { ...stroke(flow, '1.5'), fill: '#e0e9e5' } },
  { on: 'margin', within: 'loss', set: { ...stroke(line, '1.5'), fill: '#f5e8e1' } },
  { on: 'party', set: stroke(quiet, '1.25') },
  { on: 'rule', set: stroke(rule, '1') },
  { on: 'rail', set: stroke(rule, '1') },
  { on: 'infoline', set: stroke(info, '1.5', dashed) },
  { on: 'stock', set: { ...stroke(wait, '1.5'), fill: '#ede5d4' } },
  { on: 'shelf', set: stroke(wait, '1.5') },
  { on: 'track', set: { fill: '#e8e6e2' } },
  { on: 'util', set: { fill: '#99bab6' } },
  { on: 'util', within: 'hot', set: { fill: line } },
  { on: 'mark', set: stroke(ink, '1.5') },
  { on: 'ladder', set: stroke(quiet, '1.25') },
  { on: 'waiting', set: { fill: '#dccdb0' } },
  { on: 'working', set: { fill: flow } },
  { on: 'waits', set: { fill: '#dccdb0' } },
  { on: 'works', set: { fill: flow } },
  { on: 'box', within: 'hot', set: { stroke: line, 'stroke-width': '2.25' } },
  { on: 'frame', within: 'hot', set: { stroke: line, 'stroke-width': '2.25' } },
  { on: 't', set: { 'font-size': '17.5', 'font-weight': '600', fill: ink } },
  { on: 's', set: { 'font-size': '15.7', fill: quiet } },
  { on: 'n', set: { 'font-size': '15.7', 'font-weight': '600', fill: line } },
  { on: 'v', set: { fill: ink } },
  { on: 'load', set: { fill: quiet } },
  { on: 'load', within: 'hot', set: { fill: line } },
  { on: 't', within: 'hot', set: { fill: line } },
  { on: 'wait', set: { fill: wait } },
  { on: 'work', set: { fill: flow } },
];

/** What arrows look like: the group's class, its colour, its dashes. */
const arrows: Readonly<Record<string, Rule['set']>> = {
  flow: stroke(flow, '1.75'),
  info: stroke(info, '1.75', dashed),
  money: stroke(wait, '1.75'),
};

/** What is said of a drawing that is a file of its own. */
export interface DrawingFileOptions {
  readonly title: string;
  readonly description: string;
  /** Colour of what matters most, six hexadecimal digits; the project's own when absent. */
  readonly accent?: string | undefined;
}

/**
 * A drawing as a file of its own: what classes mean is written out as attributes, so it looks the same where neither
 * styles nor scripts are. Links are gone, since what they lead to is.
 */
export function drawingFile(svg: string, { title, description, accent = line }: DrawingFileOptions): string {
  const open: string[] = [];
  const plain = svg.replace(
    /<(\/?)([a-z]+)([^>]*?)(\/?)>/giu,
    (_, end: string, name: string, attributes: string, alone: string) => {
      const tag = name === 'a' ? 'g' : name;
      if (end !== '') {
        open.pop();
        return `</${tag}>`;
      }
      const own = /\sclass="([^"]*)"/u.exec(attributes)?.[1] ?? '';
      const bare = attributes.replace(/\s(?:class|href|role|aria-[a-z]+|data-[a-z]+|tabindex)="[^"]*"/gu, '');
      const look = name === 'svg' ? '' : lookOf(own.split(' '), open, name).replaceAll(line, accent);
      if (alone === '') open.push(own);
      return `<${tag}${name === 'svg' ? framed(bare) : bare}${look}${alone}>${name === 'svg' ? `${head(title, description)}${ground(attributes)}` : ''}`;
    },
  );
  return plain.replace('<svg ', '<svg role="img" font-family="\'Source Sans 3\', sans-serif" ');
}

function head(title: string, description: string): string {
  return `<title>${escape(title)}</title><desc>${escape(description)}</desc>`;
}

/** The look of an arrow whose group has these classes; `undefined` for other groups. What goes back is dashed. */
function arrowOf([kind = '', ...more]: readonly string[]): Rule['set'] | undefined {
  const arrow = arrows[kind];
  return arrow !== undefined && more.includes('back') ? { ...arrow, 'stroke-dasharray': '6 5' } : arrow;
}

function tipOf({ stroke: colour = '' }: Rule['set']): Rule['set'] {
  return { fill: colour, stroke: colour, 'stroke-width': '1.75', 'stroke-linejoin': 'round' };
}

/** Paper around a drawing, in its own units. */
const edge = 14;

/** The size that a drawing says, with paper around it. */
function framed(attributes: string): string {
  const { width, height } = sizeOf(attributes);
  return attributes
    .replace(/viewBox="[^"]*"/u, `viewBox="${-edge} ${-edge} ${width} ${height}"`)
    .replace(/ width="[^"]*"/u, ` width="${width}"`)
    .replace(/ height="[^"]*"/u, ` height="${height}"`);
}

function sizeOf(attributes: string): { readonly width: string; readonly height: string } {
  const [, width = '0', height = '0'] = /viewBox="0 0 (\S+) (\S+)"/u.exec(attributes) ?? [];
  const more = (length: string): string => String(Math.round((Number(length) + 2 * edge) * 10) / 10);
  return { width: more(width), height: more(height) };
}

/** Paper under the drawing, for readers whose own is dark. */
function ground(attributes: string): string {
  const { width, height } = sizeOf(attributes);
  return `<rect x="${-edge}" y="${-edge}" width="${width}" height="${height}" fill="${paper}"/>`;
}

function lookOf(classes: readonly string[], open: readonly string[], name: string): string {
  const arrow = name === 'path' ? arrowOf(open.at(-1)?.split(' ') ?? []) : undefined;
  if (arrow !== undefined) return written(classes.includes('head') ? tipOf(arrow) : arrow);
  const around = [...open.flatMap((one) => one.split(' ')), ...classes];
  const found = rules.filter(
    ({ on, within }) => classes.includes(on) && (within === undefined || around.includes(within)),
  );
  return written(Object.assign({}, ...found.map(({ set }) => set)) as Rule['set']);
}

function written(set: Rule['set']): string {
  return Object.entries(set)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('');
}
