import { Parser } from 'htmlparser2';
import { attributes } from '../core/library/markup.ts';
import { missingLetters, setLine } from './text-outline.ts';
import { Typefaces } from './typeface.ts';

type Values = Readonly<Record<string, string>>;

interface Line {
  readonly values: Values;
  readonly text: string;
}

/** Outlines of a drawing's letters, each written once however often it is used. */
class Letters {
  readonly #ids = new Map<string, string>();

  id(path: string): string {
    const id = this.#ids.get(path) ?? `l${String(this.#ids.size)}`;
    this.#ids.set(path, id);
    return id;
  }

  toString(): string {
    const paths = [...this.#ids].map(([path, id]) => `<path${attributes({ id, d: path })}/>`);
    return paths.length === 0 ? '' : `<defs>${paths.join('')}</defs>`;
  }
}

/** Turns the text of drawings into outlines, so that they look the same where our fonts are not; fonts are opened once. */
export class TextPaths {
  readonly #plain = new Typefaces(400, 'sans');
  readonly #bold = new Typefaces(600, 'sans');

  /**
   * The drawing with every `<text>` as outlines; its lines stand in `<text>` itself or each in a `<tspan>`. A text with
   * letters that none of our fonts has stays one.
   */
  async outlined(svg: string, lang: string, dir: 'ltr' | 'rtl'): Promise<string> {
    const made = new Map<string, string>();
    const letters = new Letters();
    const elements = svg.match(/<text\b[^]*?<\/text>/gu) ?? [];
    for (const element of elements) {
      const paths: string[] = [];
      const lines = linesOf(element);
      for (const line of lines) paths.push(await this.#path(line, lang, dir, letters));
      made.set(element, (await this.#missesLetters(lines, lang, dir)) ? element : paths.join(''));
    }
    return svg
      .replace('<svg', '<svg xmlns:xlink="http://www.w3.org/1999/xlink"')
      .replace(/<text\b[^]*?<\/text>/gu, (element) => made.get(element) ?? '')
      .replace(/<\/svg>\s*$/u, (end) => `${String(letters)}${end}`);
  }

  async #missesLetters(lines: readonly Line[], lang: string, dir: 'ltr' | 'rtl'): Promise<boolean> {
    const text = lines.map((line) => line.text).join('');
    return (await missingLetters(text, { faces: this.#plain, lang, dir })).length > 0;
  }

  async #path({ values, text }: Line, lang: string, dir: 'ltr' | 'rtl', letters: Letters): Promise<string> {
    const number = (name: string, otherwise: number): number => Number(values[name] ?? otherwise);
    const faces = number('font-weight', 400) >= 550 ? this.#bold : this.#plain;
    const { width, pieces } = await setLine(text, { faces, lang, dir });
    const scale = number('font-size', 16) / 1000;
    const anchor = values['text-anchor'] ?? 'start';
    const left = anchor === 'middle' ? 0.5 : (anchor === 'end') === (dir === 'ltr') ? 1 : 0;
    const uses: string[] = [];
    let at = 0;
    for (const { glyphs, advance } of pieces) {
      for (const { path, x, y } of glyphs) {
        // Not every program that opens drawings knows `href` without its prefix.
        const place = { x: whole(at + x), y: y === 0 ? undefined : whole(y) };
        uses.push(`<use${attributes({ 'xlink:href': `#${letters.id(path)}`, ...place })}/>`);
      }
      at += advance;
    }
    const start = number('x', 0) - left * width * scale;
    const place = `translate(${start.toFixed(2)} ${String(number('y', 0))}) scale(${String(scale)} ${String(-scale)})`;
    const transform = [values['transform'], place].filter(Boolean).join(' ');
    return `<g${attributes({ fill: values['fill'], transform })}>${uses.join('')}</g>`;
  }
}

/** Thousandths of an em need no decimals. */
function whole(value: number): string {
  return String(Math.round(value));
}

/** The lines of one `<text>`: what its parts say of themselves goes before what it says for all. */
function linesOf(element: string): Line[] {
  const lines: Line[] = [];
  const open: Values[] = [];
  // An entity ends what the parser tells at a time, and no line.
  let said = '';
  const endLine = (): void => {
    if (said.trim() !== '') lines.push({ values: open.at(-1) ?? {}, text: said.trim() });
    said = '';
  };
  new Parser(
    {
      onopentag: (_name, values) => {
        endLine();
        open.push({ ...open.at(-1), ...values });
      },
      ontext: (text) => {
        said += text;
      },
      onclosetag: () => {
        endLine();
        open.pop();
      },
    },
    { xmlMode: true },
  ).end(element);
  return lines;
}
