/** What a slot stands for: a link's address, an image, or a component the library fills. */
export type SlotKind = 'link' | 'image' | 'component';

/** Opens and closes a slot. Private-use characters: they survive escaping and are refused in sources. */
export const slotOpen = '\uE000';
export const slotClose = '\uE001';

const letters = { link: 'l', image: 'i', component: 'c' } as const satisfies Record<SlotKind, string>;
const kinds: Readonly<Record<string, SlotKind>> = { l: 'link', i: 'image', c: 'component' };
const pattern =
  /<img\b(?:[^>"]|"[^"]*")*?src="\uE000i(\d+)\uE001"(?:[^>"]|"[^"]*")*>|(href|src|poster)="\uE000l(\d+)\uE001"|\uE000([lic])(\d+)\uE001/g;

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

/** Fills every slot of a fragment in one pass over its text. */
export function fillSlots(html: string, fillers: SlotFillers): string {
  return html.replace(
    pattern,
    (_match, image?: string, name?: string, link?: string, letter?: string, index?: string) => {
      if (image !== undefined) return fillers.image(Number(image));
      if (link !== undefined) return named(fillers.link(Number(link)), name);
      return fillers[kinds[letter ?? 'c'] ?? 'component'](Number(index));
    },
  );
}

/** The attributes of a link; of those of a film or a sound only the address, under the name it has there. */
function named(attributes: string, name = 'href'): string {
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
