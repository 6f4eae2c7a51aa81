/** Marks in the table of contents where the reader is: the last title above the upper third of the window. */
export function followReader(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents-rail a')];
  const titles = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const mark = (): void => {
    const here = titles.findLastIndex((title) => title !== null && title.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((link, index) => setCurrent(link, index === here));
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66%' });
  for (const title of titles) if (title) observer.observe(title);
}

function setCurrent(link: HTMLElement, current: boolean): void {
  if (current) link.setAttribute('aria-current', 'location');
  else link.removeAttribute('aria-current');
}
