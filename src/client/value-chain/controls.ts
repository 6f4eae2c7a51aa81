import type { Range } from './address.ts';

/** What the controls of a form allow, by path. */
export function controlsOf(form: Element | null): Map<string, Range> {
  return new Map(
    [...(form?.querySelectorAll<HTMLElement>('.control') ?? [])].map((control) => {
      const { min, max } = control.querySelector('input') as HTMLInputElement;
      const { path = '', unit = '' } = control.dataset;
      return [path, { unit, min: Number(min), max: Number(max) }];
    }),
  );
}

/**
 * Brings the controls of a form to what is set; the others go back to where they began.
 * @param typing whether a number may be under way, which is not written over
 */
export function setControls(form: Element | null, set: ReadonlyMap<string, number>, typing = true): void {
  for (const field of form?.querySelectorAll<HTMLInputElement>('.control input') ?? []) {
    const own = set.get(field.closest<HTMLElement>('.control')?.dataset['path'] ?? '');
    if (!typing || field !== document.activeElement || field.type === 'range' || own === undefined)
      field.value = own === undefined ? field.defaultValue : String(own);
  }
  const reset = form?.querySelector<HTMLElement>('[type=reset]');
  if (!reset) return;
  if (reset === document.activeElement && set.size === 0) form?.querySelector('input')?.focus();
  reset.hidden = set.size === 0;
}
