import { dateText } from '../core/locale/format.ts';
import { readable, readDay } from '../core/locale/seam.ts';
import { escape } from './search-excerpt.ts';
import type { Found, Hit } from './search-index.ts';

/** How results are shown. */
export interface Manner {
  /** Language of the results. */
  readonly lang: string;
  /** What a result is called that is a concept; without it, nothing is said. */
  readonly concept?: string;
}

/** Sections of a page that are named below it. */
const sectionsShown = 3;

/**
 * Appends results to a list: the first as soon as its text is there, then the others.
 * @returns false when `isStale` said that nobody waits for them any more
 */
export async function showResults(
  list: HTMLElement,
  hits: readonly Hit[],
  manner: Manner,
  isStale: () => boolean,
): Promise<boolean> {
  const [first, ...rest] = hits;
  const show = async (some: readonly Hit[]): Promise<boolean> => {
    const found = await Promise.all(some.map((hit) => hit.data()));
    if (isStale()) return false;
    list.append(...found.map((one) => resultItem(one, manner)));
    return true;
  };
  return first === undefined || ((await show([first])) && show(rest));
}

/** Moves between the stops (field, links, buttons) with the arrow keys, and back to the field with Escape. */
export function moveFocus(event: KeyboardEvent, field: HTMLElement, stops: readonly HTMLElement[]): void {
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next =
    event.key === 'Escape' && here > 0 ? field : step === undefined || here < 0 ? undefined : stops[here + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function resultItem(found: Found, { lang, concept }: Manner): HTMLElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  heading.append(link(found.url, found.meta['title'] ?? found.url));
  item.append(heading);
  const { day } = found.meta;
  const isConcept = found.filters['kind']?.includes('concept') === true;
  const note = day === undefined ? (isConcept ? concept : undefined) : dateText(readDay(day), lang).text;
  if (note !== undefined) item.append(element('p', 'result-note', note));
  const sections = found.sub_results.filter(({ url }) => url !== found.url);
  const own = found.sub_results.find(({ url }) => url === found.url);
  // What its sections say stands below them.
  if (own !== undefined || sections.length === 0) item.append(excerpt((own ?? found).excerpt));
  if (sections.length > 0) item.append(sectionList(sections));
  return item;
}

/** The sections with the most matches, in the order of the page. */
function sectionList(sections: Found['sub_results']): HTMLElement {
  const best = new Set([...sections].sort((a, b) => b.locations.length - a.locations.length).slice(0, sectionsShown));
  const list = document.createElement('ul');
  list.className = 'list';
  for (const section of sections.filter((one) => best.has(one))) {
    const item = document.createElement('li');
    item.append(link(section.url, section.title), excerpt(withoutTitle(section.excerpt, section.title)));
    list.append(item);
  }
  return list;
}

/** The text of a section begins with its title, which stands above it already. */
function withoutTitle(html: string, title: string): string {
  const words = html.split(' ');
  const count = title.split(/\s+/).length;
  const plain = (text: string): string => text.replace(/<\/?mark>/g, '').replace(/[.\s]+$/, '');
  const begins = plain(words.slice(0, count).join(' ')) === plain(escape(title));
  return begins && words.length > count ? words.slice(count).join(' ') : html;
}

function link(href: string, title: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = readable(title);
  return anchor;
}

function excerpt(html: string): HTMLElement {
  const text = document.createElement('p');
  // The index escapes everything but the marks; the page's policy runs no script from here in any case.
  text.innerHTML = readable(html);
  const words = text.textContent;
  if (/^\p{Ll}/u.test(words)) text.prepend('… ');
  if (!/[.!?…。！？؟][\p{Pf}\p{Pe}"]*$/u.test(words)) text.append(' …');
  return text;
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
