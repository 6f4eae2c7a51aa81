import type { Essay } from '../essay/essay.ts';
import { readingOf } from './activities.ts';
import type { OutlineComponent, OutlineImage } from '../essay/outline.ts';
import { fillSlots, type SlotFillers } from '../essay/slot.ts';
import { figureRequest, pictureOf, type WrittenPicture } from './chain-pictures.ts';
import type { ChainEntry, FigureRequest, PlainFigure, ReadyImage } from './content.ts';
import { chooseText } from '../locale/text.ts';
import { figureKey } from './figure-key.ts';
import type { AnyDocument, Knowledge } from './knowledge.ts';
import { attributes, escapeText } from './markup.ts';
import { resolveLink, type ResolvedLink } from './links.ts';
import { quantityOf, quantityText } from './quantities.ts';

/**
 * For whom a body is written: the site's own page; readers elsewhere, who need absolute addresses and no drawing;
 * or programs that read text, who are told in words what a drawing shows.
 */
export type Audience = 'page' | 'feed' | 'text';

/** A link already followed: by its index in the outline. */
export type LinksOf = (document: AnyDocument) => readonly ResolvedLink[];

/** Follows every link of a document once, however many outputs ask. */
export function followLinks(knowledge: Knowledge): LinksOf {
  const known = new WeakMap<AnyDocument, readonly ResolvedLink[]>();
  return (document) => {
    const found = known.get(document) ?? document.outline.links.map((link) => resolveLink(knowledge, document, link));
    known.set(document, found);
    return found;
  };
}

/** What fills the slots of a document for an audience. */
export function fillersFor(
  knowledge: Knowledge,
  linksOf: LinksOf,
  document: AnyDocument,
  audience: Audience,
): SlotFillers {
  let images = 0;
  return {
    link: (index) => linkAttributes(knowledge, document, linksOf(document)[index], audience),
    image: (index) => {
      images += 1;
      return imageHtml(knowledge, document, document.outline.images[index], audience, images > 1);
    },
    component: (index) => componentHtml(knowledge, document, index, audience),
  };
}

/** The document's HTML for an audience, every slot filled. Its fragment may come from elsewhere (full lane). */
export function bodyHtml(
  knowledge: Knowledge,
  linksOf: LinksOf,
  document: AnyDocument,
  audience: Audience,
  fragment: string,
): string {
  return fillSlots(fragment, fillersFor(knowledge, linksOf, document, audience));
}

/**
 * What fills the slots of a document, one after the other: with the document's digest all that its HTML is made of.
 * What a drawing depends on stands in for it, which takes longer to make.
 */
export function fillingsOf(
  knowledge: Knowledge,
  linksOf: LinksOf,
  document: AnyDocument,
  audience: Audience,
): string[][] {
  const { links, images, components } = document.outline;
  const fillers = fillersFor(knowledge, linksOf, document, audience);
  return [
    links.map((_, index) => fillers.link(index)),
    images.map((_, index) => fillers.image(index)),
    components.map((_, index) => componentKey(knowledge, document, index) ?? fillers.component(index)),
  ];
}

/** Says all that a drawing in a document depends on; `undefined` for what is no drawing. */
function componentKey(knowledge: Knowledge, document: AnyDocument, index: number): string | undefined {
  const shown = shownChain(knowledge, document, index);
  if (shown === undefined) return undefined;
  const { chain, request } = shown;
  const { lang } = document;
  const own = knowledge.chainLanguage(chain, lang);
  const address = own === undefined ? '' : knowledge.urls.absolute(knowledge.chainRoute(chain, own));
  const asked = { ...request, ...chainHref(knowledge, chain, lang) };
  return JSON.stringify([figureKey(chain, asked), address, chooseText(chain.title, lang, knowledge.languages).text]);
}

/** The chain that a component shows, and how. */
function shownChain(
  knowledge: Knowledge,
  { outline: { components }, lang }: AnyDocument,
  index: number,
): { readonly chain: ChainEntry; readonly request: FigureRequest } | undefined {
  const component = components[index];
  if (component === undefined || component.name === 'Quantity') return undefined;
  const chain = knowledge.chain(String(component.props['id'] ?? ''));
  const before = components.slice(0, index).filter((other) => other.props['id'] === component.props['id']);
  return chain && { chain, request: figureRequest(component, lang, before.length) };
}

/** Path in the content folder of an image that a document names. */
export function imagePath(document: AnyDocument, src: string): string {
  const folder = document.file.split('/').slice(0, -1);
  for (const step of src.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '.' && step !== '') folder.push(step);
  }
  return folder.join('/');
}

/** How wide the column of text is, for `sizes`: a browser chooses an image's file before it has read the style sheet. */
export const COLUMN = '(min-width: 42rem) 40rem, calc(100vw - 2.5rem)';

/** `<picture>` of a ready image for pages, a plain absolute `<img>` for feeds. */
export function pictureHtml(
  knowledge: Knowledge,
  image: ReadyImage,
  alt: string,
  audience: Audience,
  lazy: boolean,
): string {
  const { urls } = knowledge;
  const { width, height, url } = image.fallback;
  if (audience !== 'page') return `<img${attributes({ src: urls.absolute(url), alt, width, height })}>`;
  const sources = image.sources.map(({ type, srcset }) => {
    const set = srcset.map((one) => `${urls.href(one.url)} ${String(one.width)}w`).join(', ');
    return `<source${attributes({ type, srcset: set, sizes: COLUMN })}>`;
  });
  const loading = lazy ? { loading: 'lazy', decoding: 'async' } : {};
  const img = `<img${attributes({ src: urls.href(url), alt, width, height, ...loading })}>`;
  return sources.length === 0 ? img : `<picture>${sources.join('')}${img}</picture>`;
}

