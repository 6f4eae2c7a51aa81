import { Parser } from 'htmlparser2';
import { attributes } from '../core/library/markup.ts';
import { setLine } from './text-outline.ts';
import { Typefaces } from './typeface.ts';

type Values = Readonly<Record<string, string>>;

interface Line {
  readonly values: Values;
  readonly text: string;
}

/** Turns the text of drawings into outlines, so that they look the same where our fonts are not; fonts are opened once. */
export class TextPaths {
  readonly #plain = new Typefaces(400, 'sans');
  readonly #bold = new Typefaces(600, 'sans');

  /** The drawing with every `<text>` as outlines; its lines stand in `<text>` itself or each in a `<tspan>`. */
  async outlined(svg: string, lang: string, dir: 'ltr' | 'rtl'): Promise<string> {
    const made = new Map<string, string>();
    const elements = svg.match(/<text\b[^]*?<\/text>/gu) ?? [];
    for (const element of elements) {
      const paths: string[] = [];
      for (const line of linesOf(element)) paths.push(await this.#path(line, lang, dir));
      made.set(element, paths.join(''));
    }
    return svg.replace(/<text\b[^]*?<\/text>/gu, (element) => made.get(element) ?? '');
  }

  async #path({ values, text }: Line, lang: string, dir: 'ltr' | 'rtl'): Promise<string> {
    const number = (name: string, otherwise: number): number => Number(values[name] ?? otherwise);
    const faces = number('font-weight', 400) >= 550 ? this.#bold : this.#plain;
    const { width, pieces } = await setLine(text, { faces, lang, dir });
    const scale = number('font-size', 16) / 1000;
    const anchor = values['text-anchor'] ?? 'start';
    const left = anchor === 'middle' ? 0.5 : (anchor === 'end') === (dir === 'ltr') ? 1 : 0;
    let at = number('x', 0) - left * width * scale;
    const paths: string[] = [];
    for (const { glyphs, advance } of pieces) {
      for (const { path, x, y } of glyphs) {
        const place = `translate(${String(at + x * scale)} ${String(number('y', 0) - y * scale)}) scale(${String(scale)} ${String(-scale)})`;
        paths.push(`<path${attributes({ transform: place, d: path })}/>`);
      }
      at += advance * scale;
    }
    return `<g${attributes({ fill: values['fill'], transform: values['transform'] })}>${paths.join('')}</g>`;
  }
}

/** The lines of one `<text>`: what its parts say of themselves goes before what it says for all. */
function linesOf(element: string): Line[] {
  const lines: Line[] = [];
  const open: Values[] = [];
  new Parser(
    {
      onopentag: (_name, values) => open.push({ ...open.at(-1), ...values }),
      ontext: (text) => {
        if (text.trim() !== '') lines.push({ values: open.at(-1) ?? {}, text: text.trim() });
      },
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  ).end(element);
  return lines;
}
