import { numberText } from '../core/locale/format.ts';
import { everything, facets } from './search-index.ts';
import type { Chosen, Counts, Facet } from './search-index.ts';

/** Values of a facet that are shown before the reader asks for all. */
const shown = 8;

/** The choices that narrow results. */
export interface FacetBox {
  readonly chosen: () => Chosen;
  readonly choose: (chosen: Chosen) => void;
  /** Shows how many of `total` results each value would leave; without counts there is nothing to choose. */
  readonly show: (counts: Counts | undefined, total: number) => void;
}

/** Makes the choices of a box work; `onChange` is called when the reader has chosen. */
export function facetBox(box: HTMLDetailsElement, lang: string, onChange: () => void): FacetBox {
  let chosen = everything;
  let counts: Counts | undefined;
  let total = 0;
  const opened = new Set<Facet>();
  const clear = box.querySelector<HTMLElement>('.search-clear');
  const number = box.querySelector('summary .count');

  const draw = (): void => {
    const { activeElement } = document;
    const focused =
      activeElement instanceof HTMLInputElement && box.contains(activeElement) ? activeElement : undefined;
    const drawn = facets.map((facet) => {
      const place = box.querySelector<HTMLElement>(`[data-facet=${facet}]`);
      if (!place) return false;
      const values = valuesOf(facet, counts?.[facet] ?? {}, chosen[facet], lang);
      const some = opened.has(facet) ? values : firstOf(values, chosen[facet]);
      place
        .querySelector('ul')
        ?.replaceChildren(...some.map((one) => choice(facet, one, chosen[facet], counts && lang)));
      const more = place.querySelector<HTMLElement>('button');
      if (more) more.hidden = some.length === values.length;
      place.hidden = chosen[facet].length === 0 && values.every(({ count }) => count === total);
      return !place.hidden;
    });
    const choices = facets.flatMap((facet) => chosen[facet]).length;
    // Who has chosen must be able to take it back.
    box.hidden = choices === 0 && (counts === undefined || !drawn.includes(true));
    if (clear) clear.hidden = choices === 0;
    if (number) number.textContent = choices === 0 ? '' : numberText(choices, lang);
    if (focused !== undefined) focusOn(box, focused);
  };

  box.addEventListener('change', () => {
    chosen = Object.fromEntries(facets.map((facet) => [facet, checked(box, facet)])) as unknown as Chosen;
    onChange();
  });
  clear?.addEventListener('click', () => {
    chosen = everything;
    onChange();
    box.querySelector('input')?.focus();
  });
  for (const facet of facets) {
    box.querySelector(`[data-facet=${facet}] button`)?.addEventListener('click', () => {
      opened.add(facet);
      draw();
      box.querySelectorAll<HTMLElement>(`[data-facet=${facet}] input`)[shown]?.focus();
    });
  }
  return {
    chosen: () => chosen,
    choose: (some) => (chosen = some),
    show: (some, results) => {
      counts = some;
      total = results;
      draw();
    },
  };
}

interface Value {
  readonly value: string;
  readonly count: number;
}

/** Values that have results or are chosen: tags by name, years with the newest first. */
function valuesOf(
  facet: Facet,
  counts: Readonly<Record<string, number>>,
  chosen: readonly string[],
  lang: string,
): Value[] {
  const all = { ...Object.fromEntries(chosen.map((value) => [value, 0])), ...counts };
  const order = new Intl.Collator(lang, { numeric: true });
  const sign = facet === 'year' ? -1 : 1;
  return Object.entries(all)
    .map(([value, count]) => ({ value, count }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value))
    .sort((a, b) => sign * order.compare(a.value, b.value));
}

/** The commonest values and the chosen ones, in their order. */
function firstOf(values: readonly Value[], chosen: readonly string[]): readonly Value[] {
  if (values.length <= shown + 1) return values;
  const best = new Set([...values].sort((a, b) => b.count - a.count).slice(0, shown));
  return values.filter((one) => best.has(one) || chosen.includes(one.value));
}

/** @param lang of the number of results; without it, there is none */
function choice(
  facet: Facet,
  { value, count }: Value,
  chosen: readonly string[],
  lang: string | undefined,
): HTMLElement {
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.name = facet;
  input.value = value;
  input.checked = chosen.includes(value);
  const name = document.createElement('span');
  name.textContent = value;
  const number = document.createElement('span');
  number.className = 'count';
  number.textContent = lang === undefined ? '' : numberText(count, lang);
  const label = document.createElement('label');
  label.append(input, name, number);
  const item = document.createElement('li');
  item.append(label);
  return item;
}

function checked(box: HTMLElement, facet: Facet): string[] {
  return [...box.querySelectorAll<HTMLInputElement>(`input[name=${facet}]:checked`)].map(({ value }) => value);
}

/** Gives the focus to the choice that was drawn again. */
function focusOn(box: HTMLElement, { name, value }: HTMLInputElement): void {
  [...box.querySelectorAll('input')].find((input) => input.name === name && input.value === value)?.focus();
}
