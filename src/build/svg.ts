import { escapeText } from '../core/library/markup.ts';
import { ElementType, parseDocument } from 'htmlparser2';
import { optimize } from 'svgo';
import type { Config } from 'svgo';

/** A drawing that is safe to be shown and to be opened by itself. */
export interface SafeSvg {
  /** The drawing as an XML document. */
  readonly text: string;
  /** Its own size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What was taken out because it could run, load or lead elsewhere, sorted: `<script>`, `onload=`. */
  readonly removed: readonly string[];
}

/** Why a drawing cannot be used: a clause that continues "The drawing …". */
export type SvgFault = 'is not a well-formed SVG document' | 'has no size';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<Node, { attribs: unknown }>;

// What draws, groups, fills or describes. Whatever is not named here (scripts, foreign content, animation,
// links, editors' own elements) goes, with what is inside it, except for the elements of `UNWRAPPED`.
const ELEMENTS = new Set(
  `svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath title desc image
  linearGradient radialGradient stop pattern clipPath mask marker filter style feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);
const UNWRAPPED = new Set(['a']);
/** Removed without a word: they show nothing. */
const SILENT = new Set(['metadata', 'animate', 'animateTransform', 'animateMotion', 'set', 'mpath', 'view', 'cursor']);
const PREFIXED = new Set(['xlink:href', 'xml:space', 'xml:lang']);
const EMBEDDED = /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/i;

// Rules of a <style> become attributes, so that nothing needs a style where the site's policy allows none.
const SVGO: Config = {
  multipass: true,
  js2svg: { eol: 'lf' },
  plugins: [
    { name: 'inlineStyles', params: { onlyMatchedOnce: false } },
    'convertStyleToAttrs',
    'preset-default',
    'convertStyleToAttrs',
  ],
};

/**
 * Makes a drawing safe: no script, no event attribute, no foreign content, no reference to anything outside the
 * file, no style; smaller, too. The same text gives the same result.
 */
export function sanitizeSvg(source: string): SafeSvg | SvgFault {
  const removed = new Set<string>();
  const root = rootOf(source);
  if (root === undefined) return 'is not a well-formed SVG document';
  const size = sizeOf(root);
  if (size === undefined) return 'has no size';
  // Without it, a drawing that is shown smaller than its size is cut off instead of made smaller.
  root.attribs['viewBox'] ??= `0 0 ${size.width} ${size.height}`;
  // Before the optimizer sees it, so that it meets no entity and no surprise; after it, to take what styles are left.
  const safe = rootOf(optimized(write(root, removed, true)));
  if (safe === undefined) return 'is not a well-formed SVG document';
  return { text: `${write(safe, new Set(), false)}\n`, ...size, removed: [...removed].sort() };
}

function rootOf(source: string): Element | undefined {
  const root = parseDocument(source, { xmlMode: true }).children.find((node) => isElement(node));
  return root?.name === 'svg' ? root : undefined;
}

function write(root: Element, removed: Set<string>, keepStyles: boolean): string {
  root.attribs['xmlns'] = 'http://www.w3.org/2000/svg';
  const text = new Writer(removed, keepStyles).node(root);
  return text.includes(' xlink:') ? text.replace('<svg', '<svg xmlns:xlink="http://www.w3.org/1999/xlink"') : text;
}

function optimized(text: string): string {
  try {
    return optimize(text, SVGO).data;
  } catch {
    return '';
  }
}

/** Writes the harmless part of a tree, and notes what of the rest could have done harm. */
class Writer {
  readonly #removed: Set<string>;
  readonly #keepStyles: boolean;

  constructor(removed: Set<string>, keepStyles: boolean) {
    this.#removed = removed;
    this.#keepStyles = keepStyles;
  }

  node(node: Node): string {
    if (node.type === ElementType.Text) return escapeText(node.data);
    // Of the rest only elements and CDATA have something to show; comments and instructions draw nothing.
    if (!isElement(node)) return node.type === ElementType.CDATA ? this.#all(node.children) : '';
    if (UNWRAPPED.has(node.name)) return this.#all(node.children);
    if (!ELEMENTS.has(node.name)) return this.#without(`<${node.name}>`, isHarmful(node.name));
    if (node.name === 'style' && !this.#keepStyles) return '';
    if (node.name === 'style' && loads(textOf(node))) return this.#without('<style> with addresses', true);
    const attributes = Object.entries(node.attribs).map(([name, value]) => this.#attribute(node.name, name, value));
    return `<${node.name}${attributes.join('')}>${this.#all(node.children)}</${node.name}>`;
  }

  #all(nodes: readonly Node[]): string {
    return nodes.map((node) => this.node(node)).join('');
  }

  #attribute(element: string, name: string, value: string): string {
    if (name === 'style' && !this.#keepStyles) return '';
    const verdict = judge(element, name, value);
    return verdict === 'keep' ? ` ${name}="${escapeText(value)}"` : this.#without(`${name}=`, verdict === 'harm');
  }

  #without(what: string, harmful: boolean): string {
    if (harmful) this.#removed.add(what);
    return '';
  }
}

function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

function textOf(node: Node): string {
  if (node.type === ElementType.Text) return node.data;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** True for a style sheet that fetches something. */
function loads(css: string): boolean {
  return leadsOutside(css) || /@import|@font-face/i.test(css);
}

function judge(element: string, name: string, value: string): 'keep' | 'drop' | 'harm' {
  if (/^on/i.test(name)) return 'harm';
  if (name === 'href' || name === 'xlink:href') {
    if (value.trim().startsWith('#') || (element === 'image' && EMBEDDED.test(value.trim()))) return 'keep';
    return 'harm';
  }
  if (name.includes(':') && !PREFIXED.has(name)) return 'drop';
  if (!/^[a-z][\w:.-]*$/i.test(name) || name.startsWith('data-')) return 'drop';
  return leadsOutside(value) ? 'harm' : 'keep';
}

/** True for a value that names an address outside the file. A backslash may spell one that cannot be seen. */
function leadsOutside(value: string): boolean {
  if (/javascript:|expression\(|image-set\(/i.test(value)) return true;
  if (value.includes('\\') && /u?rl|\\[0-9a-f]/i.test(value)) return true;
  return [...value.matchAll(/url\(\s*(['"]?)([^'")]*)/gi)].some(
    ([, , address = '']) => !address.trim().startsWith('#'),
  );
}

function isHarmful(name: string): boolean {
  return !name.includes(':') && !SILENT.has(name);
}

function sizeOf(root: Element): { width: number; height: number } | undefined {
  const box = (root.attribs['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const boxWidth = box[2] ?? NaN;
  const boxHeight = box[3] ?? NaN;
  const width = pixels(root.attribs['width']);
  const height = pixels(root.attribs['height']);
  const ratio = boxWidth / boxHeight;
  const wide = width ?? (height === undefined ? boxWidth : height * ratio);
  const high = height ?? (width === undefined ? boxHeight : width / ratio);
  if (!(wide > 0 && high > 0)) return undefined;
  return { width: Math.max(1, Math.round(wide)), height: Math.max(1, Math.round(high)) };
}

/** CSS pixels in the units of CSS Values 4, section 6.2. */
const UNITS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 9.6 / 2.54 };

/** A length in CSS pixels; `undefined` for a percentage or a unit that depends on a font. */
function pixels(length: string | undefined): number | undefined {
  const [, value, unit] = /^\s*([\d.]+)\s*([a-z%]*)\s*$/i.exec(length ?? '') ?? [];
  const factor = UNITS[(unit || 'px').toLowerCase()];
  return value === undefined || factor === undefined ? undefined : Number(value) * factor;
}
