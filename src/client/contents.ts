/** Marks in the table of contents where the reader is: the last title above the upper third of the window. */
export function followReader(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents-rail a')];
  const titles = links.map((link) => document.getElementById(decodeURI(link.hash.slice(1))));
  const observer = new IntersectionObserver(
    () => {
      const here = titles.findLastIndex((title) => title && title.getBoundingClientRect().top < innerHeight / 3);
      links.forEach((link, index) => (link.ariaCurrent = index === here ? 'true' : null));
    },
    { rootMargin: '99999px 0px -66%' },
  );
  titles.forEach((title) => title && observer.observe(title));
}
