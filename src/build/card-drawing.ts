import { cardSize } from '../core/library/generated.ts';
import type { Card } from '../core/metadata/card.ts';
import { fitText, leading, type Room, type SetText } from './card-layout.ts';
import { missingLetters, type OutlinedLine, type TextStyle } from './text-outline.ts';
import { Typefaces } from './typeface.ts';

/** A preview image as SVG in which every letter is an outline, and the letters it could not have. */
export interface CardDrawing {
  readonly svg: string;
  readonly missing: readonly string[];
}

const { width, height } = cardSize;
const margin = 84;
const paper = '#fcfbf8';
const ink = '#1e1c19';
const quiet = '#5f5a52';
/** Where the line runs: low from the side where reading begins, then a step up. */
const [low, high, step] = [538, 462, 806];

/** Where the title may begin, below what stands over it, and where it must have ended. */
const [top, bottom] = [136, high - 24];

const titleRoom: Room = {
  width: width - 2 * margin,
  height: bottom - top,
  lines: 4,
  sizes: [92, 84, 76, 68, 62, 56, 50],
};
const overRoom: Room = { width: width - 2 * margin, height: 34, lines: 1, sizes: [34, 30, 26] };
const siteRoom: Room = { width: 560, height: 34, lines: 1, sizes: [34, 30, 26, 22] };
const byRoom: Room = { width: width - step - margin - 24, height: 30, lines: 1, sizes: [30, 26, 22] };

/** Draws preview images; fonts are opened once for all of them. */
export class CardPress {
  readonly #bold = new Typefaces(600);
  readonly #plain = new Typefaces(400);

  /** The drawing of a card. A word with letters that no font of ours has is left out. */
  async draw(card: Card): Promise<CardDrawing> {
    const missing = new Set<string>();
    const text = async (what: string | undefined, faces: Typefaces, room: Room): Promise<SetText> => {
      const style: TextStyle = { faces, lang: card.lang, dir: card.dir };
      const words: string[] = [];
      for (const word of (what ?? '').split(/\s+/)) {
        const unknown = await missingLetters(word, style);
        for (const letter of unknown) missing.add(letter);
        if (unknown.length === 0) words.push(word);
      }
      return fitText(words.join(' '), room, style);
    };
    const title = await text(card.title, this.#bold, titleRoom);
    const over = await text(card.over, this.#plain, overRoom);
    const site = await text(card.site, this.#bold, siteRoom);
    const by = await text(card.by, this.#plain, byRoom);
    return { svg: svgOf(card, { title, over, site, by }), missing: [...missing] };
  }
}

interface CardTexts {
  readonly title: SetText;
  readonly over: SetText;
  readonly site: SetText;
  readonly by: SetText;
}

function svgOf(card: Card, { title, over, site, by }: CardTexts): string {
  const start = card.dir === 'rtl' ? width - margin : margin;
  const end = width - start;
  const lead = Math.round(title.size * leading);
  const highest = over.lines.length > 0 ? top : top - 62;
  const block = (title.lines.length - 1) * lead + title.size;
  const first = highest + Math.max(0, (bottom - highest - block) / 2) + title.size * 0.82;
  const put = (set: SetText, y: number, fill: string, from: 'start' | 'end' = 'start', gap = lead): string =>
    set.lines
      .map((line, index) => linePath(card, line, set.size, from === 'start' ? start : end, y + index * gap, fill, from))
      .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    throughline(card),
    put(over, 102, quiet),
    put(title, Math.round(first), ink),
    put(site, 592, ink),
    put(by, 592, quiet, 'end'),
    '</svg>',
  ].join('');
}

/** The line of the site's sign, from edge to edge; it is turned round where reading begins at the right. */
function throughline({ accent, dir }: Card): string {
  const x = (at: number): string => String(dir === 'rtl' ? width - at : at);
  const path = `M${x(0)} ${String(low)}H${x(step)}V${String(high)}H${x(width)}`;
  return `<path d="${path}" fill="none" stroke="${accent}" stroke-width="10" stroke-linejoin="round"/>`;
}

function linePath(
  card: Card,
  line: OutlinedLine,
  size: number,
  x: number,
  y: number,
  fill: string,
  from: 'start' | 'end',
): string {
  const scale = size / 1000;
  const rightwards = (card.dir === 'ltr') === (from === 'start');
  let at = rightwards ? x : x - line.width * scale;
  const glyphs: string[] = [];
  for (const piece of line.pieces) {
    for (const glyph of piece.glyphs) {
      const place = `translate(${number(at + glyph.x * scale)} ${number(y - glyph.y * scale)}) scale(${String(scale)} ${String(-scale)})`;
      glyphs.push(`<path transform="${place}" d="${glyph.path}"/>`);
    }
    at += piece.advance * scale;
  }
  return glyphs.length === 0 ? '' : `<g fill="${fill}">${glyphs.join('')}</g>`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
