const gap = 14;

/**
 * Puts each footnote beside the line that refers to it, below the note before it and below figures that reach
 * into the margin; again whenever something changes its size. Styles decide from which width on notes stand there.
 */
export function placeNotes(): void {
  const text = document.querySelector<HTMLElement>('.prose:has(.footnotes)');
  if (!text) return;
  const notes = [...text.querySelectorAll<HTMLElement>('[id^=fn-]')];
  const wide = [...text.querySelectorAll('.wide,.value-chain')];
  text.classList.add('beside');
  const observer = new ResizeObserver(() => {
    const origin = text.getBoundingClientRect().top;
    let free = 0;
    for (const note of notes) {
      const reference = document.getElementById(note.id.replace('-', 'ref-'));
      free = Math.max(free, (reference?.getBoundingClientRect().top ?? 0) - origin);
      const room = note.offsetHeight + gap;
      for (const figure of wide) {
        const { top, bottom } = figure.getBoundingClientRect();
        if (free < bottom + gap - origin && free + room > top - origin) free = bottom + gap - origin;
      }
      note.style.top = `${free}px`;
      free += room;
    }
    text.style.setProperty('--notes', `${free}px`);
  });
  [text, ...notes].forEach((part) => observer.observe(part));
}
