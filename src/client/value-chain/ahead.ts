import { painted } from './frames.ts';

/** Has what is closed laid out as soon as a reader aims at it, so that to open it only paints what is there. */
export function layAhead(figure: Element): void {
  const lay = ({ target }: Event): void => {
    const part = target instanceof Element ? target.closest('summary')?.closest('details') : null;
    // To ask where something lies makes a browser lay it out, also where it is closed.
    if (part?.open === false) void painted().then(() => part.lastElementChild?.getBoundingClientRect());
  };
  figure.addEventListener('pointerover', lay);
  figure.addEventListener('focusin', lay);
}
