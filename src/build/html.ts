import { Parser } from 'htmlparser2';
import { endsOther, isForeign, isIntegrating, isVoid, textOnly } from './html-elements.ts';

/** Attributes of an element, by their names in lower case. */
export type Values = Readonly<Record<string, string>>;

/** Hears of the parts of HTML in their order. Names are in lower case, entities are read. */
export interface HtmlListener {
  readonly open: (name: string, values: Values) => void;
  readonly text?: (text: string) => void;
  /** Also of an element whose end is not written, but of none that cannot hold anything, as `<img>`. */
  readonly close?: (name: string) => void;
}

/**
 * Reads HTML. What this project writes is nearly all in one form: ends written out, values in double quotes. That is
 * read here, three times as fast; whatever has another form is left to `htmlparser2`, which reads everything.
 * @param listen makes a listener that has heard nothing yet; it may be asked for a second one
 * @returns the listener that has heard everything
 */
export function readHtml<Listener extends HtmlListener>(html: string, listen: () => Listener): Listener {
  const listener = listen();
  if (readPlain(html, listener)) return listener;
  const other = listen();
  readAny(html, other);
  return other;
}

/** Reads any HTML as browsers do, if more slowly. */
export function readAny(html: string, listener: HtmlListener): void {
  const parser = new Parser({
    onopentag: (name, values) => {
      listener.open(name.toLowerCase(), values);
    },
    ontext: (text) => listener.text?.(text),
    onclosetag: (name) => {
      if (!isVoid(name)) listener.close?.(name.toLowerCase());
    },
  });
  parser.end(html);
}

/** True when HTML was read in the plain form. */
export function readPlain(html: string, listener: HtmlListener): boolean {
  return new PlainReader(html, listener).read();
}

const [tab, lineFeed, formFeed, carriageReturn, space] = [9, 10, 12, 13, 32];
const [quote, apostrophe, slash, less, equals, greater] = [34, 39, 47, 60, 61, 62];
const [lowerA, lowerZ] = [97, 122];

/** Reads the plain form; gives up where there is another. */
class PlainReader {
  readonly #html: string;
  readonly #listener: HtmlListener;
  #at = 0;
  /** Open elements, and for each whether what it holds is not HTML. */
  readonly #open: string[] = [];
  readonly #foreign: boolean[] = [];

  constructor(html: string, listener: HtmlListener) {
    this.#html = html;
    this.#listener = listener;
  }