/** The image at the top of an essay, when it has one. */
export function coverHtml(knowledge: Knowledge, essay: Essay, audience: Audience): string | undefined {
  const { cover } = essay.front;
  const ready = cover && knowledge.content.images.get(imagePath(essay, cover.src));
  return ready === undefined ? undefined : pictureHtml(knowledge, ready, cover?.alt ?? '', audience, false);
}

function linkAttributes(
  knowledge: Knowledge,
  document: AnyDocument,
  link: ResolvedLink | undefined,
  audience: Audience,
): string {
  if (link === undefined) return 'href="#"';
  if (link.external !== undefined) return `href="${escapeText(link.external)}"`;
  const { urls } = knowledge;
  if (link.route === undefined) {
    const fragment = `#${encodeURIComponent(link.fragment ?? '')}`;
    const own = audience !== 'page' ? urls.absolute(knowledge.route(document), link.fragment) : fragment;
    return `href="${escapeText(own)}"`;
  }
  const href = audience !== 'page' ? urls.absolute(link.route, link.fragment) : urls.href(link.route, link.fragment);
  return attributes({ href, hreflang: link.lang, class: link.lang && 'other-language' }).trimStart();
}

function imageHtml(
  knowledge: Knowledge,
  document: AnyDocument,
  image: OutlineImage | undefined,
  audience: Audience,
  lazy: boolean,
): string {
  const ready = image && knowledge.content.images.get(imagePath(document, image.src));
  return ready === undefined ? '' : pictureHtml(knowledge, ready, image?.alt ?? '', audience, lazy);
}

function componentHtml(knowledge: Knowledge, document: AnyDocument, index: number, audience: Audience): string {
  const component = document.outline.components[index];
  if (component?.name === 'Quantity') return quantityHtml(knowledge, component, document.lang, audience);
  const shown = shownChain(knowledge, document, index);
  if (shown === undefined) return '';
  const { chain, request } = shown;
  if (audience === 'page') return chain.figure({ ...request, ...chainHref(knowledge, chain, document.lang) });
  const plain = chain.plain(request);
  if (audience === 'text') return plainFigureHtml(knowledge, chain, document.lang, outlined(plain), undefined);
  return plainFigureHtml(knowledge, chain, document.lang, plain, pictureOf(knowledge, chain, request));
}

/** A number in a sentence; on the site's own page with its value for programs. */
function quantityHtml(knowledge: Knowledge, component: OutlineComponent, lang: string, audience: Audience): string {
  const chain = knowledge.chain(String(component.props['chain'] ?? ''));
  const quantity = chain && quantityOf(chain, component, lang);
  if (quantity === undefined) return '';
  const text = escapeText(quantityText(quantity, component));
  return audience !== 'page'
    ? text
    : `<data${attributes({ value: String(+quantity.value.toPrecision(12)) })}>${text}</data>`;
}

/** The figure with what it says line by line, and without its picture. */
function outlined({ text, table, alt }: PlainFigure): PlainFigure {
  const lines = unsaid(
    text.split('\n').filter((line) => line.trim() !== ''),
    alt,
  );
  const list = lines.map((line) => `<li>${escapeText(line)}</li>`).join('');
  return { alt, text, table: list === '' ? table : `<ul>${list}</ul>${table}` };
}

/** The lines after those that the alternative text begins with, one after the other. */
function unsaid(lines: readonly string[], alt: string): readonly string[] {
  const [first] = lines;
  if (first === undefined || !alt.startsWith(first)) return lines;
  return unsaid(lines.slice(1), alt.slice(first.length).replace(/^\.?\s*/u, ''));
}

/** A chain without its drawing: a picture of it where there is one, what it shows, the way to the drawing, and its table. */
function plainFigureHtml(
  knowledge: Knowledge,
  chain: ChainEntry,
  lang: string,
  { alt, table }: PlainFigure,
  picture: WrittenPicture | undefined,
): string {
  const { urls, languages } = knowledge;
  const own = knowledge.chainLanguage(chain, lang);
  const href = own === undefined ? undefined : urls.absolute(knowledge.chainRoute(chain, own));
  const linked = (html: string): string => (href === undefined ? html : `<a${attributes({ href })}>${html}</a>`);
  const name = chooseText(chain.title, lang, languages).text;
  const title = `<strong>${linked(escapeText(name))}</strong>`;
  const said = alt.startsWith(`${name}. `) ? alt.slice(name.length + 2) : alt;
  if (picture === undefined) return `<p>${title}</p><p>${escapeText(said)}</p>${table}`;
  const { width, height } = picture;
  const image = linked(`<img${attributes({ src: urls.absolute(picture.route), alt, width, height })}>`);
  return `<figure>${image}<figcaption>${title}</figcaption></figure>${table}`;
}

/** Where a figure leads: to the chain's own page in the language nearest to the reader's, and to what there is to read. */
export function chainHref(
  knowledge: Knowledge,
  chain: ChainEntry,
  lang: string,
): Pick<FigureRequest, 'href' | 'spoken' | 'reading'> {
  const own = knowledge.chainLanguage(chain, lang);
  const reading = readingOf(knowledge, chain, lang);
  if (own === undefined) return { reading };
  return { reading, href: knowledge.urls.href(knowledge.chainRoute(chain, own)), spoken: own === lang };
}
