import type { Trace } from './trace.ts';

/** The activities' links in both drawings of a figure, by id. The one that is not shown is kept in step. */
export function shapesOf(figure: Element): Map<string, SVGAElement[]> {
  const shapes = new Map<string, SVGAElement[]>();
  for (const shape of figure.querySelectorAll<SVGAElement>('svg a.act')) {
    const id = shape.dataset['activity'] ?? '';
    shapes.set(id, [...(shapes.get(id) ?? []), shape]);
  }
  return shapes;
}

/** Ids of the activities of the drawing that is shown, in the order of the chain. */
export function drawnIds(figure: Element, { activities }: Trace): string[] {
  const shown = shownDrawing(figure);
  const ids = [...(shown?.querySelectorAll<SVGAElement>('a.act') ?? [])].map(
    ({ dataset }) => dataset['activity'] ?? '',
  );
  return activities.map(({ id }) => id).filter((id) => ids.includes(id));
}

/** The drawing that the style sheet shows at this width. */
export function shownDrawing(figure: Element): SVGSVGElement | undefined {
  return [...figure.querySelectorAll<SVGSVGElement>('svg')].find((svg) => svg.checkVisibility());
}

/** Makes the drawing one stop for the Tab key: at one activity, from which keys lead on. */
export function rove(shapes: ReadonlyMap<string, readonly SVGAElement[]>, stop: string | undefined): void {
  const at = stop !== undefined && shapes.has(stop) ? stop : shapes.keys().next().value;
  for (const [id, same] of shapes) for (const shape of same) put(shape, 'tabindex', id === at ? '0' : '-1');
}

/** Marks what is selected, what feeds it and what it feeds; and what a viewpoint brings forward. */
export function mark(
  figure: Element,
  shapes: ReadonlyMap<string, readonly SVGAElement[]>,
  selected: string,
  trace: Trace,
  emphasised: readonly string[],
): void {
  const [up, down] =
    selected === '' ? [new Set(), new Set()] : [trace.reach(selected, 'up'), trace.reach(selected, 'down')];
  figure.classList.toggle('traced', selected !== '');
  figure.classList.toggle('seen', selected === '' && emphasised.length > 0);
  for (const [id, same] of shapes) {
    for (const shape of same) {
      const { classList } = shape;
      classList.toggle('sel', id === selected);
      classList.toggle('up', up.has(id));
      classList.toggle('down', down.has(id));
      classList.toggle('key', emphasised.includes(id));
      if (id === selected) put(shape, 'aria-current', 'true');
      else shape.removeAttribute('aria-current');
    }
  }
}

/** Writes an attribute where it differs: a browser weighs every writing anew. */
export function put(place: Element, name: string, value: string): void {
  if (place.getAttribute(name) !== value) place.setAttribute(name, value);
}

/** The activity that an event is about. */
export function idOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGAElement>('a.act')?.dataset['activity'] : undefined;
}