  /** @returns `false` when it has given up */
  read(): boolean {
    const html = this.#html;
    for (;;) {
      const next = html.indexOf('<', this.#at);
      if (!this.#text(next < 0 ? html.length : next, true)) return false;
      if (next < 0) return this.#open.length === 0;
      this.#at = next + 1;
      if (!this.#part()) return false;
    }
  }

  /** Reads text up to a place. */
  #text(end: number, hasEntities: boolean): boolean {
    if (end === this.#at) return true;
    if (this.#listener.text !== undefined) {
      const written = this.#html.slice(this.#at, end);
      const text = hasEntities ? decoded(written) : written;
      if (text === undefined) return false;
      this.#listener.text(text);
    }
    this.#at = end;
    return true;
  }

  /** Reads what follows a `<`. */
  #part(): boolean {
    const html = this.#html;
    const first = html.charCodeAt(this.#at);
    if (isLetter(first)) return this.#start();
    if (first === slash) return this.#end();
    return html.startsWith('!--', this.#at) ? this.#comment() : this.#doctype();
  }

  #comment(): boolean {
    const begun = this.#at + 3;
    const end = this.#html.indexOf('--', begun);
    // Two hyphens inside a comment, or an end at its very beginning, are read in more than one way.
    if (end < 0 || this.#html.charCodeAt(end + 2) !== greater || this.#html.charCodeAt(begun) === greater) return false;
    this.#at = end + 3;
    return this.#html.charCodeAt(begun) !== 45;
  }

  #doctype(): boolean {
    const name = '!doctype html>';
    if (this.#html.slice(this.#at, this.#at + name.length).toLowerCase() !== name) return false;
    this.#at += name.length;
    return true;
  }

  #end(): boolean {
    const close = this.#html.indexOf('>', this.#at);
    const name = this.#html.slice(this.#at + 1, close);
    const open = this.#open.pop();
    if (close < 0 || open === undefined || (name !== open && name.toLowerCase() !== open)) return false;
    this.#foreign.pop();
    this.#at = close + 1;
    this.#listener.close?.(open);
    return true;
  }

  #start(): boolean {
    const name = this.#name();
    const around = this.#foreign.at(-1) ?? false;
    if (this.#isEnding(name, around)) return false;
    const values = this.#values();
    if (values === undefined) return false;
    const isShort = this.#html.charCodeAt(this.#at - 2) === slash;
    if (isVoid(name)) {
      this.#listener.open(name, values);
      return true;
    }
    const inside = isForeign(name) || (around && !isIntegrating(name));
    if (isShort) {
      // In HTML such an element is open all the same.
      if (!inside) return false;
      this.#listener.open(name, values);
      this.#listener.close?.(name);
      return true;
    }
    this.#open.push(name);
    this.#foreign.push(inside);
    this.#listener.open(name, values);
    return around || this.#inside(name);
  }

  #name(): string {
    const html = this.#html;
    const begun = this.#at;
    let code = html.charCodeAt(begun);
    let isLower = true;
    while (!isSpace(code) && code !== slash && code !== greater) {
      if (Number.isNaN(code)) break;
      if (code < lowerA || code > lowerZ) isLower = false;
      code = html.charCodeAt((this.#at += 1));
    }
    const name = html.slice(begun, this.#at);
    return isLower ? name : name.toLowerCase();
  }

  /** True for an element that ends others or is another than its name says. */
  #isEnding(name: string, around: boolean): boolean {
    const last = this.#open.at(-1);
    if (last !== undefined && endsOther(name, last)) return true;
    if (name === 'form') return this.#open.includes(name);
    return !around && (name === 'image' || name === 'plaintext');
  }

  /** Reads attributes and the end of the tag; `undefined` where they have another form. */
  #values(): Values | undefined {
    const html = this.#html;
    const values: Record<string, string> = {};
    for (;;) {
      const code = html.charCodeAt(this.#at);
      if (code === greater) {
        this.#at += 1;
        return values;
      }
      if (isSpace(code)) this.#at += 1;
      else if (code === slash) {
        if (html.charCodeAt((this.#at += 1)) !== greater) return undefined;
      } else if (!this.#value(values)) return undefined;
    }
  }

  /** Reads one attribute, which begins here and follows a space. */
  #value(values: Record<string, string>): boolean {
    const html = this.#html;
    const begun = this.#at;
    if (!isSpace(html.charCodeAt(begun - 1))) return false;
    let at = begun;
    let code = html.charCodeAt(at);
    let isLower = true;
    while (!isSpace(code) && code !== equals && code !== greater && code !== slash) {
      if (Number.isNaN(code) || code === quote || code === apostrophe || code === less) return false;
      if (code < lowerA || code > lowerZ) isLower = false;
      code = html.charCodeAt((at += 1));
    }
    const written = html.slice(begun, at);
    const name = isLower ? written : written.toLowerCase();
    let value: string | undefined = '';
    if (code === equals) {
      const end = html.charCodeAt(at + 1) === quote ? html.indexOf('"', at + 2) : -1;
      if (at === begun || end < 0) return false;
      value = decoded(html.slice(at + 2, end));
      at = end + 1;
    }
    if (value === undefined) return false;
    // The first of two with the same name counts.
    if (!Object.hasOwn(values, name)) values[name] = value;
    this.#at = at;
    return true;
  }

  /** Reads what no tag can stand in. */
  #inside(name: string): boolean {
    const kind = textOnly(name);
    if (kind === undefined) return true;
    const end = this.#html.indexOf('</', this.#at);
    const tag = `</${name}>`;
    return this.#html.startsWith(tag, end) && end >= 0 && this.#text(end, kind === 'with entities');
  }
}

function isLetter(code: number): boolean {
  return (code | 32) >= lowerA && (code | 32) <= lowerZ;
}

function isSpace(code: number): boolean {
  return code === space || code === lineFeed || code === tab || code === formFeed || code === carriageReturn;
}

const entity = /&(?:(#\d+|#[xX][\da-fA-F]+|\w+);)?/g;
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
]);

/** A text with its entities read; `undefined` where some are not of the common ones. */
function decoded(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let unread = 0;
  const read = text.replace(entity, (all: string, inside: string | undefined, at: number) => {
    const found = inside === undefined ? bare(text, at) : characterOf(inside);
    if (found === undefined) unread += 1;
    return found ?? all;
  });
  return unread === 0 ? read : undefined;
}

/** A sign that begins no entity stands for itself. */
function bare(text: string, at: number): string | undefined {
  return /[\w#]/.test(text.charAt(at + 1)) ? undefined : '&';
}

/** The character of an entity, of those that everybody reads alike. @param inside what stands between `&` and `;` */
function characterOf(inside: string): string | undefined {
  if (!inside.startsWith('#')) return named.get(inside);
  const code = Number(inside.slice(1).replace(/^[xX]/, '0x'));
  const isCommon = code === 9 || code === 10 || (code >= 32 && code < 127) || (code >= 160 && code < 0xd800);
  return isCommon || (code >= 0xe000 && code <= 0x10ffff) ? String.fromCodePoint(code) : undefined;
}
