/** What a slot stands for: a link's address, an image, or a component the library fills. */
export type SlotKind = 'link' | 'image' | 'component';

/** Opens and closes a slot. Private-use characters: they survive escaping and are refused in sources. */
export const slotOpen = '\uE000';
export const slotClose = '\uE001';

const letters = { link: 'l', image: 'i', component: 'c' } as const satisfies Record<SlotKind, string>;
const kinds: Readonly<Record<string, SlotKind>> = { l: 'link', i: 'image', c: 'component' };
/** What stands before a slot in a value of its own, and before and behind an image's in its tag. */
const valueBegun = /(href|src|poster)="$/;
const imageBegun = /^<img\b(?:[^>"]|"[^"]*")*src="$/;
const restOfTag = /"(?:[^>"]|"[^"]*")*>/y;

/**
 * The text that stands in a fragment until the library fills it.
 * @example slot('link', 3) → '\uE000l3\uE001'
 */
export function slot(kind: SlotKind, index: number): string {
  return `${slotOpen}${letters[kind]}${index}${slotClose}`;
}

/** What an output puts in place of slots. Indexes are those of the document's outline. */
export interface SlotFillers {
  /** Attributes of an anchor, escaped: `href="/sv/lyft-blicken/" hreflang="sv"`. */
  readonly link: (index: number) => string;
  /** A whole element for an image: `<picture>…</picture>`. Gets the attributes the fragment had on its `<img>`. */
  readonly image: (index: number) => string;
  /** HTML for a component such as a value chain. */
  readonly component: (index: number) => string;
}

/** Fills every slot of a fragment. Slots are few and found by their first character: most of a text is not looked at. */
export function fillSlots(html: string, fillers: SlotFillers): string {
  const pieces: string[] = [];
  let done = 0;
  for (let at = html.indexOf(slotOpen); at >= 0; at = html.indexOf(slotOpen, done)) {
    const close = html.indexOf(slotClose, at);
    const kind = kinds[html.charAt(at + 1)] ?? 'component';
    const { start, end, text } = filling(html, { at, close, kind, index: Number(html.slice(at + 2, close)) }, fillers);
    pieces.push(html.slice(done, start), text);
    done = end;
  }
  return done === 0 ? html : pieces.join('') + html.slice(done);
}

/** A slot in a text. */
interface Place {
  /** Where its first and its last character stand. */
  readonly at: number;
  readonly close: number;
  readonly kind: SlotKind;
  readonly index: number;
}

/** What comes in the place of a slot and what belongs to it: an image's whole tag, a link's whole attribute. */
function filling(
  html: string,
  { at, close, kind, index }: Place,
  fillers: SlotFillers,
): { readonly start: number; readonly end: number; readonly text: string } {
  const name = valueBegun.exec(html.slice(Math.max(0, at - 8), at))?.[1];
  if (kind === 'image' && name === 'src') {
    const start = html.lastIndexOf('<img', at);
    restOfTag.lastIndex = close + 1;
    const rest = imageBegun.test(html.slice(Math.max(0, start), at)) ? restOfTag.exec(html)?.[0] : undefined;
    if (rest !== undefined) return { start, end: close + 1 + rest.length, text: fillers.image(index) };
  }
  if (kind === 'link' && name !== undefined && html.charAt(close + 1) === '"')
    return { start: at - name.length - 2, end: close + 2, text: named(fillers.link(index), name) };
  return { start: at, end: close + 1, text: fillers[kind](index) };
}

/** The attributes of a link; of those of a film or a sound only the address, under the name it has there. */
function named(attributes: string, name: string): string {
  return name === 'href' ? attributes : attributes.replace(/^.*?\bhref(="[^"]*").*$/s, `${name}$1`);
}

const inText = /\uE000c(\d+)\uE001/g;

/** Fills the slots of a plain text with what components say. */
export function fillText(text: string, say: (index: number) => string): string {
  return text.includes(slotOpen) ? text.replace(inText, (_match, index: string) => say(Number(index))) : text;
}

/** A plain text without its slots. */
export function withoutSlots(text: string): string {
  return fillText(text, () => '');
}
