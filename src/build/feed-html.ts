import { attributes, escapeText } from '../core/library/markup.ts';
import { isVoid } from './html-elements.ts';
import { readHtml, type HtmlListener, type Values } from './html.ts';

/** Elements that are left out with everything inside them. */
const dropped = new Set(
  'script style link meta base template svg canvas button select textarea object embed noscript track area param'.split(
    ' ',
  ),
);
/** Elements of which only the inside stays. */
const unwrapped = new Set('picture section article form label font marquee map slot html head body'.split(' '));
const keptAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'hreflang', 'title'],
  img: ['src', 'alt', 'width', 'height', 'title'],
  video: ['src', 'poster', 'width', 'height', 'controls'],
  audio: ['src', 'controls'],
  source: ['src', 'type'],
  abbr: ['title'],
  blockquote: ['cite'],
  q: ['cite'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  time: ['datetime'],
  details: ['open'],
};
const addresses = new Set(['href', 'src', 'poster', 'cite']);
const switches = new Set(['controls', 'open', 'reversed']);

/**
 * HTML as feed readers want it: structure, links and images with absolute addresses; no classes, ids, scripts,
 * drawings or controls. Code is plain text, notes are a list at the end without the arrows back, boxes of
 * tasks are signs, frames are links.
 * @param base absolute address of the page, which addresses without one begin from
 * @example feedHtml('<p class="x">A <svg><path/></svg><a href="#b">B</a></p>', 'https://e.org/') → '<p>A <a href="https://e.org/#b">B</a></p>'
 */
export function feedHtml(html: string, base: string): string {
  return readHtml(html, () => new Writer(base)).done();
}

class Writer implements HtmlListener {
  readonly #base: string;
  readonly #out: string[] = [];
  /** What closes each open element. */
  readonly #ends: string[] = [];
  /** Depth inside an element that is left out. */
  #skipping = 0;

  constructor(base: string) {
    this.#base = base;
  }

  open(name: string, values: Values): void {
    if (this.#skipping > 0 || isDropped(name, values)) {
      if (!isVoid(name)) this.#skipping += 1;
    } else if (name === 'input') this.#out.push(box(values));
    else if (name === 'iframe') this.#frame(values);
    else if (isVoid(name)) this.#void(name, values);
    else this.#begin(name, values);
  }

  text(text: string): void {
    if (this.#skipping === 0) this.#out.push(escapeText(text).replaceAll('&quot;', '"'));
  }

  close(): void {
    if (this.#skipping > 0) this.#skipping -= 1;
    else this.#out.push(this.#ends.pop() ?? '');
  }

  done(): string {
    return this.#out.join('').trim();
  }

  #begin(name: string, values: Values): void {
    const kept = this.#kept(name, values);
    const plain = unwrapped.has(name) || name.includes('-') || (name === 'span' && kept === '');
    if (!plain) this.#out.push(`<${name}${kept}>`);
    this.#ends.push(plain ? '' : `</${name}>`);
  }

  #void(name: string, values: Values): void {
    const kept = this.#kept(name, values);
    // Sources of a picture name their files in `srcset`, which readers elsewhere do not need.
    if (name === 'source' && values['src'] === undefined) return;
    if (name === 'img' && !kept.includes(' src=')) return;
    this.#out.push(`<${name}${kept}>`);
  }

  #frame(values: Values): void {
    const href = openAddress(values['src'] ?? '', this.#base);
    if (href !== undefined)
      this.#out.push(`<p><a${attributes({ href })}>${escapeText(values['title'] ?? href)}</a></p>`);
    this.#skipping += 1;
  }

  #kept(name: string, values: Values): string {
    const names = ['lang', 'dir', ...(keptAttributes[name] ?? [])];
    const pairs = names.map((key): [string, string | undefined] => {
      const value = values[key];
      if (value === undefined || switches.has(key)) return [key, value === undefined ? undefined : key];
      return [key, addresses.has(key) ? openAddress(value, this.#base) : value];
    });
    return attributes(Object.fromEntries(pairs));
  }
}

function isDropped(name: string, values: Values): boolean {
  return dropped.has(name) || values['role'] === 'doc-backlink' || (name === 'input' && values['type'] !== 'checkbox');
}

function box(values: Values): string {
  return values['checked'] === undefined ? '\u2610 ' : '\u2611 ';
}

/** The whole address; `undefined` when it is none that a reader may open. */
export function openAddress(address: string, base: string): string | undefined {
  const url = URL.parse(address.trim(), base);
  if (url === null) return undefined;
  if (url.protocol === 'data:') return /^data:image\/(?:png|jpeg|gif|webp);/i.test(url.href) ? url.href : undefined;
  return /^(?:https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined;
}
