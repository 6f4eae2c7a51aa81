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
    const start = text.getBoundingClientRect().top;
    let free = start;
    for (const note of notes) {
      const reference = document.getElementById(`fnref${note.id.slice(2)}`);
      free = Math.max(free, reference?.getBoundingClientRect().top ?? free);
      const room = note.offsetHeight + gap;
      for (const figure of wide) {
        const { top, bottom } = figure.getBoundingClientRect();
        if (free < bottom + gap && free + room > top) free = bottom + gap;
      }
      note.style.top = `${free - start}px`;
      free += room;
    }
    text.style.setProperty('--notes', `${free - start}px`);
  });
  for (const part of [text, ...notes]) observer.observe(part);
}
