const gap = 14;

/**
 * Puts each footnote beside the line that refers to it, below the note before it and below figures that reach
 * into the margin; again whenever the text changes its size. Styles decide from which width on notes stand there.
 */
export function placeNotes(): void {
  const text = document.querySelector<HTMLElement>('.prose');
  const list = text?.querySelector('.footnotes');
  if (!text || !list) return;
  const notes = [...list.querySelectorAll<HTMLElement>('ol > li')];
  list.classList.add('beside');
  const observer = new ResizeObserver(() => place(text, notes));
  for (const part of [text, ...notes]) observer.observe(part);
}

function place(text: HTMLElement, notes: readonly HTMLElement[]): void {
  const [first] = notes;
  if (!first) return;
  const origin = text.getBoundingClientRect().top;
  const column = first.getBoundingClientRect();
  const obstacles = [...text.querySelectorAll('figure, table, pre, .wide')]
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.left < column.right && box.right > column.left);
  let free = 0;
  for (const note of notes) {
    const reference = document.getElementById(note.id.replace('fn', 'fnref'));
    let top = Math.max(free, (reference?.getBoundingClientRect().top ?? origin) - origin - 2);
    for (const box of obstacles) {
      const [start, end] = [box.top - origin - gap, box.bottom - origin + gap];
      if (top < end && top + note.offsetHeight > start) top = end;
    }
    note.style.top = `${top}px`;
    free = top + note.offsetHeight + gap;
  }
  const article = text.closest<HTMLElement>('article');
  if (article)
    article.style.minHeight = beside(first) ? `${free + origin - article.getBoundingClientRect().top}px` : '';
}

function beside(note: HTMLElement): boolean {
  return getComputedStyle(note).position === 'absolute';
}
