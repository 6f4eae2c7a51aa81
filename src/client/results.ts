/** What the index tells of a page: excerpts are HTML with the matches in `<mark>`. */
export interface Found {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

/** One result: the page, what it says, and up to three of its sections that say it too. */
export function resultItem(found: Found): HTMLElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  heading.append(link(found.url, found.meta['title'] ?? found.url));
  item.append(heading);
  const sections = found.sub_results.filter((section) => section.url !== found.url).slice(0, 3);
  // What its sections say stands below them already, unless the match is above the first title.
  if (sections.length === 0 || found.sub_results.some((section) => section.url === found.url)) {
    item.append(excerpt(found.excerpt));
  }
  if (sections.length > 0) item.append(sectionList(sections));
  return item;
}

/** Moves between the field and the results with the arrow keys. */
export function moveFocus(event: KeyboardEvent, field: HTMLElement, list: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [field, ...list.querySelectorAll<HTMLElement>('a')];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (here < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

function sectionList(sections: Found['sub_results']): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'list';
  for (const section of sections) {
    const item = document.createElement('li');
    item.append(link(section.url, section.title), excerpt(section.excerpt));
    list.append(item);
  }
  return list;
}

function link(href: string, text: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function excerpt(html: string): HTMLElement {
  const text = document.createElement('p');
  // The index escapes everything but the marks; the page's policy runs no script from here in any case.
  text.innerHTML = html;
  const words = text.textContent;
  if (/^\p{Ll}/u.test(words)) text.prepend('… ');
  if (!/[.!?…。！？؟][\p{Pf}\p{Pe}"]*$/u.test(words)) text.append(' …');
  return text;
}
