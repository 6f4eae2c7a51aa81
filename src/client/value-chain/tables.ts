import { activityCells, bufferCells, bufferFormula, limitCells, type TableForm } from '../../chain/cells.ts';
import type { Teller } from '../../chain/teller.ts';
import { formulaText, wholeCell } from '../../chain/whole.ts';
import type { News } from './drawn-numbers.ts';

/** Writes the numbers of a scene into its tables: of the whole only into the scenario's own column. */
export function writeTables(figure: Element, scene: News, form: TableForm, teller: Teller): void {
  const { chain, result, steps } = scene;
  const { figures, facts, column } = form;
  const tables = [...figure.querySelectorAll<HTMLTableElement>('.tables table')];
  const write = (from: number, lines: readonly (readonly string[])[]): HTMLTableRowElement[] => {
    const [, ...rows] = tables.shift()?.rows ?? [];
    lines.forEach((texts, row) => texts.forEach((text, at) => put(rows[row]?.cells[from + at], text)));
    return rows;
  };
  if (figures.length > 0) {
    const numbers = figures.map((name) => wholeCell(scene, name, teller));
    const rows = write(
      column + 1,
      [...numbers, ...limitCells(scene, teller)].map((text) => [text]),
    );
    figures.forEach((name, at) => {
      const computed = result[name];
      if (computed) put(rows[at]?.lastElementChild, formulaText(computed, teller.words));
    });
  }
  if (facts.length > 0) {
    const working = [...steps.values()].filter(({ activity }) => activity.process !== undefined);
    write(
      1,
      working.map((step) => activityCells(step, form, teller)),
    );
  }
  write(1, [...chain.buffers.map((one) => bufferCells(one, scene, teller)), ['', bufferFormula(scene, teller.words)]]);
}

/** Writes a text where it differs, so that a browser lays out only what has changed. */
export function put(place: Element | null | undefined, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}
