const gap = 14;

/**
 * Puts each footnote beside the line that refers to it, below the note before it and below figures that reach
 * into the margin; again whenever something changes its size. Styles decide from which width on notes stand there.
 */
export function placeNotes(): void {
  const text = document.querySelector<HTMLElement>('.prose');
  const list = text?.querySelector('.footnotes');
  if (!text || !list) return;
  const notes = [...list.querySelectorAll<HTMLElement>('[id^=fn-]')];
  const wide = [...text.querySelectorAll('.wide,.value-chain')];
  list.classList.add('beside');
  const observer = new ResizeObserver(() => {
    const origin = text.getBoundingClientRect().top;
    let free = 0;
    for (const note of notes) {
      const reference = document.getElementById(note.id.replace('-', 'ref-'));
      free = Math.max(free, (reference?.getBoundingClientRect().top ?? 0) - origin);
      for (const figure of wide) {
        const { top, bottom } = figure.getBoundingClientRect();
        const below = bottom - origin + gap;
        if (free < below && free + note.offsetHeight + gap > top - origin) free = below;
      }
      note.style.top = `${free}px`;
      free += note.offsetHeight + gap;
    }
    text.style.setProperty('--notes', `${free}px`);
  });
  [text, ...notes].forEach((part) => observer.observe(part));
}
