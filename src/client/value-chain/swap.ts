import type { LiveFigure } from '../../chain/live.ts';
import { fetchData } from './fetch.ts';

/** What of a figure changes with its view and scenario; the rest stays, so that focus and announcements do. */
const parts = ['svg.wide', 'svg.narrow', '.beside', '.strip', '.what-if', 'p', '.outline', '.tables', '.activities'];

const known = new Map<string, Promise<Element>>();

/** Fetches a figure of another view or scenario, with the ids that it has on this page. */
export async function fetchFigure(address: string, chain: string, prefix: string): Promise<Element> {
  const made = known.get(address) ?? read(address);
  known.set(address, made);
  made.catch(() => known.delete(address));
  const figure = (await made).cloneNode(true) as Element;
  if (prefix !== '') rename(figure, chain, prefix);
  return figure;
}

/** Puts the parts of one figure in the place of another's. */
export function takeOver(figure: HTMLElement, other: Element): void {
  let before: Element | null = null;
  for (const part of parts) {
    const [own, next] = [figure, other].map((one) =>
      one.querySelector(`:scope > ${part}, :scope > figcaption ${part}`),
    ) as [Element | null, Element | null];
    if (own !== null && next !== null) own.replaceWith(next);
    else if (own !== null) own.remove();
    else if (next !== null && before !== null) before.after(next);
    else if (next !== null) figure.prepend(next);
    before = next ?? before;
  }
  for (const { name, value } of [...other.attributes].filter((one) => /^data-(?:view|scenario)$/u.test(one.name)))
    figure.setAttribute(name, value);
}

async function read(address: string): Promise<Element> {
  const { figure } = (await fetchData(address)) as LiveFigure;
  const found = new DOMParser().parseFromString(figure, 'text/html').body.firstElementChild;
  if (found === null) throw new Error(address);
  return document.importNode(found, true);
}

/** Gives every id, and whatever refers to one, the prefix of this page's figure. */
function rename(figure: Element, chain: string, prefix: string): void {
  for (const name of ['id', 'for', 'href', 'aria-labelledby', 'aria-describedby']) {
    for (const element of [figure, ...figure.querySelectorAll(`[${name}]`)]) {
      const value = element.getAttribute(name);
      if (value?.replace('#', '').startsWith(chain)) element.setAttribute(name, value.replace(chain, prefix + chain));
    }
  }
}
