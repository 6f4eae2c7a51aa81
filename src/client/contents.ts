/** Marks in the table of contents where the reader is: the last title above the upper third of the window. */
export function followReader(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents-rail a')];
  const follow = (): void => {
    const here = links.findLast((link) => {
      const title = document.getElementById(decodeURI(link.hash.slice(1)));
      return title && title.getBoundingClientRect().top < innerHeight / 3;
    });
    for (const link of links) link.ariaCurrent = link === here ? 'true' : null;
  };
  follow();
  document.addEventListener('scroll', follow);
}
