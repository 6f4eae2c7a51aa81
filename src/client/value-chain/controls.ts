import type { Range } from './address.ts';

/** What the controls of a figure allow, by path. */
export function controlsOf(figure: Element): Map<string, Range> {
  return new Map(
    [...figure.querySelectorAll<HTMLElement>('.control')].map((control) => {
      const { min, max } = control.querySelector('input') as HTMLInputElement;
      const { path = '', unit = '' } = control.dataset;
      return [path, { unit, min: Number(min), max: Number(max) }];
    }),
  );
}

/** Brings the controls of a figure to what is set; the others go back to where they began. */
export function setControls(figure: Element, set: ReadonlyMap<string, number>): void {
  for (const field of figure.querySelectorAll<HTMLInputElement>('.control input')) {
    const own = set.get(field.closest<HTMLElement>('.control')?.dataset['path'] ?? '');
    // A number that is being typed is not written over.
    if (field !== document.activeElement || field.type === 'range' || own === undefined)
      field.value = own === undefined ? field.defaultValue : String(own);
  }
  const reset = figure.querySelector<HTMLElement>('.what-if [type=reset]');
  if (reset !== null) reset.hidden = set.size === 0;
}
